import { beforeEach, describe, expect, test } from 'vitest';
import { joinAddress } from '#shared/domain/candidate/join-id.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { candidateGroups, nextId } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import type { Client, ServerShelf } from './server-harness.ts';

const status = (candidateGroup: number) => ({ ...(candidateGroups()['status'] as object), candidateGroup });
const move = (reason: string) => ({ movedOn: '2026-03-10', reason });

/** What every shelf of the server must hold to about one person's file: its history, and two files of one person. */
export function serverCandidateFileContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`the file of a candidate on ${name}`, () => {
    let cast: Cast;
    beforeEach(async () => {
      cast = await Cast.onto(await freshShelf());
    });
    const formerFor = async (client: Client) => (await client.everything()).records.filter((record) => record.kind === 'former');

    describe('its history', () => {
      test('[HIST1] a change leaves what stood there, with its author, and who replaced it', async () => {
        const candidate = await cast.candidate();
        await cast.apply(cast.otherConsultant, cast.change(cast.otherConsultant, candidate, { status: status(3), move: move('Het lukt nog niet zonder hulp.') }));
        const [former, ...more] = await formerFor(cast.consultant);
        expect(more).toEqual([]);
        expect(former?.groups['status']?.data).toEqual({ data: candidateGroups()['status'], changedBy: 'consulent-een', changedAtMs: candidate.groups['status']?.changedAtMs });
        expect(former?.groups['about']?.data).toMatchObject({ recordId: candidate.recordId, changedBy: 'consulent-twee' });
        // The reason was not there before: it has no earlier value.
        expect(Object.keys(former?.groups ?? {}).sort()).toEqual(['about', 'status']);
      });

      test('[HIST1] the next move keeps the reason of the one before', async () => {
        const candidate = await cast.candidate();
        await cast.apply(cast.consultant, cast.change(cast.consultant, candidate, { status: status(3), move: move('Eerst') }));
        await cast.apply(cast.consultant, cast.change(cast.consultant, await cast.see(cast.consultant, candidate.recordId), { status: status(1), move: move('Daarna') }));
        const reasons = (await formerFor(cast.consultant)).map((record) => (record.groups['move']?.data as { readonly data?: { readonly reason?: string } } | undefined)?.data?.reason);
        expect(reasons).toEqual([undefined, 'Eerst']);
      });

      test('[HIST1] an earlier BSN is read by who may read a BSN, and by nobody else', async () => {
        const candidate = await cast.candidate();
        await cast.apply(cast.consultant, cast.change(cast.consultant, candidate, { bsn: { bsn: '999990019' } }));
        expect((await formerFor(cast.consultant))[0]?.groups['bsn']).toBeDefined();
        const forCoach = await cast.coach.everything();
        expect(forCoach.text).not.toContain('123456782');
        expect(forCoach.records.filter((record) => record.kind === 'former')).toHaveLength(1);
        for (const client of [cast.expert, cast.manager, cast.administrator, cast.otherCoach]) expect(await formerFor(client)).toEqual([]);
      });

      test('[HIST1] nobody writes history, and the same value again makes none', async () => {
        const candidate = await cast.candidate();
        await cast.apply(cast.consultant, cast.change(cast.consultant, candidate, { contact: candidateGroups()['contact'] ?? null }));
        expect(await formerFor(cast.consultant)).toEqual([]);
        const forged = cast.consultant.device.operation({ kind: 'former', dossierId: candidate.dossierId, recordId: nextId<RecordId>('former'), payload: { about: { recordId: candidate.recordId, opId: nextId('x').slice(2), changedBy: 'consulent-een', changedAtMs: 1, authoredAtMs: 1 } } });
        expect((await cast.consultant.settle([forged]))[0]).toMatchObject({ outcome: 'refused', reason: 'not-allowed' });
      });
    });

    describe('two files of one person', () => {
      const joinOf = (client: Client, kept: DossierId, joined: DossierId, over: { readonly decision?: string; readonly base?: StoredRecord; readonly address?: { readonly dossierId: DossierId; readonly recordId: RecordId } } = {}): SignedOperation =>
        client.device.operation({
          kind: 'join',
          ...(over.address ?? joinAddress(kept, joined)),
          payload: { facts: { kept, joined, decision: over.decision ?? 'joined', ground: 'bsn', decidedOn: '2026-03-10' } },
          ...(over.base === undefined ? {} : { base: { facts: over.base.groups['facts']?.version ?? null } }),
        });

      test('[F21] [JOIN1] two who join the same pair in opposite directions meet, and a person decides', async () => {
        const [one, two] = [(await cast.candidate()).dossierId, (await cast.candidate()).dossierId];
        const first = joinOf(cast.consultant, one, two);
        await cast.apply(cast.consultant, first);
        const [outcome] = await cast.otherConsultant.settle([joinOf(cast.otherConsultant, two, one)]);
        expect(outcome).toMatchObject({ outcome: 'conflict', recordId: first.record.recordId, groups: ['facts'] });
      });

      test('[JOIN1] it lies where such decisions lie, or nowhere', async () => {
        const [one, two, third] = [(await cast.candidate()).dossierId, (await cast.candidate()).dossierId, (await cast.candidate()).dossierId];
        const [outcome] = await cast.consultant.settle([joinOf(cast.consultant, one, two, { address: joinAddress(one, third) })]);
        expect(outcome).toMatchObject({ outcome: 'refused', reason: 'invalid' });
      });

      test('[JOIN2] who may not write in both does not join them, nor learns whether the other is there', async () => {
        const own = await cast.candidate();
        const elsewhere = await cast.candidate({ municipality: 'GM0296' });
        const outcomes = await cast.otherConsultant.settle([joinOf(cast.otherConsultant, own.dossierId, elsewhere.dossierId), joinOf(cast.otherConsultant, own.dossierId, nextId<DossierId>('nowhere'))]);
        expect(outcomes.map((outcome) => outcome.outcome === 'refused' && outcome.reason)).toEqual(['not-allowed', 'not-allowed']);
        const [byCoach] = await cast.coach.settle([joinOf(cast.coach, own.dossierId, (await cast.candidate()).dossierId)]);
        expect(byCoach).toMatchObject({ outcome: 'refused', reason: 'not-allowed' });
      });

      test('[JOIN3] the decision is taken back, and what each file holds was never touched', async () => {
        const [one, two] = [await cast.candidate(), await cast.candidate()];
        await cast.apply(cast.consultant, joinOf(cast.consultant, one.dossierId, two.dossierId));
        const join = (await cast.consultant.everything()).records.find((record) => record.kind === 'join');
        await cast.apply(cast.consultant, joinOf(cast.consultant, one.dossierId, two.dossierId, { decision: 'separate', ...(join === undefined ? {} : { base: join }) }));
        expect((await cast.see(cast.consultant, two.recordId)).groups).toEqual(two.groups);
        expect((await cast.see(cast.manager, join?.recordId ?? two.recordId)).groups['facts']?.data).toMatchObject({ decision: 'separate' });
      });
    });
  });
}
