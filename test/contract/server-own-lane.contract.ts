import { describe, expect, test } from 'vitest';
import { candidateGroups } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import type { Client, ServerShelf } from './server-harness.ts';

/** What every shelf of the server must hold to about the first pull of a new device. */
export function serverOwnLaneContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`the own lane on ${name}`, () => {
    const own = (client: Client, after = 0) => client.page(after, after === 0 ? null : 1, undefined, 'own');

    test('[PULL8] it brings the candidates whose team names the person, and leaves the cursor where it was', async () => {
      const cast = await Cast.onto(await freshShelf());
      const mine = await cast.candidate();
      await cast.apply(cast.coach, cast.visit(cast.coach, mine.dossierId));
      await cast.candidate({ jobcoach: 'jobcoach-twee' });
      await cast.employer();
      const page = await own(cast.coach);
      expect(page.records.map((record) => record.kind)).toEqual(['candidate', 'visit']);
      // Two of the caseload and the employer: all of it is still to come in its own place.
      expect(page.tail).toMatchObject({ cursor: 0, more: true, remaining: 3, outcomes: [], forget: [] });
      expect(page.tail.digest).toBeUndefined();
      const all = await cast.coach.everything();
      expect(all.records).toEqual(expect.arrayContaining([...page.records]));
      expect(all.tail.outcomes).toHaveLength(1);
    });

    test('[PULL8] whoever reads further than their own caseload gets that first, within their rights', async () => {
      const cast = await Cast.onto(await freshShelf());
      const theirs = await cast.candidate();
      const other = await cast.keep(cast.otherConsultant, { kind: 'candidate', dossierId: 'dossier-elders' as typeof theirs.dossierId, recordId: 'candidate-elders' as typeof theirs.recordId, payload: { ...candidateGroups(), team: { jobcoach: null, consultant: 'consulent-twee', expert: null } } });
      expect((await own(cast.consultant)).records.map((record) => record.recordId)).toEqual([theirs.recordId]);
      expect((await own(cast.otherConsultant)).records.map((record) => record.recordId)).toEqual([other.recordId]);
      expect((await own(cast.coach)).text).not.toContain('bsn');
    });

    test('[PULL8] for who has no caseload it is an empty page', async () => {
      const cast = await Cast.onto(await freshShelf());
      await cast.candidate();
      for (const client of [cast.manager, cast.administrator]) {
        const page = await own(client);
        expect(page.records).toEqual([]);
        expect(page.tail).toMatchObject({ cursor: 0, more: true });
      }
      const { tail } = await cast.coach.everything();
      expect((await own(cast.coach, tail.cursor)).tail).toMatchObject({ cursor: tail.cursor, more: true, remaining: 0 });
    });
  });
}
