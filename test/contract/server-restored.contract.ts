import { describe, expect, test } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { candidateGroups, nextId } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import type { ServerShelf } from './server-harness.ts';

/** What every shelf of the server must hold to when devices know more than it does: it came back from a backup. */
export function serverRestoredContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`a restored server on ${name}`, () => {
    test('[F10] [PULL6] a change of what was lost conflicts; when that comes back, nobody misses a row of it', async () => {
      const { consultant, otherConsultant: other } = await Cast.onto(await freshShelf());
      const dossierId = nextId<DossierId>('dossier');
      const recordId = nextId<RecordId>('candidate');
      const contact = { contact: { ...(candidateGroups()['contact'] as object), phone: '024-3333333' } };
      const change = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: contact, base: { contact: { epoch: 1, n: 77 } } });
      expect(await consultant.settle([change])).toMatchObject([{ outcome: 'conflict' }]);
      await other.pull();

      // The one who made the candidate offers that again from the journal.
      const made = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: candidateGroups() });
      expect(await consultant.settle([made])).toMatchObject([{ outcome: 'applied' }]);
      const arrived = new Set((await other.pull()).records.map((record) => record.recordId));
      const there = (await other.page(0, null)).records.filter((record) => record.dossierId === dossierId);
      expect(there.map((record) => record.recordId).filter((each) => !arrived.has(each))).toEqual([]);
      expect(arrived).toContain(recordId);
    });
  });
}
