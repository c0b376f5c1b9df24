import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';
import { day } from '#shared/lib/calendar.ts';

/** Friday 20 November 2026, 14:32 in the Netherlands. */
export const deskNowMs = Date.UTC(2026, 10, 20, 13, 32);
export const deskToday = day('2026-11-20');

export const principalOf = (role: Role, userId: string, displayName: string): Principal => ({ userId: userId as UserId, displayName, role, region: 'rijk-van-nijmegen', municipalities: ['GM0268'] });
export const sanne = principalOf('jobcoach', 'jobcoach-sanne', 'Sanne de Wit');
export const ineke = principalOf('loonwaarde-expert', 'expert-ineke', 'Ineke Willems');

export const dossierId = 'dossier-fatima' as DossierId;

function record<K extends Kind>(kind: K, recordId: string, groups: Groups<K>): RecordView<K> {
  return { kind, recordId: recordId as RecordId, dossierId, createdBy: sanne.userId, groups, versions: {}, changes: {}, status: { kind: 'on-server', receivedAtMs: null } };
}

/** Fatima works in the green, was visited last month, and was never measured. */
export function aDossier(changes: Partial<DossierView> = {}): DossierView {
  return withRecords({
    dossierId,
    candidate: record('candidate', 'fatima', {
      identity: { givenName: 'Fatima', namePrefix: 'el', familyName: 'Amrani', birthDate: day('1990-05-04') },
      registration: { municipality: 'GM0268', entrance: 'bedrijfspoort', registeredOn: day('2025-01-10'), closedOn: null },
      team: { jobcoach: sanne.userId, consultant: null, expert: ineke.userId },
    }),
    placements: [
      record('placement', 'placement-green', {
        facts: {
          employerId: 'employer-green' as RecordId,
          employerName: 'Groenbedrijf De Waal',
          workPlaceId: null,
          jobTitle: 'Medewerker groen',
          form: 'loondienst',
          hoursPerWeek: 28.5,
          beganOn: day('2026-03-01'),
          endedOn: null,
          endReason: null,
          benefitExit: 'volledig',
          banenafspraak: true,
          prioritair: false,
        },
      }),
    ],
    visits: [
      record('visit', 'visit-october', {
        facts: {
          heldOn: day('2026-10-20'), beganAt: '09:00', durationMinutes: 60, candidateMinutes: 60, place: 'werkplek', attendees: 'beiden', activity: 'evaluatie',
          risk: 'goed', sickLeave: false, nextContactOn: day('2026-11-20'), placementId: 'placement-green' as RecordId, heldBy: sanne.userId,
        },
        note: {
          form: { id: 'visit', version: 1 },
          observations: 'Werkt rustig door.',
          goals: [{ goal: 'Zelf de dag indelen', progress: 'loopt' }, { goal: 'Op tijd komen', progress: 'bereikt' }],
          agreements: [{ what: 'Rooster maken', owner: 'werkgever', dueOn: day('2026-11-01') }],
          contactPerson: 'T. Peters',
        },
      }),
    ],
    measurements: [],
    attachments: [],
    records: [],
    ...changes,
  });
}

/** The file with all its records in one list, as the device gives it. */
export function withRecords(dossier: DossierView): DossierView {
  const { candidate, placements, visits, measurements, attachments } = dossier;
  const parts = [...(candidate === null ? [] : [candidate]), ...placements, ...visits, ...measurements, ...attachments.map((each) => each.record)];
  const others = dossier.records.filter(({ recordId }) => !parts.some((part) => part.recordId === recordId));
  return { ...dossier, records: [...parts, ...others] as DossierView['records'] };
}
