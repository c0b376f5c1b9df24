import type { DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { GroupData, Groups, Kind } from '#shared/domain/kinds.ts';
import { day } from '#shared/lib/calendar.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Version } from '#shared/sync/version.ts';
import type { SeedRecord } from '../storage/import-records.ts';

/** Where a record lies and whose it is; builders fill in what a test does not care about. */
export interface RecordHead {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly createdBy: UserId;
  readonly changedAtMs: number;
}

type Overrides<K extends Kind> = Partial<RecordHead> & { readonly [G in keyof Groups<K>]?: Partial<NonNullable<Groups<K>[G]>> };

/** The one place where typed groups become JSON. */
export function seedRecord<K extends Kind>(head: RecordHead, kind: K, groups: Groups<K>): SeedRecord {
  return { ...head, kind, groups: groups as unknown as Readonly<Record<string, JsonValue>> };
}

/** As the server would hold it after its first write. */
export function storedRecord({ changedAtMs, groups, ...address }: SeedRecord, version: Version = { epoch: 1, n: 1 }): StoredRecord {
  const stamp = { version, changedBy: address.createdBy, changedAtMs };
  return { ...address, n: version.n, groups: Object.fromEntries(Object.entries(groups).map(([name, data]) => [name, { ...stamp, data }])) };
}

const plainHead: RecordHead = {
  dossierId: '11111111-1111-4111-8111-111111111111' as DossierId,
  recordId: '22222222-2222-4222-8222-222222222222' as RecordId,
  createdBy: 'consulent-mehmet' as UserId,
  changedAtMs: Date.UTC(2026, 10, 2, 9),
};

const plainCandidate = {
  identity: { givenName: 'Noor', namePrefix: 'van der', familyName: 'Linden', birthDate: day('1994-03-12') },
  bsn: { bsn: '999990019' },
  contact: { phone: '06-00001234', email: 'noor.vanderlinden@post.example', street: 'Kwartelhof 12', postcode: '6541 AB', place: 'Nijmegen' },
  registration: { municipality: 'GM0268', entrance: 'lokale-toegangspoort', registeredOn: day('2025-02-03'), closedOn: null },
  status: { regeling: 'participatiewet', candidateGroup: 3, labourMarketRelation: 'werk-met-structurele-ondersteuning', selfReliance: 4, prioritair: false },
  team: { jobcoach: 'jobcoach-sanne' as UserId, consultant: 'consulent-mehmet' as UserId, expert: 'expert-ineke' as UserId },
} as unknown as Required<Groups<'candidate'>>;

const plainPlacement = {
  employerId: '33333333-3333-4333-8333-333333333333' as RecordId, employerName: 'Groenwerk Waalzicht', workPlaceId: null, jobTitle: 'Medewerker groenonderhoud',
  form: 'loondienst', hoursPerWeek: 24, beganOn: day('2025-09-01'), endedOn: null, endReason: null, benefitExit: 'partieel', banenafspraak: true, prioritair: false,
} satisfies GroupData<'placement', 'facts'>;

const plainVisit = {
  facts: {
    heldOn: day('2026-11-03'), beganAt: '09:30', durationMinutes: 60, candidateMinutes: 60, place: 'werkplek', attendees: 'beiden',
    activity: 'begeleiding-op-het-werk', risk: 'goed', sickLeave: false, nextContactOn: day('2026-12-01'), placementId: null, heldBy: 'jobcoach-sanne' as UserId,
  },
  note: { form: { id: 'visit', version: 1 }, observations: 'Noor wiedt de plantvakken zonder hulp.', goals: [], agreements: [], contactPerson: '' },
} satisfies Required<Groups<'visit'>>;

const plainMeasurement = {
  facts: {
    form: { id: 'measurement', version: 1 }, visitedOn: day('2026-10-06'), birthDate: day('1994-03-12'), employerId: plainPlacement.employerId, employerName: plainPlacement.employerName,
    contactPerson: 'Geert Peelen', contactEmail: 'geert.peelen@groenwerk-waalzicht.example', employerInterviewee: 'Geert Peelen', normFunction: 'Medewerker groenvoorziening',
    functionPerformed: plainPlacement.jobTitle, contractHours: 24, fullTimeHours: 38, workingDaysPerWeek: 4, contractBeganOn: plainPlacement.beganOn,
    expertId: 'expert-ineke' as UserId, expertName: 'Ineke Willems', expertPhone: '024-0001234',
  },
  tasks: {
    method: 'uniform-2021', methodVersion: 1, regularPerformance: false,
    hoofdtaken: [
      {
        name: 'Onkruid verwijderen', aandeel: '100', tempo: '80', kwaliteit: '90', nettoWerktijd: '95', tempoExplanation: 'In een uur zijn 16 meter geteld. De norm is 20.',
        kwaliteitExplanation: 'Een op de tien meter moet over.', nettoWerktijdExplanation: 'Elk uur is er een korte extra pauze.',
      },
    ],
  },
  views: { employee: 'Noor herkent zich in de meting.', employer: 'De werkgever is het eens met de meting.' },
  // 100/80/90/95; LKS of 24 hours on the figures of 1 January 2026: 2 294.40 × 1.08 × 32 % × 24/36.
  result: {
    visitedOn: day('2026-10-06'), finalisedOn: day('2026-10-07'), sum: '68.40', loonwaarde: 68, lksCents: 52_863, lksTotalCents: 65_286, lksParametersVersion: 1,
    nextMeasurementOn: day('2027-10-06'), corrects: null,
  },
} satisfies Required<Groups<'measurement'>>;

const plainEmployer = {
  identity: { name: plainPlacement.employerName, kvk: '00123456', branchCode: '81.30', branch: 'Landschapsverzorging', place: 'Beuningen' },
  contacts: { people: [{ name: 'Geert Peelen', jobTitle: 'uitvoerder groen', phone: '024-0001234', email: 'geert.peelen@groenwerk-waalzicht.example' }] },
} satisfies Required<Groups<'employer'>>;

/** A complete candidate in Sanne's caseload; give only what the test is about: `candidateRecord({ status: { candidateGroup: 1 } })`. */
export function candidateRecord(overrides: Overrides<'candidate'> = {}): SeedRecord {
  return built('candidate', plainCandidate, { recordId: plainHead.dossierId as string as RecordId, ...overrides });
}

export function placementRecord(overrides: Overrides<'placement'> = {}): SeedRecord {
  return built('placement', { facts: plainPlacement }, overrides);
}

export function visitRecord(overrides: Overrides<'visit'> = {}): SeedRecord {
  return built('visit', plainVisit, { createdBy: 'jobcoach-sanne' as UserId, ...overrides });
}

/** Final; another task or date needs a `result` that fits it. */
export function measurementRecord(overrides: Overrides<'measurement'> = {}): SeedRecord {
  return built('measurement', plainMeasurement, { createdBy: 'expert-ineke' as UserId, ...overrides });
}

export function employerRecord(overrides: Overrides<'employer'> = {}): SeedRecord {
  return built('employer', plainEmployer, { recordId: plainPlacement.employerId, ...overrides });
}

function built<K extends Kind>(kind: K, plain: Required<Groups<K>>, overrides: Overrides<K>): SeedRecord {
  const { dossierId, recordId, createdBy, changedAtMs, ...groups } = { ...plainHead, ...overrides } as RecordHead & Record<string, object>;
  const merged = Object.fromEntries(Object.entries(plain as Record<string, object>).map(([name, data]) => [name, { ...data, ...groups[name] }]));
  return seedRecord({ dossierId, recordId, createdBy, changedAtMs }, kind, merged as Groups<K>);
}
