import { csvOf } from './csv.ts';
import { figureCell } from './figure-cell.ts';
import { headerRow, textCell } from './sheet.ts';
import type { SheetRow } from './sheet.ts';
import { figureIds, unitOf, workPlaceFigureIds } from './week-figures.ts';
import type { FigureId, WorkPlaceFigureId } from './week-figures.ts';
import { weekName } from './week-name.ts';
import type { WeekExport } from './week-sheets.ts';
import { figureLabel, partLabel, placeLabel } from './week-words.ts';
import type { Words } from './week-words.ts';

/** One figure per line, so that a pivot table or another program can take it; the region's own lines have no code. */
export function weekCsv({ figures, region }: WeekExport, words: Words): string {
  const { period, places, total, workPlaces, hash } = figures;
  const week = weekName(period.isoWeek);
  const line = (code: string, place: string, id: FigureId | WorkPlaceFigureId, value: number | null): SheetRow => [
    textCell(week),
    { kind: 'day', day: period.from },
    { kind: 'day', day: period.stateOn },
    textCell(code),
    textCell(place),
    textCell(figureLabel(id, words)),
    textCell(partLabel(id, words)),
    figureCell(value, unitOf(id)),
    textCell(words(`week:unit.${unitOf(id)}`)),
    textCell(hash),
  ];
  return csvOf([
    headerRow(...(['week', 'from', 'countedThrough', 'placeCode', 'place', 'figure', 'part', 'value', 'unit', 'hash'] as const).map((column) => words(`week:csv.${column}`))),
    ...places.flatMap((place) => figureIds.map((id) => line(place.place === 'unknown' ? '' : place.place, placeLabel(place.place, words), id, place.figures[id]))),
    ...figureIds.map((id) => line('', region, id, total[id])),
    ...workPlaceFigureIds.map((id) => line('', region, id, workPlaces[id])),
  ]);
}
