import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { day } from '#shared/lib/calendar.ts';
import type { ReportBlock, ReportDocument, TableBlock } from '#shared/reports/report-document.ts';
import { lksAdvice } from '#shared/reports/lks-advice.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { reportFileName } from '#shared/reports/report-file-name.ts';
import { oneLine } from '../../support/reports/read-pdf.ts';
import { aMeasurement, recordId, task } from '../../support/reports/a-measurement.ts';
import { textsIn } from '../../support/reports/planted-text.ts';

const tableOf = (report: ReportDocument): TableBlock | undefined => report.blocks.find((block): block is TableBlock => block.kind === 'table');
const factsOf = (blocks: readonly ReportBlock[]) => blocks.flatMap((block) => (block.kind === 'facts' ? block.items.map(({ label, value }) => `${label}: ${oneLine(value)}`) : []));
const rowsOf = (report: ReportDocument) => tableOf(report)?.rows.map(({ cells }) => oneLine(cells.join(' | ')));

describe('the loonwaarderapport', () => {
  it('has every item of the model in the Regeling', () => {
    expect(factsOf(measurementReport(aMeasurement({ facts: { certificate: { number: 'LW-1234', validThrough: '2028-01-31' } } })).blocks).slice(0, 14)).toEqual([
      'Naam werknemer: Fatima el Amrani',
      'Geboortedatum: 17 mei 1990',
      'Datum van het rapport: 22 november 2026',
      'Datum van het bedrijfsbezoek: 19 november 2026',
      'Werkgever: Bakkerij Dekkers',
      'Contactpersoon: Petra Dekkers, p.dekkers@bakkerij.example',
      'Gesproken namens de werkgever: Petra Dekkers',
      'Normfunctie: Medewerker inpak',
      'Uitgevoerde functie: Inpakker',
      'Uren van de werknemer: 32 uur per week',
      'Uren van een volledige werkweek: 36 uur per week',
      'Werkdagen: 4 per week',
      'Loonwaardedeskundige: Ineke Willems, 024 123 45 67',
      'Certificaat: LW-1234, geldig tot en met 31 januari 2028',
    ]);
  });

  it.each([
    { given: [['100', '80', '90', '95']], sum: '68,40', loonwaarde: '68' },
    { given: [['50', '70', '90', '100'], ['30', '80', '100', '90'], ['20', '60', '80', '90']], sum: '61,74', loonwaarde: '62' },
    { given: [['50', '110', '90', '100'], ['50', '50', '80', '90']], sum: '63,00', loonwaarde: '63' },
    { given: [['60', '50', '50', '50'], ['40', '25', '100', '100']], sum: '17,50', loonwaarde: '18' },
    { given: [['50', '90', '100', '100'], ['50', '100', '91', '100']], sum: '90,50', loonwaarde: '91' },
    { given: [['100', '87.5', '90', '100']], sum: '78,75', loonwaarde: '79' },
  ] as const)('prints $loonwaarde % for the case of DOMAIN with the sum $sum', ({ given, sum, loonwaarde }) => {
    const hoofdtaken = given.map((numbers, index) => task(`Taak ${index + 1}`, numbers));
    const report = measurementReport(aMeasurement({ tasks: { hoofdtaken } }));
    const rows = rowsOf(report) ?? [];
    expect(rows.slice(0, -2)).toHaveLength(given.length);
    for (const [index, numbers] of given.entries()) expect(rows[index]).toContain(numbers.map((number) => `${number.replace('.', ',')} %`).join(' | '));
    expect(rows.slice(-2)).toEqual([`Samen | | | | | ${sum} %`, `Loonwaarde, één keer afgerond | | | | | ${loonwaarde} %`]);
    expect(report.blocks.find((block) => block.kind === 'figure')).toMatchObject({ value: expect.stringMatching(new RegExp(`^${loonwaarde}\\s%$`)) as unknown });
  });

  it('says which number counted for less than was entered', () => {
    const report = measurementReport(aMeasurement({ tasks: { hoofdtaken: [task('Inpakken', ['50', '110', '90', '100']), task('Vouwen', ['50', '50', '80', '90'])] } }));
    expect(textsIn(report)).toContain('Inpakken: tempo is 110 % en telt als 100 %.');
  });

  it('recomputes an old file with the method and the third factor it was made with', () => {
    const { nettoWerktijd: third, nettoWerktijdExplanation: why, ...rest } = task('Inpakken', ['100', '80', '90', '95']);
    const report = measurementReport(aMeasurement({ tasks: { method: 'dariuz', hoofdtaken: [{ ...rest, inzetbaarheid: third, inzetbaarheidExplanation: why }] } }));
    expect(tableOf(report)?.columns.map(({ header }) => header)).toEqual(['Hoofdtaak', 'Aandeel', 'Tempo', 'Kwaliteit', 'Inzetbaarheid', 'Resultaat']);
    expect(rowsOf(report)?.[0]).toBe('1. Inpakken | 100 % | 80 % | 90 % | 95 % | 68,40 %');
    expect(textsIn(report)).toContain('Dariuz, versie 1');
  });

  it('shows a method of a newer release as it was stored, and computes nothing by guess', () => {
    const known = aMeasurement();
    const report = measurementReport({ ...known, tasks: { ...known.tasks, methodVersion: 9 } });
    expect(textsIn(report)).toContain('Deze meetmethode is in deze versie van Veldwerk niet bekend. De getallen staan hier zoals ze zijn vastgelegd.');
    expect(rowsOf(report)?.at(-1)).toContain('62 %');
    expect(report.blocks.find((block) => block.kind === 'figure')).toMatchObject({ bar: null });
  });

  it('says of a regular performance that it is one, without tasks', () => {
    const report = measurementReport(aMeasurement({ tasks: { regularPerformance: true, hoofdtaken: [] } }));
    expect(tableOf(report)).toBeUndefined();
    expect(textsIn(report).join(' ')).toContain('De werknemer levert een reguliere arbeidsprestatie.');
  });

  it('names the report that it corrects', () => {
    const text = textsIn(measurementReport(aMeasurement({ corrects: 'measurement-before' }))).join(' ');
    expect(text).toContain('Dit is versie 2 en vervangt een eerdere versie');
    expect(text).toContain('De vervangen versie heeft kenmerk measurement-before.');
  });

  it.each([{ paper: measurementReport }, { paper: lksAdvice }])('says of two that were corrected apart that they were, and which of them counts, as does the advice that follows', ({ paper }) => {
    const mine = aMeasurement({ corrects: 'measurement-before' });
    const theirs = { recordId: 'theirs' as RecordId, facts: { ...mine.result, finalisedOn: day('2026-11-23') }, order: '2' };
    const text = (measurements: typeof mine.measurements) => oneLine(textsIn(paper({ ...mine, measurements })).join(' '));
    expect(text([...mine.measurements, theirs])).toContain('Dit is versie 2a; er staat nog een versie naast Versie 2b is van 23 november 2026 en heeft kenmerk theirs. De versies zijn los van elkaar gemaakt. Voor de cijfers en de volgende meting telt versie 2b.');
    const one = { recordId: 'one' as RecordId, facts: { ...mine.result, corrects: mine.recordId as RecordId, alsoReplaces: [theirs.recordId] }, order: '3' };
    expect(text([...mine.measurements, theirs, one])).toContain('Dit is versie 2a; er is een nieuwere versie Versie 3 is van 22 november 2026 en heeft kenmerk one.');
    expect(oneLine(textsIn(paper(aMeasurement())).join(' '))).not.toMatch(/Dit is versie/);
  });

  it('of an older file says where its views and signatures are, and asks for none', () => {
    const { nettoWerktijd: third, nettoWerktijdExplanation: why, ...rest } = task('Inpakken', ['100', '80', '90', '95']);
    const report = measurementReport({ ...aMeasurement({ tasks: { method: 'dariuz', hoofdtaken: [{ ...rest, inzetbaarheid: third, inzetbaarheidExplanation: why }] } }), views: null });
    expect(textsIn(report).join(' ')).toContain('De zienswijzen en de handtekeningen staan op het oorspronkelijke rapport.');
    expect(report.blocks.some(({ kind }) => kind === 'signatures')).toBe(false);
    expect(textsIn(report)).not.toContain('Zienswijzen');
  });

  it('keeps advice and subsidy out: they are reports of their own', () => {
    expect(textsIn(measurementReport(aMeasurement())).join(' ')).not.toMatch(/subsidie per|€|opslag|volgende meting/i);
  });

  it('has a file name without a name', () => {
    expect(reportFileName(measurementReport(aMeasurement()))).toBe(`loonwaarderapport-2026-11-22-${recordId}.pdf`);
    expect(measurementReport(aMeasurement()).title).toBe('Loonwaarderapport');
  });
});

