import { describe, expect, test } from 'vitest';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { candidateGroups } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import type { ServerShelf } from './server-harness.ts';

const yearMs = 365 * 24 * 3_600_000;

/** What every shelf of the server must hold to whatever clocks say. */
export function serverClocksContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`clocks on ${name}`, () => {
    const at = (operation: SignedOperation, authoredAtMs: number, cast: Cast): SignedOperation => cast.consultant.device.sign({ ...operation, authoredAtMs });

    test('[F20] [CLK1] [CLK2] a device three years ahead, a day behind or at the beginning of time changes nothing in the order', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      const status = (selfReliance: number) => ({ status: { ...(candidateGroups()['status'] as object), selfReliance } });
      let seen = candidate;
      for (const [selfReliance, authoredAtMs] of [[1, 1_770_000_000_000 + 3 * yearMs], [2, 0], [3, 1_770_000_000_000 - 24 * 3_600_000]] as const) {
        await cast.apply(cast.consultant, at(cast.change(cast.consultant, seen, status(selfReliance)), authoredAtMs, cast));
        const now = await cast.see(cast.consultant, candidate.recordId);
        expect(now.groups['status']?.data).toEqual(status(selfReliance).status);
        expect(now.n).toBeGreaterThan(seen.n);
        seen = now;
      }
      // Written long ago by its own clock, and yet too late: it was based on what is gone.
      const late = at(cast.change(cast.consultant, candidate, status(4)), 1, cast);
      expect(await cast.consultant.settle([late])).toMatchObject([{ outcome: 'conflict' }]);
    });

    test('[F20] [CLK1] [CLK3] a server clock that jumps back stamps what it says, and neither the order nor a cursor follows it', async () => {
      const cast = await Cast.onto(await freshShelf());
      const { dossierId } = await cast.candidate();
      const times = [1_770_000_000_000, 1_770_000_000_000 - yearMs, 5, 1_770_000_000_001];
      const visits = times.map(() => cast.visit(cast.coach, dossierId));
      await cast.coach.pull();
      for (const [index, visit] of visits.entries()) await cast.coach.push([visit], times[index]);
      const page = await cast.coach.pull();
      expect(page.records.map((record) => record.recordId)).toEqual(visits.map((visit) => visit.record.recordId));
      expect(page.records.map((record) => record.groups['facts']?.changedAtMs)).toEqual(times);
      expect(page.tail.outcomes.map((outcome) => outcome.receivedAtMs)).toEqual(times);
      expect((await cast.coach.pull()).records).toEqual([]);
    });
  });
}
