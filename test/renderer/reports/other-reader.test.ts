import { describe, expect, it } from 'vitest';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePdf } from '#renderer/reports/make-pdf.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { aLongMeasurement } from '../../support/reports/a-long-measurement.ts';
import { fontsFor } from '../../support/reports/report-fonts.ts';

const bare = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

const isInstalled = (tool: string): boolean => {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const installed = ['pdfinfo', 'pdftotext', 'pdffonts'].every(isInstalled);
if (!installed) process.stdout.write('other-reader: poppler (pdfinfo, pdftotext, pdffonts) is not installed; the reports are read by pdf.js alone\n');

describe('a report in a second, unrelated reader (poppler)', () => {
  it.skipIf(!installed)('has the same text, a structure, and all its fonts inside', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'veldwerk-report-'));
    const file = path.join(folder, 'report.pdf');
    const ask = (tool: string, ...options: readonly string[]) => execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      const report = measurementReport(aLongMeasurement());
      writeFileSync(file, await makePdf(report, fontsFor(JSON.stringify(report))));
      expect(ask('pdfinfo')).toMatch(/Title:\s+Loonwaarderapport\n[\s\S]*Tagged:\s+yes[\s\S]*Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
      const structure = ask('pdfinfo', '-struct');
      for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'Lbl', 'LBody', 'Figure']) expect(structure, tag).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
      expect(structure).toContain('/Scope /Row');
      const fonts = ask('pdffonts').split('\n').slice(2).filter((line) => line.trim() !== '');
      expect(fonts.length).toBeGreaterThan(1);
      // Embedded, subset, and with the meaning of its glyphs.
      for (const line of fonts) expect(line.replace(/\s+/g, ' ')).toMatch(/ yes yes yes /);
      const text = bare(ask('pdftotext', '-raw'));
      for (const said of ['Łęczyca-Ĳsselstreek & Zoën', 'één keer afgerond', 'Şükrü Wołodymyr']) expect(text).toContain(bare(said));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
