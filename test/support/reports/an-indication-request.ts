import type { Groups } from '#shared/domain/kinds.ts';
import { abilitiesSchema, availabilitySchema, consentSchema, educationSchema, experienceSchema, registerSchema } from '#shared/domain/records/candidate-file.ts';
import { bsnGroupSchema, contactSchema } from '#shared/domain/records/candidate.ts';
import { measurementResultSchema } from '#shared/domain/records/measurement.ts';
import { placementFactsSchema } from '#shared/domain/records/placement.ts';
import { day } from '#shared/lib/calendar.ts';
import { fillIndicationRequest, type IndicationRequestInput } from '#shared/reports/fill-indication-request.ts';
import type { IndicationRequest } from '#shared/reports/indication-request.ts';
import { candidateGroups } from '../../fixtures/records.ts';
import { plantedBsn } from './planted-text.ts';

export const consent = (change: { readonly party?: string; readonly givenOn?: string; readonly withdrawnOn?: string | null } = {}) =>
  consentSchema.parse({ sharing: [{ party: 'uwv', form: 'schriftelijk', givenOn: '2026-03-02', withdrawnOn: null, ...change }] });

export const aCandidateToIndicate = (): Groups<'candidate'> => ({
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

export const anIndicationInput = (change: Partial<IndicationRequestInput> = {}): IndicationRequestInput => ({
  kind: 'banenafspraak', region: 'Rijk van Nijmegen', dossierId: 'dossier-a', applicant: 'Mehmet Yilmaz', requestedOn: day('2026-11-22'), candidate: aCandidateToIndicate(), placement: null, measurement: null, ...change,
});

/** The work and the loonwaarde of somebody who is placed already. */
export const placedAndMeasured = () => ({
  placement: placementFactsSchema.parse({ employerId: 'e-1', employerName: 'Bakkerij Dekkers', workPlaceId: null, jobTitle: 'Inpakker', form: 'loondienst', hoursPerWeek: 24, beganOn: '2026-03-01', endedOn: null, endReason: null, benefitExit: 'geen', banenafspraak: true, prioritair: false }),
  measurement: measurementResultSchema.parse({ visitedOn: '2026-11-19', finalisedOn: '2026-11-20', sum: '61.74', loonwaarde: 62, lksCents: null, lksTotalCents: null, lksParametersVersion: null, nextMeasurementOn: null, corrects: null }),
});

/** @throws Error when the file of above is not enough for a request */
export function anIndicationRequest(change: Partial<IndicationRequestInput> = placedAndMeasured()): IndicationRequest {
  const filled = fillIndicationRequest(anIndicationInput(change));
  if (!filled.ok) throw new Error(filled.problem.join());
  return filled.value;
}
