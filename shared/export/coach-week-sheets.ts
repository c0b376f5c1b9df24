import { csvOf } from './csv.ts';
import type { CoachDay, CoachTotals, CoachVisit, CoachWeek } from './coach-week.ts';
import { emptyCell, headerRow, textCell, type Cell, type Sheet, type SheetRow } from './sheet.ts';
import { weekName } from './week-name.ts';
import type { Words } from './week-words.ts';

/** Enough of a pseudonymous id to find a file again, and nothing about a person. */
const shownOfId = 8;

const columns = ['day', 'began', 'employer', 'people', 'files', 'place', 'activity', 'minutes', 'travelMinutes', 'kilometres'] as const;

/** The week as a workbook: the visits with totals per day, and what each column means. No names of candidates. */
export function coachWeekSheets(week: CoachWeek, coachName: string, words: Words): readonly Sheet[] {
  return [
    { name: words('coachweek:sheet.visits', { week: weekName(week.isoWeek) }), rows: [header(words), ...week.days.flatMap((day) => [...day.list.map((visit) => visitRow(visit, words)), totalRow(day, words)]), weekRow(week, words)], frozenColumns: 1, widths: [12, 8, 34, 9, 24, 18, 32, 10, 10, 12] },
    {
      name: words('coachweek:sheet.definitions'),
      rows: [
        headerRow(words('coachweek:sheet.column'), words('coachweek:sheet.meaning')),
        [textCell(words('coachweek:sheet.coach')), textCell(coachName)],
        ...columns.map((column): SheetRow => [textCell(words(`coachweek:column.${column}`)), textCell(words(`coachweek:meaning.${column}`), { wrapped: true })]),
      ],
      frozenColumns: 0,
      widths: [24, 90],
    },
  ];
}

/** One visit per line, for another program. */
export function coachWeekCsv(week: CoachWeek, words: Words): string {
  return csvOf([header(words), ...week.days.flatMap(({ list }) => list.map((visit) => visitRow(visit, words)))]);
}

/** Without the name of anybody: "uren-en-reis-2026-W47.xlsx" */
export function coachWeekFileName({ isoWeek }: CoachWeek, kind: 'xlsx' | 'csv', words: Words): string {
  return `${words('coachweek:fileName')}-${weekName(isoWeek)}.${kind}`;
}

const header = (words: Words): SheetRow => headerRow(...columns.map((column) => words(`coachweek:column.${column}`)));

function visitRow(visit: CoachVisit, words: Words): SheetRow {
  return [
    { kind: 'day', day: visit.heldOn },
    textCell(visit.beganAt),
    textCell(visit.employerName),
    { kind: 'count', value: visit.people },
    textCell(visit.dossierIds.map((dossierId) => dossierId.slice(0, shownOfId)).join(' ')),
    textCell(words(`words:visitPlace.${visit.place}`)),
    textCell(words(`words:activity.${visit.activity}`)),
    { kind: 'count', value: visit.minutes },
    visit.travelMinutes === null ? emptyCell : { kind: 'count', value: visit.travelMinutes },
    visit.travelMetres === null ? emptyCell : kilometresCell(visit.travelMetres),
  ];
}

const totalRow = (day: CoachDay, words: Words): SheetRow => [{ kind: 'day', day: day.day }, textCell(''), textCell(words('coachweek:total.day'), { strong: true }), ...totalCells(day)];
const weekRow = (week: CoachWeek, words: Words): SheetRow => [textCell(''), textCell(''), textCell(words('coachweek:total.week'), { strong: true }), ...totalCells(week)];

function totalCells({ people, minutes, travelMinutes, travelMetres }: CoachTotals): readonly Cell[] {
  return [
    { kind: 'count', value: people, strong: true },
    emptyCell,
    emptyCell,
    emptyCell,
    { kind: 'count', value: minutes, strong: true },
    { kind: 'count', value: travelMinutes, strong: true },
    { ...kilometresCell(travelMetres), strong: true },
  ];
}

const kilometresCell = (metres: number) => ({ kind: 'decimal', value: metres / 1_000 }) as const;
