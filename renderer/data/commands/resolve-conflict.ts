import type { DossierId, OpId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { failure, type Outcome } from '#shared/lib/outcome.ts';
import { sameVersion } from '#shared/sync/version.ts';
import { takeBackWithinMs } from '../db/send-queue.ts';
import { serverTimeMs } from '../db/server-time.ts';
import type { Kept } from '../device.ts';
import { decisionOn, differences, fieldsOf, openConflict, versionsIn, type OpenConflict } from '../queries/conflict.ts';
import type { ConflictChoice, ConflictSeen, KeepProblem } from '../views.ts';
import { keep, type KeepParts } from './keep.ts';

/**
 * Decides a conflict: makes the chosen record and keeps it like any other work, naming the operation it decides about.
 * Both versions stay with the server; the choice is itself an audited change [CON4].
 * @param dossierId the file that it lies in, when it does not wait in this device's own list [CON5]
 * @param choices by `group.field`; a field that is not named stays as the server has it
 * @param seen what was on the screen: a pull may have brought something else between looking and choosing
 */
export async function resolveConflict(parts: KeepParts, opId: OpId, dossierId: DossierId | null, choices: Readonly<Record<string, ConflictChoice>>, seen: ConflictSeen): Promise<Outcome<Kept, KeepProblem>> {
  const conflict = await openConflict(parts.database, parts.cipher, opId, dossierId);
  if (conflict === null) return failure({ kind: 'invalid', violations: [{ path: [], code: 'conflict.settled' }] });
  const now = versionsIn(conflict);
  const moved = Object.keys(now).some((group) => !sameVersion(now[group] ?? null, seen[group] ?? null));
  if (moved) return failure({ kind: 'invalid', violations: [{ path: [], code: 'conflict.moved' }] });
  // On what was seen, whatever comes in before the commit: then it is a conflict once more, never a silent overwrite.
  return keep(parts, { bases: seen, record: conflict.record, payload: chosen(conflict, choices), draftId: null, resolves: opId, heldForMs: takeBackWithinMs });
}

/** The groups to write; a group that stays as the server has it is left out, so that nothing is written needlessly. */
export function chosen({ waiting, current }: OpenConflict, choices: Readonly<Record<string, ConflictChoice>>): Readonly<Record<string, JsonValue>> {
  const payload: Record<string, JsonValue> = {};
  for (const { group, field, mine, theirs, isText } of differences(waiting, current)) {
    const choice = choices[`${group}.${field}`] ?? 'theirs';
    if (choice === 'theirs') continue;
    const both = choice === 'both' && isText && typeof theirs === 'string' && typeof mine === 'string' ? `${theirs}\n\n${mine}` : mine;
    payload[group] = { ...fieldsOf(payload[group] ?? current?.groups[group]?.data ?? {}), [field]: both };
  }
  return payload;
}

/** Takes a decision back while it is held. @returns false when it went, or is about to go, to the server [CON6] */
export async function takeBack({ database, clock, withdrawSecondCopy }: KeepParts, opId: OpId): Promise<boolean> {
  const taken = await database.transaction('rw', [database.outbox, database.receipts, database.position], async () => {
    const decision = await decisionOn(database, opId);
    const leftMs = (decision?.heldUntilMs ?? 0) - clock.nowMs();
    // A second of slack: the loop may have taken it from the outbox just now. It has too when the clock was set back.
    if (decision === undefined || decision.state !== 'waiting' || leftMs < 1_000 || leftMs > takeBackWithinMs) return null;
    const { recordId, dossierId } = decision;
    await database.receipts.put({ opId: decision.opId, settled: 'replaced', recordId, dossierId, n: 0, epoch: 0, receivedAtMs: await serverTimeMs(database, clock.nowMs()) });
    await database.outbox.delete(decision.opId);
    await database.outbox.where('opId').equals(opId).modify((row) => {
      delete (row as { resolvedBy?: OpId }).resolvedBy;
    });
    return decision.opId;
  });
  if (taken === null) return false;
  await withdrawSecondCopy(taken, clock.nowMs());
  return true;
}
