import readWorkbook from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import type { Region } from './region.ts';

/* The manager's figures, computed without a line of the product: in SQL over the records, and read out of the file. */

/** By municipality, and `Rijk van Nijmegen` for the whole region. */
export type ByPlace = Readonly<Record<string, number | null>>;
export type FigureTable = Readonly<Record<string, ByPlace>>;

const region = 'Rijk van Nijmegen';
const places: Readonly<Record<string, string>> = {
  GM0209: 'Beuningen', GM1945: 'Berg en Dal', GM0225: 'Druten', GM0252: 'Heumen', GM0944: 'Mook en Middelaar', GM0268: 'Nijmegen', GM0296: 'Wijchen',
};

/** The sheet per municipality, read by a library that the product does not use. */
export async function readFigures(fileName: string): Promise<FigureTable> {
  const sheets = await readWorkbook(readFileSync(fileName));
  const rows = sheets.find(({ sheet }) => sheet === 'Per gemeente')?.data ?? [];
  const [head, ...lines] = rows;
  if (head === undefined) throw new Error('the workbook has no sheet per municipality');
  const table: Record<string, ByPlace> = {};
  for (const [label, part, ...cells] of lines) {
    const byPlace = cells.slice(0, 8).map((cell, index) => {
      if (cell !== null && typeof cell !== 'number') throw new Error(`"${String(cell)}" is no number, in ${String(label)}`);
      return [String(head[index + 2]), cell] as const;
    });
    table[`${String(label)}, ${String(part)}`] = Object.fromEntries(byPlace);
  }
  return table;
}

/**
 * The same figures from the stored records, by the definitions that stand in the workbook.
 * @param today the last day that counts, in the running week @param monday the first
 */
export async function figuresFromRecords(from: Region, monday: string, today: string): Promise<FigureTable> {
  const rows = await from.query<Record<string, string | null>>(
    `with candidate as (
       select dossier_id, groups->'registration'->'data' as d from record where kind = 'candidate'
     ), place as (select dossier_id, d->>'municipality' as code from candidate
     ), registered as (
       select dossier_id from candidate where d->>'registeredOn' <= $2 and (d->>'closedOn' is null or d->>'closedOn' > $2)
     ), visit as (
       select dossier_id, record_id, groups->'facts'->'data' as d from record where kind = 'visit'
     ), last_visit as (
       select distinct on (dossier_id) dossier_id, d from visit where d->>'heldOn' <= $2
       order by dossier_id, d->>'heldOn' desc, d->>'beganAt' desc, record_id collate "C" desc
     ), paid as (
       select distinct dossier_id from record where kind = 'placement' and groups->'facts'->'data'->>'form' not in ('proefplaatsing', 'leerwerkplek')
       and groups->'facts'->'data'->>'beganOn' <= $2
       and (groups->'facts'->'data'->>'endedOn' is null or groups->'facts'->'data'->>'endedOn' > $2)
     ), measurement as (
       select dossier_id, record_id, groups->'result'->'data' as d from record where kind = 'measurement' and groups->'result'->'data'->>'finalisedOn' <= $2
     ), last_measurement as (
       select distinct on (dossier_id) dossier_id, d from measurement
       order by dossier_id, d->>'visitedOn' desc, d->>'finalisedOn' desc, record_id collate "C" desc
     ), thing as (
       select 'done' as what, dossier_id, 1::numeric as amount from visit where d->>'heldOn' between $1 and $2
       union all select 'overdue', dossier_id, 1 from last_visit join registered using (dossier_id) where d->>'nextContactOn' < $2
       union all select 'risk', dossier_id, 1 from last_visit join registered using (dossier_id) where d->>'risk' <> 'goed'
       union all select 'dropout', dossier_id, 1 from last_visit join registered using (dossier_id) where d->>'risk' = 'dreigende-uitval'
       union all select 'watch', dossier_id, 1 from last_visit join registered using (dossier_id) where d->>'risk' = 'let-op'
       union all select 'measured', dossier_id, (d->>'loonwaarde')::numeric from measurement where d->>'finalisedOn' between $1 and $2
       union all select 'lks', dossier_id, (d->>'lksTotalCents')::numeric from last_measurement join paid using (dossier_id)
     )
     select coalesce(code, 'all') as code,
       count(*) filter (where what = 'done') as done, count(*) filter (where what = 'overdue') as overdue,
       count(*) filter (where what = 'risk') as risk, count(*) filter (where what = 'dropout') as dropout, count(*) filter (where what = 'watch') as watch,
       count(*) filter (where what = 'measured') as measured, round(avg(amount) filter (where what = 'measured'), 1) as average,
       coalesce(sum(amount) filter (where what = 'lks'), 0) as lks
     from thing join place using (dossier_id) group by rollup (code)`,
    [monday, today],
  );
  const of = (column: string, unit = 1, ifNone: number | null = 0): ByPlace => {
    const byPlace: Record<string, number | null> = Object.fromEntries([...Object.values(places), region].map((place) => [place, ifNone]));
    for (const row of rows) {
      const value = row[column];
      byPlace[row['code'] === 'all' ? region : (places[row['code'] ?? ''] ?? '')] = value === null || value === undefined ? ifNone : round(Number(value) / unit);
    }
    return byPlace;
  };
  return {
    'Nazorg gedaan, Totaal': of('done'),
    'Nazorg te laat, Totaal': of('overdue'),
    'Mensen met risico op uitval, Totaal': of('risk'),
    'Mensen met risico op uitval, Dreigende uitval': of('dropout'),
    'Mensen met risico op uitval, Let op': of('watch'),
    'Loonwaardemetingen vastgesteld, Totaal': of('measured'),
    'Gemiddelde loonwaarde, Totaal': of('average', 100, null),
    'Loonkostensubsidie per maand, Totaal': of('lks', 100),
  };
}

