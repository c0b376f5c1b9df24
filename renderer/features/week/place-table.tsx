import type { FigureId } from '#shared/export/week-figures.ts';
import { unitOf } from '#shared/export/week-figures.ts';
import { placeLabel } from '#shared/export/week-words.ts';
import { FigureTable } from './figure-table.tsx';
import type { TwoWeeks } from './use-week-count.ts';
import { useWords } from './use-words.ts';

export interface PlaceTableProps extends TwoWeeks {
  readonly labelledBy: string;
  readonly columns: readonly { readonly id: FigureId; readonly label: string }[];
}

/** Some figures for each municipality, with the region and the region a week before under the line. */
export function PlaceTable({ labelledBy, columns, current, previous }: PlaceTableProps) {
  const words = useWords();
  return (
    <FigureTable
      labelledBy={labelledBy}
      rowLabel={words('week:column.place')}
      columns={columns.map(({ id, label }) => ({ key: id, label, unit: unitOf(id) }))}
      rows={current.places.map(({ place, figures }) => ({ key: place, label: placeLabel(place, words), values: columns.map(({ id }) => figures[id]) }))}
      totals={[
        { key: 'region', label: words('week:column.region'), values: columns.map(({ id }) => current.total[id]) },
        { key: 'before', label: words('week:column.regionBefore'), values: columns.map(({ id }) => previous.total[id]) },
      ]}
    />
  );
}
