import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '#renderer/data/export/workbook.ts';
import { textCell } from '#shared/export/sheet.ts';
import type { Sheet } from '#shared/export/sheet.ts';
import { weekSheets } from '#shared/export/week-sheets.ts';
import { anExport } from '../support/week/week-export.ts';
import { wordsIn } from '../support/week/catalogue.ts';

type Row = readonly unknown[];
const readBack = async (sheets: readonly Sheet[]): Promise<Map<string, readonly Row[]>> => {
  const read = await readWorkbook(Buffer.from(await writeWorkbook(sheets)));
  return new Map(read.map(({ sheet, data }) => [sheet, data as readonly Row[]]));
};
const rowOf = (rows: readonly Row[] | undefined, ...labels: readonly string[]): Row | undefined => rows?.find((row) => labels.every((label, index) => row[index] === label));

describe('the workbook of a week, read back by another library', () => {
  let book: Map<string, readonly Row[]>;
  const week = anExport();
  beforeAll(async () => {
    book = await readBack(weekSheets(week, wordsIn('nl')));
  });

  it('has its five sheets in order', () => {
    expect([...book.keys()]).toEqual(['Overzicht', 'Per gemeente', 'Werkplekken', 'Definities', 'Verantwoording']);
  });

  it('shows this week beside the week before, as numbers', () => {
    const overview = book.get('Overzicht');
    expect(overview?.[0]).toEqual(['Cijfer', 'Onderdeel', '2026-W47', '2026-W46', 'Verschil', 'Eenheid']);
    expect(rowOf(overview, 'Nazorg gedaan', 'Totaal')).toEqual(['Nazorg gedaan', 'Totaal', 2, 1, 1, 'aantal']);
    expect(rowOf(overview, 'Mensen met risico op uitval', 'Dreigende uitval')).toEqual(['Mensen met risico op uitval', 'Dreigende uitval', 1, 0, 1, 'aantal']);
    expect(rowOf(overview, 'Gemiddelde loonwaarde', 'Totaal')).toEqual(['Gemiddelde loonwaarde', 'Totaal', 0.615, null, null, '%']);
    expect(rowOf(overview, 'Loonkostensubsidie per maand', 'Totaal')).toEqual(['Loonkostensubsidie per maand', 'Totaal', 974.47, 0, 974.47, 'euro per maand']);
    expect(rowOf(overview, 'Banen banenafspraak', 'Totaal')).toEqual(['Banen banenafspraak', 'Totaal', 0.94, 0, 0.94, 'banen']);
  });

  it('gives each municipality its column and the region the last', () => {
    const places = book.get('Per gemeente');
    expect(places?.[0]?.slice(2, 10)).toEqual(['Beuningen', 'Berg en Dal', 'Druten', 'Heumen', 'Mook en Middelaar', 'Nijmegen', 'Wijchen', 'Rijk van Nijmegen']);
    expect(rowOf(places, 'Nazorg gedaan', 'Totaal')?.slice(2, 10)).toEqual([0, 0, 1, 0, 0, 1, 0, 2]);
    expect(rowOf(places, 'Nieuw ingeschreven', 'Internet')?.slice(2, 10)).toEqual([0, 0, 1, 0, 0, 0, 0, 1]);
    expect(rowOf(places, 'Gemiddelde loonwaarde', 'Totaal')?.slice(2, 10)).toEqual([null, null, 0.61, null, null, 0.62, null, 0.615]);
  });

  it('counts work places for the region', () => {
    expect(book.get('Werkplekken')?.at(-2)).toEqual(['Structurele ondersteuning', 1, 0, 1, 0]);
    expect(book.get('Werkplekken')?.at(-1)).toEqual(['Totaal', 1, 0, 1, 0]);
  });

  it('accounts for itself with real dates on the Dutch clock, the rows and their hash', () => {
    const account = book.get('Verantwoording');
    expect(rowOf(account, 'Eerste dag')?.[1]).toEqual(new Date(Date.UTC(2026, 10, 16)));
    // A spreadsheet keeps a moment as a fraction of days: read back it may be a millisecond off.
    const momentOf = (label: string) => Math.round(Number(rowOf(account, label)?.[1]) / 1_000) * 1_000;
    expect(momentOf('Bestand gemaakt op')).toBe(Date.UTC(2026, 10, 23, 9, 5));
    expect(momentOf('Gegevens bijgewerkt op')).toBe(Date.UTC(2026, 10, 23, 0, 30));
    expect(rowOf(account, 'Gemaakt door')?.[1]).toBe('manager');
    expect(rowOf(account, 'Getelde gegevens')?.[1]).toBe(week.figures.rows.length);
    expect(rowOf(account, 'Controlegetal (SHA-256)')?.[1]).toBe(week.figures.hash);
    expect(rowOf(account, 'Uren per baan voor de banenafspraak')?.[1]).toBe(25.5);
  });
});

