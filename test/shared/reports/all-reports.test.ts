import { describe, expect, it } from 'vitest';
import type { UserId } from '#shared/domain/ids.ts';
import { coachingRegimes, coachingResults, satisfactions } from '#shared/domain/records/coaching.ts';
import { occasions } from '#shared/domain/records/measurement.ts';
import { planAgreementOwners, planOutcomes, workObligations } from '#shared/domain/records/plan.ts';
import { signatureMethods, signatureRoles, type Signature } from '#shared/domain/records/signature.ts';
import { agreementOwners, goalProgresses } from '#shared/domain/records/visit.ts';
import type { SignableRecord } from '#shared/domain/signature/content-hash.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { coachingPlanReport } from '#shared/reports/coaching-plan.ts';
import { givenSignatures } from '#shared/reports/given-signatures.ts';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { dayInDutch, say } from '#shared/reports/in-dutch.ts';
import { lksAdvice } from '#shared/reports/lks-advice.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { planReport } from '#shared/reports/plan-report.ts';
import type { ReportDocument } from '#shared/reports/report-document.ts';
import { textsOfReport } from '#shared/reports/texts-of-report.ts';
import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import { sensitiveFinder } from '#shared/domain/guard/find-sensitive.ts';
import { withoutBsn } from '#shared/reports/without-bsn.ts';
import { day } from '#shared/lib/calendar.ts';
import screenTexts from '../../../renderer/app/texts/measurement.nl.json' with { type: 'json' };
import { aMeasurement } from '../../support/reports/a-measurement.ts';
import { aCoachingPlan, aHalfYear, aPlan, internalNote } from '../../support/reports/a-plan.ts';
import { plantedBsn, textsIn, waysToWriteIt, withEveryText } from '../../support/reports/planted-text.ts';

/** Made of what it is given, so that a test can plant something in every field. */
const reports: readonly { readonly name: string; readonly make: (change: <T>(input: T) => T) => ReportDocument }[] = [
  { name: 'loonwaarderapport', make: (change) => measurementReport(change(aMeasurement())) },
  { name: 'advies loonkostensubsidie', make: (change) => lksAdvice(change(aMeasurement())) },
  { name: 'plan van aanpak', make: (change) => planReport(change(aPlan())) },
  { name: 'coachingsplan', make: (change) => coachingPlanReport(change(aCoachingPlan())) },
  { name: 'halfjaarverslag', make: (change) => halfYearReport(change(aHalfYear())) },
];

/** Whatever has a space or an upper-case first letter is prose or a name; days, ids and choices are neither. */
const isTyped = (key: string, text: string) => !['contentHash', 'recordId', 'region'].includes(key) && /^\p{Lu}|\s/u.test(text);

describe.each(reports)('$name', ({ make }) => {
  it.each(waysToWriteIt)('never hands out a BSN, wherever somebody typed it: %s', (written) => {
    const report = make((input) => withEveryText(input, isTyped, (text) => `${text} ${written}.`));
    const found = textsIn(report).join(' ');
    expect(found).not.toContain(written);
    expect(found).not.toContain(plantedBsn);
    expect(found).toContain('[nummer weggelaten]');
  });

  it('is Dutch, has a title without a name, and says the same when it is made twice', () => {
    const report = make((input) => input);
    expect(report.language).toBe('nl-NL');
    expect(report.title).not.toMatch(/Fatima|Amrani/);
    expect(textsIn(report).filter((text) => /\{\{|undefined|\[object|null/.test(text))).toEqual([]);
    expect(make((input) => input)).toEqual(report);
  });

  it('holds nothing that seems medical but what somebody typed', () => {
    const find = sensitiveFinder(bundledGuardWords);
    const found = (report: ReportDocument) => textsOfReport(report).flatMap((text) => find(text).map((each) => each.found));
    expect(found(make((input) => input))).toEqual([]);
    expect(found(make((input) => withEveryText(input, isTyped, (text) => `${text} Hij heeft een depressie.`)))).toContain('depressie');
  });

  it('has no heading without something below it', () => {
    const { blocks } = make((input) => input);
    const bare = blocks.filter((block, index) => {
      const next = blocks[index + 1];
      return block.kind === 'heading' && (next === undefined || (next.kind === 'heading' && next.level <= block.level) || (next.kind === 'facts' && next.items.length === 0));
    });
    expect(bare).toEqual([]);
  });
});

describe('the coachingsplan for the employer', () => {
  it('cannot hold the internal part, also when the record is given with it', () => {
    const withInternal = { ...aCoachingPlan(), internal: { note: internalNote } };
    expect(textsIn(coachingPlanReport(withInternal)).join(' ')).not.toContain(internalNote);
  });
});

describe('the half-yearly report', () => {
  it('says in words what was granted, used and left', () => {
    const table = halfYearReport(aHalfYear()).blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows.map(({ cells }) => cells.join(': ')) : []).toEqual([
      'Regime: Intensief', 'Bezoeken en gesprekken: 31', 'Toegekend: 75 uur', 'Gebruikt: 68 uur en 45 minuten', 'Over: 6 uur en 15 minuten',
    ]);
  });

  it('says when more was used than granted', () => {
    const given = aHalfYear();
    const table = halfYearReport({ ...given, facts: { ...given.facts, usedMinutes: 4_530 } }).blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows.at(-1)?.cells : []).toEqual(['Meer gebruikt dan toegekend', '30 minuten']);
  });
});

describe('the plan van aanpak', () => {
  it('names what is put to use by what it is for, and nothing where nobody was asked', () => {
    expect(textsIn(planReport(aPlan()))).toEqual(expect.arrayContaining(['Wat wordt ingezet', 'Direct naar werk: Proefplaatsing', 'Ondersteuning die blijft: Jobcoach, No-riskpolis']));
    expect(textsIn(planReport({ ...aPlan(), instruments: [] }))).not.toContain('Wat wordt ingezet');
  });

  it('shows both sides\' agreements with what became of them, and says when it was not agreed yet', () => {
    const table = planReport(aPlan()).blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows.map(({ cells }) => cells.join(' | ')) : []).toEqual([
      'Twee bedrijven bellen | Kandidaat | 24-11-2026 | Voor een deel (25-11-2026)\nEén bedrijf gebeld',
      'Reiskosten vergoeden | Gemeente | 01-12-2026 | Open',
    ]);
    expect(textsIn(planReport({ ...aPlan(), agreed: null }))).toContain('Dit plan is nog niet afgesproken');
    expect(textsIn(planReport(aPlan()))).not.toContain('Dit plan is nog niet afgesproken');
  });
});

