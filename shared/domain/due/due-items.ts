import { amsterdamDayOf, earliestDay } from '../../lib/calendar.ts';
import { halfYearRange } from '../coaching/coaching-hours.ts';
import { openAgreements } from '../coaching/open-agreements.ts';
import type { Groups, Kind } from '../kinds.ts';
import { lastMeasurement } from '../last-measurement.ts';
import { forfaitaryEnd, suggestNextMeasurement } from '../loonkostensubsidie/deadlines.ts';
import { trialEnd } from '../placement/trial-limits.ts';
import { agreementStates, currentPlan } from '../plan/plan-state.ts';
import type { RecordId } from '../ids.ts';
import type { AppointmentFacts } from '../records/appointment.ts';
import type { MeasurementResult } from '../records/measurement.ts';
import type { PlacementFacts } from '../records/placement.ts';
import { conflictKinds } from '../records/waiting-work.ts';
import type { DueItem, DueRecord, MeasurementRule } from './due-item.ts';

type Found<K extends Kind> = Omit<DueRecord, 'groups'> & { readonly groups: Groups<K> };

/** One kind of thing that falls due. Pure, and without today: what is late is decided when it is shown. */
type DueRule = (file: DueFile) => readonly DueItem[];

interface DueFile {
  of<K extends Kind>(kind: K): readonly Found<K>[];
}

const rules: readonly DueRule[] = [contactAgreed, agreementsOfVisits, planVanAanpak, halfYearlyReport, nextMeasurement, endOfForfaitary, endOfTrial, openAppointments, handedOver, twoVersions];

/**
 * Everything in one candidate's file that must be done by some day, the earliest first. A closed file asks for nothing but
 * to be read what somebody's lost reach left in it, and to be chosen between two versions.
 * @param records what the reader may see of the file
 */
export function dueItemsOf(records: readonly DueRecord[]): readonly DueItem[] {
  const file = fileOf(records);
  if (isClosed(records)) return [...handedOver(file), ...twoVersions(file)].sort(byDay);
  return rules.flatMap((rule) => rule(file)).sort(byDay);
}

/** Nobody is looked after by way of this file any more. */
export function isClosed(records: readonly DueRecord[]): boolean {
  const candidate = records.find(({ kind }) => kind === 'candidate') as Found<'candidate'> | undefined;
  const registration = candidate?.groups.registration;
  return registration !== undefined && registration.closedOn !== null;
}

const byDay = (a: DueItem, b: DueItem): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);

/** The last visit counts: what was agreed before it was talked about again, or is no longer wanted. */
function contactAgreed(file: DueFile): readonly DueItem[] {
  const last = latest(file.of('visit'), momentOfVisit);
  const facts = last?.groups.facts;
  return last === undefined || facts === undefined || facts.nextContactOn === null ? [] : [{ what: 'contact', dueOn: facts.nextContactOn, recordId: last.recordId, agreedOn: facts.heldOn }];
}

function agreementsOfVisits(file: DueFile): readonly DueItem[] {
  const noted = file.of('visit');
  if (noted.length === 0) return [];
  const visits = noted.toSorted((a, b) => (momentOfVisit(b) ?? '').localeCompare(momentOfVisit(a) ?? ''));
  return openAgreements(visits).flatMap(({ what, owner, dueOn, visitId }): DueItem[] => {
    const heldOn = visits.find(({ recordId }) => recordId === visitId)?.groups.facts?.heldOn;
    return dueOn === null ? [] : [{ what: 'agreement', dueOn, recordId: visitId, agreedOn: heldOn ?? dueOn, owner, text: what }];
  });
}

const momentOfVisit = ({ groups: { facts } }: Found<'visit'>) => (facts === undefined ? null : `${facts.heldOn}${facts.beganAt}`);

