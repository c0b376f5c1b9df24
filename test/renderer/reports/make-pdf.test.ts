import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '#renderer/reports/make-pdf.ts';
import { coachingPlanReport } from '#shared/reports/coaching-plan.ts';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { indicationReport } from '#shared/reports/indication-report.ts';
import { lksAdvice } from '#shared/reports/lks-advice.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { planReport } from '#shared/reports/plan-report.ts';
import type { ReportBlock, ReportDocument } from '#shared/reports/report-document.ts';
import { aLongMeasurement } from '../../support/reports/a-long-measurement.ts';
import { aMeasurement } from '../../support/reports/a-measurement.ts';
import { anIndicationRequest } from '../../support/reports/an-indication-request.ts';
import { aCoachingPlan, aHalfYear, aPlan } from '../../support/reports/a-plan.ts';
import { textsIn } from '../../support/reports/planted-text.ts';
import { nodesOf, oneLine, readPdf, type ReadPdf } from '../../support/reports/read-pdf.ts';
import { fontsFor } from '../../support/reports/report-fonts.ts';

const pdfOf = (report: ReportDocument) => makePdf(report, fontsFor(JSON.stringify(report)));
const bare = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

const reports: Readonly<Record<string, () => ReportDocument>> = {
  loonwaarderapport: () => measurementReport(aMeasurement()),
  'a loonwaarderapport of the longest': () => measurementReport(aLongMeasurement()),
  'advies loonkostensubsidie': () => lksAdvice(aMeasurement()),
  'plan van aanpak': () => planReport(aPlan()),
  coachingsplan: () => coachingPlanReport(aCoachingPlan()),
  halfjaarverslag: () => halfYearReport(aHalfYear()),
  indicatieaanvraag: () => indicationReport(anIndicationRequest()),
};

/** What is drawn of a block, in the order in which it is read; lists and signatures are looked at elsewhere. */
function drawnTexts(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'table':
      return [...block.columns.map(({ header }) => header), ...block.rows.flatMap(({ cells }) => cells)];
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.items.flatMap(({ label, value }) => [label, value]);
    case 'notice':
      return [block.title, block.text];
    default:
      return [];
  }
}

