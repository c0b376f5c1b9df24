import { describe, expect, it } from 'vitest';
import type { Groups } from '#shared/domain/kinds.ts';
import { consentForms, educationLevels, registerGrounds, registerStandings, transports } from '#shared/domain/records/candidate-file.ts';
import { regelingen } from '#shared/domain/records/candidate.ts';
import { fillIndicationRequest, indicationRequestJson } from '#shared/reports/fill-indication-request.ts';
import { say } from '#shared/reports/in-dutch.ts';
import { indicationKinds, indicationRequestSchema } from '#shared/reports/indication-request.ts';
import { indicationReport } from '#shared/reports/indication-report.ts';
import { reportFileName } from '#shared/reports/report-file-name.ts';
import { aCandidateToIndicate, anIndicationInput, consent, placedAndMeasured } from '../../support/reports/an-indication-request.ts';
import { plantedBsn, textsIn } from '../../support/reports/planted-text.ts';

describe('a request to UWV for an indication', () => {
  it('is filled from the file, and reads back by its own schema', () => {
    const filled = fillIndicationRequest(
      anIndicationInput(placedAndMeasured()),
    );
    if (!filled.ok) throw new Error(filled.problem.join());
    const read = indicationRequestSchema.parse(JSON.parse(indicationRequestJson(filled.value)));
    expect(read).toEqual(filled.value);
    expect(read).toMatchObject({
      format: 'veldwerk-indicatieaanvraag', version: 1, reference: 'dossier-a', candidate: { bsn: plantedBsn, familyName: 'Amrani' }, consent: { givenOn: '2026-03-02', form: 'schriftelijk' },
      loonwaarde: { measuredOn: '2026-11-19', percentage: 62 }, placement: { employer: 'Bakkerij Dekkers' },
    });
    expect(textsIn(indicationReport(read))).toEqual(expect.arrayContaining([plantedBsn, 'Waalkade 1, 6511 XR Nijmegen', 'Mbo 1: Groen, 2015, diploma', 'Hulp in de kas, Kwekerij Bos, 2016–2019', '62\u00a0%, gemeten op 19\u00a0november 2026']));
  });

  it('holds the BSN once, where UWV looks for it, and not where somebody typed it as well', () => {
    const filled = fillIndicationRequest(anIndicationInput());
    if (!filled.ok) throw new Error(filled.problem.join());
    for (const said of [indicationRequestJson(filled.value), textsIn(indicationReport(filled.value)).join(' ')]) expect(said.split(plantedBsn)).toHaveLength(2);
    expect(filled.value.abilities.can).toBe('Werkt nauwkeurig. Nummer [nummer weggelaten].');
  });

  it.each([
    ['identity', 'identity'],
    ['bsn', 'bsn'],
    ['contact', 'address'],
    ['consent', 'consent'],
    ['abilities', 'abilities'],
  ] as const)('is not made without %s, and says that %s is missing', (left, missing) => {
    const rest: Groups<'candidate'> = Object.fromEntries(Object.entries(aCandidateToIndicate()).filter(([group]) => group !== left));
    expect(fillIndicationRequest(anIndicationInput({ candidate: rest }))).toEqual({ ok: false, problem: [missing] });
  });

  it.each([
    ['was taken back', consent({ withdrawnOn: '2026-11-22' })],
    ['is for others', consent({ party: 'werkgevers' })],
    ['is of a later day', consent({ givenOn: '2026-11-23' })],
  ])('is not made when the consent %s', (_, given) => {
    expect(fillIndicationRequest(anIndicationInput({ candidate: { ...aCandidateToIndicate(), consent: given } }))).toEqual({ ok: false, problem: ['consent'] });
  });

  it('has a file name without name and BSN', () => {
    const filled = fillIndicationRequest(anIndicationInput());
    if (!filled.ok) throw new Error(filled.problem.join());
    expect(reportFileName(indicationReport(filled.value), 'json')).toBe('indicatieaanvraag-2026-11-22-dossier-a.json');
  });

  it('refuses what it does not know, so that a reader can rely on it', () => {
    const filled = fillIndicationRequest(anIndicationInput());
    if (!filled.ok) throw new Error(filled.problem.join());
    expect(indicationRequestSchema.safeParse({ ...filled.value, diagnosis: 'x' }).success).toBe(false);
    expect(indicationRequestSchema.safeParse({ ...filled.value, candidate: { ...filled.value.candidate, bsn: '123456789' } }).success).toBe(false);
  });

  it('has words for every choice that the file can hold', () => {
    const choices = { regeling: regelingen, standing: registerStandings, ground: registerGrounds, consent: consentForms, transport: transports, level: educationLevels };
    for (const [kind, values] of Object.entries(choices)) for (const value of values) expect(say(`choice.${kind}.${value}`)).not.toBe('');
    for (const kind of indicationKinds) expect(say(`indication.kind.${kind}`)).not.toBe('');
  });
});
