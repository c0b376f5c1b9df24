import type { Groups } from '../domain/kinds.ts';
import type { PlacementFacts } from '../domain/records/placement.ts';
import type { MeasurementResult } from '../domain/records/measurement.ts';
import type { Day } from '../lib/calendar.ts';
import { failure, success, type Outcome } from '../lib/outcome.ts';
import { say } from './in-dutch.ts';
import { indicationRequestSchema, type IndicationKind, type IndicationRequest } from './indication-request.ts';
import { withoutBsn } from './without-bsn.ts';

export interface IndicationRequestInput {
  readonly kind: IndicationKind;
  readonly region: string;
  readonly dossierId: string;
  /** Who asks. */
  readonly applicant: string;
  readonly requestedOn: Day;
  readonly candidate: Groups<'candidate'>;
  /** The placement that runs, if any. */
  readonly placement: PlacementFacts | null;
  /** The last final measurement, if any. */
  readonly measurement: MeasurementResult | null;
}

/** What a request cannot do without. */
export type MissingForRequest = 'identity' | 'bsn' | 'address' | 'status' | 'consent' | 'abilities';

/** Fills the request from the file. @returns everything that is still missing, in the order of the file; nothing is made up */
export function fillIndicationRequest(input: IndicationRequestInput): Outcome<IndicationRequest, readonly MissingForRequest[]> {
  const { identity, bsn, contact, registration, status, register, abilities, availability, education, experience } = input.candidate;
  const consent = consentOf(input.candidate, input.requestedOn);
  const missing: MissingForRequest[] = [];
  if (identity === undefined) missing.push('identity');
  if (bsn === undefined) missing.push('bsn');
  if (contact === undefined || contact.street.trim() === '' || contact.place.trim() === '') missing.push('address');
  if (status === undefined || registration === undefined) missing.push('status');
  if (consent === null) missing.push('consent');
  if (abilities === undefined || abilities.can.trim() === '') missing.push('abilities');
  if (identity === undefined || bsn === undefined || contact === undefined || registration === undefined || status === undefined || consent === null || abilities === undefined || missing.length > 0) {
    return failure(missing);
  }
  return success(
    indicationRequestSchema.parse({
      format: 'veldwerk-indicatieaanvraag',
      version: 1,
      kind: input.kind,
      requestedOn: input.requestedOn,
      reference: input.dossierId,
      applicant: { organisation: say('organisation', { region: input.region }), name: input.applicant, municipality: registration.municipality },
      candidate: {
        bsn: bsn.bsn,
        givenName: identity.givenName,
        namePrefix: identity.namePrefix,
        familyName: identity.familyName,
        birthDate: identity.birthDate,
        street: contact.street,
        postcode: contact.postcode,
        place: contact.place,
        phone: contact.phone,
        email: contact.email,
      },
      situation: { regeling: status.regeling, register: register === undefined ? null : { standing: register.standing, ground: register.ground, beganOn: register.beganOn } },
      consent,
      // The number stands where UWV looks for it, once, and in no text beside it.
      abilities: { can: withoutBsn(abilities.can), helps: withoutBsn(abilities.helps), limits: withoutBsn(abilities.limits) },
      availability:
        availability === undefined
          ? null
          : { hoursPerWeek: availability.hoursPerWeek, times: withoutBsn(availability.times), transport: availability.transport, travelMinutes: availability.travelMinutes },
      education: (education?.courses ?? []).map(({ level, name, endedIn, diploma }) => ({ level, name: withoutBsn(name), endedIn, diploma })),
      experience: (experience?.jobs ?? []).map(({ jobTitle, employer, beganIn, endedIn }) => ({ jobTitle: withoutBsn(jobTitle), employer: withoutBsn(employer), beganIn, endedIn })),
      placement: input.placement === null ? null : { employer: input.placement.employerName, jobTitle: input.placement.jobTitle, hoursPerWeek: input.placement.hoursPerWeek, beganOn: input.placement.beganOn },
      loonwaarde: input.measurement === null ? null : { measuredOn: input.measurement.visitedOn, percentage: input.measurement.loonwaarde },
    }),
  );
}

/** The newest consent to share with UWV that stands on this day. */
function consentOf({ consent }: Groups<'candidate'>, on: Day): IndicationRequest['consent'] | null {
  const standing = (consent?.sharing ?? [])
    .filter(({ party, givenOn, withdrawnOn }) => party === 'uwv' && givenOn <= on && (withdrawnOn === null || withdrawnOn > on))
    .toSorted((a, b) => (a.givenOn < b.givenOn ? 1 : -1));
  const [newest] = standing;
  return newest === undefined ? null : { givenOn: newest.givenOn, form: newest.form };
}

/** The request as a file for a program: two spaces, so that a person can check it too. */
export const indicationRequestJson = (request: IndicationRequest): string => `${JSON.stringify(request, null, 2)}\n`;
