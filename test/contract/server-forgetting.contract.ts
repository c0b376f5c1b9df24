import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { bsnOfDemo, candidateGroups, nextId, visitGroups } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import type { Client, ServerShelf } from './server-harness.ts';

const reasonOf = (outcome: Outcome | undefined): string => (outcome?.outcome === 'refused' ? outcome.reason : (outcome?.outcome ?? 'nothing'));
const handoversOf = async (client: Client): Promise<readonly StoredRecord[]> => (await client.everything()).records.filter((record) => record.kind === 'handover');

const opIdOf = (record: StoredRecord): unknown => (record.groups['about']?.data as { readonly opId?: unknown } | undefined)?.opId;

/** What every shelf of the server must hold to when somebody's reach ends while their work is under way. */
export function serverForgettingContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`overdracht on ${name}`, () => {
    /** A candidate who went from the first jobcoach to the second. */
    async function handedOver(): Promise<{ readonly cast: Cast; readonly candidate: StoredRecord }> {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      await cast.coach.pull();
      await cast.teamOf(candidate, { jobcoach: 'jobcoach-twee' });
      return { cast, candidate };
    }

    test('[F23] [FGT2] what a person made before they heard that their reach had ended lies with those now responsible', async () => {
      const { cast, candidate } = await handedOver();
      const visit = cast.visit(cast.coach, candidate.dossierId, { observations: 'Op weg genoteerd.' });
      expect(await cast.coach.settle([visit])).toMatchObject([{ outcome: 'handed-over', opId: visit.opId, recordId: visit.record.recordId }]);
      for (const client of [cast.otherCoach, cast.consultant, cast.otherConsultant]) {
        const [handover, ...others] = await handoversOf(client);
        expect(others).toEqual([]);
        expect(handover).toMatchObject({ dossierId: candidate.dossierId, createdBy: 'jobcoach-een' });
        expect(handover?.groups['about']?.data).toMatchObject({ opId: visit.opId, kind: 'visit', recordId: visit.record.recordId, authorId: 'jobcoach-een', authoredAtMs: visit.authoredAtMs, groups: ['facts', 'note'] });
        expect(handover?.groups['content']?.data).toEqual(visit.payload);
      }
      // It is work that waits, not a visit that was counted; and its author sees nothing of the dossier any more.
      expect((await cast.consultant.everything()).records.map((record) => record.recordId)).not.toContain(visit.record.recordId);
      expect((await cast.manager.everything()).text).not.toContain('Op weg genoteerd.');
      expect((await cast.coach.everything()).records).toEqual([]);
      for (const client of cast.everyone) expect((await client.everything()).tail.digest).toMatch(new RegExp(`^${(await client.everything()).records.length}-`));
    });

    test('[F22] [FGT1] [FGT2] a laptop comes back after 400 days: it is told to forget whom its person lost, what it brings goes over, and nothing comes back to life', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      const kept = await cast.candidate();
      await cast.coach.pull();
      const away = { cursor: cast.coach.cursor, visit: cast.visit(cast.coach, candidate.dossierId, { observations: 'Van voor het jaar.' }), other: cast.visit(cast.coach, kept.dossierId) };
      await cast.teamOf(candidate, { jobcoach: 'jobcoach-twee' });
      // A year of work by everybody else.
      for (let turn = 0; turn < 30; turn += 1) await cast.apply(cast.otherCoach, cast.visit(cast.otherCoach, candidate.dossierId));
      const laterMs = 1_770_000_000_000 + 400 * 24 * 3_600_000;
      await cast.coach.push([away.visit, away.other], laterMs);
      expect(cast.coach.cursor).toBe(away.cursor);
      const page = await cast.coach.pull();
      expect(page.tail.forget).toEqual([candidate.dossierId]);
      expect(page.records.filter((record) => record.dossierId === candidate.dossierId)).toEqual([]);
      expect(page.tail.outcomes).toMatchObject([{ opId: away.visit.opId, outcome: 'handed-over', receivedAtMs: laterMs }, { opId: away.other.opId, outcome: 'applied', receivedAtMs: laterMs }]);
      expect(await handoversOf(cast.otherCoach)).toHaveLength(1);
      expect((await cast.coach.everything()).records.some((record) => record.dossierId === candidate.dossierId)).toBe(false);
    });

    test('[FGT2] [PUSH3] a repeat is laid there once, and hears the same again', async () => {
      const { cast, candidate } = await handedOver();
      const visit = cast.visit(cast.coach, candidate.dossierId);
      const [first] = await cast.coach.settle([visit]);
      expect(await cast.coach.settle([visit])).toEqual([first]);
      expect(await handoversOf(cast.otherCoach)).toHaveLength(1);
    });

    test('[FGT2] what a jobcoach may not read stays hidden from them in what was handed over', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      const registration = { ...(candidateGroups()['registration'] as object), municipality: 'GM0296' };
      await cast.apply(cast.consultant, cast.change(cast.consultant, candidate, { registration }));
      const bsn = cast.change(cast.otherConsultant, candidate, { bsn: { bsn: bsnOfDemo } });
      expect(await cast.otherConsultant.settle([bsn])).toMatchObject([{ outcome: 'handed-over' }]);
      expect((await handoversOf(cast.consultant)).map((record) => Object.keys(record.groups))).toEqual([['about', 'restricted']]);
      expect((await handoversOf(cast.coach)).map((record) => Object.keys(record.groups))).toEqual([['about']]);
      expect((await cast.coach.everything()).text).not.toContain(bsnOfDemo);
    });

    test('[FGT3] a stranger hears what they heard before, and a role gets no right through this that it never had', async () => {
      const { cast, candidate } = await handedOver();
      const stranger = cast.visit(cast.expert, candidate.dossierId);
      expect((await cast.expert.settle([stranger])).map(reasonOf)).toEqual(['not-allowed']);
      const beyond = cast.change(cast.coach, candidate, { status: candidateGroups()['status'] ?? null });
      const spoofed = cast.visit(cast.coach, candidate.dossierId, { heldBy: 'jobcoach-twee' });
      const nowhere = cast.visit(cast.coach, nextId('dossier'));
      expect((await cast.coach.settle([beyond, spoofed, nowhere])).map(reasonOf)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
      expect(await handoversOf(cast.consultant)).toEqual([]);
    });

    test('[FGT3] having made something in the dossier is reach enough: rights end in more ways than by a team', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      await cast.apply(cast.consultant, cast.visit(cast.consultant, candidate.dossierId));
      const moved = { ...cast.consultant.user, municipalities: ['GM0225' as const] };
      await cast.shelf.addUsers([moved]);
      const elsewhere = cast.consultant.as(moved);
      expect(await elsewhere.settle([cast.visit(elsewhere, candidate.dossierId)])).toMatchObject([{ outcome: 'handed-over' }]);
    });

    test('[FGT4] those now responsible say what they did with it, and change nothing of it', async () => {
      const { cast, candidate } = await handedOver();
      await cast.coach.settle([cast.visit(cast.coach, candidate.dossierId)]);
      const [handover] = await handoversOf(cast.otherCoach);
      if (handover === undefined) throw new Error('nothing was handed over');
      const handling = { choice: 'taken-over', remark: 'Staat in mijn verslag.' };
      expect((await cast.otherCoach.settle([cast.change(cast.otherCoach, handover, { content: visitGroups() })])).map(reasonOf)).toEqual(['not-allowed']);
      await cast.apply(cast.otherCoach, cast.change(cast.otherCoach, handover, { handling }));
      expect((await handoversOf(cast.consultant))[0]?.groups['handling']).toMatchObject({ data: handling, changedBy: 'jobcoach-twee' });
      const made = cast.otherCoach.device.operation({ kind: 'handover', dossierId: candidate.dossierId, recordId: nextId<RecordId>('handover'), payload: { handling } });
      expect((await cast.otherCoach.settle([made])).map(reasonOf)).toEqual(['invalid']);
    });

    test('[FGT5] what lay in the list of a person whose reach ended goes over when it is offered again', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      const wrong = cast.visit(cast.coach, candidate.dossierId, { heldOn: '20226-01-01' });
      const visit = cast.visit(cast.coach, candidate.dossierId);
      await cast.apply(cast.coach, visit);
      const late = cast.coach.device.operation({ kind: 'visit', dossierId: candidate.dossierId, recordId: visit.record.recordId, payload: { note: visitGroups()['note'] ?? null } });
      expect((await cast.coach.settle([wrong, late])).map(reasonOf)).toEqual(['invalid', 'conflict']);
      await cast.teamOf(candidate, { jobcoach: 'jobcoach-twee' });
      expect((await cast.coach.settle([wrong, late])).map(reasonOf)).toEqual(['handed-over', 'handed-over']);
      expect((await cast.coach.settle([wrong, late])).map(reasonOf)).toEqual(['handed-over', 'handed-over']);
      expect(new Set((await handoversOf(cast.otherCoach)).map(opIdOf))).toEqual(new Set([wrong.opId, late.opId]));
      expect(await handoversOf(cast.otherCoach)).toHaveLength(2);
    });

    test('[FGT6] [AUD1] what was refused goes to those responsible when its author asks, once, and only what their role may write there', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      const wrong = cast.visit(cast.coach, candidate.dossierId, { heldOn: '20226-01-01', observations: 'Anders verloren.' });
      expect((await cast.coach.settle([wrong])).map(reasonOf)).toEqual(['invalid']);
      // Offered again as it was, it stays refused: nothing goes over by itself.
      expect((await cast.coach.settle([wrong])).map(reasonOf)).toEqual(['invalid']);
      const asking = cast.coach.device.sign({ ...wrong, resolves: wrong.opId });
      expect((await cast.coach.settle([asking])).map(reasonOf)).toEqual(['handed-over']);
      expect((await cast.coach.settle([asking])).map(reasonOf)).toEqual(['handed-over']);
      const [handover, ...others] = await handoversOf(cast.consultant);
      expect(others).toEqual([]);
      expect(handover).toMatchObject({ dossierId: candidate.dossierId, createdBy: 'jobcoach-een', groups: { content: { data: wrong.payload } } });
      const lines = (await cast.shelf.auditLines()).filter(({ result }) => result === 'handed-over');
      expect(lines).toMatchObject([{ userId: 'jobcoach-een', dossierId: candidate.dossierId }]);
      expect(JSON.stringify(lines)).not.toContain('Anders verloren');
      for (const client of cast.everyone) expect((await client.everything()).tail.digest).toMatch(new RegExp(`^${(await client.everything()).records.length}-`));

      // Nobody gets in this way where they were never, or may not write; and what applied stays what it is.
      const foreign = cast.visit(cast.otherCoach, candidate.dossierId);
      expect((await cast.otherCoach.settle([foreign])).map(reasonOf)).toEqual(['not-allowed']);
      expect((await cast.otherCoach.settle([cast.otherCoach.device.sign({ ...foreign, resolves: foreign.opId })])).map(reasonOf)).toEqual(['not-allowed']);
      const good = cast.visit(cast.coach, candidate.dossierId);
      await cast.apply(cast.coach, good);
      expect((await cast.coach.settle([cast.coach.device.sign({ ...good, resolves: good.opId })])).map(reasonOf)).toEqual(['applied']);
      expect(await handoversOf(cast.consultant)).toHaveLength(1);
    });

    test('[FGT6] a server that was restored and does not know it judges it anew, and takes it over then', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      const wrong = cast.visit(cast.coach, candidate.dossierId, { heldOn: '20226-01-01' });
      const asking = cast.coach.device.sign({ ...wrong, resolves: wrong.opId });
      expect((await cast.coach.settle([asking])).map(reasonOf)).toEqual(['invalid']);
      expect((await cast.coach.settle([asking])).map(reasonOf)).toEqual(['handed-over']);
    });

    test('[FGT2] [PUSH4] what no database can keep is refused, also on its way to others', async () => {
      const { cast, candidate } = await handedOver();
      const [outcome] = await cast.coach.settle([cast.visit(cast.coach, candidate.dossierId, { observations: 'Nul \u0000 hier.' })]);
      expect(outcome).toMatchObject({ outcome: 'refused', reason: 'invalid', violations: [{ path: ['note', 'observations'], code: 'text.controlCharacters' }] });
    });
  });
}
