import { beforeEach, describe, expect, test } from 'vitest';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import { conflictKinds } from '#shared/domain/records/waiting-work.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { candidateGroups, nextId, nextUuid, visitGroups } from './server-builders.ts';
import { Cast, workPlaceGroups } from './server-cast.ts';
import type { Client, ServerShelf } from './server-harness.ts';

const tasks = 'Dozen vouwen aan de lijn. Etiketten plakken. Op vrijdag de vloer vegen.';
const facts = (over: Parameters<typeof workPlaceGroups>[0] = {}) => ({ facts: workPlaceGroups({ tasks, ...over })['facts'] ?? null });
const phoneOf = (phone: string) => ({ contact: { ...(candidateGroups()['contact'] as object), phone } });
const kindOf = (outcome: Outcome | undefined): string => (outcome?.outcome === 'refused' ? outcome.reason : (outcome?.outcome ?? 'nothing'));

const appointmentFacts = () => ({ plannedOn: '2026-03-11', beginsAt: '10:00', durationMinutes: 45, about: 'meting', location: 'Hal 3', withUser: 'deskundige-een', state: 'gepland' });
const isConflictKind = (kind: string) => conflictKinds.some((each) => each === kind);
const opIdOf = (record: StoredRecord): unknown => (record.groups['about']?.data as { readonly opId?: unknown } | undefined)?.opId;

