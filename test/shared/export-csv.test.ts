import { describe, expect, it } from 'vitest';
import { csvOf } from '#shared/export/csv.ts';
import { textCell } from '#shared/export/sheet.ts';
import { weekCsv } from '#shared/export/week-csv.ts';
import { anExport } from '../support/week/week-export.ts';
import { wordsIn } from '../support/week/catalogue.ts';
import { day } from '../support/week/week-records.ts';

const cellOf = (text: string): string => csvOf([[textCell(text)]]).slice(1, -2);

describe('CSV for a Dutch Excel', () => {
  it('has the mark of UTF-8, semicolons, decimal commas, Dutch dates and CRLF', () => {
    expect(
      csvOf([
        [textCell('Gemeente'), { kind: 'count', value: 1_234 }, { kind: 'decimal', value: 1234.5 }, { kind: 'percentage', value: 61.5 }],
        [{ kind: 'cents', value: 97_447 }, { kind: 'day', day: day('2026-11-16') }, { kind: 'moment', atMs: Date.UTC(2026, 10, 22, 23, 30) }, { kind: 'empty' }],
      ]),
    ).toBe('\ufeffGemeente;1234;1234,50;61,5\r\n974,47;16-11-2026;23-11-2026 00:30;\r\n');
  });

  it('quotes what would end a cell or a line', () => {
    expect(cellOf('Bos; & "Zn"')).toBe('"Bos; & ""Zn"""');
    expect(cellOf('een\ntwee')).toBe('"een\ntwee"');
  });

  it.each(['=1+1', '+31612345678', '-2+3', '@SUM(A1)', ' =1+1', '\t=1+1', '\r=1+1', '＝1+1'])('keeps %j text', (text) => {
    expect(cellOf(text).replace(/^"/, '')).toBe(`'${text}${/[\r\n]/.test(text) ? '"' : ''}`);
  });

  it('leaves a negative number a number', () => {
    expect(csvOf([[{ kind: 'count', value: -3 }]])).toBe('\ufeff-3\r\n');
  });
});

describe('the week as CSV', () => {
  const lines = weekCsv(anExport(), wordsIn('nl')).slice(1).split('\r\n');

  it('has one figure on a line, for each municipality and the region', () => {
    expect(lines[0]).toBe('Week;Eerste dag;Geteld tot en met;Gemeentecode;Gemeente;Cijfer;Onderdeel;Waarde;Eenheid;Controlegetal');
    const { hash } = anExport().figures;
    expect(lines).toContain(`2026-W47;16-11-2026;22-11-2026;GM0225;Druten;Nazorg gedaan;Totaal;1;aantal;${hash}`);
    expect(lines).toContain(`2026-W47;16-11-2026;22-11-2026;;Rijk van Nijmegen;Gemiddelde loonwaarde;Totaal;61,5;%;${hash}`);
    expect(lines).toContain(`2026-W47;16-11-2026;22-11-2026;;Rijk van Nijmegen;Banen banenafspraak;Totaal;0,94;banen;${hash}`);
    expect(lines).toContain(`2026-W47;16-11-2026;22-11-2026;;Rijk van Nijmegen;Werkplekken open;Structurele ondersteuning;1;aantal;${hash}`);
    expect(lines).toContain(`2026-W47;16-11-2026;22-11-2026;GM0296;Wijchen;Gemiddelde loonwaarde;Totaal;;%;${hash}`);
  });
});
