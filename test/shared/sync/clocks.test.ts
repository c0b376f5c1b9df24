import { describe, expect, it } from 'vitest';
import type { DeviceId, OpId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { applyOperation } from '#shared/sync/apply.ts';
import { makeOperation } from '#shared/sync/keep-operation.ts';
import { candidateGroups, dossierA, sanne, stored } from '../../fixtures/records.ts';

const dayMs = 24 * 3_600_000;

describe('[OP5] the clock of a device', () => {
  const candidate = stored('candidate', 'dossier-a', candidateGroups(), { n: 4 });
  const author = { identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as DeviceId }, opId: '00000000-0000-4000-8000-000000000002' as OpId };
  const changeAt = (authoredAtMs: number) =>
    makeOperation({ record: { dossierId: dossierA, recordId: candidate.recordId, kind: 'candidate' }, payload: { status: { ...candidateGroups().status, candidateGroup: 2 } as JsonValue } }, { stored: candidate, shown: candidate, waiting: new Map() }, { ...author, authoredAtMs });

  it.each([
    ['three years ahead', 1_763_700_000_000 + 3 * 365 * dayMs],
    ['a day behind', 1_763_700_000_000 - dayMs],
    ['at the beginning of time', 0],
  ])('[F20] [OP5] %s is kept to be shown, and changes nothing of what applies or in which order', (_, authoredAtMs) => {
    const made = changeAt(authoredAtMs);
    if (!made.ok) throw new Error('not valid');
    expect(made.value.authoredAtMs).toBe(authoredAtMs);
    const applied = applyOperation(candidate, made.value, { version: { epoch: 1, n: 5 }, changedAtMs: 77 });
    expect(applied.kind).toBe('applied');
    if (applied.kind !== 'applied') return;
    // The version and the time of the change are the server's.
    expect(applied.record.groups['status']).toMatchObject({ version: { epoch: 1, n: 5 }, changedAtMs: 77 });
  });
});
