import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Live, Loaded } from '../live.ts';
import type { DossierView, RecordView } from '../views.ts';

/** Which file leads for each joined one [JOIN3]. */
export type Leaders = ReadonlyMap<DossierId, DossierId>;

/** Those whose file this one leads, in a lasting order. */
export function followersOf(leaders: Leaders, dossierId: DossierId): readonly DossierId[] {
  return [...leaders].flatMap(([joined, kept]) => (kept === dossierId ? [joined] : [])).sort();
}

/** In which of these files a record lies: in the first when none has it, for then it is new. @param ids the leading one first */
export async function homeOfRecord(ids: readonly [DossierId, ...DossierId[]], recordId: RecordId, read: (dossierId: DossierId) => Promise<DossierView | null>): Promise<DossierId> {
  if (ids.length === 1) return ids[0];
  const files = await Promise.all(ids.map(read));
  return files.find((file) => file?.records.some((record) => record.recordId === recordId))?.dossierId ?? ids[0];
}

/** The records of all in one file, newest first; the leading one says who it is and where it lies. Nothing is moved. */
export function mergeFiles(leading: DossierView, others: readonly DossierView[]): DossierView {
  if (others.length === 0) return leading;
  const all = [leading, ...others];
  return {
    ...leading,
    placements: newestFirst(all.flatMap((file) => file.placements), ({ groups }) => groups.facts?.beganOn),
    visits: newestFirst(all.flatMap((file) => file.visits), ({ groups }) => `${groups.facts?.heldOn ?? ''}${groups.facts?.beganAt ?? ''}`),
    measurements: newestFirst(all.flatMap((file) => file.measurements), ({ groups }) => groups.result?.visitedOn ?? groups.facts?.visitedOn),
    attachments: all.flatMap((file) => file.attachments),
    records: all.flatMap((file) => file.records),
  };
}

function newestFirst<View extends RecordView>(views: readonly View[], key: (view: View) => string | undefined): readonly View[] {
  return views.toSorted((a, b) => (key(b) ?? '').localeCompare(key(a) ?? ''));
}

/**
 * A file with those that it leads, read again when one of them changes and when a decision about them comes in.
 * @param open a live value over these dossiers, the leading one first
 */
export function liveFile(dossierId: DossierId, leaders: Live<Leaders>, open: (ids: readonly DossierId[]) => Live<Loaded<DossierView | null>>): Live<Loaded<DossierView | null>> {
  const idsNow = (): readonly DossierId[] => [dossierId, ...followersOf(leaders.current(), dossierId)];
  let ids = idsNow();
  let inner = open(ids);
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const watch = (): void => {
    const stopInner = { now: inner.subscribe(tell) };
    const stopLeaders = leaders.subscribe(() => {
      const next = idsNow();
      if (next.join(' ') === ids.join(' ')) return;
      ids = next;
      stopInner.now();
      inner = open(ids);
      stopInner.now = inner.subscribe(tell);
    });
    stop = () => {
      stopInner.now();
      stopLeaders();
    };
  };
  // While another set of files is being read, what was shown stays.
  let last: Loaded<DossierView | null> = { kind: 'loading' };
  return {
    current() {
      const now = inner.current();
      if (now.kind !== 'loading') last = now;
      return last;
    },
    subscribe(changed) {
      listeners.add(changed);
      if (stop === null) {
        if (idsNow().join(' ') !== ids.join(' ')) {
          ids = idsNow();
          inner = open(ids);
        }
        watch();
      }
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