describe('what a text can do in the workbook', () => {
  const texts = ['=1+1', '+31', '-2', '@SUM(A1)', '=HYPERLINK("http://example.org";"klik")', '<b>&amp;"\'', 'constructor', '__proto__', 'toString', 'é € 漢 😀'];
  const sheet: Sheet = { name: 'Teksten', frozenColumns: 0, widths: [40], rows: [[textCell('Tekst')], ...texts.map((text) => [textCell(text)])] };

  it('stays the text it was', async () => {
    const rows = (await readBack([sheet])).get('Teksten') ?? [];
    expect(rows.slice(1).map(([text]) => String(text).replace('\u2060', ''))).toEqual(texts);
  });

  it('is never a formula, and the header row is frozen', async () => {
    const files = unzipSync(await writeWorkbook([sheet]));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('<f>');
    expect(xml.match(/<c [^>]*t="s"/g)).toHaveLength(texts.length + 1);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });
});

it('comes out of a printer on A4, every column on the page, with the header on each page', async () => {
  const sheet = (name: string): Sheet => ({ name, rows: [[textCell('Cijfer')], [{ kind: 'count', value: 1_234 }]], frozenColumns: 1, widths: [20] });
  const files = unzipSync(await writeWorkbook([sheet('Overzicht'), sheet("Foto's & meer")]));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const page = text('xl/worksheets/sheet2.xml');
  expect(page).toMatch(/<pageSetup [^>]*orientation="landscape"/);
  for (const attribute of ['paperSize="9"', 'fitToWidth="1"', 'fitToHeight="0"']) expect(page).toContain(attribute);
  // A spreadsheet refuses a file whose parts stand in another order.
  const order = ['<sheetPr>', '<sheetViews>', '<cols>', '<sheetData>', '<pageMargins', '<pageSetup', '<headerFooter>'].map((part) => page.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect([...text('xl/workbook.xml').matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d)">([^<]*)</g)].map(([, index, area]) => `${index} ${area}`)).toEqual(["0 'Overzicht'!$1:$1", "1 'Foto''s &amp; meer'!$1:$1"]);
  expect(text('xl/workbook.xml').indexOf('<definedNames>')).toBeGreaterThan(text('xl/workbook.xml').indexOf('</sheets>'));
  expect(text('xl/styles.xml')).toContain('[$-413]#,##0');
});

it('says how high a row of wrapped text is, because not every program finds that out', async () => {
  const width = 40;
  const sheet: Sheet = { name: 'Definities', rows: [[textCell('Kort', { wrapped: true })], [textCell('woord '.repeat(20), { wrapped: true })], [textCell('woord '.repeat(20))]], frozenColumns: 0, widths: [width] };
  const written = strFromU8(unzipSync(await writeWorkbook([sheet]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const heights = [...written.matchAll(/<row r="(\d)"(?: ht="(\d+)")?/g)].map(([, row, height]) => [row, height]);
  // 120 letters in 40 places, with room for wide ones: four lines of 15 points.
  expect(heights).toEqual([['1', undefined], ['2', '60'], ['3', undefined]]);
});

it('stays below the size at which the library would start a worker that the page may not start', async () => {
  const figures = anExport().figures;
  const large = Object.fromEntries(Object.keys(figures.total).map((id) => [id, 123_456.75])) as typeof figures.total;
  const week = anExport([], { figures: { ...figures, total: large, places: [...figures.places, { place: 'unknown' as const, figures: large }].map((place) => ({ ...place, figures: large })) } });
  const parts = Object.values(unzipSync(await writeWorkbook(weekSheets(week, wordsIn('nl')))));
  expect(Math.max(...parts.map((part) => part.byteLength))).toBeLessThan(80_000);
});
