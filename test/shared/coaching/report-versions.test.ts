import { describe, expect, it } from 'vitest';
import { reportVersions, type PlacedReport } from '#shared/domain/coaching/report-versions.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { halfYearReport } from '#shared/reports/half-year-report.ts';
import { aHalfYear } from '../../support/reports/a-plan.ts';
import { textsIn } from '../../support/reports/planted-text.ts';

const id = (name: string) => name as RecordId;
const { facts: reported } = aHalfYear();
const report = (recordId: string, order: string, facts: object = {}): PlacedReport => ({ recordId: id(recordId), order, facts: { ...reported, ...facts } });
const replacing = (corrects: string, version: number, alsoReplaces: readonly string[] = []) => ({ corrects, version, ...(alsoReplaces.length === 0 ? {} : { alsoReplaces }) });

const first = report('first', '1');
const one = report('one', '2', replacing('first', 2));
const other = report('other', '3', replacing('first', 2));

/** Each version as one line: its name, what it replaced, what replaced it, and what stands beside it. */
function told(reports: readonly PlacedReport[]): readonly string[] {
  return [...reportVersions(reports)].map(([recordId, { name, replaces, replacedBy, beside }]) => {
    const ids = (list: readonly PlacedReport[]) => list.map((each) => each.recordId).join('+');
    return `${recordId} is ${name}, replaces ${ids(replaces)}, replaced by ${ids(replacedBy)}, beside ${ids(beside)}`;
  });
}

describe('the versions of a half-yearly report', () => {
  it('are counted as long as each knew of the one before', () => {
    expect(told([first, one, report('third', '4', replacing('one', 3))])).toEqual([
      'first is 1, replaces , replaced by one, beside ',
      'one is 2, replaces first, replaced by third, beside ',
      'third is 3, replaces one, replaced by , beside ',
    ]);
  });

  it('that were made apart keep the number they were signed with, and a letter by their arrival tells them apart, in whatever order a device got them', () => {
    const expected = [
      'first is 1, replaces , replaced by one+other, beside ',
      'one is 2a, replaces first, replaced by , beside other',
      'other is 2b, replaces first, replaced by , beside one',
    ];
    expect(told([first, one, other])).toEqual(expected);
    expect([...told([other, one, first])].toSorted()).toEqual(expected);
  });

  it('that were made apart stand beside one another until one replaces them all', () => {
    const third = report('third', '4', replacing('one', 3));
    expect(told([first, one, other, third]).slice(2)).toEqual(['other is 2b, replaces first, replaced by , beside third', 'third is 3, replaces one, replaced by , beside other']);
    const all = report('all', '5', replacing('third', 4, ['other']));
    expect(told([first, one, other, third, all]).slice(2)).toEqual([
      'other is 2b, replaces first, replaced by all, beside ',
      'third is 3, replaces one, replaced by all, beside ',
      'all is 4, replaces third+other, replaced by , beside ',
    ]);
  });

  it('of one half year by two people who did not know of each other stand beside one another as well; those of another half year do not', () => {
    expect(told([first, report('second', '2'), report('later', '3', { halfYear: 2 })])).toEqual([
      'first is 1a, replaces , replaced by , beside second',
      'second is 1b, replaces , replaced by , beside first',
      'later is 1, replaces , replaced by , beside ',
    ]);
  });

  it('name what they replace also when that is not in the file', () => {
    expect(reportVersions([one]).get(id('one'))).toMatchObject({ name: '2', replaces: [], replacesUnknown: ['first'] });
  });
});

describe('the paper of a half-yearly report', () => {
  const paper = (of: PlacedReport, reports: readonly PlacedReport[], reason?: string) => {
    const given = aHalfYear();
    return textsIn(halfYearReport({ ...given, recordId: of.recordId, facts: of.facts, reports, report: { ...given.report, ...(reason === undefined ? {} : { correctionReason: reason }) } })).join('\n').replaceAll('\u00a0', ' ');
  };

  it('of the only version says nothing of versions', () => {
    expect(paper(first, [first])).not.toMatch(/Dit is versie|kenmerk/);
  });

  it('of a correction says which version it replaces, and why', () => {
    const text = paper(one, [first, one], 'De naam klopte niet.');
    expect(text).toContain('Dit is versie 2 en vervangt een eerdere versie');
    expect(text).toContain('Versie 1 is van 2 september 2026 en heeft kenmerk first. Reden: De naam klopte niet.');
  });

  it('of what was replaced says by which version, and that its signatures are its own', () => {
    const text = paper(first, [first, one]);
    expect(text).toContain('Dit is versie 1; er is een nieuwere versie');
    expect(text).toContain('Versie 2 is van 2 september 2026 en heeft kenmerk one.');
    expect(text).toContain('horen bij versie 1');
  });

  it('of one of two that were made apart names the other', () => {
    const text = paper(other, [first, one, other], 'Fout.');
    expect(text).toContain('Dit is versie 2b; er geldt nog een andere versie');
    expect(text).toContain('Versie 2a is van 2 september 2026 en heeft kenmerk one. De versies zijn los van elkaar gemaakt');
    expect(text).toContain('Dit is versie 2b en vervangt een eerdere versie');
  });

  it('of a version whose former one is not here names that by its mark', () => {
    expect(paper(one, [one], 'Fout.')).toContain('De vervangen versie heeft kenmerk first.');
  });
});
