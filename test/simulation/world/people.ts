import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';

export type Payload = Readonly<Record<string, JsonValue>>;
export type GroupValue = { readonly [key: string]: JsonValue };

const person = (userId: string, role: Role, municipalities: readonly MunicipalityCode[] = []): Principal => ({
  userId: userId as UserId, displayName: userId, role, region: 'regio', municipalities,
});

export const anna = person('jobcoach-anna', 'jobcoach');
export const bram = person('jobcoach-bram', 'jobcoach');
export const cora = person('consulent-cora', 'consultant', ['GM0268', 'GM0296']);
export const daan = person('consulent-daan', 'consultant', ['GM0268']);
export const mina = person('manager-mina', 'manager');
export const everyone: readonly Principal[] = [anna, bram, cora, daan, mina];

/** Small but valid: the rules run on every operation. */
export function candidatePayload(mark: string, municipality: MunicipalityCode, jobcoach: UserId | null): Payload {
  return {
    identity: { givenName: 'Noor', namePrefix: '', familyName: mark, birthDate: '1990-05-17' },
    contact: { phone: mark, email: '', street: '', postcode: '', place: '' },
    registration: { municipality, entrance: 'bedrijfspoort', registeredOn: '2026-01-12', closedOn: null },
    status: { regeling: 'participatiewet', candidateGroup: 2, labourMarketRelation: 'werk', selfReliance: 3, prioritair: false },
    team: { jobcoach, consultant: cora.userId, expert: null },
  };
}

export const noteOf = (mark: string): GroupValue => ({
  form: { id: 'visit', version: 1 }, observations: mark, goals: [], agreements: [], contactPerson: '',
});

export function visitPayload(mark: string, heldBy: UserId): Payload {
  return {
    facts: {
      heldOn: '2026-11-20', beganAt: '09:30', durationMinutes: 60, candidateMinutes: 60, place: 'werkplek', attendees: 'beiden',
      activity: 'begeleiding-op-het-werk', risk: 'goed', sickLeave: false, nextContactOn: null, placementId: null, heldBy,
    },
    note: noteOf(mark),
  };
}

export function placementFacts(mark: string): GroupValue {
  return {
    employerId: 'employer-een', employerName: mark, workPlaceId: null, jobTitle: '', form: 'loondienst', hoursPerWeek: 24, beganOn: '2026-02-02',
    endedOn: null, endReason: null, benefitExit: 'geen', banenafspraak: true, prioritair: false,
  };
}

export const dossierName = (number: number) => `dossier-${number}` as DossierId;
export const mainRecordOf = (dossierId: DossierId) => dossierId as unknown as RecordId;
