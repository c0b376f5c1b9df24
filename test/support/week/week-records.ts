import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { CandidateRegistration, CandidateStatus } from '#shared/domain/records/candidate.ts';
import type { WorkPlaceFacts } from '#shared/domain/records/employer.ts';
import type { MeasurementResult } from '#shared/domain/records/measurement.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import { day } from '#shared/lib/calendar.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';

const author = 'user-jobcoach' as UserId;

/** A record as a device that may see everything stores it; names and texts are there to be left out of every count. */
export function stored(kind: Kind, dossierId: string, recordId: string, groups: Readonly<Record<string, object>>): StoredRecord {
  return {
    kind,
    dossierId: dossierId as DossierId,
    recordId: recordId as RecordId,
    createdBy: author,
    n: 1,
    groups: Object.fromEntries(
      Object.entries(groups).map(([name, data]) => [name, { version: { epoch: 1, n: 1 }, changedBy: author, changedAtMs: 1_763_900_000_000, data: data as JsonValue }]),
    ),
  };
}

export function aCandidate(dossierId: string, change: { registration?: Partial<CandidateRegistration>; status?: Partial<CandidateStatus> } = {}): StoredRecord {
  return stored('candidate', dossierId, `${dossierId}-candidate`, {
    identity: { givenName: 'Sanne', namePrefix: 'de', familyName: 'Wit', birthDate: '1990-05-04' },
    bsn: { bsn: '123456782' },
    registration: { municipality: 'GM0268', entrance: 'bedrijfspoort', registeredOn: day('2025-03-03'), closedOn: null, ...change.registration },
    status: { regeling: 'participatiewet', candidateGroup: 3, labourMarketRelation: 'werk', selfReliance: 3, prioritair: false, ...change.status },
    team: { jobcoach: author, consultant: null, expert: null },
  });
}

export function aVisit(dossierId: string, recordId: string, facts: Partial<VisitFacts> = {}): StoredRecord {
  return stored('visit', dossierId, recordId, {
    facts: {
      heldOn: '2026-11-18',
      beganAt: '10:00',
      durationMinutes: 60,
      candidateMinutes: 60,
      place: 'werkplek',
      attendees: 'beiden',
      activity: 'evaluatie',
      risk: 'goed',
      sickLeave: false,
      nextContactOn: null,
      placementId: null,
      heldBy: author,
      ...facts,
    },
    note: { form: { id: 'visit', version: 1 }, observations: 'Werkt rustig en nauwkeurig.', goals: [], agreements: [], contactPerson: 'Mevrouw Bos' },
  });
}

export function aPlacement(dossierId: string, recordId: string, facts: Partial<PlacementFacts> = {}): StoredRecord {
  return stored('placement', dossierId, recordId, {
    facts: {
      employerId: 'employer-bakkerij',
      employerName: 'Bakkerij Bos',
      workPlaceId: null,
      jobTitle: 'Medewerker expeditie',
      form: 'loondienst',
      hoursPerWeek: 24,
      beganOn: '2026-02-02',
      endedOn: null,
      endReason: null,
      benefitExit: 'geen',
      banenafspraak: false,
      prioritair: false,
      ...facts,
    },
  });
}

export function aMeasurement(dossierId: string, recordId: string, result: Partial<MeasurementResult> | null = {}): StoredRecord {
  return stored('measurement', dossierId, recordId, {
    facts: { employerName: 'Bakkerij Bos', visitedOn: '2026-11-17' },
    tasks: { method: 'uniform-2021', methodVersion: 1, regularPerformance: false, hoofdtaken: [] },
    ...(result === null
      ? {}
      : {
          result: {
            visitedOn: '2026-11-17',
            finalisedOn: '2026-11-18',
            sum: '68.4',
            loonwaarde: 68,
            lksCents: 52_606,
            lksTotalCents: 64_970,
            lksParametersVersion: 1,
            nextMeasurementOn: null,
            corrects: null,
            ...result,
          },
        }),
  });
}

export function aWorkPlace(recordId: string, facts: Partial<WorkPlaceFacts> = {}): StoredRecord {
  return stored('workPlace', 'employer-bakkerij', recordId, {
    facts: { type: 'v', title: 'Expeditie', tasks: 'Kratten vullen', hoursPerWeek: 24, acquiredOn: '2026-11-18', filledOn: null, ...facts },
  });
}

export const recordId = (id: string): RecordId => id as RecordId;
export { day };
