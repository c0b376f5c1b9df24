import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { WorkPlaceFacts } from '#shared/domain/records/employer.ts';
import { addDays, addMonths, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import { makeCoaching } from './coaching-file.ts';
import { makeAppointments } from './appointments.ts';
import { makeDetails, makeMove } from './candidate-details.ts';
import { branches, type JobProfile } from './branches.ts';
import { seedRecord } from './seed-record.ts';
import { makeCareer, stages, type Career, type PlacementTimes } from './career.ts';
import type { DayBook } from './day-book.ts';
import { dutchMoment, workingDayBefore } from './dutch-moment.ts';
import { fileSections } from './file-sections.ts';
import { filledWorkPlace, type Employer } from './employers.ts';
import { wordsFor } from './fill-sentence.ts';
import { makeIntakeAndPlan } from './intake-and-plan.ts';
import { signaturesUnder } from './measurement-signatures.ts';
import { makeMeasurements } from './measurement-series.ts';
import { fictitiousEmail, fictitiousMobile, fullName, personName, type PersonName } from './people.ts';
import { fictitiousAddress, type MunicipalityProfile } from './places.ts';
import { randomStream, type RandomStream } from './random-stream.ts';
import { testBsn } from './test-bsn.ts';
import { caseloadOf, consultantOf, firstRegionSize, expertOf, jobcoachOf } from './users.ts';
import { makeVisits } from './visit-series.ts';

export interface EmployerPool {
  readonly all: readonly Employer[];
  /** Where crews of the Werkbedrijf work: detachering in groups, beschut werk. */
  readonly withCrews: readonly Employer[];
}

export interface CandidateInput {
  readonly seed: string;
  readonly today: Day;
  /** Place in the region, from 0; everything about the candidate follows from seed, today and this. */
  readonly index: number;
  readonly municipality: MunicipalityProfile;
  readonly employers: EmployerPool;
  /** Full names so far: in a small region nobody is mistaken for somebody else. */
  readonly takenNames: Set<string>;
  readonly dayBook: DayBook;
}

/** All records of one candidate, and the work place that was filled, in the employer's file. */
export function makeCandidateFile({ seed, today, index, municipality, employers, takenNames, dayBook }: CandidateInput): readonly SeedRecord[] {
  const random = randomStream(seed, `candidate ${index}`);
  const dossierId = random.uuid() as DossierId;
  const recordId = random.uuid() as RecordId;
  const name = freeName(random, takenNames);
  const career = makeCareer(today, random);
  const birthDate = addDays(addMonths(today, -12 * career.ageYears), -random.whole(1, 360));
  const { employer, job } = workFor(career, employers, caseloadOf(index), random);
  const consultant = consultantOf(municipality.code, index);
  const coach = hasCoach(index, career, random) ? jobcoachOf(seed, index) : null;
  const expert = needsExpert(career) ? expertOf(seed, index) : null;

  const placements = career.placements.map((times) => placementRecords({ times, career, employer, job, consultant, dossierId, random, isLast: times === career.placements.at(-1) }));
  const words = workWords(name, career, employer, job, random);
  const visits = makeVisits(today, {
    head: { dossierId }, visitor: (coach ?? consultant).userId, career, dayBook,
    placementId: placements.at(-1)?.placement.recordId ?? null, employer: career.placements.length > 0 ? employer : null, words, random,
  });
  const appointments = career.registration.closedOn === null ? makeAppointments({ seed, today, index, dossierId, visitor: (coach ?? consultant).userId, visits, dayBook }) : [];
  const measurements = expert === null ? [] : makeMeasurements(today, { dossierId, birthDate, career, employer, job, expert, words, random, seed });
  const signatures = expert === null ? [] : measurements.flatMap((measurement) => signaturesUnder(measurement, { seed, employee: fullName(name), employer: employer.contact.name, expert }));
  const registeredAtMs = dutchMoment(career.registration.closedOn ?? career.registration.registeredOn, '10:45');

  const sections = fileSections({ seed, index, career, birthDate, today });
  const details = index < firstRegionSize ? makeDetails({ seed, today, index, career, birthDate, course: sections.education?.courses[0] }) : {};
  const moved = index < firstRegionSize ? makeMove({ seed, today, index, career, birthDate, dossierId, recordId, by: consultant }) : null;
  const candidate = seedRecord({ dossierId, recordId, createdBy: consultant.userId, changedAtMs: moved?.movedAtMs ?? registeredAtMs }, 'candidate', {
    identity: { givenName: name.givenName, namePrefix: name.namePrefix, familyName: name.familyName, birthDate },
    bsn: { bsn: testBsn(index) as never },
    contact: {
      phone: random.chance(0.95) ? fictitiousMobile(random) : '', email: random.chance(0.82) ? fictitiousEmail(name, 'post') : '', ...fictitiousAddress(municipality, random),
    },
    registration: { municipality: municipality.code, ...career.registration },
    status: career.status,
    team: { jobcoach: coach?.userId ?? null, consultant: consultant.userId, expert: expert?.userId ?? null },
    ...sections,
    ...details,
    ...(moved === null ? {} : { move: moved.move }),
  });
  const last = placements.at(-1)?.placement;
  const coached = index < firstRegionSize && coach !== null && last !== undefined && career.stage === 'supported' && career.registration.closedOn === null;
  const coaching = coached
    ? makeCoaching({ seed, today, index, dossierId, coach, consultant, placementId: last.recordId, placement: (last.groups as unknown as { readonly facts: PlacementFacts }).facts, employer, visits })
    : [];
  // A fifth of the first region: enough to understand it, and a large region keeps its size.
  const intakeAndPlan = index < firstRegionSize && index % 5 === 0 && career.registration.closedOn === null ? makeIntakeAndPlan({
    seed, today, index, dossierId, career, consultant, birthDate, sections, hasCoach: coach !== null, branches: details.wishes?.branches ?? [], groupBefore: moved?.groupBefore ?? null,
  }) : [];
  return [candidate, ...(moved === null ? [] : [moved.former]), ...placements.flatMap(({ workPlace, placement }) => [...workPlace, placement]), ...measurements, ...signatures, ...visits, ...appointments, ...intakeAndPlan, ...coaching];
}

function freeName(random: RandomStream, taken: Set<string>): PersonName {
  let name = personName(random);
  // Six draws find a free one in a small region; in a large one namesakes are as common as in life.
  for (let attempt = 1; attempt < 6 && taken.has(fullName(name)); attempt += 1) name = personName(random);
  taken.add(fullName(name));
  return name;
}

function hasCoach(index: number, { stage }: Career, random: RandomStream): boolean {
  const isDemoCaseload = caseloadOf(index) === 0;
  const coached = stage !== 'registered' && stage !== 'independent';
  return isDemoCaseload || coached || random.chance(0.5);
}

function needsExpert({ stage }: Career): boolean {
  return stage === 'supported' || stage === 'sheltered' || stage === 'trial' || stage === 'ended';
}

function workFor({ placements }: Career, employers: EmployerPool, caseload: number, random: RandomStream): { readonly employer: Employer; readonly job: JobProfile } {
  const form = placements.at(-1)?.form;
  const crew = employers.withCrews[caseload % employers.withCrews.length];
  // One coach, one crew: those who work in a group work together.
  const employer = form === 'detachering-groep' && crew !== undefined ? crew : random.pick(form === 'beschut-werk' ? employers.withCrews : employers.all);
  return { employer, job: random.pick(employer.branch.jobs) };
}

function workWords(name: PersonName, { placements }: Career, employer: Employer, job: JobProfile, random: RandomStream): ReturnType<typeof wordsFor> {
  const branche = { branche: placements.length > 0 ? employer.branch.spoken : random.pick(branches).spoken };
  if (placements.length === 0) return wordsFor(name.givenName, name.pronoun, branche);
  const [first, second] = random.shuffled(job.hoofdtaken);
  return wordsFor(name.givenName, name.pronoun, { ...branche, taak: first?.phrase ?? '', andereTaak: second?.phrase ?? '', leiding: employer.branch.lead, bedrijf: employer.identity.name });
}

interface PlacementInput {
  readonly times: PlacementTimes;
  readonly career: Career;
  readonly employer: Employer;
  readonly job: JobProfile;
  readonly consultant: SeedUser;
  readonly dossierId: DossierId;
  readonly random: RandomStream;
  readonly isLast: boolean;
}

function placementRecords({ times, career, employer, job, consultant, dossierId, random, isLast }: PlacementInput): { readonly placement: SeedRecord; readonly workPlace: readonly SeedRecord[] } {
  const recordId = random.uuid() as RecordId;
  const workPlaceId = isLast && random.chance(stages[career.stage].workPlace) ? (random.uuid() as RecordId) : null;
  const facts: PlacementFacts = {
    employerId: employer.recordId, employerName: employer.identity.name, workPlaceId, jobTitle: job.title, ...times, prioritair: career.status.prioritair,
  };
  const changedAtMs = dutchMoment(times.endedOn ?? workingDayBefore(times.beganOn), '14:25');
  const placement = seedRecord({ dossierId, recordId, createdBy: consultant.userId, changedAtMs }, 'placement', { facts });
  if (workPlaceId === null) return { placement, workPlace: [] };
  const place: WorkPlaceFacts = {
    type: typeOf(times, career), title: job.title, tasks: job.hoofdtaken.map((task) => task.name).join(', '), hoursPerWeek: times.hoursPerWeek,
    acquiredOn: workingDayBefore(addDays(times.beganOn, -random.whole(4, 40))), filledOn: times.beganOn,
  };
  return { placement, workPlace: [filledWorkPlace(employer, workPlaceId, consultant.userId, place)] };
}

function typeOf({ form, hoursPerWeek }: PlacementTimes, { stage }: Career): WorkPlaceFacts['type'] {
  if (form === 'leerwerkplek') return 'l';
  if (stage === 'supported' || stage === 'sheltered' || stage === 'ended') return 'so';
  return hoursPerWeek >= 28 ? 'v' : 'p';
}
