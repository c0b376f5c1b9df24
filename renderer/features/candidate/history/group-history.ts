import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { GroupData, GroupName } from '#shared/domain/kinds.ts';
import type { FormerValue } from '#shared/domain/records/former.ts';

/** What one group of a candidate held from some moment on. */
export interface GroupVersion<G extends GroupName<'candidate'>> {
  /** The operation or the present: a key for lists. */
  readonly key: string;
  readonly data: GroupData<'candidate', G>;
  readonly by: UserId;
  /** [ms] */
  readonly atMs: number;
}

/**
 * Everything that a group held, oldest first; the last one is what stands there now. As far as the reader may see it, and
 * as far back as the server kept it [HIST1].
 */
export function historyOf<G extends GroupName<'candidate'>>(dossier: DossierView, group: G): readonly GroupVersion<G>[] {
  const { candidate } = dossier;
  if (candidate === null) return [];
  const former = recordsOf(dossier, 'former')
    .filter(({ groups }) => groups.about?.recordId === candidate.recordId && groups[group] !== undefined)
    .toSorted((a, b) => orderOf(a) - orderOf(b));
  const earlier = former.map(({ recordId, groups }): GroupVersion<G> => {
    const value = groups[group] as FormerValue;
    return { key: recordId, data: value.data as unknown as GroupData<'candidate', G>, by: value.changedBy, atMs: value.changedAtMs };
  });
  const now = candidate.groups[group];
  const change = candidate.changes[group];
  if (now === undefined) return earlier;
  return [...earlier, { key: 'now', data: now as GroupData<'candidate', G>, by: change?.by ?? candidate.createdBy, atMs: change?.atMs ?? 0 }];
}

/** The server's order; what still waits comes after it, in the order of keeping [CLK1]. */
const orderOf = ({ versions }: RecordView<'former'>): number => versions['about']?.n || Number.MAX_SAFE_INTEGER;

/** The reason that was written down with a change: it has the same hand and the same moment. */
export function reasonOf(dossier: DossierView, change: Pick<GroupVersion<'status'>, 'by' | 'atMs'>): GroupData<'candidate', 'move'> | null {
  return historyOf(dossier, 'move').find(({ by, atMs }) => by === change.by && atMs === change.atMs)?.data ?? null;
}
