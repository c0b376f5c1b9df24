import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import type { Kept, UnlockedDevice } from '../device.ts';
import type { KeepProblem } from '../views.ts';
import { keepTogether, recordIdOfDraft, type KeepParts, type KeepRequest } from './keep.ts';

/** Keeps an intake and what its decision changes in the candidate's record: two operations, one transaction [KEEP5]. */
export async function keepIntake(parts: KeepParts, { dossierId, draftId, groups, file }: Parameters<UnlockedDevice['recordIntake']>[0]): Promise<Outcome<Kept, KeepProblem>> {
  const intake: KeepRequest = {
    record: { dossierId, recordId: recordIdOfDraft(draftId, parts.randomness), kind: 'intake' },
    payload: groups as unknown as Readonly<Record<string, JsonValue>>,
    draftId,
    once: true,
  };
  const moves: readonly KeepRequest[] =
    file === null ? [] : [{ record: { dossierId, recordId: file.recordId, kind: 'candidate' }, payload: file.groups as unknown as Readonly<Record<string, JsonValue>>, draftId: null, bases: file.bases }];
  const kept = await keepTogether(parts, [intake, ...moves]);
  if (!kept.ok) return failure(kept.problem.kind === 'storage' ? kept.problem : { kind: 'invalid', violations: kept.problem.records.flatMap(({ violations }) => violations) });
  const [first] = kept.value;
  if (first === undefined) throw new Error('keepIntake: nothing was kept');
  return success({ ...first, secondCopy: kept.value.every(({ secondCopy }) => secondCopy) });
}
