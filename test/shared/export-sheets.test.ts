import { describe, expect, it } from 'vitest';
import { figureFamilies, workPlaceFamilies } from '#shared/export/week-figures.ts';
import { weekFileName, weekSheets } from '#shared/export/week-sheets.ts';
import type { Cell } from '#shared/export/sheet.ts';
import { anExport, smallRegion } from '../support/week/week-export.ts';
import { wordsIn } from '../support/week/catalogue.ts';

const textOf = (cell: Cell | undefined): string | undefined => (cell?.kind === 'text' ? cell.text : undefined);

describe.each(['nl', 'en'] as const)('the sheets in %s', (language) => {
  const words = wordsIn(language);
  const sheets = weekSheets(anExport(), words);

  it('are five, each with a header that stays in view', () => {
    expect(sheets).toHaveLength(5);
    for (const sheet of sheets) {
      expect(sheet.rows[0]?.every((cell) => textOf(cell) !== undefined && textOf(cell) !== '')).toBe(true);
      expect(sheet.name.length).toBeLessThanOrEqual(31);
      expect(new Set(sheet.rows.map((row) => row.length)).size).toBe(1);
    }
  });

  it('define every figure they show', () => {
    const defined = (sheets[3]?.rows ?? []).map(([label]) => textOf(label));
    for (const { id } of [...figureFamilies, ...workPlaceFamilies]) expect(defined).toContain(words(`week:figure.${id}.label`));
    for (const row of (sheets[3]?.rows ?? []).slice(1)) expect(textOf(row[2])?.length).toBeGreaterThan(20);
  });
});

describe('the account', () => {
  const account = (unsentCount: number) => weekSheets(anExport(smallRegion, { unsentCount }), wordsIn('nl'))[4]?.rows ?? [];

  it('warns when this device still has something to send', () => {
    const line = (count: number) => account(count).find(([label]) => textOf(label)?.startsWith('Wijzigingen op dit apparaat'));
    expect(textOf(line(0)?.[2])).toBe('Alles van dit apparaat is verstuurd.');
    expect(textOf(line(3)?.[2])).toContain('Let op');
  });

  it('says it when the week was still running', () => {
    const running = { ...anExport().figures, period: { ...anExport().figures.period, complete: false } };
    const sheets = weekSheets(anExport(smallRegion, { figures: running }), wordsIn('nl'));
    expect(JSON.stringify(sheets[4])).toContain('Deze week liep nog');
    expect(JSON.stringify(weekSheets(anExport(), wordsIn('nl'))[4])).not.toContain('Deze week liep nog');
  });
});

it('names the file after the ISO week', () => {
  expect(weekFileName(anExport(), 'xlsx')).toBe('weekstatus-2026-W47.xlsx');
});

it('puts nobody in the file: no name, no BSN and no pseudonym', () => {
  const text = JSON.stringify(weekSheets(anExport(), wordsIn('nl')));
  for (const personal of ['Sanne', '123456782', '1990-05-04', 'Bakkerij', 'rustig', 'anna']) expect(text).not.toContain(personal);
});
