import { isPaidWork } from '../domain/records/placement.ts';
import type { VisitFacts } from '../domain/records/visit.ts';
import type { Day } from '../lib/calendar.ts';
import { measurementVersions } from './measurement-versions.ts';
import type { AgreedPlan, Counted, CountedDossier } from './week-dossiers.ts';
import { isInWeek, runsAtEnd } from './week-period.ts';
import type { WeekPeriod } from './week-period.ts';
import type { CountedRows } from './week-rows.ts';
import type { Count } from './week-tally.ts';

/** Notes that a record decided a figure. */
type Note = CountedRows['add'];

/** Counts one candidate's file into the figures of its municipality. The definitions in words: `week:figure` in the catalogue. */
export function countDossier(dossier: CountedDossier, period: WeekPeriod, rows: CountedRows, count: Count): void {
  let counted = false;
  const note: Note = (kind, record) => {
    counted = true;
    rows.add(kind, record);
  };
  const registered = countCandidate(dossier, period, note, count);
  countVisits(dossier, registered, period, note, count);
  const work = countPlacements(dossier, period, note, count);
  countMeasurements(dossier, work, period, note, count);
  countIntakes(dossier, period, note, count);
  countPlans(dossier, registered, period, note, count);
  // Whatever is counted is counted in a municipality, and the candidate's record says which.
  if (counted && dossier.candidate !== null) rows.add('candidate', dossier.candidate);
}

/** @returns whether the person is registered at the end of the week */
function countCandidate({ candidate }: CountedDossier, period: WeekPeriod, note: Note, count: Count): boolean {
  if (candidate === null) return false;
  const { registration, status } = candidate.facts;
  if (isInWeek(registration.registeredOn, period)) {
    note('candidate', candidate);
    count('registrations.total');
    count(`registrations.${registration.entrance}`);
  }
  if (!runsAtEnd(registration.registeredOn, registration.closedOn, period)) return false;
  note('candidate', candidate);
  count('candidates.total');
  if (status !== null) count(`candidates.group-${status.candidateGroup}`);
  return true;
}

function countVisits({ visits }: CountedDossier, registered: boolean, period: WeekPeriod, note: Note, count: Count): void {
  for (const visit of visits) {
    if (!isInWeek(visit.facts.heldOn, period)) continue;
    note('visit', visit);
    count('nazorgDone.total');
  }
  const latest = latestVisitOn(visits, period.stateOn);
  if (latest === null || !registered) return;
  const { risk, nextContactOn } = latest.facts;
  if (risk !== 'goed') {
    note('visit', latest);
    count('atRisk.total');
    count(`atRisk.${risk}`);
  }
  // A visit after the agreed day would itself be the latest one: so nobody has been there since.
  if (nextContactOn !== null && nextContactOn <= period.overdueThrough) {
    note('visit', latest);
    count('nazorgOverdue.total');
  }
}

/** What somebody does at the end of the week: nothing, work beside a benefit, or work with a wage. */
type Work = 'none' | 'unpaid' | 'paid';

/** @returns the most of what the running placements are */
function countPlacements({ placements }: CountedDossier, period: WeekPeriod, note: Note, count: Count): Work {
  let work: Work = 'none';
  const exits = new Set<string>();
  for (const placement of placements) {
    const { form, beganOn, endedOn, benefitExit, banenafspraak, hoursPerWeek } = placement.facts;
    if (isInWeek(beganOn, period)) {
      note('placement', placement);
      count('placementsStarted.total');
      count(`placementsStarted.${form}`);
      exits.add(benefitExit);
    }
    if (endedOn !== null && isInWeek(endedOn, period)) {
      note('placement', placement);
      count('placementsEnded.total');
      count(`placementsEnded.${form}`);
    }
    if (runsAtEnd(beganOn, endedOn, period)) {
      work = work === 'paid' || isPaidWork(placement.facts) ? 'paid' : 'unpaid';
      note('placement', placement);
      count('placementsRunning.total');
      count(`placementsRunning.${form}`);
      // Only paid hours count, and beschut werk never does, whatever a record says.
      if (banenafspraak && form !== 'beschut-werk' && isPaidWork(placement.facts)) count('quarterHours', Math.round(hoursPerWeek * 4));
    }
  }
  // People, not placements: two jobs begun in one week are one person who left benefit.
  const exit = exits.has('volledig') ? 'volledig' : exits.has('partieel') ? 'partieel' : null;
  if (exit !== null) {
    count('leftBenefit.total');
    count(`leftBenefit.${exit}`);
  }
  return work;
}

function countMeasurements({ measurements }: CountedDossier, work: Work, period: WeekPeriod, note: Note, count: Count): void {
  const measured = measurementVersions(measurements, period.stateOn);
  for (const { first, current, all } of measured) {
    if (!isInWeek(first.facts.finalisedOn, period)) continue;
    for (const version of all) note('measurement', version);
    count('measurementsDone.total');
    count('loonwaardeSum', current.facts.loonwaarde);
  }
  const [latest] = measured;
  if (latest === undefined || work === 'none') return;
  for (const version of latest.all) note('measurement', version);
  const { lksTotalCents, nextMeasurementOn } = latest.current.facts;
  if (nextMeasurementOn !== null && nextMeasurementOn <= period.overdueThrough) count('measurementsOverdue.total');
  // On trial or in a learning place there is no wage yet: what was measured is an advice for the contract that may come.
  if (work === 'unpaid') return;
  // Unknown is not nothing: a contract of next year may wait for its minimum wage.
  if (lksTotalCents === null) count('lksUnknown.total');
  else count('lksMonthly.total', lksTotalCents);
}

function countIntakes({ intakes }: CountedDossier, period: WeekPeriod, note: Note, count: Count): void {
  for (const intake of intakes) {
    if (!isInWeek(intake.facts.heldOn, period)) continue;
    note('intake', intake);
    count('intakesDone.total');
    count(`intakesDone.${intake.facts.entrance}`);
  }
}

function countPlans({ plans }: CountedDossier, registered: boolean, period: WeekPeriod, note: Note, count: Count): void {
  for (const plan of plans) {
    if (!isInWeek(plan.facts.agreedOn, period)) continue;
    note('plan', plan);
    count('plansMade.total');
    count(plan.facts.version === 1 ? 'plansMade.first' : 'plansMade.next');
  }
  let current: Counted<AgreedPlan> | null = null;
  for (const plan of plans) if (plan.facts.agreedOn <= period.stateOn && (current === null || versionOf(plan) > versionOf(current))) current = plan;
  if (current === null || !registered || current.facts.nextReviewOn > period.overdueThrough) return;
  note('plan', current);
  count('planReviewsOverdue.total');
}

/** The same order as on the screens, so that every device means the same plan. */
const versionOf = ({ facts, recordId }: Counted<AgreedPlan>): string => `${String(facts.version).padStart(4, '0')} ${facts.madeOn} ${recordId}`;

function latestVisitOn(visits: readonly Counted<VisitFacts>[], stateOn: Day): Counted<VisitFacts> | null {
  let latest: Counted<VisitFacts> | null = null;
  for (const visit of visits) {
    if (visit.facts.heldOn > stateOn) continue;
    if (latest === null || momentOf(visit) > momentOf(latest)) latest = visit;
  }
  return latest;
}

/** Day, time and then the id: two visits in the same minute must have one order on every device. */
const momentOf = ({ facts, recordId }: Counted<VisitFacts>): string => `${facts.heldOn} ${facts.beganAt} ${recordId}`;