/** What every shelf of the server must hold to when two people change the same. */
export function serverConflictsContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`two people on ${name}`, () => {
    let cast: Cast;
    let consultant: Client;
    let other: Client;
    beforeEach(async () => {
      cast = await Cast.onto(await freshShelf());
      ({ consultant, otherConsultant: other } = cast);
    });

    /** Both change the contact of one candidate; the second one conflicts. */
    async function conflict(): Promise<{ readonly candidate: StoredRecord; readonly waiting: SignedOperation; readonly outcome: Extract<Outcome, { outcome: 'conflict' }> }> {
      const candidate = await cast.candidate();
      await cast.apply(other, cast.change(other, candidate, phoneOf('024-1111111')));
      const waiting = cast.change(consultant, candidate, phoneOf('024-2222222'));
      const [outcome] = await consultant.settle([waiting]);
      if (outcome?.outcome !== 'conflict') throw new Error(`no conflict: ${JSON.stringify(outcome)}`);
      return { candidate: await cast.see(consultant, candidate.recordId), waiting, outcome };
    }
    const conflictsOf = async (client: Client) => (await client.everything()).records.filter(({ kind }) => isConflictKind(kind));
    const phone = async (recordId: StoredRecord['recordId']) => (await cast.see(consultant, recordId)).groups['contact']?.data;

    test('[CON1] a conflict says at which version the current value stands, by whom and since when', async () => {
      const { candidate, outcome } = await conflict();
      expect(outcome.groups).toEqual(['contact']);
      const { version, changedBy, changedAtMs } = candidate.groups['contact'] ?? {};
      expect(outcome.current).toEqual({ contact: { version, changedBy, changedAtMs } });
      expect(changedBy).toBe('consulent-twee');
    });

    test('[F21] [APPLY2] one closes a file while another moves it and a jobcoach writes in it: the note stands, and the two changes of one group wait for a person', async () => {
      const candidate = await cast.candidate();
      await cast.coach.pull();
      const registration = (over: object) => ({ registration: { ...(candidateGroups()['registration'] as object), ...over } });
      await cast.apply(other, cast.change(other, candidate, registration({ closedOn: '2026-03-01' })));
      const [moved] = await consultant.settle([cast.change(consultant, candidate, registration({ entrance: 'internet' }))]);
      expect(moved).toMatchObject({ outcome: 'conflict', groups: ['registration'] });
      const note = cast.visit(cast.coach, candidate.dossierId, { observations: 'Nog even langs geweest.' });
      expect(await cast.coach.settle([note])).toMatchObject([{ outcome: 'applied' }]);
      expect((await cast.see(consultant, candidate.recordId)).groups['registration']?.data).toMatchObject({ closedOn: '2026-03-01', entrance: 'bedrijfspoort' });
      expect(await conflictsOf(consultant)).toHaveLength(1);
      expect((await cast.see(consultant, note.record.recordId)).createdBy).toBe(cast.coach.user.userId);
    });

    describe('in long text', () => {
      let place: StoredRecord;
      beforeEach(async () => {
        place = await cast.workPlace((await cast.employer()).dossierId, tasks);
      });
      const tasksNow = async () => (await cast.see(consultant, place.recordId)).groups['facts']?.data;

      test('[F21] [CON2] in different places both changes stand, under a version of their own', async () => {
        await cast.apply(other, cast.change(other, place, facts({ tasks: `${tasks} Pauze om tien uur.` })));
        const mine = cast.change(consultant, place, facts({ tasks: tasks.replace('Etiketten', 'Gele etiketten') }));
        const outcome = await cast.apply(consultant, mine);
        expect(outcome.merged).toBe(true);
        expect(await tasksNow()).toEqual(facts({ tasks: 'Dozen vouwen aan de lijn. Gele etiketten plakken. Op vrijdag de vloer vegen. Pauze om tien uur.' }).facts);
        expect((await cast.see(other, place.recordId)).groups['facts']).toMatchObject({ version: { epoch: 1, n: outcome.n }, changedBy: 'consulent-een' });
        expect(await conflictsOf(consultant)).toEqual([]);
      });

      test('[CON2] [OP2] also when it builds on an earlier operation that had no version yet, in one batch or in two', async () => {
        const first = cast.change(consultant, place, facts({ tasks: tasks.replace('Dozen', 'Kleine dozen') }));
        await consultant.settle([first]);
        const seen = await cast.see(other, place.recordId);
        await cast.apply(other, cast.change(other, seen, facts({ tasks: `${tasks.replace('Dozen', 'Kleine dozen')} Pauze om tien uur.` })));
        const second = cast.change(consultant, place, facts({ tasks: tasks.replace('Dozen', 'Kleine dozen').replace('Etiketten', 'Gele etiketten') }), { base: { facts: { afterOp: first.opId } } });
        expect(await consultant.settle([second])).toMatchObject([{ outcome: 'applied', merged: true }]);
        expect(await tasksNow()).toMatchObject({ tasks: 'Kleine dozen vouwen aan de lijn. Gele etiketten plakken. Op vrijdag de vloer vegen. Pauze om tien uur.' });
      });

      test.each([
        ['the same sentence', facts({ tasks: tasks.replace('vrijdag', 'maandag') }), facts({ tasks: tasks.replace('vrijdag', 'dinsdag') })],
        ['another field as well', facts({ tasks: `${tasks} Pauze.`, hoursPerWeek: 20 }), facts({ tasks: `Eerst tellen. ${tasks}` })],
        ['a field, and the other the text', facts({ hoursPerWeek: 20 }), facts({ tasks: `Eerst tellen. ${tasks}` })],
      ])('[CON2] when one changed %s it is left to a person', async (_, theirs, mine) => {
        await cast.apply(other, cast.change(other, place, theirs));
        expect((await consultant.settle([cast.change(consultant, place, mine)])).map(kindOf)).toEqual(['conflict']);
        expect(await tasksNow()).toEqual(theirs.facts);
      });

      test('[CON3] two texts that fit and together do not are left to a person', async () => {
        const long = `${tasks} ${'nogmaals '.repeat(100)}`;
        place = await cast.see(consultant, (await cast.workPlace(place.dossierId, long)).recordId);
        await cast.apply(other, cast.change(other, place, facts({ tasks: `${'begin '.repeat(150)}${long}` })));
        expect((await consultant.settle([cast.change(consultant, place, facts({ tasks: `${long}${'einde '.repeat(100)}` }))])).map(kindOf)).toEqual(['conflict']);
      });

      test('[CON2] a base that this server never had is left to a person', async () => {
        await cast.apply(other, cast.change(other, place, facts({ tasks: `${tasks} Pauze.` })));
        const version = place.groups['facts']?.version ?? { epoch: 1, n: 0 };
        for (const base of [{ ...version, epoch: 7 }, { epoch: 1, n: 999 }, null]) {
          expect((await consultant.settle([cast.change(consultant, place, facts({ tasks: `Eerst tellen. ${tasks}` }), { base: { facts: base } })])).map(kindOf)).toEqual(['conflict']);
        }
      });
    });

    test('[CON3] what is an author’s own is never put together, not even from two of their devices', async () => {
      const { dossierId } = await cast.candidate();
      const visit = cast.visit(cast.coach, dossierId, { observations: tasks });
      await cast.apply(cast.coach, visit);
      const seen = await cast.see(cast.coach, visit.record.recordId);
      const note = (observations: string) => ({ note: visitGroups({ observations })['note'] ?? null });
      await cast.apply(cast.coach, cast.change(cast.coach, seen, note(`${tasks} Eind.`)));
      expect((await cast.coach.settle([cast.change(cast.coach, seen, note(`Begin. ${tasks}`))])).map(kindOf)).toEqual(['conflict']);
      expect(await conflictsOf(consultant)).toEqual([]);
    });

    test('[CON5] whoever may write it sees both values; nobody else does', async () => {
      const { candidate, waiting } = await conflict();
      // The jobcoach in the team may write down where to reach somebody as well.
      for (const client of [consultant, other, cast.coach]) {
        const [laid] = await conflictsOf(client);
        expect(laid).toMatchObject({ kind: 'coachConflict', dossierId: candidate.dossierId, createdBy: 'consulent-een' });
        expect(laid?.groups['about']?.data).toMatchObject({ opId: waiting.opId, kind: 'candidate', recordId: candidate.recordId, groups: ['contact'] });
        expect(laid?.groups['content']?.data).toEqual(waiting.payload);
      }
      for (const client of [cast.otherCoach, cast.expert, cast.manager, cast.administrator]) expect(await conflictsOf(client)).toEqual([]);
    });

    test('[CON5] what a jobcoach may not write is not shown to one, also not that it waits; what is in the agenda is the whole team’s', async () => {
      const candidate = await cast.candidate();
      await cast.teamOf(candidate, { expert: 'deskundige-een' });
      const seen = await cast.see(consultant, candidate.recordId);
      const both = (phone: string) => ({ ...phoneOf(phone), registration: { ...(candidateGroups()['registration'] as object), entrance: 'internet' } });
      await cast.apply(other, cast.change(other, seen, phoneOf('024-1111111')));
      expect((await consultant.settle([cast.change(consultant, seen, both('024-2222222'))])).map(kindOf)).toEqual(['conflict']);
      expect((await conflictsOf(other)).map(({ kind }) => kind)).toEqual(['conflict']);
      for (const client of [cast.coach, cast.expert]) expect(await conflictsOf(client)).toEqual([]);

      const appointment = await cast.keep(cast.coach, { kind: 'appointment', dossierId: candidate.dossierId, recordId: nextId<RecordId>('appointment'), payload: { facts: appointmentFacts() } });
      const moved = (plannedOn: string) => ({ facts: { ...appointmentFacts(), plannedOn } });
      await cast.apply(consultant, cast.change(consultant, appointment, moved('2026-03-12')));
      const [outcome] = await cast.coach.settle([cast.change(cast.coach, appointment, moved('2026-03-13'))]);
      expect(kindOf(outcome)).toBe('conflict');
      for (const client of [cast.coach, cast.expert]) expect((await conflictsOf(client)).map(({ kind }) => kind)).toEqual(['teamConflict']);
      const decision = cast.change(cast.expert, await cast.see(cast.expert, appointment.recordId), moved('2026-03-14'), { resolves: outcome?.opId as OpId });
      expect((await cast.expert.settle([decision])).map(kindOf)).toEqual(['applied']);
      expect((await conflictsOf(cast.coach))[0]?.groups['decision']).toMatchObject({ data: { choice: 'combined', by: decision.opId }, changedBy: 'deskundige-een' });
    });

    test('[CON4] a person decides for what stands there: nothing is written, and the waiting operation hears who decided', async () => {
      const { candidate, waiting } = await conflict();
      const decision = cast.change(consultant, candidate, {}, { resolves: waiting.opId });
      await consultant.push([decision]);
      const { tail } = await consultant.pull();
      expect(tail.outcomes).toMatchObject([{ outcome: 'applied', opId: decision.opId }, { outcome: 'resolved', opId: waiting.opId, by: decision.opId }]);
      expect(await phone(candidate.recordId)).toEqual(phoneOf('024-1111111').contact);
      expect((await conflictsOf(other))[0]?.groups['decision']).toMatchObject({ data: { choice: 'current', by: decision.opId }, changedBy: 'consulent-een' });
      // Offered again, it hears the same again.
      expect(await consultant.settle([waiting])).toMatchObject([{ outcome: 'resolved', by: decision.opId }]);
      expect(await phone(candidate.recordId)).toEqual(phoneOf('024-1111111').contact);
    });

    test.each([
      ['waiting', '024-2222222'],
      ['combined', '024-1111111 of 024-2222222'],
    ])('[CON4] a person decides for the %s value: it applies on what stands there', async (choice, wanted) => {
      const { candidate, waiting } = await conflict();
      const decision = cast.change(consultant, candidate, phoneOf(wanted), { resolves: waiting.opId });
      await consultant.push([decision]);
      expect((await consultant.pull()).tail.outcomes).toMatchObject([{ outcome: 'applied', opId: decision.opId }, { outcome: 'resolved', opId: waiting.opId, by: decision.opId }]);
      expect(await phone(candidate.recordId)).toEqual(phoneOf(wanted).contact);
      expect((await conflictsOf(consultant))[0]?.groups['decision']?.data).toEqual({ choice, by: decision.opId });
    });

    test('[CON4] [AUD1] the audit says that two versions waited, who chose which, and not a word of either', async () => {
      const { candidate, waiting } = await conflict();
      const decision = cast.change(other, candidate, phoneOf('024-3333333'), { resolves: waiting.opId });
      await other.settle([decision]);
      const lines = await cast.shelf.auditLines();
      const { dossierId, recordId } = candidate;
      expect(lines.filter(({ result }) => result === 'conflict' || result === 'resolved')).toEqual([
        { action: 'operation', result: 'conflict', userId: 'consulent-een', dossierId, recordId, detail: {} },
        { action: 'conflict', result: 'resolved', userId: 'consulent-twee', dossierId, recordId, detail: { choice: 'combined', waiting: waiting.opId, by: decision.opId } },
      ]);
      expect(JSON.stringify(lines)).not.toMatch(/024-|Kwartelhof|Zonneveldt/);
      expect((await cast.shelf.checkAudit()).gaps).toEqual([]);
    });

    test('[CON4] another who may write it decides as well; every device of the author hears it', async () => {
      const { candidate, waiting } = await conflict();
      await consultant.pull();
      const decision = cast.change(other, candidate, {}, { resolves: waiting.opId });
      expect(await other.settle([decision])).toMatchObject([{ outcome: 'applied' }]);
      expect((await consultant.pull()).tail.outcomes).toMatchObject([{ outcome: 'resolved', opId: waiting.opId, by: decision.opId }]);
    });

    test('[CON4] nobody else decides, and nobody learns whether there is anything to decide', async () => {
      const { candidate, waiting } = await conflict();
      const asReader = cast.change(cast.manager, candidate, {}, { resolves: waiting.opId });
      const ofNothing = cast.change(cast.manager, candidate, {}, { resolves: nextUuid() as OpId });
      const [one, two] = await cast.manager.settle([asReader, ofNothing]);
      expect([one, two].map(kindOf)).toEqual(['not-allowed', 'not-allowed']);
      expect({ ...one, opId: '' }).toEqual({ ...two, opId: '' });
      const elsewhere = await cast.candidate();
      const misplaced = cast.change(consultant, elsewhere, {}, { resolves: waiting.opId });
      const applied = cast.change(consultant, candidate, {}, { resolves: asReader.opId });
      expect((await consultant.settle([misplaced, applied])).map(kindOf)).toEqual(['not-allowed', 'not-allowed']);
      expect((await conflictsOf(consultant))[0]?.groups).not.toHaveProperty('decision');
    });

    test('[CON4] what was decided twice was decided once; the second change counts by its version', async () => {
      const { candidate, waiting } = await conflict();
      const first = cast.change(other, candidate, phoneOf('024-3333333'), { resolves: waiting.opId });
      expect(await other.settle([first])).toMatchObject([{ outcome: 'applied' }]);
      const late = cast.change(consultant, candidate, phoneOf('024-4444444'), { resolves: waiting.opId });
      const lateStays = cast.change(consultant, candidate, {}, { resolves: waiting.opId });
      expect((await consultant.settle([late, lateStays])).map(kindOf)).toEqual(['conflict', 'applied']);
      expect(await phone(candidate.recordId)).toEqual(phoneOf('024-3333333').contact);
      const decided = (await conflictsOf(consultant)).flatMap((record) => (record.groups['decision'] === undefined ? [] : [record.groups['decision'].data]));
      expect(decided).toEqual([{ choice: 'combined', by: first.opId }]);
    });

    test('[CON4] a decision that itself comes too late takes the place of the conflict: one thing waits, with what was decided', async () => {
      const { candidate, waiting } = await conflict();
      await cast.apply(other, cast.change(other, candidate, phoneOf('024-3333333')));
      const decision = cast.change(consultant, candidate, phoneOf('024-4444444'), { resolves: waiting.opId });
      await consultant.push([decision]);
      expect((await consultant.pull()).tail.outcomes).toMatchObject([{ outcome: 'conflict', opId: decision.opId }, { outcome: 'resolved', opId: waiting.opId }]);
      const open = (await conflictsOf(consultant)).filter((record) => record.groups['decision'] === undefined);
      expect(open.map((record) => opIdOf(record))).toEqual([decision.opId]);
    });

    test('[CON4] a decision that is refused decides nothing', async () => {
      const { candidate, waiting } = await conflict();
      const invalid = cast.change(consultant, candidate, { contact: { phone: 17 } }, { resolves: waiting.opId });
      expect((await consultant.settle([invalid])).map(kindOf)).toEqual(['invalid']);
      expect((await conflictsOf(consultant))[0]?.groups).not.toHaveProperty('decision');
      expect(await consultant.settle([waiting])).toMatchObject([{ outcome: 'conflict' }]);
    });

    test('[CON4] conflict and decision in one batch', async () => {
      const candidate = await cast.candidate();
      await cast.apply(other, cast.change(other, candidate, phoneOf('024-1111111')));
      const waiting = cast.change(consultant, candidate, phoneOf('024-2222222'));
      const decision = cast.change(consultant, candidate, {}, { resolves: waiting.opId });
      await consultant.push([waiting, decision]);
      expect((await consultant.pull()).tail.outcomes.map(kindOf)).toEqual(['conflict', 'applied', 'resolved']);
      expect((await conflictsOf(other))[0]?.groups).toHaveProperty('decision');
    });
  });
}
