import { countWeek, type WeekChoice, type WeekFigures } from '#shared/export/week.ts';
import { sortIntoDossiers } from '#shared/export/week-dossiers.ts';
import { hashRows } from '#shared/export/week-rows.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { allAtOnce } from '../all-at-once.ts';

/** Everything the screen does in steps, in one go. */
export function weekFigures({ records, ...choice }: WeekChoice & { readonly records: readonly StoredRecord[] }): WeekFigures {
  const count = allAtOnce(countWeek(allAtOnce(sortIntoDossiers(records)), choice));
  return { ...count, hash: allAtOnce(hashRows(count.rows)) };
}
