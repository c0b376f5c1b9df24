import type { DossierId } from '#shared/domain/ids.ts';
import type { Day } from '#shared/lib/calendar.ts';
import type { CaseloadRow } from '../views.ts';
import type { Leaders } from './joined-file.ts';
import { leadersAmong } from './joined-rows.ts';

export interface RowList {
  /** The line of this file may be another one now. */
  touch(dossierId: DossierId): void;
  /** Any of them may be. */
  touchAll(): void;
  /** @returns the same list, and the same leaders, as the last time when no line changed */
  take(): { readonly rows: readonly CaseloadRow[]; readonly leaders: Leaders };
}

export interface RowListParts {
  /** Every file that may have a line. */
  readonly ids: () => Iterable<DossierId>;
  /** @returns the same object as long as nothing in the line changed; undefined when there is none */
  readonly rowOf: (dossierId: DossierId, today: Day) => CaseloadRow | undefined;
  readonly today: () => Day;
}

/**
 * The lines of all files. What is kept or pulled mostly changes one of 15,000: then one is made anew, and not all are walked
 * through on the thread that answers keys.
 */
export function createRowList({ ids, rowOf, today }: RowListParts): RowList {
  let rows: readonly CaseloadRow[] = [];
  let leaders: Leaders = new Map();
  let places = new Map<DossierId, number>();
  let madeOn: Day | null = null;
  const touched = new Set<DossierId>();

  const remake = (on: Day) => {
    const made: CaseloadRow[] = [];
    places = new Map();
    for (const dossierId of ids()) {
      const row = rowOf(dossierId, on);
      if (row === undefined) continue;
      places.set(dossierId, made.length);
      made.push(row);
    }
    rows = made;
    leaders = leadersAmong(rows);
    madeOn = on;
  };

  /** @returns false when a line went: then all others have other places */
  const mend = (on: Day): boolean => {
    let mended: CaseloadRow[] | null = null;
    let mayLeadOthers = false;
    for (const dossierId of touched) {
      const place = places.get(dossierId);
      const before = place === undefined ? undefined : rows[place];
      const row = rowOf(dossierId, on);
      if (row === before) continue;
      if (row === undefined) return false;
      mended ??= [...rows];
      if (place === undefined) {
        places.set(dossierId, mended.length);
        mended.push(row);
      } else mended[place] = row;
      // A new one may be what a join of another line waited for.
      mayLeadOthers ||= before === undefined || before.joins !== undefined || row.joins !== undefined;
    }
    if (mended === null) return true;
    rows = mended;
    if (mayLeadOthers) leaders = leadersAmong(rows);
    return true;
  };

  return {
    touch: (dossierId) => void touched.add(dossierId),
    touchAll: () => void (madeOn = null),
    take() {
      const on = today();
      // A placement ends with a day, in whichever line it stands.
      if (madeOn !== on || !mend(on)) remake(on);
      touched.clear();
      return { rows, leaders };
    },
  };
}
