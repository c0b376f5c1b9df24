import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import { workPlaceTypes, type EmployerContacts, type EmployerIdentity, type WorkPlaceFacts } from '#shared/domain/records/employer.ts';
import { addDays, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord } from '../storage/import-records.ts';
import { branches, type BranchProfile } from './branches.ts';
import { seedRecord } from './seed-record.ts';
import { dutchMoment, workingDayBefore } from './dutch-moment.ts';
import { asciiWord, fictitiousEmail, fictitiousLandline, fullName, personName } from './people.ts';
import { municipalityProfiles } from './places.ts';
import { randomStream, type RandomStream } from './random-stream.ts';
import { consultantOf, firstRegionSize } from './users.ts';

export interface Employer {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly branch: BranchProfile;
  readonly identity: EmployerIdentity;
  readonly contact: EmployerContacts['people'][number];
  readonly records: readonly SeedRecord[];
  /** When the jobcoach last came for everyone who works there in a group. */
  readonly groupVisit: { readonly heldOn: Day; readonly people: number; readonly durationMinutes: number };
}

const localNames = ['Waalzicht', 'De Stuwwal', 'Maasoever', 'Zevenheuvel', 'De Uiterwaard', 'Lindenhof', 'Het Rijk', 'Bosrand', 'De Sluis', 'De Linde', 'Meerwijk',
  'Kanaalzicht', 'De Heerlijkheid', 'Veldzicht', 'De Brug', 'Akkerlust', 'Molenwei', 'De Vlonder', 'Polderzicht', 'Westerpark', 'De Kromme Tuin', 'Dijkhuis', 'Zandpoort'] as const;

/** About twenty candidates to an employer. @param candidates number of candidates in the region [count] */
export function employerCount(candidates: number): number {
  return 30 + Math.floor(Math.max(firstRegionSize, candidates) / 20);
}

/** In an order that never changes: a larger region has the same employers first. */
export function makeEmployers(seed: string, today: Day, count: number): readonly Employer[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => makeEmployer(seed, today, index, taken));
}

function makeEmployer(seed: string, today: Day, index: number, taken: Set<string>): Employer {
  const random = randomStream(seed, `employer ${index}`);
  const dossierId = random.uuid() as DossierId;
  const recordId = random.uuid() as RecordId;
  // The first ones go round the branches, so that also the smallest region has each of them.
  const branch = branches[index] ?? random.weighted(branches.map((each) => [each, each.weight] as const));
  const municipality = random.weighted(municipalityProfiles.map((each) => [each, each.perHundred] as const));
  const place = random.weighted(municipality.places.map((each) => [each[0], each[2]] as const));
  const name = freeName(branch, place, random, taken);
  const person = personName(random);
  const contact = {
    name: fullName(person), jobTitle: branch.leadTitle, phone: fictitiousLandline(random), email: fictitiousEmail(person, asciiWord(name)),
  };
  const identity: EmployerIdentity = { name, kvk: fictitiousKvk(index, random), branchCode: branch.code, branch: branch.name, place };
  const knownSince = workingDayBefore(addDays(today, -random.whole(120, 1_800)));
  const consultant = consultantOf(municipality.code, index).userId;
  return {
    dossierId, recordId, branch, identity, contact,
    records: [
      seedRecord({ dossierId, recordId, createdBy: consultant, changedAtMs: dutchMoment(knownSince, '11:20') }, 'employer', { identity, contacts: { people: [contact] } }),
      ...openWorkPlaces({ dossierId, branch, municipality: municipality.code, today, random }),
    ],
    groupVisit: { heldOn: workingDayBefore(addDays(today, -random.whole(1, 24))), people: random.whole(4, 6), durationMinutes: random.pick([90, 120]) },
  };
}

/** A filled work place, beside the placement that fills it. */
export function filledWorkPlace(employer: Employer, recordId: RecordId, createdBy: SeedRecord['createdBy'], facts: WorkPlaceFacts): SeedRecord {
  return seedRecord({ dossierId: employer.dossierId, recordId, createdBy, changedAtMs: dutchMoment(facts.filledOn ?? facts.acquiredOn, '16:05') }, 'workPlace', { facts });
}

interface Opening {
  readonly dossierId: DossierId;
  readonly branch: BranchProfile;
  readonly municipality: MunicipalityCode;
  readonly today: Day;
  readonly random: RandomStream;
}

function openWorkPlaces({ dossierId, branch, municipality, today, random }: Opening): readonly SeedRecord[] {
  const count = random.weighted([[0, 40], [1, 42], [2, 18]]);
  return Array.from({ length: count }, () => {
    const job = random.pick(branch.jobs);
    const acquiredOn = workingDayBefore(addDays(today, -(random.chance(0.35) ? random.whole(1, 14) : random.whole(15, 90))));
    const head = { dossierId, recordId: random.uuid() as RecordId, createdBy: consultantOf(municipality, random.whole(0, 9)).userId };
    return seedRecord({ ...head, changedAtMs: dutchMoment(acquiredOn, '15:40') }, 'workPlace', {
      facts: {
        type: random.pick(workPlaceTypes), title: job.title, tasks: job.hoofdtaken.map((task) => task.name).join(', '),
        hoursPerWeek: random.pick([16, 20, 24, 28, 32]), acquiredOn, filledOn: null,
      },
    });
  });
}

function freeName(branch: BranchProfile, place: string, random: RandomStream, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const short = `${random.pick(branch.nameBeginnings)} ${random.pick(localNames)}`;
    const name = attempt < 3 ? short : attempt < 6 ? `${short} ${place}` : `${short} ${attempt}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Eight digits that begin with 00, which the register does not hand out; the leading zeros are a test of every reader. */
function fictitiousKvk(index: number, random: RandomStream): string {
  return `00${String(index * 97 + random.whole(1, 96) + 1_000).padStart(6, '0')}`;
}
