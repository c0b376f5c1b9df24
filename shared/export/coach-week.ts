import type { DossierId, RecordId, UserId } from '../domain/ids.ts';
import type { PlacementFacts } from '../domain/records/placement.ts';
import type { VisitFacts } from '../domain/records/visit.ts';
import { addDays, weekRange, type Day, type IsoWeek } from '../lib/calendar.ts';
import type { StoredRecord } from '../sync/stored-record.ts';

/** One visit as its coach made it: to one person, or to several at once. */
export interface CoachVisit {
  readonly heldOn: Day;
  /** 'HH:MM' */
  readonly beganAt: string;
  /** Pseudonymous; the names are not in here, so that they cannot be in a file by mistake. */
  readonly dossierIds: readonly DossierId[];
  /** How many people were visited [count]; more than there are files here when one was handed on since. */
  readonly people: number;
  /** Where the candidate works; empty when that is not known here. */
  readonly employerName: string;
  readonly place: VisitFacts['place'];
  readonly activity: VisitFacts['activity'];
  /** [min] */
  readonly minutes: number;
  /** Null when the journey was not recorded [min], [m]. */
  readonly travelMinutes: number | null;
  readonly travelMetres: number | null;
}

export interface CoachTotals {
  readonly visits: number;
  readonly people: number;
  readonly minutes: number;
  readonly travelMinutes: number;
  readonly travelMetres: number;
}

export interface CoachDay extends CoachTotals {
  readonly day: Day;
  readonly list: readonly CoachVisit[];
}

export interface CoachWeek extends CoachTotals {
  readonly isoWeek: IsoWeek;
  readonly from: Day;
  readonly to: Day;
  /** Only days with a visit. */
  readonly days: readonly CoachDay[];
}

/**
 * Hours and travel of one coach in one week. A visit to several people has a record in each of their files, and counts
 * once: its whole time and its whole journey.
 * @param records everything on the device, in any order
 */
export function coachWeek(records: readonly StoredRecord[], { userId, isoWeek }: { readonly userId: UserId; readonly isoWeek: IsoWeek }): CoachWeek {
  const { from, to } = weekRange(isoWeek);
  const employers = new Map<RecordId, string>();
  for (const { kind, recordId, groups } of records) if (kind === 'placement') employers.set(recordId, (groups['facts']?.data as PlacementFacts | undefined)?.employerName ?? '');
  const visits = new Map<string, CoachVisit>();
  for (const { kind, recordId, dossierId, groups } of records) {
    const facts = kind === 'visit' ? (groups['facts']?.data as VisitFacts | undefined) : undefined;
    if (facts === undefined || facts.heldBy !== userId || facts.heldOn < from || facts.heldOn > to) continue;
    const shared = facts.sharedVisitId ?? null;
    const key = shared === null ? recordId : `shared ${shared}`;
    const known = visits.get(key);
    const employerName = (facts.placementId === null ? undefined : employers.get(facts.placementId)) ?? '';
    visits.set(key, known === undefined ? visitOf(facts, dossierId, employerName) : { ...known, dossierIds: [...known.dossierIds, dossierId].sort(), employerName: known.employerName === '' ? employerName : known.employerName });
  }
  const all = [...visits.values()].sort((a, b) => `${a.heldOn} ${a.beganAt}`.localeCompare(`${b.heldOn} ${b.beganAt}`));
  const days = Array.from({ length: 7 }, (_, offset) => addDays(from, offset)).flatMap((day): CoachDay[] => {
    const list = all.filter(({ heldOn }) => heldOn === day);
    return list.length === 0 ? [] : [{ day, list, ...totalsOf(list) }];
  });
  return { isoWeek, from, to, days, ...totalsOf(all) };
}

function visitOf(facts: VisitFacts, dossierId: DossierId, employerName: string): CoachVisit {
  const isShared = (facts.sharedVisitId ?? null) !== null;
  return {
    heldOn: facts.heldOn,
    beganAt: facts.beganAt,
    dossierIds: [dossierId],
    people: facts.participants ?? 1,
    employerName,
    place: facts.place,
    activity: facts.activity,
    // A record of before visits were tied together knows its share only: its neighbours bring theirs.
    minutes: isShared ? facts.durationMinutes : facts.candidateMinutes,
    travelMinutes: facts.travelMinutes ?? null,
    travelMetres: facts.travelMetres ?? null,
  };
}

function totalsOf(visits: readonly CoachVisit[]): CoachTotals {
  const sum = (of: (visit: CoachVisit) => number | null) => visits.reduce((total, visit) => total + (of(visit) ?? 0), 0);
  return { visits: visits.length, people: sum(({ people }) => people), minutes: sum(({ minutes }) => minutes), travelMinutes: sum(({ travelMinutes }) => travelMinutes), travelMetres: sum(({ travelMetres }) => travelMetres) };
}