describe.each(Object.entries(reports))('%s as a PDF', (_, make) => {
  let report: ReportDocument;
  let pdf: ReadPdf;
  let bytes: Uint8Array;
  beforeAll(async () => {
    report = make();
    bytes = await pdfOf(report);
    pdf = await readPdf(bytes);
  });

  it('is A4, tagged, in Dutch, and calls itself by its title', () => {
    expect({ size: pdf.size, tagged: pdf.tagged, language: pdf.language, title: pdf.title, showsTitle: pdf.showsTitle }).toEqual({
      size: [595.28, 841.89], tagged: true, language: 'nl-NL', title: report.title, showsTitle: true,
    });
  });

  it('promises PDF/UA in its metadata, and goes through each page in the order of the structure', () => {
    const readable = Buffer.from(bytes).toString('latin1');
    expect(readable).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(readable.match(/\/Tabs \/S\b/g)).toHaveLength(pdf.pages);
    // Nothing to click and nothing that runs: what is handed out only says something.
    expect(readable).not.toMatch(/\/(?:JavaScript|JS|Annots|AcroForm|EmbeddedFiles|OpenAction)\b/);
  });

  it('says everything that the report says, in that order for who has it read aloud', () => {
    const spoken = bare(pdf.tree.map(({ text }) => text).join(' '));
    let from = 0;
    for (const word of [report.title, report.lead, ...report.blocks.flatMap(drawnTexts)].flatMap((text) => text.split('\n')).map(bare).filter((text) => text !== '')) {
      const at = spoken.indexOf(word, from);
      expect(at, `"${word.slice(0, 60)}" after "${spoken.slice(Math.max(0, from - 40), from)}"`).toBeGreaterThanOrEqual(from);
      from = at + word.length;
    }
  });

  it('has one title, headings as bookmarks, and a description with every picture', () => {
    expect(nodesOf(pdf.tree, 'H1').map(({ text }) => text)).toEqual([report.title]);
    const parts = report.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [oneLine(block.text)] : []));
    expect(nodesOf(pdf.tree, 'H2').map(({ text }) => text)).toEqual(parts);
    expect(pdf.bookmarks.map(({ title }) => oneLine(title))).toEqual(parts);
    for (const figure of nodesOf(pdf.tree, 'Figure')) expect(figure.alt ?? '').not.toBe('');
  });

  it('reads the header of a table aloud once, however many pages it takes', () => {
    const tables = report.blocks.flatMap((block) => (block.kind === 'table' ? [block.columns.map(({ header }) => `TH ${bare(header)}`)] : []));
    expect(nodesOf(pdf.tree, 'THead').map(({ children }) => (children[0]?.children ?? []).map(({ role, text }) => `${role} ${bare(text)}`))).toEqual(tables);
  });

  it('keeps the margins of the pages out of what is read aloud', () => {
    expect(pdf.tree.map(({ text }) => text).join(' ')).not.toMatch(/Pagina \d+ van/);
    for (const [index, text] of pdf.pageTexts.entries()) expect(text).toContain(`Pagina ${index + 1} van ${pdf.pages}`);
  });

  it('is the same file when it is made again', async () => {
    expect(Buffer.from(await pdfOf(make())).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('what people write', () => {
  it('has pages enough for every word, and none that is empty', async () => {
    const pdf = await readPdf(await pdfOf(measurementReport(aLongMeasurement())));
    expect(pdf.pages).toBeGreaterThan(8);
    for (const text of pdf.pageTexts) expect(text.length).toBeGreaterThan(250);
  });

  it('is printed as itself in letters from everywhere', async () => {
    const pdf = await readPdf(await pdfOf(measurementReport(aMeasurement({ name: 'Łukasz Şahin Đặng Олена Ελένη Zoë IJsbrand', views: { employee: 'Prijs: € 4,50 – ’s ochtends ĳsje, œuvre.', employer: 'Ok.' } }))));
    for (const said of ['Łukasz Şahin Đặng Олена Ελένη Zoë IJsbrand', '€ 4,50 – ’s ochtends ĳsje, œuvre']) expect(bare(pdf.text)).toContain(bare(said));
    expect(pdf.text).not.toContain('niet afgedrukt');
  });

  it('says so when there are signs that cannot be printed', async () => {
    const pdf = await readPdf(await pdfOf(measurementReport(aMeasurement({ views: { employee: 'Het ging goed 🙂 ≥ 3 dagen → top\u0007', employer: '漢字' } }))));
    expect(pdf.text).toContain('Het ging goed ? >= 3 dagen -> top');
    expect(pdf.text).toContain('Op die plek staat een vraagteken.');
  });

  it('has the header of its table again on each page that the table goes over', async () => {
    const plan = aPlan();
    const agreements = Array.from({ length: 30 }, (_, index) =>
      plan.agreements.slice(1).map((state) => ({ ...state, agreement: { ...state.agreement, what: `Afspraak ${index + 1}: ${'samen naar het bedrijf gaan en daarna bellen met de ploegleider '.repeat(4)}` } })),
    ).flat();
    const pdf = await readPdf(await pdfOf(planReport({ ...plan, agreements })));
    const pages = pdf.pageTexts.filter((text) => /Afspraak \d+: samen/.test(text));
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) expect(text).toContain('Afspraak Wie Uiterlijk Uitkomst');
    expect(nodesOf(pdf.tree, 'THead')).toHaveLength(1);
    // A row that goes over two pages is one row; pdf.js gives the tree page by page, and may name it on both.
    expect(new Set(nodesOf(pdf.tree, 'TR').map(({ text }) => text)).size).toBe(nodesOf(pdf.tree, 'TR').length);
    expect(nodesOf(pdf.tree, 'TR').filter(({ text }) => text.startsWith('Afspraak Wie'))).toHaveLength(1);
  });

  it('stands nowhere in the open in the file: no name in what a list of files shows', async () => {
    const readable = Buffer.from(await pdfOf(coachingPlanReport(aCoachingPlan()))).toString('latin1');
    for (const name of ['Fatima', 'Amrani', 'Dekkers']) expect(readable).not.toContain(name);
    expect(textsIn(coachingPlanReport(aCoachingPlan())).join(' ')).toContain('Fatima');
  });
});
