import { bsnMark } from '#shared/domain/candidate/duplicates.ts';
import type { JoinLine } from '#shared/sync/joins.ts';
import { dataOf } from '#shared/sync/apply.ts';
import type { DueRecord } from '#shared/domain/due/due-item.ts';
import { dueItemsOf, isClosed, plannedIn } from '#shared/domain/due/due-items.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { lastMeasurement } from '#shared/domain/last-measurement.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { CaseloadRow } from '../views.ts';

/** Raised with every change of what a summary says: lines of another version are made anew from the files [VER7]. */
export const summaryVersion = 9;

/** What the caseload list needs of one dossier, or that the dossier left this device. */
export type Summary = Omit<CaseloadRow, 'unsent'>;
export type SummaryLine = Summary | { readonly dossierId: DossierId; readonly gone: true };

/** @returns null for a dossier without a candidate (an employer, the region's documents) */
export function summarise(dossierId: DossierId, records: readonly StoredRecord[]): Summary | null {
  // Taken out of their groups once: a first sync does this for every file there is.
  const seen = records.map(({ kind, recordId, groups }) => ({ kind, recordId, groups: dataOf(groups) }));
  const candidate = seen.find(({ kind }) => kind === 'candidate')?.groups as Groups<'candidate'> | undefined;
  if (candidate === undefined) return null;
  let running: Groups<'placement'>['facts'];
  let lastVisit: Groups<'visit'>['facts'];
  const measurements: { readonly recordId: RecordId; readonly groups: Groups<'measurement'> }[] = [];
  for (const { kind, recordId, groups } of seen) {
    if (kind === 'placement') {
      const { facts } = groups as Groups<'placement'>;
      if (facts !== undefined && (running === undefined || lastsLonger(facts, running))) running = facts;
    } else if (kind === 'visit') {
      const { facts } = groups as Groups<'visit'>;
      if (facts !== undefined && (lastVisit === undefined || facts.heldOn >= lastVisit.heldOn)) lastVisit = facts;
    } else if (kind === 'measurement') {
      measurements.push({ recordId, groups: groups as Groups<'measurement'> });
    }
  }
  const measured = lastMeasurement(measurements)?.groups.result ?? null;
  return {
    dossierId,
    name: nameInList(candidate, dossierId),
    birthDate: candidate.identity?.birthDate ?? null,
    municipality: candidate.registration?.municipality ?? null,
    candidateGroup: candidate.status?.candidateGroup ?? null,
    regeling: candidate.status?.regeling ?? null,
    employerName: running?.employerName ?? null,
    employerId: running?.employerId ?? null,
    workingSince: running?.beganOn ?? null,
    workingThrough: running?.endedOn ?? null,
    lastVisitOn: lastVisit?.heldOn ?? null,
    nextContactOn: lastVisit?.nextContactOn ?? null,
    risk: lastVisit?.risk ?? null,
    loonwaarde: measured?.loonwaarde ?? null,
    measured: measured === null ? null : { visitedOn: measured.visitedOn, finalisedOn: measured.finalisedOn },
    team: candidate.team ?? null,
    ...(candidate.bsn === undefined ? {} : { bsnMark: bsnMark(candidate.bsn.bsn) }),
    ...joinsIn(records),
    ...askedOf(seen),
  };
}

/** What a file asks of those who look after somebody. */
export type Asked = Pick<CaseloadRow, 'due' | 'appointments'>;

function askedOf(seen: readonly DueRecord[]): Asked {
  return {
    due: dueItemsOf(seen),
    appointments: appointmentsOf(seen),
  };
}

const appointmentsOf = (seen: readonly DueRecord[]): Asked['appointments'] =>
  plannedIn(seen).map(({ recordId, facts }) => ({ recordId, plannedOn: facts.plannedOn, beginsAt: facts.beginsAt, durationMinutes: facts.durationMinutes, about: facts.about, location: facts.location, withUser: facts.withUser }));

/**
 * The same of one person with several files, taken from all their records at once: what was settled in one of them is not
 * asked in the other, and what two people wrote down in both is asked once [JOIN3].
 * A file that was closed asks nothing anymore, whichever of them leads; what it settled stays settled.
 * @param files the leading one first
 */
export function askedOfFiles(files: readonly (readonly StoredRecord[])[]): Asked {
  const seen = files.map((records) => records.map(({ kind, recordId, groups }) => ({ kind, recordId, groups: dataOf(groups) })));
  const open = seen.filter((records) => !isClosed(records));
  const closed = open.length === 0 ? [] : seen.filter(isClosed).flat();
  const asking = open.length === 0 ? seen.flat() : open.flat();
  const due = dueItemsOf([...asking, ...closed.filter(({ kind }) => !asks.has(kind))]);
  const appointments = appointmentsOf([...asking, ...closed.filter(({ kind }) => kind !== 'appointment' && kind !== 'candidate')]);
  return { due: onceEach(due, ({ what }) => what === 'handover' || what === 'two-versions'), appointments: onceEach(appointments, () => false) };
}

/** What asks something to be done, and is no answer to what another file asks. */
const asks: ReadonlySet<DueRecord['kind']> = new Set(['candidate', 'visit', 'plan', 'placement', 'coaching', 'appointment'] as const);

/** Without those that differ from one before in nothing but the record. @param isOfItsOwn never the same as another */
function onceEach<Item extends { readonly recordId: RecordId }>(items: readonly Item[], isOfItsOwn: (item: Item) => boolean): readonly Item[] {
  const told = new Set<string>();
  return items.filter((item) => {
    if (isOfItsOwn(item)) return true;
    const words = canonicalJson({ ...item, recordId: '' } as unknown as JsonValue);
    return told.size < told.add(words).size;
  });
}

type PlacementFacts = NonNullable<Groups<'placement'>['facts']>;

/** The work that somebody has longest; without an end, that which began last. Whether its end is past is looked at when it is shown. */
function lastsLonger(facts: PlacementFacts, than: PlacementFacts): boolean {
  const through = facts.endedOn ?? '9999-12-31';
  const otherThrough = than.endedOn ?? '9999-12-31';
  return through === otherThrough ? facts.beganOn > than.beganOn : through > otherThrough;
}

/** What was decided about this file and another; most files have nothing of it. */
function joinsIn(records: readonly StoredRecord[]): Pick<CaseloadRow, 'joins'> {
  const joins = records.flatMap((record): JoinLine[] => {
    const facts = record.kind === 'join' ? (dataOf(record.groups) as Groups<'join'>).facts : undefined;
    return facts === undefined ? [] : [{ kept: facts.kept, joined: facts.joined, decision: facts.decision }];
  });
  return joins.length === 0 ? {} : { joins };
}

/** "Jansen, Fatima", or the pseudonymous id for whoever has no right to names. */
export function nameInList(candidate: Groups<'candidate'>, dossierId: DossierId): string {
  const identity = candidate.identity;
  if (identity === undefined) return dossierId;
  const prefix = identity.namePrefix === '' ? '' : ` ${identity.namePrefix}`;
  return `${identity.familyName}, ${identity.givenName}${prefix}`;
}
