import { workPlaceTypes } from '../domain/records/employer.ts';
import type { Role } from '../domain/roles.ts';
import { figureCell } from './figure-cell.ts';
import { emptyCell, headerRow, textCell } from './sheet.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';
import type { WeekCount, WeekFigures } from './week.ts';
import { figureFamilies, figureIds, partsOfFigure, unitOf, workPlaceFamilies } from './week-figures.ts';
import { weekName } from './week-name.ts';
import { figureLabel, partLabel, placeLabel } from './week-words.ts';
import type { Words } from './week-words.ts';

/** Everything a week's file tells: the figures, those of the week before, and who made it of what. */
export interface WeekExport {
  readonly figures: WeekFigures;
  readonly previous: WeekCount;
  /** Shown as it is, e.g. "Rijk van Nijmegen". */
  readonly region: string;
  readonly madeAtMs: number;
  readonly madeBy: { readonly role: Role; readonly userId: string };
  /** The last pull that arrived whole [ms], or null when there was none. */
  readonly dataThroughMs: number | null;
  /** Changes of this device that the server does not have [count]. */
  readonly unsentCount: number;
}

/** `weekstatus-2026-W47.xlsx` */
export function weekFileName({ figures }: WeekExport, extension: 'xlsx' | 'csv'): string {
  return `weekstatus-${weekName(figures.period.isoWeek)}.${extension}`;
}

/** The workbook of a week: overview, per municipality, work places, definitions, and the account of how it was made. */
export function weekSheets(week: WeekExport, words: Words): readonly Sheet[] {
  return [overviewSheet(week, words), placesSheet(week, words), workPlacesSheet(week, words), definitionsSheet(week, words), accountSheet(week, words)];
}

function overviewSheet({ figures, previous }: WeekExport, words: Words): Sheet {
  return {
    name: words('week:sheet.overview'),
    frozenColumns: 2,
    widths: [34, 30, 14, 14, 14, 16],
    rows: [
      headerRow(words('week:sheet.figure'), words('week:sheet.part'), weekName(figures.period.isoWeek), weekName(previous.period.isoWeek), words('week:sheet.difference'), words('week:sheet.unit')),
      ...figureIds.map((id): SheetRow => {
        const [now, before, unit, strong] = [figures.total[id], previous.total[id], unitOf(id), isTotal(id)];
        const difference = now === null || before === null ? null : now - before;
        return [...labelCells(id, words), figureCell(now, unit, strong), figureCell(before, unit, strong), figureCell(difference, unit, strong), textCell(words(`week:unit.${unit}`), { indented: true })];
      }),
    ],
  };
}

function placesSheet({ figures, region }: WeekExport, words: Words): Sheet {
  return {
    name: words('week:sheet.places'),
    frozenColumns: 2,
    widths: [34, 30, ...figures.places.map(() => 14), 18, 16],
    rows: [
      headerRow(words('week:sheet.figure'), words('week:sheet.part'), ...figures.places.map(({ place }) => placeLabel(place, words)), region, words('week:sheet.unit')),
      ...figureIds.map((id): SheetRow => {
        const [unit, strong] = [unitOf(id), isTotal(id)];
        return [...labelCells(id, words), ...figures.places.map((place) => figureCell(place.figures[id], unit, strong)), figureCell(figures.total[id], unit, true), textCell(words(`week:unit.${unit}`), { indented: true })];
      }),
    ],
  };
}

function workPlacesSheet({ figures, previous }: WeekExport, words: Words): Sheet {
  const [now, before] = [weekName(figures.period.isoWeek), weekName(previous.period.isoWeek)];
  return {
    name: words('week:sheet.workPlaces'),
    frozenColumns: 1,
    widths: [30, 18, 18, 18, 18],
    rows: [
      headerRow(
        words('week:column.type'),
        words('week:sheet.acquiredIn', { week: now }),
        words('week:sheet.acquiredIn', { week: before }),
        words('week:sheet.openAtEndOf', { week: now }),
        words('week:sheet.openAtEndOf', { week: before }),
      ),
      ...[...workPlaceTypes, 'total' as const].map((part): SheetRow => {
        const [acquired, open] = [`workPlacesAcquired.${part}`, `workPlacesOpen.${part}`] as const;
        const strong = part === 'total';
        return [
          textCell(partLabel(acquired, words), { strong }),
          figureCell(figures.workPlaces[acquired], 'count', strong),
          figureCell(previous.workPlaces[acquired], 'count', strong),
          figureCell(figures.workPlaces[open], 'count', strong),
          figureCell(previous.workPlaces[open], 'count', strong),
        ];
      }),
    ],
  };
}