/** What both sides agreed, and when they look back on it. A plan that nobody said yes to binds nobody yet. */
function planVanAanpak(file: DueFile): readonly DueItem[] {
  const agreedPlans = file.of('plan').filter(({ groups }) => groups.agreed !== undefined);
  const plan = currentPlan(agreedPlans);
  const { facts, agreed } = plan?.groups ?? {};
  if (plan === null || facts === undefined || agreed === undefined) return [];
  const { recordId } = plan;
  const open = agreementStates(plan, file.of('planOutcome'), '').filter(({ outcome }) => outcome === null);
  return [
    { what: 'plan-review', dueOn: facts.nextReviewOn, recordId, agreedOn: agreed.agreedOn },
    ...open.map(({ agreement }): DueItem => ({ what: 'plan-agreement', dueOn: agreement.dueOn, recordId, agreedOn: agreed.agreedOn, owner: agreement.owner, text: agreement.what })),
  ];
}

/** The first half year without a report, of coaching that goes on or ended after it began. */
function halfYearlyReport(file: DueFile): readonly DueItem[] {
  return file.of('coaching').flatMap(({ recordId, groups: { facts } }): DueItem[] => {
    if (facts === undefined) return [];
    const reported = file.of('coachingReport').flatMap(({ groups }) => (groups.facts?.coachingId === recordId ? [groups.facts.halfYear] : []));
    const halfYear = Math.max(0, ...reported) + 1;
    const { from, through } = halfYearRange(facts.beganOn, halfYear);
    if (facts.endedOn !== null && facts.endedOn < from) return [];
    return [{ what: 'coaching-report', dueOn: facts.endedOn === null ? through : earliestDay(facts.endedOn, through), recordId, halfYear, employer: facts.employerName }];
  });
}

/** Without a measurement since, the subsidy stops: it may not go on for longer than six months. */
function endOfForfaitary(file: DueFile): readonly DueItem[] {
  return file.of('placement').flatMap(({ recordId, groups: { facts } }): DueItem[] => {
    const since = facts?.forfaitaryFrom ?? null;
    if (facts === undefined || since === null) return [];
    const dueOn = forfaitaryEnd(since);
    if (facts.endedOn !== null && facts.endedOn < dueOn) return [];
    const isMeasured = file.of('measurement').some(({ groups: { result } }) => result !== undefined && result.visitedOn >= since);
    return isMeasured ? [] : [{ what: 'forfaitary', dueOn, recordId, since, employer: facts.employerName, ...lapsing(facts.endedOn) }];
  });
}

/** Whoever is on trial hears before its end what follows: a contract, or something else. */
function endOfTrial(file: DueFile): readonly DueItem[] {
  return file.of('placement').flatMap(({ recordId, groups: { facts } }): DueItem[] =>
    facts?.form !== 'proefplaatsing' ? [] : [{ what: 'trial-end', dueOn: trialEnd(facts), recordId, employer: facts.employerName, ...lapsing(facts.endedOn) }],
  );
}

/** Somebody who works has a loonwaarde; who no longer does by then need not be measured again. */
function nextMeasurement(file: DueFile): readonly DueItem[] {
  const last = lastMeasurement(file.of('measurement'));
  const result = last?.groups.result;
  if (last === null || result === undefined) return [];
  const work = file.of('placement').flatMap(({ groups: { facts } }) => (facts === undefined ? [] : [facts]));
  const next = result.nextMeasurementOn === null ? nextByRule(result, work) : { dueOn: result.nextMeasurementOn };
  if (next === null) return [];
  const [longest] = work.toSorted((a, b) => through(b).localeCompare(through(a)));
  if (longest === undefined || through(longest) < next.dueOn) return [];
  return [{ what: 'measurement', ...next, recordId: last.recordId, measuredOn: result.visitedOn, loonwaarde: result.loonwaarde, ...lapsing(longest.endedOn) }];
}

