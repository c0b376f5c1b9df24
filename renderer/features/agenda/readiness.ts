import type { CheckedFile, SyncStatus } from '#renderer/data/views.ts';

/** What keeps somebody from working without a connection tomorrow. */
export type ReadinessProblem =
  | { readonly kind: 'file'; readonly dossierId: string; readonly state: Exclude<CheckedFile['state'], 'complete'> }
  /** This device never got anything, or is still getting its first files. */
  | { readonly kind: 'first-fetch' }
  | { readonly kind: 'old' }
  /** There is no second copy of what is kept. It can be worked with, and must be known. */
  | { readonly kind: 'no-second-copy' };

export interface ReadinessInput {
  readonly files: readonly CheckedFile[];
  readonly status: Pick<SyncStatus, 'lastPullAtMs' | 'progress'>;
  readonly secondCopy: boolean;
  readonly nowMs: number;
}

/** Older than this, a colleague's note of today is not here yet [ms]. */
const oldAfterMs = 12 * 3_600_000;

export function findReadiness({ files, status, secondCopy, nowMs }: ReadinessInput): { readonly problems: readonly ReadinessProblem[]; readonly isReady: boolean } {
  const problems: ReadinessProblem[] = [];
  for (const { dossierId, state } of files) if (state !== 'complete' && state !== 'photo-damaged') problems.push({ kind: 'file', dossierId, state });
  if (status.lastPullAtMs === null || status.progress !== null) problems.push({ kind: 'first-fetch' });
  // A clock that was set back must not make old data young.
  else if (Math.abs(nowMs - status.lastPullAtMs) > oldAfterMs) problems.push({ kind: 'old' });
  const isReady = problems.length === 0;
  // Nothing brings a photo back that is damaged here; everything else of that file can be worked with.
  for (const { dossierId, state } of files) if (state === 'photo-damaged') problems.push({ kind: 'file', dossierId, state });
  return { problems: secondCopy ? problems : [...problems, { kind: 'no-second-copy' }], isReady };
}
