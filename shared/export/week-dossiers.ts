import type { DossierId, RecordId } from '../domain/ids.ts';
import type { CandidateRegistration, CandidateStatus } from '../domain/records/candidate.ts';
import type { IntakeFacts } from '../domain/records/intake.ts';
import type { PlanAgreed, PlanFacts } from '../domain/records/plan.ts';
import type { WorkPlaceFacts } from '../domain/records/employer.ts';
import type { MeasurementResult } from '../domain/records/measurement.ts';
import type { PlacementFacts } from '../domain/records/placement.ts';
import type { VisitFacts } from '../domain/records/visit.ts';
import type { JoinFacts } from '../domain/records/join.ts';
import type { Day } from '../lib/calendar.ts';
import { leadersOf, type JoinLine } from '../sync/joins.ts';
import type { StoredRecord } from '../sync/stored-record.ts';
import type { Steps } from './steps.ts';

/** One record, reduced to the group that may be counted. */
export interface Counted<Facts> {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly facts: Facts;
}

export interface CandidateFacts {
  readonly registration: CandidateRegistration;
  /** Null when the reader has no right to it: the person counts, but in no group. */
  readonly status: CandidateStatus | null;
}

/** A plan that both said yes to: before that it binds nobody, and is not counted. */
export interface AgreedPlan extends Pick<PlanFacts, 'version' | 'madeOn' | 'nextReviewOn'> {
  readonly agreedOn: Day;
}

/** What of one candidate's file may be counted. */
export interface CountedDossier {
  readonly dossierId: DossierId;
  candidate: Counted<CandidateFacts> | null;
  readonly visits: Counted<VisitFacts>[];
  readonly placements: Counted<PlacementFacts>[];
  readonly measurements: Counted<MeasurementResult>[];
  readonly intakes: Counted<IntakeFacts>[];
  readonly plans: Counted<AgreedPlan>[];
}

export interface CountedRegion {
  /** By id, so that every device counts them in the same order. */
  readonly dossiers: readonly CountedDossier[];
  readonly workPlaces: readonly Counted<WorkPlaceFacts>[];
}

/**
 * Sorts records into dossiers and keeps only the groups of the manager's projection: from a full record and from a
 * projected one comes the same. A measurement without a result is not final and does not count.
 * Yields now and then with the share that was read [0..1].
 */
export function* sortIntoDossiers(records: readonly StoredRecord[]): Steps<CountedRegion> {
  const dossiers = new Map<DossierId, CountedDossier>();
  const workPlaces: Counted<WorkPlaceFacts>[] = [];
  const dossierOf = (dossierId: DossierId): CountedDossier => {
    const known = dossiers.get(dossierId);
    if (known !== undefined) return known;
    const fresh: CountedDossier = { dossierId, candidate: null, visits: [], placements: [], measurements: [], intakes: [], plans: [] };
    dossiers.set(dossierId, fresh);
    return fresh;
  };

  const joins: JoinLine[] = [];
  let read = 0;
  for (const record of records) {
    if (record.kind === 'workPlace') {
      const facts = factsIn<WorkPlaceFacts>(record, 'facts');
      if (facts !== null) workPlaces.push(facts);
    } else if (record.kind === 'join') {
      const facts = factsIn<JoinFacts>(record, 'facts');
      if (facts !== null) joins.push(facts.facts);
    } else if (record.kind === 'candidate') {
      const registration = factsIn<CandidateRegistration>(record, 'registration');
      const status = factsIn<CandidateStatus>(record, 'status');
      if (registration !== null) {
        dossierOf(record.dossierId).candidate = { ...registration, facts: { registration: registration.facts, status: status?.facts ?? null } };
      }
    } else if (record.kind === 'visit') {
      const facts = factsIn<VisitFacts>(record, 'facts');
      if (facts !== null) dossierOf(record.dossierId).visits.push(facts);
    } else if (record.kind === 'placement') {
      const facts = factsIn<PlacementFacts>(record, 'facts');
      if (facts !== null) dossierOf(record.dossierId).placements.push(facts);
    } else if (record.kind === 'measurement') {
      const facts = factsIn<MeasurementResult>(record, 'result');
      if (facts !== null) dossierOf(record.dossierId).measurements.push(facts);
    } else if (record.kind === 'intake') {
      const facts = factsIn<IntakeFacts>(record, 'facts');
      if (facts !== null) dossierOf(record.dossierId).intakes.push(facts);
    } else if (record.kind === 'plan') {
      const [facts, agreed] = [factsIn<PlanFacts>(record, 'facts'), factsIn<PlanAgreed>(record, 'agreed')];
      if (facts !== null && agreed !== null) dossierOf(record.dossierId).plans.push({ ...facts, facts: { ...facts.facts, agreedOn: agreed.facts.agreedOn } });
    }
    read += 1;
    if (read % 500 === 0) yield read / records.length;
  }
  joinDossiers(dossiers, joins);
  const inOrder = [...dossiers.values()].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  return { dossiers: inOrder, workPlaces };
}

/**
 * Two files of one person count as one, in the file that leads: with its registration, and the work of both [JOIN3]. What is
 * counted names that file, so that the figures can be made again from the counted rows alone.
 */
function joinDossiers(dossiers: Map<DossierId, CountedDossier>, joins: readonly JoinLine[]): void {
  for (const [joined, kept] of leadersOf(joins, (dossierId) => dossiers.has(dossierId))) {
    const [from, into] = [dossiers.get(joined), dossiers.get(kept)];
    if (from === undefined || into === undefined) continue;
    const led = <Facts>(counted: Counted<Facts>): Counted<Facts> => ({ ...counted, dossierId: kept });
    into.visits.push(...from.visits.map(led));
    into.placements.push(...from.placements.map(led));
    into.measurements.push(...from.measurements.map(led));
    into.intakes.push(...from.intakes.map(led));
    into.plans.push(...from.plans.map(led));
    dossiers.delete(joined);
  }
}

/** The group was judged by its schema where it entered the device; here its type is trusted. */
function factsIn<Facts>(record: StoredRecord, group: string): Counted<Facts> | null {
  const stored = record.groups[group];
  return stored === undefined ? null : { dossierId: record.dossierId, recordId: record.recordId, facts: stored.data as unknown as Facts };
}