const generalRules = ['week', 'end', 'place', 'late'] as const;

function definitionsSheet({ figures }: WeekExport, words: Words): Sheet {
  const hoursPerJob = localDecimal(figures.parameters.hoursPerJob, words);
  return {
    name: words('week:sheet.definitions'),
    frozenColumns: 1,
    widths: [34, 18, 100],
    rows: [
      headerRow(words('week:sheet.figure'), words('week:sheet.unit'), words('week:sheet.definition')),
      ...[...figureFamilies, ...workPlaceFamilies].map(
        ({ id, unit }): SheetRow => [
          textCell(words(`week:figure.${id}.label`), { strong: true }),
          textCell(words(`week:unit.${unit}`)),
          textCell(words(`week:figure.${id}.definition`, { hoursPerJob }), { wrapped: true }),
        ],
      ),
      ...generalRules.map((rule): SheetRow => [textCell(words(`week:rule.${rule}.label`), { strong: true }), emptyCell, textCell(words(`week:rule.${rule}.definition`), { wrapped: true })]),
    ],
  };
}

function accountSheet({ figures, region, madeAtMs, madeBy, dataThroughMs, unsentCount }: WeekExport, words: Words): Sheet {
  const { period } = figures;
  const line = (key: string, value: Cell, explanation = ''): SheetRow => [textCell(words(`week:account.${key}`), { strong: true }), value, textCell(explanation, { wrapped: true })];
  return {
    name: words('week:sheet.account'),
    frozenColumns: 1,
    widths: [56, 44, 66],
    rows: [
      headerRow(words('week:account.subject'), words('week:account.value'), words('week:account.explanation')),
      line('week', textCell(weekName(period.isoWeek))),
      line('region', textCell(region)),
      line('from', { kind: 'day', day: period.from }),
      line('to', { kind: 'day', day: period.to }),
      line('countedThrough', { kind: 'day', day: period.stateOn }, words(period.complete ? 'week:account.countedThroughNote' : 'week:account.runningNote')),
      line('madeAt', { kind: 'moment', atMs: madeAtMs }, words('week:account.madeAtNote')),
      line('madeBy', textCell(words(`words:role.${madeBy.role}`))),
      line('userId', textCell(madeBy.userId)),
      line('dataThrough', dataThroughMs === null ? textCell(words('week:account.neverPulled')) : { kind: 'moment', atMs: dataThroughMs }, words('week:account.dataThroughNote')),
      line('unsent', { kind: 'count', value: unsentCount }, words(unsentCount === 0 ? 'week:account.unsentNone' : 'week:account.unsentWarning')),
      line('otherDevices', textCell(words('week:account.otherDevicesValue'), { wrapped: true }), words('week:account.otherDevicesNote')),
      line('rows', { kind: 'count', value: figures.rows.length }, words('week:account.rowsNote')),
      line('hash', textCell(figures.hash, { wrapped: true }), words('week:account.hashNote')),
      line('hoursPerJob', { kind: 'decimal', value: Number(figures.parameters.hoursPerJob) }),
      line('definitionsVersion', { kind: 'count', value: figures.definitionsVersion }),
      line('privacy', textCell(words('week:account.privacyValue'), { wrapped: true }), words('week:account.privacyNote')),
    ],
  };
}

type AnyFigureId = Parameters<typeof unitOf>[0];

const isTotal = (id: AnyFigureId): boolean => partsOfFigure(id).part === 'total';

function labelCells(id: AnyFigureId, words: Words): readonly [Cell, Cell] {
  const strong = isTotal(id);
  return [textCell(figureLabel(id, words), { strong }), textCell(partLabel(id, words), { strong, indented: !strong })];
}

/** A parameter inside a sentence: "25.5" is 25,5 in Dutch. */
function localDecimal(text: string, words: Words): string {
  return text.replace('.', words('week:decimalSign'));
}
