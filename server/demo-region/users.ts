import type { UserId } from '#shared/domain/ids.ts';
import { municipalityCodes, type MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { SeedUser } from '../storage/import-records.ts';
import { fullName, personName } from './people.ts';
import { randomStream } from './random-stream.ts';

/** The candidates of the smallest region that shows everything; beyond it only the number grows. */
export const firstRegionSize = 240;
const caseloadSize = 60;
/** In the first region every fourth candidate is in the demo jobcoach's caseload: sixty, however large the region becomes. */
const coachesInFirstRegion = firstRegionSize / caseloadSize;
const measuredByOneExpert = 600;

const user = (userId: string, displayName: string, role: Role, municipalities: readonly MunicipalityCode[] = [], demo = false): SeedUser => ({
  userId: userId as UserId, displayName, role, municipalities, demo,
});

const sanne = user('jobcoach-sanne', 'Sanne de Wit', 'jobcoach', [], true);
const mehmet = user('consulent-mehmet', 'Mehmet Yilmaz', 'consultant', municipalityCodes, true);
export const ineke = user('expert-ineke', 'Ineke Willems', 'loonwaarde-expert', [], true);
const ruud = user('manager-ruud', 'Ruud Peters', 'manager', municipalityCodes, true);
const lotte = user('beheer-lotte', 'Lotte Smits', 'administrator', [], true);
export const henk = user('expert-henk', 'Henk Loeffen', 'loonwaarde-expert');
const otherCoaches = [user('jobcoach-daan', 'Daan Verhoeven', 'jobcoach'), user('jobcoach-amina', 'Amina El Khattabi', 'jobcoach'), user('jobcoach-petra', 'Petra Thijssen', 'jobcoach')];

const consultants = [
  mehmet,
  user('consulent-joke', 'Joke Arts', 'consultant', ['GM0268']),
  user('consulent-farid', 'Farid Benali', 'consultant', ['GM0268']),
  user('consulent-marloes', 'Marloes Hermsen', 'consultant', ['GM0296', 'GM0209', 'GM0225']),
  user('consulent-bas', 'Bas Jacobs', 'consultant', ['GM1945', 'GM0252', 'GM0944']),
];

/** The five that the demo offers at its sign-in, in the order of their work on one candidate. */
export const demoUsers: readonly SeedUser[] = [sanne, mehmet, ineke, ruud, lotte];
export const administrator = lotte;

/** @param candidates number of candidates in the region [count] */
export function regionUsers(seed: string, candidates: number): readonly SeedUser[] {
  const more = new Map<string, SeedUser>();
  for (let index = firstRegionSize; index < candidates; index += 1) {
    for (const each of [jobcoachOf(seed, index), expertOf(seed, index)]) more.set(each.userId, each);
  }
  return [...demoUsers, ...otherCoaches, ...consultants.slice(1), henk, ...more.values()];
}

/** Which caseload the candidate with this index belongs to, from 0: the demo jobcoach's. */
export function caseloadOf(index: number): number {
  return index < firstRegionSize ? index % coachesInFirstRegion : Math.floor(index / caseloadSize);
}

export function jobcoachOf(seed: string, index: number): SeedUser {
  const caseload = caseloadOf(index);
  return [sanne, ...otherCoaches][caseload] ?? numbered(seed, 'jobcoach', caseload + 1);
}

export function expertOf(seed: string, index: number): SeedUser {
  if (index < firstRegionSize) return index % 4 === 3 ? henk : ineke;
  return numbered(seed, 'expert', Math.floor((index - firstRegionSize) / measuredByOneExpert) + 3);
}

/** One of those who serve this municipality. @param turn any whole number: the next one is another's */
export function consultantOf(municipality: MunicipalityCode, turn: number): SeedUser {
  const serving = consultants.filter((each) => each.municipalities.includes(municipality));
  return serving[turn % serving.length] ?? mehmet;
}

function numbered(seed: string, role: 'jobcoach' | 'expert', number: number): SeedUser {
  const userId = `${role}-${number}`;
  return user(userId, fullName(personName(randomStream(seed, userId))), role === 'expert' ? 'loonwaarde-expert' : 'jobcoach');
}
