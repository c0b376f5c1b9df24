import { describe, expect, it } from 'vitest';
import type { Groups } from '#shared/domain/kinds.ts';
import { abilitiesSchema, availabilitySchema, consentForms, consentSchema, educationLevels, educationSchema, experienceSchema, registerGrounds, registerSchema, registerStandings, transports } from '#shared/domain/records/candidate-file.ts';
import { regelingen, bsnGroupSchema, contactSchema } from '#shared/domain/records/candidate.ts';
import { measurementResultSchema } from '#shared/domain/records/measurement.ts';
import { placementFactsSchema } from '#shared/domain/records/placement.ts';
import { day } from '#shared/lib/calendar.ts';
import { fillIndicationRequest, indicationRequestJson, type IndicationRequestInput } from '#shared/reports/fill-indication-request.ts';
import { say } from '#shared/reports/in-dutch.ts';
import { indicationKinds, indicationRequestSchema } from '#shared/reports/indication-request.ts';
import { indicationReport } from '#shared/reports/indication-report.ts';
import { reportFileName } from '#shared/reports/report-file-name.ts';
import { candidateGroups } from '../../fixtures/records.ts';
import { plantedBsn, textsIn } from '../../support/reports/planted-text.ts';

const consent = (change: { readonly party?: string; readonly givenOn?: string; readonly withdrawnOn?: string | null } = {}) =>
  consentSchema.parse({ sharing: [{ party: 'uwv', form: 'schriftelijk', givenOn: '2026-03-02', withdrawnOn: null, ...change }] });

const candidate = (): Groups<'candidate'> => ({
  ...candidateGroups(),
  bsn: bsnGroupSchema.parse({ bsn: plantedBsn }),
  contact: contactSchema.parse({ phone: '06 00 00 12 34', email: '', street: 'Waalkade 1', postcode: '6511 XR', place: 'Nijmegen' }),
  register: registerSchema.parse({ standing: 'aangevraagd', ground: null, beganOn: null, ceasedOn: null }),
  consent: consent(),
  abilities: abilitiesSchema.parse({ can: `Werkt nauwkeurig. Nummer ${plantedBsn}.`, helps: 'Een vaste plek.', limits: 'Niet langer dan vier uur staan.' }),
  availability: availabilitySchema.parse({ availableFrom: null, hoursPerWeek: 24, times: 'ma t/m do', transport: 'fiets', travelMinutes: 30, drivingLicence: false }),
  education: educationSchema.parse({ courses: [{ level: 'mbo-1', name: 'Groen', endedIn: '2015', diploma: true }] }),
  experience: experienceSchema.parse({ jobs: [{ jobTitle: 'Hulp in de kas', employer: 'Kwekerij Bos', beganIn: '2016', endedIn: '2019', tasks: '' }] }),
});

const input = (change: Partial<IndicationRequestInput> = {}): IndicationRequestInput => ({
  kind: 'banenafspraak', region: 'Rijk van Nijmegen', dossierId: 'dossier-a', applicant: 'Mehmet Yilmaz', requestedOn: day('2026-11-22'), candidate: candidate(), placement: null, measurement: null, ...change,
});

describe('a request to UWV for an indication', () => {
  it('is filled from the file, and reads back by its own schema', () => {
    const filled = fillIndicationRequest(
      input({
        placement: placementFactsSchema.parse({ employerId: 'e-1', employerName: 'Bakkerij Dekkers', workPlaceId: null, jobTitle: 'Inpakker', form: 'loondienst', hoursPerWeek: 24, beganOn: '2026-03-01', endedOn: null, endReason: null, benefitExit: 'geen', banenafspraak: true, prioritair: false }),
        measurement: measurementResultSchema.parse({ visitedOn: '2026-11-19', finalisedOn: '2026-11-20', sum: '61.74', loonwaarde: 62, lksCents: null, lksTotalCents: null, lksParametersVersion: null, nextMeasurementOn: null, corrects: null }),
      }),
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
    const filled = fillIndicationRequest(input());
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
    const rest: Groups<'candidate'> = Object.fromEntries(Object.entries(candidate()).filter(([group]) => group !== left));
    expect(fillIndicationRequest(input({ candidate: rest }))).toEqual({ ok: false, problem: [missing] });
  });

  it.each([
    ['was taken back', consent({ withdrawnOn: '2026-11-22' })],
    ['is for others', consent({ party: 'werkgevers' })],
    ['is of a later day', consent({ givenOn: '2026-11-23' })],
  ])('is not made when the consent %s', (_, given) => {
    expect(fillIndicationRequest(input({ candidate: { ...candidate(), consent: given } }))).toEqual({ ok: false, problem: ['consent'] });
  });

  it('has a file name without name and BSN', () => {
    const filled = fillIndicationRequest(input());
    if (!filled.ok) throw new Error(filled.problem.join());
    expect(reportFileName(indicationReport(filled.value), 'json')).toBe('indicatieaanvraag-2026-11-22-dossier-a.json');
  });

  it('refuses what it does not know, so that a reader can rely on it', () => {
    const filled = fillIndicationRequest(input());
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