/** Where nobody agreed a day the law still asks for one, as long as there is a subsidy: of beschut werk and of the oldest files. */
function nextByRule({ visitedOn, loonwaarde }: MeasurementResult, work: readonly PlacementFacts[]): { readonly dueOn: string; readonly rule: MeasurementRule } | null {
  const runs = work.filter(({ endedOn }) => endedOn === null || endedOn > visitedOn);
  const { why, latest } = suggestNextMeasurement(visitedOn, runs.length > 0 && runs.every(({ form }) => form === 'beschut-werk'));
  return loonwaarde >= 100 || why === 'agreed-within-1-to-3-years' ? null : { dueOn: latest, rule: why };
}

/** Its last day, or far away. */
const through = ({ endedOn }: Pick<PlacementFacts, 'endedOn'>): string => endedOn ?? '9999-12-31';

const lapsing = (endedOn: string | null): { readonly lapsesAfter?: string } => (endedOn === null ? {} : { lapsesAfter: endedOn });

/** Nobody said yet what they did with it [FGT4]. */
function handedOver(file: DueFile): readonly DueItem[] {
  return file.of('handover').flatMap(({ recordId, groups: { about, handling } }): DueItem[] =>
    about === undefined || handling !== undefined ? [] : [{ what: 'handover', dueOn: amsterdamDayOf(about.receivedAtMs), recordId }],
  );
}

/** Who sees them may decide [CON5]. */
function twoVersions(file: DueFile): readonly DueItem[] {
  return conflictKinds.flatMap((kind) => file.of(kind)).flatMap(({ recordId, groups: { about, decision } }): DueItem[] =>
    about === undefined || decision !== undefined ? [] : [{ what: 'two-versions', dueOn: amsterdamDayOf(about.receivedAtMs), recordId }],
  );
}

function openAppointments(file: DueFile): readonly DueItem[] {
  return plannedAppointments(file).map(({ recordId, facts }) => ({ what: 'appointment', dueOn: facts.plannedOn, recordId, about: facts.about }));
}

/** What was recorded on that day by that person is what became of it: nobody need say so twice. */
function plannedAppointments(file: DueFile): readonly { readonly recordId: RecordId; readonly facts: AppointmentFacts }[] {
  const appointments = file.of('appointment');
  if (appointments.length === 0) return [];
  const held = new Set<string>();
  for (const { groups } of file.of('visit')) if (groups.facts !== undefined) held.add(`${groups.facts.heldBy} ${groups.facts.heldOn}`);
  for (const { groups } of file.of('intake')) if (groups.facts !== undefined) held.add(`${groups.facts.heldBy} ${groups.facts.heldOn}`);
  for (const { groups } of file.of('measurement')) if (groups.result !== undefined && groups.facts !== undefined) held.add(`${groups.facts.expertId} ${groups.result.visitedOn}`);
  return appointments.flatMap(({ recordId, groups: { facts } }) => (facts?.state === 'gepland' && !held.has(`${facts.withUser} ${facts.plannedOn}`) ? [{ recordId, facts }] : []));
}

/** What is still planned in one file. @param records what the reader may see of it */
export function plannedIn(records: readonly DueRecord[]): readonly { readonly recordId: RecordId; readonly facts: AppointmentFacts }[] {
  return plannedAppointments(fileOf(records));
}

function fileOf(records: readonly DueRecord[]): DueFile {
  // Sorted by kind once: every rule asks for a few kinds, and a first sync asks for every file there is.
  const byKind = new Map<Kind, DueRecord[]>();
  for (const record of records) {
    const together = byKind.get(record.kind);
    if (together === undefined) byKind.set(record.kind, [record]);
    else together.push(record);
  }
  return { of: <K extends Kind>(kind: K) => (byKind.get(kind) ?? none) as unknown as readonly Found<K>[] };
}

const none: readonly DueRecord[] = [];

function latest<Item>(items: readonly Item[], key: (item: Item) => string | null): Item | undefined {
  let found: { readonly item: Item; readonly key: string } | undefined;
  for (const item of items) {
    const itsKey = key(item);
    if (itsKey !== null && (found === undefined || itsKey >= found.key)) found = { item, key: itsKey };
  }
  return found?.item;
}
