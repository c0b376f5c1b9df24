import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { CandidateGroup } from '#shared/domain/records/candidate.ts';
import { addDays, addMonths, day, type Day } from '#shared/lib/calendar.ts';
import { formerRecordId } from '#shared/sync/former-record.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import type { Career } from './career.ts';
import { dutchMoment, workingDayBefore } from './dutch-moment.ts';
import { randomStream } from './random-stream.ts';

/* What a file says beside the career: in terms of work, as people write it down. For the first region only, so that a large one keeps its size. */

const wishes = [['Wil het liefst buiten werken.', ['groen', 'bouw']], ['Wil onder de mensen zijn.', ['horeca', 'detailhandel', 'zorg']], ['Wil iets maken wat je daarna kunt zien.', ['techniek', 'industrie']], ['Wil werk dichtbij huis.', ['schoonmaak', 'logistiek']]] as const;
type Course = NonNullable<Groups<'candidate'>['education']>['courses'][number];
type Details = Pick<Groups<'candidate'>, 'wishes' | 'obligations' | 'youth'>;

export interface DetailsInput {
  readonly seed: string;
  readonly today: Day;
  readonly index: number;
  readonly career: Career;
  readonly birthDate: Day;
  /** What the file says of school, or undefined. */
  readonly course: Course | undefined;
}

/** A stream of its own: nobody's name or career changes because a file says more. */
export function makeDetails({ seed, today, index, career, birthDate, course }: DetailsInput): Details {
  const random = randomStream(seed, `details ${index}`);
  const { regeling } = career.status;
  const [wish, branches] = random.pick(wishes);
  const isYoung = birthDate > addMonths(today, -12 * 27);
  return {
    wishes: { wishes: wish, branches: [...branches] },
    ...(regeling === 'participatiewet' ? { obligations: { workObligation: 'volledig', exemptions: [], agreed: 'Zoekt zelf mee naar werk en komt op afspraken.' } } : {}),
    ...(isYoung ? { youth: youthOf(birthDate, today, course, random.chance(0.4)) } : {}),
  };
}

const schools = { 'pro-vso': ['pro', 'Praktijkschool De Werf'], vmbo: ['vmbo', 'Vmbo De Waalbrug'], 'mbo-1': ['mbo-entree', 'ROC De Waalbocht'], 'mbo-2': ['mbo', 'ROC De Waalbocht'] } as const;

/** The last school, as the file says it. The RMC follows whoever is below 23 without a startkwalificatie. */
function youthOf(birthDate: Day, today: Day, course: Course | undefined, known: boolean): NonNullable<Details['youth']> {
  const level = course?.level ?? 'pro-vso';
  const [schoolType, school] = level in schools ? schools[level as keyof typeof schools] : schools['pro-vso'];
  const qualified = level === 'mbo-2' && course?.diploma === true;
  const left = course === undefined ? addMonths(birthDate, 12 * 18) : day(`${course.endedIn}-07-03`);
  return { startkwalificatie: qualified ? 'ja' : 'nee', schoolType, school, leftSchoolOn: left < today ? left : null, rmc: !qualified && known && birthDate > addMonths(today, -12 * 23), rmcContact: '' };
}

export interface MoveInput extends Omit<DetailsInput, 'course'> {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly by: SeedUser;
}

export interface Move {
  readonly move: NonNullable<Groups<'candidate'>['move']>;
  readonly movedAtMs: number;
  /** What stood there before. */
  readonly former: SeedRecord;
  readonly groupBefore: CandidateGroup;
}

/** Some moved from another group to where they stand now; the file says when, and why. */
export function makeMove({ seed, today, index, career, dossierId, recordId, by }: MoveInput): Move | null {
  const random = randomStream(seed, `move ${index}`);
  const { candidateGroup } = career.status;
  const { registeredOn } = career.registration;
  const movedOn = workingDayBefore(addDays(today, -random.whole(3, 60)));
  const before = candidateGroup === 1 ? 2 : candidateGroup === 2 ? 3 : 2;
  if (career.registration.closedOn !== null || addDays(registeredOn, 30) > movedOn || !random.chance(0.2)) return null;
  const movedAtMs = dutchMoment(movedOn, '13:20');
  const opId = random.uuid() as OpId;
  const stamp = { changedBy: by.userId, changedAtMs: dutchMoment(registeredOn, '10:45') };
  const former = seedRecord({ dossierId, recordId: formerRecordId(opId), createdBy: by.userId, changedAtMs: movedAtMs }, 'former', {
    about: { recordId, opId, changedBy: by.userId, changedAtMs: movedAtMs, authoredAtMs: movedAtMs },
    status: { ...stamp, data: { ...career.status, candidateGroup: before } as never },
  });
  const reason = candidateGroup < before ? 'Redt het werk met minder hulp dan gedacht.' : 'Heeft op de werkplek langer hulp nodig dan gedacht.';
  return { move: { movedOn, reason }, movedAtMs, former, groupBefore: before };
}