describe('the advice on loonkostensubsidie', () => {
  it.each([
    // DOMAIN: 2026-01, loonwaarde 25 (capped), 32 h · loonwaarde 30, 36 h.
    { numbers: ['100', '25', '100', '100'], hours: 32, lks: '1.541,84', costs: '362,33', total: '1.904,17', rounded: false },
    { numbers: ['100', '30', '100', '100'], hours: 36, lks: '1.734,57', costs: '407,62', total: '2.142,19', rounded: false },
    // DOMAIN: 2025-01, loonwaarde 50, 24 h: the parts add up to a cent less.
    { numbers: ['100', '50', '100', '100'], hours: 24, from: '2025-01-01', lks: '789,05', costs: '185,43', total: '974,47', rounded: true },
  ] as const)('prints € $total for DOMAIN\'s case of $hours hours', (given) => {
    const from = 'from' in given ? given.from : '2026-01-01';
    const report = lksAdvice(aMeasurement({ facts: { visitedOn: from, contractBeganOn: from, contractHours: given.hours, fullTimeHours: 36 }, tasks: { hoofdtaken: [task('Inpakken', given.numbers)] } }));
    expect(rowsOf(report)).toEqual([`Loonkostensubsidie | € ${given.lks}`, `Opslag voor werkgeverslasten | € ${given.costs}`, `Totaal | € ${given.total}`]);
    expect(textsIn(report).some((text) => text.startsWith('Afgerond op het totaal: '))).toBe(given.rounded);
    expect(textsIn(report)).toContain('Dit is een advies. De gemeente beslist.');
  });

  it('shows each line of the working with the source of its figure', () => {
    const list = lksAdvice(aMeasurement()).blocks.find((block) => block.kind === 'list');
    const items = list?.kind === 'list' ? list.items : [];
    expect(items.map(({ text }) => oneLine(text))).toEqual([
      'Bedragen van 01-03-2026, de eerste dag van het contract.',
      'Minimumloon per maand sinds 01-01-2026: € 2.294,40',
      'Met 8 % vakantiebijslag: € 2.477,95',
      '100 % − loonwaarde 62 % = 38 % subsidie',
      '32 uur per week, gedeeld door 36 uur: factor 0,8889',
      'Subsidie: € 837,00',
      'Opslag voor werkgeverslasten, 23,5 %: € 196,69',
      'Totaal: € 1.033,69',
    ]);
    expect(items.filter(({ note }) => note !== undefined && note.startsWith('Bron: '))).toHaveLength(6);
  });

  it('is provisional for who works without a wage', () => {
    expect(textsIn(lksAdvice({ ...aMeasurement(), provisional: true }))).toContain('Voorlopig advies');
    expect(textsIn(lksAdvice(aMeasurement()))).not.toContain('Voorlopig advies');
  });

  it('says that the amount is not known when it was not known then', () => {
    const known = aMeasurement();
    const report = lksAdvice({ ...known, result: { ...known.result, lksCents: null, lksTotalCents: null, lksParametersVersion: null } });
    expect(textsIn(report)).toContain('Het bedrag is nog niet bekend');
    expect(textsIn(report).join(' ')).not.toContain('€');
  });
});
