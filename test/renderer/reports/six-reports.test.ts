import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '#renderer/reports/make-pdf.ts';
import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import { sensitiveFinder } from '#shared/domain/guard/find-sensitive.ts';
import { coachingPlanReport } from '#shared/reports/coaching-plan.ts';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { indicationReport } from '#shared/reports/indication-report.ts';
import { lksAdvice } from '#shared/reports/lks-advice.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { planReport } from '#shared/reports/plan-report.ts';
import type { ReportDocument, ReportId } from '#shared/reports/report-document.ts';
import { aMeasurement } from '../../support/reports/a-measurement.ts';
import { anIndicationRequest } from '../../support/reports/an-indication-request.ts';
import { aCoachingPlan, aHalfYear, aPlan } from '../../support/reports/a-plan.ts';
import { plantedBsn, withEveryText } from '../../support/reports/planted-text.ts';
import { nodesOf, oneLine, readPdf, type ReadPdf } from '../../support/reports/read-pdf.ts';
import { fontsFor } from '../../support/reports/report-fonts.ts';

/*
 * All six reports as files, opened by a reader that is not ours: what must not be in them is not, what each must be they are,
 * and their figures are those of the record, written out here by another hand than the product's.
 */

const isTyped = (key: string, text: string) => !['contentHash', 'recordId', 'reference', 'region'].includes(key) && /^\p{Lu}|\s/u.test(text);
/** Somebody typed a BSN into every field that takes text. */
const planted = <T>(record: T): T => withEveryText(record, isTyped, (text) => `${text} ${plantedBsn}`);

const euros = (cents: number | null): string => new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format((cents ?? Number.NaN) / 100);
const shortDay = (day: string | null): string => (day ?? '').split('-').toReversed().join('-');
const longDay = (day: string | null): string => new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day ?? ''}T00:00:00Z`));
const hours = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} uur` : `${Math.floor(minutes / 60)} uur en ${minutes % 60} minuten`);
const percent = (text: string): string => `${text.replace('.', ',')} %`;

const measurement = aMeasurement();
const [plan, coachingPlan, halfYear, request] = [aPlan(), aCoachingPlan(), aHalfYear(), anIndicationRequest()];
const { facts, tasks, result } = measurement;

interface Case {
  readonly make: (change: <T>(record: T) => T) => ReportDocument;
  /** What the record says in numbers and days. */
  readonly figures: readonly string[];
  /** How often the BSN stands there: only UWV gets it. */
  readonly bsn: 0 | 1;
}

const six: Readonly<Record<ReportId, Case>> = {
  loonwaarderapport: {
    make: (change) => measurementReport(change(measurement)),
    figures: [
      ...tasks.hoofdtaken.flatMap(({ aandeel, tempo, kwaliteit, nettoWerktijd = '' }) => [aandeel, tempo, kwaliteit, nettoWerktijd].map(percent)),
      percent(result.sum), percent(String(result.loonwaarde)), longDay(facts.visitedOn), longDay(result.finalisedOn), longDay(facts.birthDate), String(facts.contractHours), String(facts.fullTimeHours),
    ],
    bsn: 0,
  },
  'advies-loonkostensubsidie': { make: (change) => lksAdvice(change(measurement)), figures: [euros(result.lksCents), euros(result.lksTotalCents), percent(String(result.loonwaarde))], bsn: 0 },
  'plan-van-aanpak': {
    make: (change) => planReport(change(plan)),
    figures: [longDay(plan.facts.madeOn), longDay(plan.facts.nextReviewOn), ...plan.agreements.map(({ agreement }) => shortDay(agreement.dueOn))],
    bsn: 0,
  },
  coachingsplan: {
    make: (change) => coachingPlanReport(change(coachingPlan)),
    figures: [longDay(coachingPlan.shared.drawnUpOn), longDay(coachingPlan.shared.evaluateOn), shortDay(coachingPlan.shared.agreements[0]?.dueOn ?? null)],
    bsn: 0,
  },
  halfjaarverslag: {
    make: (change) => halfYearReport(change(halfYear)),
    figures: [hours(halfYear.facts.grantedMinutes), hours(halfYear.facts.usedMinutes), String(halfYear.facts.visits), longDay(halfYear.facts.from), longDay(halfYear.facts.through)],
    bsn: 0,
  },
  indicatieaanvraag: {
    make: (change) => indicationReport(change(request)),
    figures: [percent(String(request.loonwaarde?.percentage)), longDay(request.loonwaarde?.measuredOn ?? null), longDay(request.candidate.birthDate), longDay(request.consent.givenOn)],
    bsn: 1,
  },
};

const pdfOf = async (report: ReportDocument): Promise<ReadPdf> => readPdf(await makePdf(report, fontsFor(JSON.stringify(report))));

describe.each(Object.entries(six))('%s', (id, { make, figures, bsn }) => {
  let report: ReportDocument;
  let pdf: ReadPdf;
  beforeAll(async () => {
    report = make((record) => record);
    pdf = await pdfOf(report);
  });

  it('has a title, a language, and tags on everything that is read', () => {
    expect({ id: report.id, title: pdf.title, language: pdf.language, tagged: pdf.tagged, showsTitle: pdf.showsTitle }).toEqual({ id, title: report.title, language: 'nl-NL', tagged: true, showsTitle: true });
    expect(pdf.title).not.toBe('');
    expect(nodesOf(pdf.tree, 'H1')).toHaveLength(1);
    expect(nodesOf(pdf.tree, 'H2').length).toBeGreaterThan(1);
  });

  it('has no diagnosis, medication, treatment or cause of illness', () => {
    const ours = 'Er staat geen diagnose in en geen oorzaak: UWV vraagt medische gegevens zelf op.';
    expect(sensitiveFinder(bundledGuardWords)(pdf.text.replace(ours, '')).filter(({ kind }) => kind !== 'bsn')).toEqual([]);
  });

  it(`has ${bsn === 0 ? 'no BSN' : 'the BSN once'}, wherever somebody typed one`, async () => {
    // What is filled into a request is cleaned before: its schema holds nothing else that was typed.
    const typed = await pdfOf(make(bsn === 0 ? planted : (record) => record));
    expect(typed.text.split(plantedBsn)).toHaveLength(bsn + 1);
    expect(typed.title).not.toContain(plantedBsn);
    expect(typed.text).toContain('[nummer weggelaten]');
  });

  it('has the figures of the record', () => {
    expect(figures.length).toBeGreaterThan(2);
    const text = oneLine(pdf.text);
    for (const figure of figures) expect(text, figure).toContain(oneLine(figure));
  });
});
