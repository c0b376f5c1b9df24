import { setImmediate as immediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { stepSize } from '#server/sync/receive-operations.ts';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import { hashPayload, type SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { bsnOfDemo, candidateGroups, employerGroups, nextId, nextUuid, person, visitGroups } from './server-builders.ts';
import { Client, type ServerShelf } from './server-harness.ts';
import { finalMeasurement } from './server-measurement.ts';

/** What a change left behind [HIST1] comes along with the rest, and is not what these tests are about. */
const withoutHistory = (records: readonly StoredRecord[]) => records.filter((record) => record.kind !== 'former').map((record) => record.recordId).toSorted();

/** What every shelf of the server must hold to. The numbers are the rules of shared/sync/SPEC.md. */
export function syncServerContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`the regional server on ${name}`, () => {
    let shelf: ServerShelf;
    let coach: Client;
    let otherCoach: Client;
    let consultant: Client;
    let expert: Client;
    let manager: Client;
    let administrator: Client;

    beforeEach(async () => {
      shelf = await freshShelf();
      const users = [
        person(shelf.region, 'jobcoach-een', 'jobcoach'),
        person(shelf.region, 'jobcoach-twee', 'jobcoach'),
        person(shelf.region, 'consulent-een', 'consultant', ['GM0268', 'GM0296']),
        person(shelf.region, 'deskundige-een', 'loonwaarde-expert'),
        person(shelf.region, 'manager-een', 'manager'),
        person(shelf.region, 'beheerder-een', 'administrator'),
      ] as const;
      await shelf.addUsers(users);
      coach = await Client.signIn(shelf, users[0]);
      otherCoach = await Client.signIn(shelf, users[1]);
      consultant = await Client.signIn(shelf, users[2]);
      expert = await Client.signIn(shelf, users[3]);
      manager = await Client.signIn(shelf, users[4]);
      administrator = await Client.signIn(shelf, users[5]);
    });

    /** A candidate made by the consultant, in the first jobcoach's caseload unless said otherwise. */
    async function candidate(over: Parameters<typeof candidateGroups>[0] = {}): Promise<{ readonly dossierId: DossierId; readonly recordId: RecordId; readonly n: number }> {
      const dossierId = nextId<DossierId>('dossier');
      const recordId = nextId<RecordId>('candidate');
      const [outcome] = await consultant.settle([consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: candidateGroups(over) })]);
      expect(outcome).toMatchObject({ outcome: 'applied' });
      return { dossierId, recordId, n: (outcome as Extract<Outcome, { outcome: 'applied' }>).n };
    }

    const visit = (client: Client, dossierId: DossierId, over: Parameters<typeof visitGroups>[0] = {}): SignedOperation =>
      client.device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload: visitGroups({ heldBy: client.user.userId, ...over }) });

    const refusedAs = (outcome: Outcome | undefined): string => (outcome?.outcome === 'refused' ? outcome.reason : `not refused: ${JSON.stringify(outcome)}`);

    test('[PULL1] a visit that was sent reaches the manager, and its outcome the device that sent it', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId);
      expect(await coach.push([operation])).toEqual([{ opId: operation.opId, answer: 'received' }]);
      const own = await coach.pull();
      expect(own.tail.outcomes).toMatchObject([{ outcome: 'applied', opId: operation.opId, recordId: operation.record.recordId, n: own.tail.cursor }]);
      expect(own.records.map((record) => record.recordId)).toContain(operation.record.recordId);
      const seen = (await manager.pull()).records.find((record) => record.recordId === operation.record.recordId);
      expect(seen?.groups['facts']?.data).toEqual(operation.payload['facts']);
      expect((await manager.page(0, null)).tail.outcomes).toEqual([]);
    });

    test('[F21] [OP3] [APPLY2] a group that moved makes the whole operation wait: no value of it is applied, none is dropped', async () => {
      const { dossierId, recordId, n } = await candidate();
      const { contact, status } = candidateGroups();
      const base = { contact: { epoch: 1, n }, status: { epoch: 1, n } };
      const write = (payload: SignedOperation['payload']) => consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload, base: Object.fromEntries(Object.keys(payload).map((group) => [group, base[group as 'contact']])) });
      const phone = { ...(contact as object), phone: '024-1111111' };
      expect(await consultant.settle([write({ contact: phone })])).toMatchObject([{ outcome: 'applied' }]);

      const both = write({ contact: { ...(contact as object), phone: '024-2222222' }, status: { ...(status as object), selfReliance: 1 } });
      expect(await consultant.settle([both])).toMatchObject([{ outcome: 'conflict', opId: both.opId, groups: ['contact'] }]);
      const record = (await consultant.page(0, null)).records.find((each) => each.recordId === recordId);
      expect(record?.groups['contact']?.data).toEqual(phone);
      expect(record?.groups['status']?.data).toEqual(status);
      // A group that nobody touched still applies on its own.
      expect(await consultant.settle([write({ status: { ...(status as object), selfReliance: 2 } })])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[AUD1] [AUD2] whatever is refused leaves a line, each at the end of its chain, also when two devices send at the same moment', async () => {
      const { dossierId } = await candidate();
      const wrong = (client: Client) => ({ ...visit(client, dossierId), authoredAtMs: 1 });
      const before = (await shelf.checkAudit()).lines;
      await Promise.all([coach.settle([wrong(coach), wrong(coach)]), otherCoach.settle([wrong(otherCoach)]), coach.settle([wrong(coach)])]);
      expect(await shelf.checkAudit()).toEqual({ lines: before + 4, gaps: [] });
      await coach.settle([visit(coach, dossierId)]);
      expect(await shelf.checkAudit()).toEqual({ lines: before + 4, gaps: [] });
    });

    test('[OP4] what another key signed is refused, and does not take the id from the true operation', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId);
      const forged = { ...operation, signature: otherCoach.device.sign(operation).signature };
      expect(refusedAs((await coach.settle([forged]))[0])).toBe('signature');
      expect(refusedAs((await coach.settle([{ ...operation, authoredAtMs: 1 }]))[0])).toBe('signature');
      expect(await coach.settle([operation])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[OP4] whatever is changed of an operation after it was signed, it is not believed', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId);
      const changes: readonly object[] = [
        { opId: nextUuid() }, { authoredAtMs: operation.authoredAtMs + 1 }, { resolves: nextUuid() }, { baseVersions: { ...operation.baseVersions, note: { epoch: 1, n: 1 } } },
        { record: { ...operation.record, recordId: nextId('visit') } }, { record: { ...operation.record, kind: 'appointment' } },
        { payload: visitGroups({ observations: 'Anders.' }), payloadHash: hashPayload(visitGroups({ observations: 'Anders.' })) },
      ];
      const outcomes = await Promise.all(changes.map(async (change) => (await coach.settle([{ ...operation, ...change } as typeof operation]))[0]));
      expect(outcomes.map(refusedAs)).toEqual(changes.map(() => 'signature'));
      expect(await coach.settle([operation])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[OP4] a device that is unknown, withdrawn or another person’s is not believed', async () => {
      const { dossierId } = await candidate();
      const unknown = new Client(shelf, coach.user);
      expect(refusedAs((await unknown.settle([visit(unknown, dossierId)]))[0])).toBe('signature');
      const withdrawn = new Client(shelf, coach.user);
      await shelf.addDevice({ deviceId: withdrawn.device.deviceId, publicKey: withdrawn.device.publicKey, user: coach.user, revoked: true });
      expect(refusedAs((await withdrawn.settle([visit(withdrawn, dossierId)]))[0])).toBe('signature');
      const others = otherCoach.device.sign({ ...visit(coach, dossierId), deviceId: otherCoach.device.deviceId });
      expect(refusedAs((await coach.settle([others]))[0])).toBe('signature');
    });

    test('[PUSH6] another author in an operation is refused; the rest of the batch applies', async () => {
      const { dossierId } = await candidate();
      const spoofed = visit(otherCoach, dossierId);
      const own = visit(coach, dossierId);
      const outcomes = await coach.settle([spoofed, own]);
      expect(refusedAs(outcomes[0])).toBe('wrong-user');
      expect(outcomes[1]).toMatchObject({ outcome: 'applied' });
    });

    test('a visit or measurement that names another person as the one who did it is refused', async () => {
      const { dossierId } = await candidate();
      const [outcome] = await coach.settle([visit(coach, dossierId, { heldBy: 'jobcoach-twee' })]);
      expect(outcome).toMatchObject({ outcome: 'refused', reason: 'not-allowed', violations: [{ path: ['facts', 'heldBy'], code: 'author.other' }] });
    });

    test('[F18] [OP6] fields that this version does not know come back as they were sent', async () => {
      const { dossierId } = await candidate();
      const groups = visitGroups({ heldBy: coach.user.userId });
      const payload = { ...groups, facts: { ...(groups['facts'] as object), futureField: { deep: [1, 'twee', null, 0.1] } } };
      const operation = coach.device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload });
      await coach.settle([operation]);
      const record = (await coach.page(0, null)).records.find((each) => each.recordId === operation.record.recordId);
      expect(record?.groups['facts']?.data).toEqual(payload.facts);
    });

    test('[APPLY1] a payload that is not the hashed one is refused, and the right one still counts', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId);
      const damaged = { ...operation, payload: visitGroups({ heldBy: coach.user.userId, observations: 'Anders.' }) };
      expect(refusedAs((await coach.settle([damaged]))[0])).toBe('payload-hash');
      expect(await coach.settle([operation])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[APPLY3] a final measurement never changes, not even by its author', async () => {
      const { dossierId } = await candidate();
      const moved = await teamOf(dossierId, { jobcoach: 'jobcoach-een', consultant: 'consulent-een', expert: 'deskundige-een' });
      expect(moved).toMatchObject([{ outcome: 'applied' }]);
      const recordId = nextId<RecordId>('measurement');
      const payload = finalMeasurement({ expertId: expert.user.userId });
      const [applied] = await expert.settle([expert.device.operation({ kind: 'measurement', dossierId, recordId, payload })]);
      expect(applied).toMatchObject({ outcome: 'applied' });
      const version = { epoch: 1, n: (applied as Extract<Outcome, { outcome: 'applied' }>).n };
      const changed = expert.device.operation({ kind: 'measurement', dossierId, recordId, payload: { views: { employee: 'Anders', employer: 'Anders' } }, base: { views: version } });
      expect(refusedAs((await expert.settle([changed]))[0])).toBe('frozen');
    });

    test('[APPLY4] a visit is changed by its author only', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId);
      const [applied] = await coach.settle([operation]);
      const base = { note: { epoch: 1, n: (applied as Extract<Outcome, { outcome: 'applied' }>).n } };
      const note = { ...(operation.payload['note'] as object), observations: 'Herzien.' };
      const draft = { kind: 'visit', dossierId, recordId: operation.record.recordId, payload: { note }, base } as const;
      expect(refusedAs((await consultant.settle([consultant.device.operation(draft)]))[0])).toBe('not-author');
      expect(await coach.settle([coach.device.operation(draft)])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[APPLY5] every violation comes back, with its place and its code', async () => {
      const groups = candidateGroups();
      const payload = { ...groups, bsn: { bsn: '123456789' }, identity: { ...(groups['identity'] as object), familyName: ' ', birthDate: '20226-01-01' } };
      const operation = consultant.device.operation({ kind: 'candidate', dossierId: nextId<DossierId>('dossier'), recordId: nextId<RecordId>('candidate'), payload });
      const [outcome] = await consultant.settle([operation]);
      expect(refusedAs(outcome)).toBe('invalid');
      const found = (outcome as Extract<Outcome, { outcome: 'refused' }>).violations.map(({ path, code }) => `${path.join('.')} ${code}`);
      expect(found).toEqual(expect.arrayContaining(['bsn.bsn bsn.elfproef', 'identity.familyName text.required', 'identity.birthDate day.invalid']));
    });

    test('[APPLY6] a foreign dossier and one that does not exist give the same answer', async () => {
      const { dossierId } = await candidate();
      const foreign = visit(otherCoach, dossierId);
      const unknown = visit(otherCoach, nextId<DossierId>('dossier'));
      const [one, two] = await otherCoach.settle([foreign, unknown]);
      const bare = (outcome: Outcome | undefined) => ({ ...outcome, opId: '', recordId: '' });
      expect(refusedAs(one)).toBe('not-allowed');
      expect(bare(one)).toEqual(bare(two));
    });

    test('[APPLY6] an operation that writes nothing does not tell whether its record exists', async () => {
      const { dossierId, recordId } = await candidate();
      const empty = otherCoach.device.operation({ kind: 'candidate', dossierId, recordId, payload: {} });
      expect(refusedAs((await otherCoach.settle([empty]))[0])).toBe('not-allowed');
    });

    test('[APPLY6] rights hold before and after: nobody makes or moves a candidate outside their municipalities', async () => {
      const outside = consultant.device.operation({ kind: 'candidate', dossierId: nextId<DossierId>('dossier'), recordId: nextId<RecordId>('candidate'), payload: candidateGroups({ municipality: 'GM0225' }) });
      expect(refusedAs((await consultant.settle([outside]))[0])).toBe('not-allowed');
      const { dossierId, recordId, n } = await candidate();
      const registration = { ...(candidateGroups()['registration'] as object), municipality: 'GM0225' };
      const moved = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: { registration }, base: { registration: { epoch: 1, n } } });
      expect(refusedAs((await consultant.settle([moved]))[0])).toBe('not-allowed');
    });

    test('[APPLY6] a group or a kind that the role may not write is refused', async () => {
      const { dossierId, recordId, n } = await candidate();
      const status = candidateGroups()['status'] ?? null;
      const asCoach = coach.device.operation({ kind: 'candidate', dossierId, recordId, payload: { status }, base: { status: { epoch: 1, n } } });
      const made = coach.device.operation({ kind: 'candidate', dossierId: nextId<DossierId>('dossier'), recordId: nextId<RecordId>('candidate'), payload: candidateGroups() });
      const asManager = visit(manager, dossierId);
      expect((await coach.settle([asCoach, made])).map(refusedAs)).toEqual(['not-allowed', 'not-allowed']);
      expect((await manager.settle([asManager])).map(refusedAs)).toEqual(['not-allowed']);
    });

    test('a record keeps its dossier, and a dossier its one candidate', async () => {
      const first = await candidate();
      const second = await candidate();
      const operation = visit(coach, first.dossierId);
      await coach.settle([operation]);
      const elsewhere = coach.device.operation({ kind: 'visit', dossierId: second.dossierId, recordId: operation.record.recordId, payload: visitGroups({ heldBy: coach.user.userId }) });
      expect(refusedAs((await coach.settle([elsewhere]))[0])).toBe('not-allowed');
      const twin = consultant.device.operation({ kind: 'candidate', dossierId: first.dossierId, recordId: nextId<RecordId>('candidate'), payload: candidateGroups() });
      expect(refusedAs((await consultant.settle([twin]))[0])).toBe('invalid');
      const misplaced = consultant.device.operation({ kind: 'workPlace', dossierId: first.dossierId, recordId: nextId<RecordId>('place'), payload: { facts: {} } });
      expect(refusedAs((await consultant.settle([misplaced]))[0])).toBe('not-allowed');
    });

    test('[APPLY7] versions rise in the order of applying, one per operation', async () => {
      const { dossierId } = await candidate();
      const outcomes = await coach.settle([visit(coach, dossierId), visit(coach, dossierId), visit(coach, dossierId)]);
      const ns = outcomes.map((outcome) => (outcome.outcome === 'applied' ? outcome.n : -1));
      expect(ns).toEqual(ns.toSorted((a, b) => a - b));
      expect(new Set(ns).size).toBe(3);
    });

    test('[OP2] an operation builds on an earlier one of which the device has not heard the version yet', async () => {
      const { dossierId } = await candidate();
      const first = visit(coach, dossierId);
      const note = (observations: string) => ({ note: { ...(first.payload['note'] as object), observations } });
      const change = (after: OpId, observations: string) =>
        coach.device.operation({ kind: 'visit', dossierId, recordId: first.record.recordId, payload: note(observations), base: { note: { afterOp: after } } });
      const second = change(first.opId, 'Tweede.');
      expect(await coach.settle([first, second])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
      // In a later batch as well; but not on one that something else came after, or that was never applied.
      const third = change(second.opId, 'Derde.');
      expect(await coach.settle([third])).toMatchObject([{ outcome: 'applied' }]);
      expect(await coach.settle([change(second.opId, 'Te laat.'), change(nextUuid() as OpId, 'Nergens op.')])).toMatchObject([{ outcome: 'conflict' }, { outcome: 'conflict' }]);
      const record = (await coach.page(0, null)).records.find((each) => each.recordId === first.record.recordId);
      expect(record?.groups['note']?.data).toMatchObject({ observations: 'Derde.' });
      expect(record?.groups['facts']?.version.n).toBeLessThan(record?.n ?? 0);
    });

    test('an operation may build on one before it in the same batch', async () => {
      const dossierId = nextId<DossierId>('employer');
      const recordId = nextId<RecordId>('employer');
      const make = consultant.device.operation({ kind: 'employer', dossierId, recordId, payload: employerGroups() });
      const workPlace = consultant.device.operation({
        kind: 'workPlace', dossierId, recordId: nextId<RecordId>('place'),
        payload: { facts: { type: 'v', title: 'Inpakker', tasks: 'Inpakken', hoursPerWeek: 24, acquiredOn: '2026-02-02', filledOn: null } },
      });
      expect(await consultant.settle([make, workPlace])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    });

    test('[F2] [PUSH3] a repeat has no second effect and hears its outcome again', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId);
      const [first] = await coach.settle([operation]);
      const before = (await manager.page(0, null)).tail.cursor;
      const [again] = await coach.settle([operation]);
      expect(again).toEqual(first);
      const after = await manager.page(before, 1);
      expect(after.records).toEqual([]);
      // Twice in one batch is a repeat as well.
      const twice = visit(coach, dossierId);
      await coach.push([twice, twice]);
      expect((await coach.pull()).tail.outcomes).toMatchObject([{ outcome: 'applied', opId: twice.opId }]);
    });

    test('[PUSH3] another payload under a known id is refused, and the first stays what it was', async () => {
      const { dossierId } = await candidate();
      const operation = visit(coach, dossierId, { observations: 'De eerste.' });
      await coach.settle([operation]);
      const other = coach.device.operation({ kind: 'visit', dossierId, recordId: operation.record.recordId, payload: visitGroups({ heldBy: coach.user.userId, observations: 'De tweede.' }), opId: operation.opId });
      expect(refusedAs((await coach.settle([other]))[0])).toBe('same-id-other-payload');
      const record = (await coach.page(0, null)).records.find((each) => each.recordId === operation.record.recordId);
      expect(record?.groups['note']?.data).toMatchObject({ observations: 'De eerste.' });
      expect(await coach.settle([operation])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[F4] [PUSH3] the same batch twice at the same moment has one effect', async () => {
      const { dossierId } = await candidate();
      const batch = Array.from({ length: 20 }, () => visit(coach, dossierId));
      await Promise.all([coach.push(batch), coach.push(batch), coach.push(batch)]);
      const page = await coach.pull();
      expect(page.tail.outcomes.map((outcome) => outcome.opId).toSorted()).toEqual(batch.map((operation) => operation.opId).toSorted());
      expect(page.tail.outcomes.every((outcome) => outcome.outcome === 'applied')).toBe(true);
      expect(page.records.filter((record) => record.kind === 'visit')).toHaveLength(20);
    });

    test('[F3] [PUSH2] [PUSH4] whatever stands in the middle of a batch, its neighbours apply', async () => {
      const { dossierId } = await candidate();
      const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'x');
      const hostile = (payload: unknown): unknown => ({ ...visit(coach, dossierId), opId: nextUuid(), payload });
      const batch: readonly unknown[] = [
        null, 17, 'x', [], {}, { opId: 'geen uuid' }, { opId: nextUuid() },
        JSON.parse('{"opId":"11111111-1111-4111-8111-111111111111","record":{"recordId":"visit-x"},"payload":{"__proto__":{"x":1}}}') as unknown,
        hostile({ facts: nested(5_000) }),
        hostile({ constructor: {} }),
        hostile({ facts: Number.POSITIVE_INFINITY }),
        { ...visit(coach, dossierId), extra: 1 },
        { ...visit(coach, dossierId), protocol: 99 },
      ];
      const first = visit(coach, dossierId);
      const last = visit(coach, dossierId);
      const answers = await coach.push([first, ...batch, last]);
      expect(answers).toHaveLength(batch.length + 2);
      expect(answers[0]).toEqual({ opId: first.opId, answer: 'received' });
      expect(answers.at(-1)).toEqual({ opId: last.opId, answer: 'received' });
      expect(answers[1]).toEqual({ index: 1, answer: 'unreadable' });
      const { tail } = await coach.pull();
      const outcomeOf = (opId: OpId) => tail.outcomes.find((outcome) => outcome.opId === opId)?.outcome;
      expect([outcomeOf(first.opId), outcomeOf(last.opId)]).toEqual(['applied', 'applied']);
      // Every entry that was answered `received` has an outcome to pull.
      for (const answer of answers) if (answer.answer === 'received') expect(outcomeOf(answer.opId)).toBeDefined();
      expect(tail.outcomes.filter((outcome) => outcome.outcome === 'refused' && outcome.reason === 'protocol')).toHaveLength(1);
    });

    test('[PUSH4] text that cannot be kept is refused with its place; the operation stays as evidence under its id', async () => {
      const { dossierId } = await candidate();
      const half = visit(coach, dossierId, { observations: 'Halve emoji \ud83d hier.' });
      const zero = visit(coach, dossierId, { observations: 'Nul \u0000 hier.' });
      const good = visit(coach, dossierId, { observations: 'Hele emoji \u{1f600} hier, en "aanhalingstekens" \\ ook.' });
      const outcomes = await coach.settle([half, zero, good]);
      expect(outcomes.slice(0, 2).map(refusedAs)).toEqual(['invalid', 'invalid']);
      expect(outcomes[0]).toMatchObject({ violations: [{ path: ['note', 'observations'], code: 'text.controlCharacters' }] });
      const record = (await coach.page(0, null)).records.find((each) => each.recordId === good.record.recordId);
      expect(record?.groups['note']?.data).toEqual(good.payload['note']);
      expect(await coach.settle([zero])).toEqual([outcomes[1]]);
    });

    test('[F3] [PUSH4] a row that the shelf itself refuses fails alone', async () => {
      const { dossierId } = await candidate();
      const before = visit(coach, dossierId);
      const poison = visit(coach, dossierId);
      const after = visit(coach, dossierId);
      await shelf.refuseRecord(poison.record.recordId);
      const outcomes = await coach.settle([before, poison, after]);
      expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['applied', 'refused', 'applied']);
      expect(outcomes[1]).toMatchObject({ reason: 'invalid', violations: [{ code: 'record.unprocessable' }] });
      // The slow way is told, and only that.
      expect(coach.stepwise).toEqual([3]);
      await coach.settle([visit(coach, dossierId)]);
      expect(coach.stepwise).toEqual([3]);
    });

    test('[PUSH1] [PUSH4] of more than a step holds the two that the shelf refuses fail alone, and the others keep their order', async () => {
      const { dossierId } = await candidate();
      const batch = Array.from({ length: stepSize + 40 }, () => visit(coach, dossierId));
      const poison = new Set<OpId>();
      for (const operation of batch.filter((_, index) => index === 7 || index === stepSize + 39)) {
        poison.add(operation.opId);
        await shelf.refuseRecord(operation.record.recordId);
      }
      const outcomes = new Map((await coach.settle(batch)).map((outcome) => [outcome.opId, outcome]));
      expect(batch.map(({ opId }) => outcomes.get(opId)?.outcome)).toEqual(batch.map(({ opId }) => (poison.has(opId) ? 'refused' : 'applied')));
      const ns = batch.flatMap(({ opId }) => {
        const outcome = outcomes.get(opId);
        return outcome?.outcome === 'applied' ? [outcome.n] : [];
      });
      expect(ns).toEqual(ns.toSorted((a, b) => a - b));
    });

    test('[PUSH1] [PUSH3] [DIG1] what comes later in a batch builds on what came before it, whatever step it is in, and the whole is a repeat the next time', async () => {
      const { dossierId, recordId, n } = await candidate();
      const first = visit(consultant, dossierId);
      const note = (observations: string, after: OpId) =>
        consultant.device.operation({ kind: 'visit', dossierId, recordId: first.record.recordId, payload: { note: visitGroups({ observations })['note'] as JsonValue }, base: { note: { afterOp: after } } });
      const second = note('Eerst dit.', first.opId);
      const third = note('Dan dit.', second.opId);
      const registration = { ...(candidateGroups()['registration'] as object), municipality: 'GM0296' };
      const move = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: { registration }, base: { registration: { epoch: 1, n } } });
      const visits = (count: number) => Array.from({ length: count }, () => visit(consultant, dossierId));
      const batch = [first, ...visits(stepSize), second, move, ...visits(stepSize), third, ...visits(3)];
      const outcomes = await consultant.settle(batch);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(batch.map(() => 'applied'));
      const { records, tail } = await consultant.everything();
      expect(records.find((record) => record.recordId === first.record.recordId)?.groups['note']?.data).toMatchObject({ observations: 'Dan dit.' });
      expect(tail.digest).toBe(digestText(records.length, records.reduce((xor, record) => xor ^ rowDigest(record.recordId, record.n), 0n)));
      expect(records.filter(({ kind }) => kind === 'visit')).toHaveLength(2 * stepSize + 4);
      expect(await consultant.settle(batch)).toEqual(outcomes);
      expect((await consultant.everything()).records).toEqual(records);
    });

    test('[PULL2] the manager’s rows hold no name, no BSN and no word of a note', async () => {
      const { dossierId, recordId } = await candidate({ familyName: 'Geheimnaam' });
      await coach.settle([visit(coach, dossierId, { observations: 'Geheimwoord in het verslag.' })]);
      const { text, records } = await manager.pull();
      for (const secret of ['Geheimnaam', 'Noor', bsnOfDemo, 'Geheimwoord', 'voorbeeld.example', 'Kwartelhof', '06-0000']) expect(text).not.toContain(secret);
      expect(Object.keys(records.find((record) => record.recordId === recordId)?.groups ?? {}).toSorted()).toEqual(['registration', 'status']);
      expect(records.filter((record) => record.kind === 'visit').map((record) => Object.keys(record.groups))).toEqual([['facts']]);
    });

    test('[PULL2] a jobcoach gets the caseload without BSN, and nothing of another’s', async () => {
      const own = await candidate();
      const others = await candidate({ jobcoach: 'jobcoach-twee', familyName: 'Andermans' });
      const { text, records } = await coach.pull();
      expect(text).not.toContain(bsnOfDemo);
      expect(text).not.toContain('Andermans');
      expect(text).not.toContain(others.dossierId);
      expect(records.find((record) => record.recordId === own.recordId)?.groups).toHaveProperty('identity');
      expect((await consultant.page(0, null)).text).toContain(bsnOfDemo);
      expect((await administrator.pull()).records).toEqual([]);
    });

    test('[PULL2] a measurement without a result is nothing for a manager: not a row, and not counted', async () => {
      const { dossierId } = await candidate();
      await teamOf(dossierId, { jobcoach: 'jobcoach-een', consultant: 'consulent-een', expert: 'deskundige-een' });
      const { result: _result, ...draft } = finalMeasurement({ expertId: expert.user.userId });
      expect(await expert.settle([expert.device.operation({ kind: 'measurement', dossierId, recordId: nextId<RecordId>('measurement'), payload: draft })])).toMatchObject([{ outcome: 'applied' }]);
      expect((await expert.page(0, null)).records.map((record) => record.kind)).toContain('measurement');
      await candidate();
      expect((await manager.page(0, null, 1)).tail).toMatchObject({ more: true, remaining: 1 });
      expect((await manager.page(0, null)).records.map((record) => record.kind)).toEqual(['candidate', 'candidate']);
    });

    test('[PULL6] small pages bring every row exactly once, and say truthfully what remains', async () => {
      const { dossierId } = await candidate();
      await coach.push(Array.from({ length: 23 }, () => visit(coach, dossierId)));
      const seen: string[] = [];
      let outcomes = 0;
      for (let rounds = 0; rounds < 50; rounds += 1) {
        const page = await coach.pull(4);
        seen.push(...page.records.map((record) => record.recordId));
        outcomes += page.tail.outcomes.length;
        expect(page.tail.remaining).toBe(24 - seen.length);
        if (!page.tail.more) break;
      }
      expect(seen).toHaveLength(24);
      expect(new Set(seen).size).toBe(24);
      expect(outcomes).toBe(23);
    });

    test('[PULL6] nothing new is an empty page at the same cursor', async () => {
      await candidate();
      const page = await coach.pull();
      const again = await coach.pull();
      expect(again.records).toEqual([]);
      expect(again.tail).toMatchObject({ cursor: page.tail.cursor, more: false, remaining: 0, outcomes: [], forget: [] });
    });

    test('[F10] [PULL7] another epoch, or a cursor from a future that this server does not know, starts again at 0', async () => {
      const { recordId } = await candidate();
      await coach.pull();
      await shelf.setEpoch(2);
      const page = await coach.pull();
      expect(page.epoch).toBe(2);
      expect(page.records.map((record) => record.recordId)).toEqual([recordId]);
      expect((await coach.page(1_000_000, 2)).records).toHaveLength(1);
    });

    test('[FGT1] a candidate who comes into a caseload arrives with everything; who lost them is told to forget', async () => {
      const { dossierId, recordId } = await candidate();
      const operation = visit(coach, dossierId);
      await coach.settle([operation]);
      await otherCoach.pull();
      const awaySince = coach.cursor;
      expect(await teamOf(dossierId, { jobcoach: 'jobcoach-twee', consultant: 'consulent-een', expert: null })).toMatchObject([{ outcome: 'applied' }]);
      expect(withoutHistory((await otherCoach.pull()).records)).toEqual([recordId, operation.record.recordId].toSorted());
      const lost = await coach.pull();
      expect(lost.records).toEqual([]);
      expect(lost.tail.forget).toEqual([dossierId]);
      expect((await consultant.pull()).tail.forget).toEqual([]);

      // And back: nothing to forget any more, also for a device that was away all the time.
      await teamOf(dossierId, { jobcoach: 'jobcoach-een', consultant: 'consulent-een', expert: null });
      const back = await coach.pull();
      expect(back.tail.forget).toEqual([]);
      expect((await coach.page(awaySince, 1)).tail.forget).toEqual([]);
      expect(withoutHistory(back.records)).toEqual([recordId, operation.record.recordId].toSorted());
      expect((await otherCoach.pull()).tail.forget).toEqual([dossierId]);
      expect((await otherCoach.page(0, null)).tail.forget).toEqual([dossierId]);
    });

    test('[FGT1] a candidate who moves to another municipality leaves the one consultant and reaches the other', async () => {
      const wijchen = await addConsultant('consulent-wijchen', ['GM0296']);
      const nijmegen = await addConsultant('consulent-nijmegen', ['GM0268']);
      const { dossierId, recordId, n } = await candidate({ jobcoach: null });
      await Promise.all([wijchen.pull(), nijmegen.pull()]);
      const registration = { ...(candidateGroups()['registration'] as object), municipality: 'GM0296' };
      expect(await consultant.settle([consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: { registration }, base: { registration: { epoch: 1, n } } })])).toMatchObject([{ outcome: 'applied' }]);
      expect(withoutHistory((await wijchen.pull()).records)).toEqual([recordId]);
      expect((await nijmegen.pull()).tail.forget).toEqual([dossierId]);
      expect((await nijmegen.page(0, null)).records).toEqual([]);
    });

    test('documents of the region reach everyone, and only the administrator writes them', async () => {
      const document = { document: { id: 'visit', version: 2, content: { vraag: 'Hoe ging het?' } } };
      const draft = { kind: 'regionDocument', dossierId: 'region' as DossierId, recordId: nextId<RecordId>('form'), payload: document } as const;
      expect(refusedAs((await coach.settle([coach.device.operation(draft)]))[0])).toBe('not-allowed');
      expect(await administrator.settle([administrator.device.operation(draft)])).toMatchObject([{ outcome: 'applied' }]);
      for (const client of [coach, consultant, expert, manager, administrator]) expect((await client.page(0, null)).records.map((record) => record.kind)).toEqual(['regionDocument']);
    });

    test('[PULL6] a reader that follows its cursor while many write at once misses nothing', async () => {
      const { dossierId } = await candidate();
      const seen = new Set<string>();
      let writing = true;
      const reading = (async () => {
        while (writing) {
          for (const record of (await coach.pull(3)).records) seen.add(record.recordId);
          // In memory a pull never leaves this turn of the event loop: the writers need theirs.
          await immediate();
        }
      })();
      const batches = Array.from({ length: 12 }, (_, index) => Array.from({ length: 5 }, () => visit(index % 2 === 0 ? coach : consultant, dossierId)));
      await Promise.all(batches.map((batch, index) => (index % 2 === 0 ? coach : consultant).push(batch)));
      writing = false;
      await reading;
      for (let more = true; more; ) {
        const page = await coach.pull(3);
        for (const record of page.records) seen.add(record.recordId);
        ({ more } = page.tail);
      }
      for (const operation of batches.flat()) expect(seen).toContain(operation.record.recordId);
    });

    async function addConsultant(userId: string, municipalities: readonly ('GM0268' | 'GM0296')[]): Promise<Client> {
      const user = person(shelf.region, userId, 'consultant', municipalities);
      await shelf.addUsers([user]);
      return Client.signIn(shelf, user);
    }

    /** The consultant gives the candidate this team. */
    async function teamOf(dossierId: DossierId, team: Readonly<Record<string, string | null>>): Promise<readonly Outcome[]> {
      const record = (await consultant.page(0, null)).records.find((each) => each.dossierId === dossierId && each.kind === 'candidate');
      const base = { team: record?.groups['team']?.version ?? null };
      return consultant.settle([consultant.device.operation({ kind: 'candidate', dossierId, recordId: record?.recordId ?? nextId<RecordId>('candidate'), payload: { team }, base })]);
    }
  });
}