/** What changed between two workbooks: only the figures that did. Euros and fractions are rounded to what a cell shows. */
export function differences(before: FigureTable, after: FigureTable): Readonly<Record<string, ByPlace>> {
  const changed: Record<string, ByPlace> = {};
  for (const [figure, byPlace] of Object.entries(after)) {
    const moved = Object.entries(byPlace)
      .map(([place, value]) => [place, value === null ? null : round((value ?? 0) - (before[figure]?.[place] ?? 0))] as const)
      .filter(([, difference]) => difference !== 0 && difference !== null);
    if (moved.length > 0) changed[figure] = Object.fromEntries(moved);
  }
  return changed;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The person of whom most figures move: at work, known to the jobcoach and the expert, going well, and visited too late. */
export interface Subject {
  readonly dossierId: string;
  readonly listName: string;
  readonly fullName: string;
  readonly municipality: string;
  readonly birthDate: string;
  /** What the region pays for this person until the new measurement [cents]. */
  readonly lksBeforeCents: number | null;
  readonly overdueBefore: boolean;
  readonly riskBefore: string | null;
}

export async function findSubject(from: Pick<Region, 'query'>, jobcoach: string, expert: string, today: string): Promise<Subject> {
  const [row] = await from.query<{
    readonly dossier_id: string; readonly given: string; readonly prefix: string; readonly family: string; readonly code: string; readonly born: string;
    readonly lks: string | null; readonly next: string | null; readonly risk: string | null;
  }>(
    `select c.dossier_id, i->>'givenName' as given, i->>'namePrefix' as prefix, i->>'familyName' as family, r->>'municipality' as code, i->>'birthDate' as born,
       m.lks, v.next, v.risk
     from record c
     cross join lateral (select c.groups->'identity'->'data' as i, c.groups->'registration'->'data' as r) g
     join caseload j on j.dossier_id = c.dossier_id and j.user_id = $1
     join caseload e on e.dossier_id = c.dossier_id and e.user_id = $2
     join lateral (
       select 1 from record p where p.dossier_id = c.dossier_id and p.kind = 'placement' and p.groups->'facts'->'data'->>'form' = 'loondienst'
       and p.groups->'facts'->'data'->>'beganOn' <= $3 and p.groups->'facts'->'data'->>'endedOn' is null limit 1
     ) p on true
     left join lateral (
       select groups->'result'->'data'->>'lksTotalCents' as lks from record m where m.dossier_id = c.dossier_id and m.kind = 'measurement'
       order by groups->'result'->'data'->>'visitedOn' desc limit 1
     ) m on true
     left join lateral (
       select groups->'facts'->'data'->>'nextContactOn' as next, groups->'facts'->'data'->>'risk' as risk from record v
       where v.dossier_id = c.dossier_id and v.kind = 'visit'
       order by groups->'facts'->'data'->>'heldOn' desc, groups->'facts'->'data'->>'beganAt' desc limit 1
     ) v on true
     where c.kind = 'candidate' and i->>'birthDate' < '2000-01-01' and r->>'closedOn' is null
     order by (v.next < $3) desc nulls last, (v.risk = 'goed') desc nulls last, (m.lks is not null) desc, c.dossier_id limit 1`,
    [jobcoach, expert, today],
  );
  if (row === undefined) throw new Error('the demo region has nobody for this journey');
  return {
    dossierId: row.dossier_id,
    listName: `${row.family}, ${row.given}${row.prefix === '' ? '' : ` ${row.prefix}`}`,
    fullName: [row.given, row.prefix, row.family].filter((part) => part !== '').join(' '),
    municipality: places[row.code] ?? '',
    birthDate: row.born,
    lksBeforeCents: row.lks === null ? null : Number(row.lks),
    overdueBefore: row.next !== null && row.next < today,
    riskBefore: row.risk,
  };
}
