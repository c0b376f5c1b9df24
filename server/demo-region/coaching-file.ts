import { bundledCoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import { coachingHalfYear, halfYearOn } from '#shared/domain/coaching/coaching-hours.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { CoachingFacts, CoachingReportText, CoachingResult } from '#shared/domain/records/coaching.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { VisitFacts, VisitNote } from '#shared/domain/records/visit.ts';
import { coachingPlanFormV1 } from '#shared/forms/coaching-plan.v1.ts';
import { coachingReportFormV1 } from '#shared/forms/coaching-report.v1.ts';
import { addDays, addMonths, latestDay, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import { dutchMoment, workingDayAfter, workingDayBefore } from './dutch-moment.ts';
import type { Employer } from './employers.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

export interface CoachedInput {
  readonly seed: string;
  readonly today: Day;
  readonly index: number;
  readonly dossierId: DossierId;
  readonly coach: SeedUser;
  readonly consultant: SeedUser;
  readonly placementId: RecordId;
  readonly placement: PlacementFacts;
  readonly employer: Employer;
  readonly visits: readonly SeedRecord[];
}

/** The coaching of somebody who works with support: the grant, mostly a plan, and a report of every half year that is over. */
export function makeCoaching(input: CoachedInput): readonly SeedRecord[] {
  const { seed, today, index, dossierId, consultant, placementId, placement, visits } = input;
  // A stream of its own: nothing else in the region changes because of it.
  const random = randomStream(seed, `coaching ${index}`);
  const beganOn = beginOfCoaching(placement.beganOn, notesOf(visits).map(({ facts }) => facts.heldOn).filter((heldOn) => heldOn >= placement.beganOn).toSorted((a, b) => a.localeCompare(b)), today, random);
  const grantedOn = workingDayBefore(addDays(beganOn, -random.whole(3, 18)));
  const facts: CoachingFacts = {
    placementId, employerId: input.employer.recordId, employerName: placement.employerName, beganOn, endedOn: null,
    periods: [{ from: beganOn, regime: random.weighted([['licht', 72], ['midden', 23], ['intensief', 5]]), contractHoursPerHalfYear: placement.hoursPerWeek * 26, grantedOn }],
  };
  const coachingId = random.uuid() as RecordId;
  const records = [seedRecord({ dossierId, recordId: coachingId, createdBy: consultant.userId, changedAtMs: dutchMoment(grantedOn, '11:20') }, 'coaching', { facts })];
  const drawnUpOn = workingDayAfter(addDays(beganOn, random.whole(2, 20)));
  if (drawnUpOn < today && random.chance(0.75)) records.push(planRecord({ ...input, coachingId, drawnUpOn, recordId: random.uuid() as RecordId }));
  const running = halfYearOn(beganOn, today) ?? 1;
  for (let number = 1; number < running; number += 1) {
    const report = reportRecord({ ...input, coachingId, facts, number, recordId: random.uuid() as RecordId, result: random.weighted<CoachingResult>([['zelfde', 60], ['lichter', 30], ['zwaarder', 10]]) });
    // Of the last half year some are still to be made: those the coach must find.
    if (report !== null && (number < running - 1 || random.chance(0.6))) records.push(report);
  }
  return records.filter(({ changedAtMs }) => changedAtMs < dutchMoment(today, '00:00'));
}

/**
 * The file knows the visits of the last months, so the coaching began not long before the first of them; where it can, so
 * that a half year ended just before the last one. Nobody reports a half year in which nobody came.
 */
function beginOfCoaching(placedOn: Day, visitedOn: readonly Day[], today: Day, random: RandomStream): Day {
  const [first] = visitedOn;
  const last = visitedOn.at(-1);
  if (first === undefined || last === undefined) return latestDay(placedOn, addDays(today, -random.whole(5, 60)));
  const halfYearBefore = addMonths(addDays(last, -random.whole(0, 4)), -6);
  const fits = visitedOn.length > 1 && halfYearBefore >= placedOn && addMonths(halfYearBefore, 6) > first;
  return fits ? halfYearBefore : latestDay(placedOn, addDays(first, -random.whole(4, 30)));
}

function notesOf(visits: readonly SeedRecord[]): readonly { readonly facts: VisitFacts; readonly note: VisitNote }[] {
  return visits.filter(({ kind }) => kind === 'visit').map(({ groups }) => groups as unknown as { readonly facts: VisitFacts; readonly note: VisitNote });
}

function goalsOf(visits: readonly SeedRecord[]): VisitNote['goals'] {
  const known = notesOf(visits).at(-1)?.note.goals ?? [];
  return known.length > 0 ? known.slice(0, 3) : [{ goal: 'Zelf de volgorde van de dag bepalen', progress: 'loopt' }];
}

function planRecord({ dossierId, recordId, coach, coachingId, drawnUpOn, employer, placement, visits }: CoachedInput & { readonly recordId: RecordId; readonly coachingId: RecordId; readonly drawnUpOn: Day }): SeedRecord {
  return seedRecord({ dossierId, recordId, createdBy: coach.userId, changedAtMs: dutchMoment(drawnUpOn, '15:40') }, 'coachingPlan', {
    shared: {
      form: { id: coachingPlanFormV1.id, version: coachingPlanFormV1.version }, coachingId, employerId: employer.recordId, employerName: placement.employerName, contactPerson: employer.contact.name, drawnUpOn,
      goals: goalsOf(visits).map(({ goal }) => ({ goal, approach: 'Samen voordoen, daarna zelf, en elke week nabespreken.' })),
      approach: 'De jobcoach komt in de eerste maand elke week op de werkplek, daarna om de twee weken. Er is één vast aanspreekpunt op de werkvloer.',
      agreements: [
        { what: 'Elke ochtend vijf minuten het werk van de dag doornemen', owner: 'werkgever', dueOn: null },
        { what: 'Bij onduidelijkheid eerst vragen aan het vaste aanspreekpunt', owner: 'kandidaat', dueOn: null },
        { what: 'Na een maand samen terugkijken', owner: 'jobcoach', dueOn: workingDayAfter(addMonths(drawnUpOn, 1)) },
      ],
      evaluateOn: workingDayAfter(addMonths(drawnUpOn, 6)), coachId: coach.userId, coachName: coach.displayName, coachPhone: '', replaces: null,
    },
    internal: { note: '' },
  });
}

const results: Readonly<Record<'zelfde' | 'lichter' | 'zwaarder', Pick<CoachingReportText, 'results' | 'employerEvaluation' | 'candidateView' | 'candidateSatisfaction' | 'advice'>>> = {
  zelfde: {
    results: 'Het vaste werk lukt zelfstandig. Bij nieuwe taken is voordoen nog nodig. Het werktempo is gelijk gebleven.',
    employerEvaluation: 'De werkgever is tevreden over de inzet en wil de begeleiding houden zoals die is.', candidateView: 'Ik vind het fijn dat er iemand meekijkt als het werk verandert.',
    candidateSatisfaction: 'tevreden', advice: 'De begeleiding gaat op dezelfde manier verder.',
  },
  lichter: {
    results: 'De doelen van het plan zijn voor het grootste deel bereikt. Vragen gaan nu rechtstreeks naar de leiding.',
    employerEvaluation: 'De werkgever ziet dat het werk steeds zelfstandiger gaat.', candidateView: 'Ik kan het meeste nu zelf. Af en toe een gesprek is genoeg.',
    candidateSatisfaction: 'tevreden', advice: 'De begeleiding kan lichter: één bezoek in de maand.',
  },
  zwaarder: {
    results: 'Door een andere indeling van het werk was er vaker begeleiding nodig dan gedacht.',
    employerEvaluation: 'De werkgever wil graag verder, maar heeft meer steun nodig op de werkvloer.', candidateView: 'Het was een drukke tijd. Ik wil graag wat meer hulp.',
    candidateSatisfaction: 'redelijk', advice: 'Tijdelijk meer uren, zodat het nieuwe werk kan wennen.',
  },
};

interface ReportInput extends CoachedInput {
  readonly recordId: RecordId;
  readonly coachingId: RecordId;
  readonly facts: CoachingFacts;
  readonly number: number;
  readonly result: CoachingResult;
}

function reportRecord({ dossierId, recordId, coach, coachingId, facts, number, result, visits, employer }: ReportInput): SeedRecord | null {
  const halfYear = coachingHalfYear(bundledCoachingParameters, facts, notesOf(visits).map((each) => each.facts), number);
  if (halfYear === null || halfYear.visits === 0 || (result !== 'zelfde' && result !== 'lichter' && result !== 'zwaarder')) return null;
  const finalisedOn = workingDayAfter(addDays(halfYear.through, 4));
  const { from, through, regime, grantedMinutes, usedMinutes } = halfYear;
  return seedRecord({ dossierId, recordId, createdBy: coach.userId, changedAtMs: dutchMoment(finalisedOn, '16:05') }, 'coachingReport', {
    facts: { coachingId, placementId: facts.placementId, halfYear: number, from, through, regime, grantedMinutes, usedMinutes, visits: halfYear.visits, result, finalisedOn, coachId: coach.userId, corrects: null },
    report: {
      form: { id: coachingReportFormV1.id, version: coachingReportFormV1.version }, employerName: facts.employerName, contactPerson: employer.contact.name, coachName: coach.displayName,
      goals: goalsOf(visits).map(({ goal, progress }) => ({ goal, progress, explanation: '' })), ...results[result],
    },
  });
}
