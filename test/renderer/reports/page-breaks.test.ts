import { describe, expect, it } from 'vitest';
import { makePdf } from '#renderer/reports/make-pdf.ts';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import type { ReportBlock, ReportDocument } from '#shared/reports/report-document.ts';
import { aHalfYear } from '../../support/reports/a-plan.ts';
import { readPdf } from '../../support/reports/read-pdf.ts';
import { fontsFor } from '../../support/reports/report-fonts.ts';

/** The text of each page without its margins, when so many lines stand above the report. */
async function pagesBelow(report: ReportDocument, lines: number): Promise<readonly string[]> {
  const above: ReportBlock = { kind: 'paragraph', text: Array.from({ length: lines }, () => 'vul').join('\n') };
  const { pageTexts } = await readPdf(await makePdf({ ...report, blocks: [above, ...report.blocks] }, fontsFor(JSON.stringify(report))));
  return pageTexts.map((text, index) => (index === 0 ? text : text.replace(`${report.title} ${report.organisation} `, '')));
}

/** Everywhere that a page can end in what follows one after the other: a line is about 15 points. */
const places = (from: number, through: number) => Array.from({ length: through - from + 1 }, (_, index) => from + index);
const halfYear = () => halfYearReport(aHalfYear());

describe('a page never ends', () => {
  it('between the last row of a table and the one before it', async () => {
    const beginnings: string[] = [];
    for (const lines of places(9, 15)) {
      const page = (await pagesBelow(halfYear(), lines)).find((text, index) => index > 0 && text.includes('Over 6 uur en 15 minuten'));
      if (page !== undefined) beginnings.push(page.slice(0, 60));
    }
    // Somewhere here the table goes over two pages, or as a whole to the next.
    expect(beginnings.length).toBeGreaterThan(2);
    for (const text of beginnings) expect(text).not.toMatch(/^Onderdeel Dit halfjaar Over/);
  }, 60_000);

  it('within the signatures, or right before the line that belongs to them', async () => {
    for (const lines of [2, 6, 10, 14, 20, 26]) {
      const pages = await pagesBelow(halfYear(), lines);
      expect(pages.filter((text) => /Nog niet getekend|Controlegetal|Ondertekening/.test(text)), `${lines} lines above`).toHaveLength(1);
    }
  }, 60_000);
});
