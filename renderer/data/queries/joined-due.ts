import type { DossierId } from '#shared/domain/ids.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { askedOfFiles, type Asked } from '../db/summary.ts';
import type { CaseloadRow } from '../views.ts';

/** @param rows of one person's files, the leading one first @returns null as long as it is not known, or when a file does not open */
export type AskedOfJoined = (rows: readonly CaseloadRow[]) => Asked | null;

interface Known {
  readonly rows: readonly CaseloadRow[];
  readonly asked: Asked | null;
}

/**
 * What falls due and what is planned for a person with several files, taken from all their records together: lines know only
 * what one file asks, and a plan looked back on in one of them settles the plan in the other [JOIN3]. Read again when a
 * line of theirs changes; most devices have no such person.
 * @param read the records of a file as they are shown, or null when it does not open @param changed called when something new is known
 */
export function openJoinedDue(read: (dossierId: DossierId) => Promise<readonly StoredRecord[] | null>, changed: () => void): { readonly askedOf: AskedOfJoined; forget(): void } {
  const known = new Map<DossierId, Known>();
  const underWay = new Map<DossierId, readonly CaseloadRow[]>();
  const askedOf: AskedOfJoined = (rows) => {
    const [leading] = rows;
    if (leading === undefined) return null;
    const { dossierId } = leading;
    const found = known.get(dossierId);
    if (found !== undefined && isSame(found.rows, rows)) return found.asked;
    if (!isSame(underWay.get(dossierId) ?? [], rows)) {
      underWay.set(dossierId, rows);
      void askedTogether(rows, read).catch(() => null).then((asked) => {
        if (underWay.get(dossierId) !== rows) return;
        underWay.delete(dossierId);
        known.set(dossierId, { rows, asked });
        changed();
      });
    }
    // What was asked until now stands until the new is known.
    return found?.asked ?? null;
  };
  return {
    askedOf,
    forget() {
      known.clear();
      underWay.clear();
    },
  };
}

const isSame = (a: readonly CaseloadRow[], b: readonly CaseloadRow[]): boolean => a.length === b.length && a.every((row, index) => row === b[index]);

async function askedTogether(rows: readonly CaseloadRow[], read: (dossierId: DossierId) => Promise<readonly StoredRecord[] | null>): Promise<Asked | null> {
  const files = await Promise.all(rows.map(({ dossierId }) => read(dossierId).catch(() => null)));
  const opened = files.filter((file) => file !== null);
  return opened.length === files.length ? askedOfFiles(opened) : null;
}