describe('the words of the reports', () => {
  it('know every choice that a record can hold', () => {
    const choices = { owner: [...agreementOwners, ...planAgreementOwners], goalProgress: goalProgresses, outcome: planOutcomes, obligation: workObligations, regime: coachingRegimes, result: coachingResults, satisfaction: satisfactions };
    for (const [kind, values] of Object.entries(choices)) for (const value of values) expect(say(`choice.${kind}.${value}`)).not.toBe('');
    for (const role of signatureRoles) expect(say(`signature.role.${role}`)).not.toBe('');
    for (const method of signatureMethods) expect(say(`signature.${method}`, { day: 'd', time: 't' })).not.toContain('{{');
    for (const occasion of occasions) expect(say(`measurement.occasion.${occasion}`)).not.toBe('');
  });

  it('say each line of the subsidy\'s working as the screen says it', () => {
    for (const [name, text] of Object.entries(screenTexts.lks.line)) expect(say(`lks.line.${name}`, placeholdersOf(text))).toBe(text);
  });

  it('write a day out', () => {
    expect(dayInDutch(day('2026-03-01'))).toBe('1\u00a0maart 2026');
  });
});

describe('numbers that look like a BSN and are none', () => {
  it.each(['kenmerk 0f6f3f0e-53f1-4f6a-8b1e-a123456782bc', 'controlegetal 3f9a 0c12 3456 782e 55aa 01c9 e7f3 b2d8', 'kenmerk 1234a678-2345-6782-8b1e-2b7c1d9a4e55'])('%s stays whole', (text) => {
    expect(withoutBsn(text)).toBe(text);
  });

  it('do not hide one that stands beside them', () => {
    expect(withoutBsn('doos 12, 123456782 3 keer')).toBe('doos 12, [nummer weggelaten] 3 keer');
  });

  it.each(['KvK 12345678', 'bel 024 123 45 67', 'bel +31 6 12 34 56 78', '123456789', 'order 1234567820', '06-12345678'])('%s stays', (text) => {
    expect(withoutBsn(text)).toBe(text);
  });
});

describe('signatures in a report', () => {
  const record: SignableRecord = { kind: 'measurement', recordId: 'm-1' as RecordId, groups: { facts: { a: 1 }, tasks: { b: 2 } } };
  const signature = (change: Partial<Signature>): Signature => ({
    signs: signedContentOf(record), role: 'employee', name: 'Fatima el Amrani', userId: null, signedAtMs: Date.parse('2026-11-22T13:32:00Z'), method: 'drawn', statement: 'Ik heb het rapport gelezen.', remark: '',
    strokes: [[0, 0, 100, 40, 200, 0, 300, 50]], ...change,
  });

  it('are drawn with the moment on a Dutch clock', () => {
    const [given] = givenSignatures(record, [signature({})]);
    expect(given).toMatchObject({ role: 'Werknemer', signed: true, statement: 'Getekend op 22\u00a0november 2026 om 14:32 uur', strokes: [[{ x: 0, y: 0 }, { x: 100, y: 40 }, { x: 200, y: 0 }, { x: 300, y: 50 }]] });
  });

  it('given under other content are named as that and not drawn', () => {
    const [given] = givenSignatures({ ...record, groups: { ...record.groups, tasks: { b: 3 } } }, [signature({})]);
    expect(given).toMatchObject({ signed: false, strokes: null, statement: 'Getekend op 22\u00a0november 2026, bij een eerdere versie van dit stuk' });
  });

  it('of another record are not there', () => {
    expect(givenSignatures({ ...record, recordId: 'm-2' as RecordId }, [signature({})])).toEqual([]);
  });

  it('say who read it and did not sign, and what they remarked', () => {
    const [given] = givenSignatures(record, [signature({ role: 'employer', method: 'declined', strokes: [], remark: 'Het tempo is hoger.', userId: null as UserId | null })]);
    expect(given).toMatchObject({ signed: false, statement: 'Heeft het gelezen en tekent niet (22\u00a0november 2026)\nOpmerking: Het tempo is hoger.' });
  });
});

/** Each gap filled with itself, so that two texts with the same gaps come out the same. */
function placeholdersOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([whole, name = '']) => [name, whole]));
}
