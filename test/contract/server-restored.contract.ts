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

    test('[PUSH9] takes nothing of a device that has not heard of the restore: what was lost must come before what was built on it', async () => {
      const { consultant } = await Cast.onto(await freshShelf());
      const [dossierId, recordId] = [nextId<DossierId>('dossier'), nextId<RecordId>('candidate')];
      const make = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: candidateGroups() });
      const { epoch } = await consultant.page(0, null);
      const broken = { ...make, opId: '99999999-9999-4999-8999-999999999999', authoredAtMs: 'yesterday' };
      expect(await consultant.push([make, broken], 1, epoch + 1)).toMatchObject([{ opId: make.opId, answer: 'later' }, { opId: broken.opId, answer: 'later' }]);
      expect((await consultant.pull()).tail.outcomes).toEqual([]);
      expect(await consultant.push([make], 1, epoch)).toMatchObject([{ opId: make.opId, answer: 'received' }]);
      expect((await consultant.pull()).tail.outcomes).toMatchObject([{ opId: make.opId, outcome: 'applied' }]);
    });

    test('[JRN15] what was lost and what was built on it come back in one batch, and neither conflicts', async () => {
      const { consultant } = await Cast.onto(await freshShelf());
      const [dossierId, recordId] = [nextId<DossierId>('dossier'), nextId<RecordId>('candidate')];
      expect(await consultant.settle([consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: candidateGroups() })])).toMatchObject([{ outcome: 'applied' }]);
      const { records } = await consultant.everything();
      const base = { contact: records.find((record) => record.recordId === recordId)?.groups['contact']?.version ?? null };
      const contact = (phone: string) => ({ contact: { ...(candidateGroups()['contact'] as object), phone } });
      const first = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: contact('024-1111111'), base });
      const second = consultant.device.operation({ kind: 'candidate', dossierId, recordId, payload: contact('024-2222222'), base: { contact: { afterOp: first.opId } } });
      expect(await consultant.settle([first, second])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    });
  });
}
