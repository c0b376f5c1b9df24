import type { RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import { addDays, daysBetween, earliestDay, latestDay, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import { stages, type Career } from './career.ts';
import { groupHour } from './day-book.ts';
import { dutchMoment, workingDayAfter, workingDayBefore } from './dutch-moment.ts';
import type { RandomStream } from './random-stream.ts';
import { noteWriter } from './visit-note.ts';
import type { Setting, Visited } from './visited.ts';

type Risk = VisitFacts['risk'];
type Activity = VisitFacts['activity'];

const activitiesByRisk: Readonly<Record<Risk, readonly (readonly [Activity, number])[]>> = {
  goed: [['begeleiding-op-het-werk', 48], ['inwerken-en-trainen', 18], ['evaluatie', 18], ['structureren', 8], ['thuissituatie', 4], ['begeleiding-van-de-leidinggevende', 4]],
  'let-op': [['inwerken-en-trainen', 30], ['structureren', 25], ['begeleiding-op-het-werk', 25], ['begeleiding-van-de-leidinggevende', 12], ['thuissituatie', 8]],
  'dreigende-uitval': [['storing-of-crisis', 50], ['begeleiding-van-de-leidinggevende', 20], ['begeleiding-op-het-werk', 20], ['evaluatie', 10]],
};
const activitiesBeforeWork: readonly (readonly [Activity, number])[] = [['structureren', 58], ['thuissituatie', 18], ['evaluatie', 24]];

/** Days until the next contact, by how it went [days]. */
const intervals: Readonly<Record<Risk, readonly [from: number, to: number]>> = { goed: [21, 42], 'let-op': [7, 16], 'dreigende-uitval': [2, 7] };
const howLongAgo: Readonly<Record<Risk, readonly [from: number, to: number]>> = { goed: [1, 31], 'let-op': [1, 17], 'dreigende-uitval': [1, 7] };

/** A candidate's visits, oldest first. */
export function makeVisits(today: Day, visited: Visited): readonly SeedRecord[] {
  const { career, random } = visited;
  const profile = stages[career.stage];
  const count = random.weighted(profile.visits);
  const risks = risksUpTo(random.weighted(profile.risks), count, random);
  const days = daysOfVisits(today, visited, risks);
  const write = noteWriter(visited);
  return days.map(({ heldOn, risk }, index) => {
    const isLast = index === days.length - 1;
    const setting = settingOn(heldOn, career);
    const facts = withJourney(visited, makeFacts({ visited, heldOn, risk, setting, isFirst: index === 0, nextContactOn: isLast ? lastNextContact(today, heldOn, risk, career, random) : nextOf(days, index) }));
    const groups: Required<Groups<'visit'>> = { facts, note: write({ facts, setting, index, count: days.length }) };
    const head = { ...visited.head, recordId: random.uuid() as RecordId, createdBy: visited.visitor };
    const writtenAfterMs = (facts.durationMinutes + random.whole(5, 80)) * 60_000;
    return seedRecord({ ...head, changedAtMs: dutchMoment(heldOn, facts.beganAt) + writtenAfterMs }, 'visit', groups);
  });
}

/** Trouble announces itself: the visit before was worse than good, mostly. */
function risksUpTo(last: Risk, count: number, random: RandomStream): readonly Risk[] {
  const backwards: Risk[] = count > 0 ? [last] : [];
  while (backwards.length < count) {
    const after = backwards.at(-1) ?? last;
    backwards.push(after === 'dreigende-uitval' ? 'let-op' : random.weighted<Risk>(after === 'let-op' ? [['goed', 60], ['let-op', 40]] : [['goed', 80], ['let-op', 20]]));
  }
  return backwards.toReversed();
}

function daysOfVisits(today: Day, { career, employer, random }: Visited, risks: readonly Risk[]): readonly { readonly heldOn: Day; readonly risk: Risk }[] {
  const placement = career.placements.at(-1);
  const earliest = placement === undefined ? career.registration.registeredOn : placement.beganOn;
  const latest = career.registration.closedOn ?? addDays(today, -1);
  const inGroup = placement?.form === 'detachering-groep' && placement.endedOn === null;
  const days: { heldOn: Day; risk: Risk }[] = [];
  let after = today;
  for (const risk of risks.toReversed()) {
    const [from, to] = days.length === 0 ? howLongAgo[risk] : intervals[risk];
    const stays = days.length === 0 && risk === 'goed' && random.chance(0.14) ? random.whole(10, 50) : 0;
    const drawn = workingDayBefore(addDays(after, -random.whole(from, to) - stays));
    const usual = workingDayBefore(earliestDay(drawn, latest));
    const isLast = days.length === 0;
    // Somebody who began last week was visited since; older visits that would fall before the beginning were not.
    const heldOn = isLast && inGroup && employer !== null && risk === 'goed' ? employer.groupVisit.heldOn : isLast && usual < earliest ? earliest : usual;
    if (heldOn < earliest || heldOn > latest || heldOn >= after) break;
    days.push({ heldOn, risk });
    after = heldOn;
  }
  return days.toReversed();
}

function settingOn(heldOn: Day, { placements }: Career): Setting {
  const placement = placements.at(-1);
  if (placement === undefined || heldOn < placement.beganOn) return 'before-work';
  return placement.endedOn !== null && heldOn > placement.endedOn ? 'after-work' : 'at-work';
}

function nextOf(days: readonly { readonly heldOn: Day }[], index: number): Day {
  const next = days[index + 1];
  if (next === undefined) throw new RangeError('nextOf: the last visit has no next one');
  return next.heldOn;
}

/** In the coming weeks; for about one in eight it has passed: those the coach must find. */
function lastNextContact(today: Day, heldOn: Day, risk: Risk, { registration, stage }: Career, random: RandomStream): Day | null {
  if (registration.closedOn !== null || (stage === 'independent' && random.chance(0.3))) return null;
  const sinceVisit = daysBetween(heldOn, today);
  if (sinceVisit > 5 && random.chance(0.15)) return workingDayBefore(addDays(heldOn, random.whole(Math.ceil(sinceVisit / 2), sinceVisit - 1)));
  const [from, to] = intervals[risk];
  return workingDayAfter(latestDay(addDays(heldOn, random.whole(from, to)), addDays(today, random.whole(0, 9))));
}

interface FactsInput {
  readonly visited: Visited;
  readonly heldOn: Day;
  readonly risk: Risk;
  readonly setting: Setting;
  readonly isFirst: boolean;
  readonly nextContactOn: Day | null;
}

function makeFacts({ visited, heldOn, risk, setting, isFirst, nextContactOn }: FactsInput): VisitFacts {
  const beganAt = (): string => visited.dayBook.freeHour(visited.visitor, heldOn);
  const { career, employer, random } = visited;
  const placement = career.placements.at(-1);
  const fixed = { heldOn, risk, nextContactOn, placementId: setting === 'before-work' ? null : visited.placementId, heldBy: visited.visitor };
  const group = placement?.form === 'detachering-groep' && employer?.groupVisit.heldOn === heldOn && setting === 'at-work' ? employer.groupVisit : null;
  if (group !== null) {
    const shared = { durationMinutes: group.durationMinutes, candidateMinutes: Math.floor(group.durationMinutes / group.people), sharedVisitId: `crew-${employer?.recordId ?? ''}` as RecordId, participants: group.people };
    return { ...fixed, ...shared, beganAt: groupHour, place: 'werkplek', attendees: 'beiden', activity: 'begeleiding-op-het-werk', sickLeave: false };
  }
  if (setting === 'at-work' && nextContactOn !== null && daysBetween(heldOn, nextContactOn) <= 14 && risk !== 'dreigende-uitval' && random.chance(0.09)) {
    return { ...fixed, beganAt: beganAt(), risk: 'let-op', ...minutes(random.pick([10, 15])), place: 'telefoon', attendees: 'werknemer', activity: 'begeleiding-op-het-werk', sickLeave: true };
  }
  if (setting !== 'at-work') {
    const justRegistered = isFirst && setting === 'before-work' && daysBetween(career.registration.registeredOn, heldOn) <= 45;
    const activity = justRegistered ? 'introductie' : setting === 'after-work' ? 'evaluatie' : random.weighted(activitiesBeforeWork);
    const place = random.weighted<VisitFacts['place']>([['kantoor', 62], ['elders', 22], ['telefoon', justRegistered ? 0 : 16]]);
    return { ...fixed, beganAt: beganAt(), ...minutes(place === 'telefoon' ? random.pick([10, 15, 20]) : random.pick([30, 45, 60])), place, attendees: 'werknemer', activity, sickLeave: false };
  }
  const justBegan = placement !== undefined && daysBetween(placement.beganOn, heldOn) <= 14;
  const activity = justBegan && risk === 'goed' ? 'introductie' : random.weighted(activitiesByRisk[risk]);
  const place = placeFor(activity, random);
  const duration = place === 'telefoon' ? random.pick([10, 15, 20, 25]) : activity === 'evaluatie' ? 60 : random.pick([30, 45, 45, 60, 60, 75]);
  return { ...fixed, beganAt: beganAt(), ...minutes(duration), place, attendees: attendeesFor(activity, place, random), activity, sickLeave: false };
}

/** How far it was: as far as that employer is from the office, and nowhere by phone. */
function withJourney({ employer }: Visited, facts: VisitFacts): VisitFacts {
  if (employer === null || facts.place !== 'werkplek') return facts;
  const kilometres = 6 + (Number.parseInt(employer.recordId.slice(0, 4), 16) % 42);
  const people = facts.participants ?? 1;
  const [travelMinutes, travelMetres] = [Math.round(kilometres * 1.5), kilometres * 1_000];
  return { ...facts, travelMinutes, travelMetres, candidateTravelMinutes: Math.floor(travelMinutes / people), candidateTravelMetres: Math.floor(travelMetres / people) };
}

function minutes(durationMinutes: number): Pick<VisitFacts, 'durationMinutes' | 'candidateMinutes'> {
  return { durationMinutes, candidateMinutes: durationMinutes };
}

function placeFor(activity: Activity, random: RandomStream): VisitFacts['place'] {
  if (activity === 'introductie' || activity === 'inwerken-en-trainen') return 'werkplek';
  if (activity === 'thuissituatie') return random.weighted([['thuis', 40], ['kantoor', 30], ['telefoon', 30]]);
  return random.weighted([['werkplek', 80], ['telefoon', 18], ['elders', 2]]);
}

function attendeesFor(activity: Activity, place: VisitFacts['place'], random: RandomStream): VisitFacts['attendees'] {
  if (activity === 'begeleiding-van-de-leidinggevende') return 'werkgever';
  if (activity === 'thuissituatie') return 'werknemer';
  if (place === 'telefoon') return random.weighted([['werknemer', 65], ['werkgever', 35]]);
  return activity === 'evaluatie' ? 'beiden' : random.weighted([['beiden', 46], ['werknemer', 54]]);
}
