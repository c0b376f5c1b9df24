import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { addDays, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import { dutchMoment, workingDayBefore } from './dutch-moment.ts';
import { randomStream } from './random-stream.ts';

/**
 * Somebody who also registered through the internet two days ago, with a letter less in the name and without a BSN: what
 * happens in every region, and what the list of double files is for. Of nobody whom a jobcoach sees, so that caseloads keep
 * their size.
 */
export function twiceEntered(seed: string, today: Day, records: readonly SeedRecord[]): readonly SeedRecord[] {
  const on = workingDayBefore(addDays(today, -2));
  for (const { kind, groups, createdBy } of records) {
    const { identity, registration, status, team, contact } = kind === 'candidate' ? (groups as unknown as Groups<'candidate'>) : {};
    if (identity === undefined || registration === undefined || status === undefined || team === undefined || contact === undefined) continue;
    const isPlain = identity.namePrefix === '' && /^[A-Z][a-z]{5,}$/.test(identity.familyName);
    if (!isPlain || registration.closedOn !== null || registration.registeredOn >= addDays(on, -3) || team.jobcoach !== null || team.expert !== null) continue;
    const random = randomStream(seed, 'twice entered');
    const head = { dossierId: random.uuid() as DossierId, recordId: random.uuid() as RecordId, createdBy, changedAtMs: dutchMoment(on, '20:14') };
    return [
      seedRecord(head, 'candidate', {
        identity: { ...identity, familyName: identity.familyName.slice(0, -1) },
        contact: { phone: contact.phone, email: contact.email, street: '', postcode: '', place: '' },
        registration: { municipality: registration.municipality, entrance: 'internet', registeredOn: on, closedOn: null },
        status,
        team: { jobcoach: null, consultant: team.consultant, expert: null },
      }),
    ];
  }
  return [];
}
