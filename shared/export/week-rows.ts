import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { IntakeFacts } from '../domain/records/intake.ts';
import type { MeasurementResult } from '../domain/records/measurement.ts';
import type { PlacementFacts } from '../domain/records/placement.ts';
import type { VisitFacts } from '../domain/records/visit.ts';
import type { WorkPlaceFacts } from '../domain/records/employer.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import type { JsonValue } from '../lib/canonical-json.ts';
import type { Steps } from './steps.ts';
import type { AgreedPlan, CandidateFacts, Counted } from './week-dossiers.ts';

interface CountedFacts {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly placement: PlacementFacts;
  readonly measurement: MeasurementResult;
  readonly workPlace: WorkPlaceFacts;
  readonly intake: IntakeFacts;
  readonly plan: AgreedPlan;
}
export type CountedKind = keyof CountedFacts;

/** One record that was counted, with exactly the fields that decided. Pseudonymous: random ids, kinds, days and numbers. */
export interface CountedRow {
  readonly kind: CountedKind;
  readonly dossierId: string;
  readonly recordId: string;
  readonly fields: { readonly [field: string]: string | number | boolean | null };
}

/** The fields per kind. A field that a newer version adds to a record is not counted, so it is not in the hash either. */
const fieldsOf: { readonly [K in CountedKind]: (facts: CountedFacts[K]) => CountedRow['fields'] } = {
  candidate: ({ registration, status }) => ({
    municipality: registration.municipality,
    entrance: registration.entrance,
    registeredOn: registration.registeredOn,
    closedOn: registration.closedOn,
    candidateGroup: status?.candidateGroup ?? null,
  }),
  visit: (facts) => ({ heldOn: facts.heldOn, beganAt: facts.beganAt, risk: facts.risk, nextContactOn: facts.nextContactOn }),
  placement: (facts) => ({
    form: facts.form,
    hoursPerWeek: facts.hoursPerWeek,
    beganOn: facts.beganOn,
    endedOn: facts.endedOn,
    benefitExit: facts.benefitExit,
    banenafspraak: facts.banenafspraak,
  }),
  measurement: (facts) => ({
    visitedOn: facts.visitedOn,
    finalisedOn: facts.finalisedOn,
    loonwaarde: facts.loonwaarde,
    lksTotalCents: facts.lksTotalCents,
    nextMeasurementOn: facts.nextMeasurementOn,
    corrects: facts.corrects,
    // Most measurements replace no more than one.
    ...(facts.alsoReplaces === undefined || facts.alsoReplaces.length === 0 ? {} : { alsoReplaces: facts.alsoReplaces.join(' ') }),
  }),
  workPlace: (facts) => ({ type: facts.type, acquiredOn: facts.acquiredOn, filledOn: facts.filledOn }),
  intake: (facts) => ({ heldOn: facts.heldOn, entrance: facts.entrance }),
  plan: (facts) => ({ version: facts.version, madeOn: facts.madeOn, agreedOn: facts.agreedOn, nextReviewOn: facts.nextReviewOn }),
};

/** The counted records of one file, each once, however many figures it is in. */
export class CountedRows {
  readonly #rows = new Map<string, CountedRow>();

  add<K extends CountedKind>(kind: K, { dossierId, recordId, facts }: Counted<CountedFacts[K]>): void {
    // A space cannot be part of an id, and it sorts before everything that can.
    const key = `${kind} ${dossierId} ${recordId}`;
    if (!this.#rows.has(key)) this.#rows.set(key, { kind, dossierId, recordId, fields: fieldsOf[kind](facts) });
  }

  /** @returns the rows by kind, file and record, so that the order in which a device stored them does not matter */
  sorted(): readonly CountedRow[] {
    return [...this.#rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}

/**
 * The same as `hashJson` over the list of rows, but a row at a time: 5 MB of text in one piece would hold up the screen.
 * Yields now and then with the share that is done [0..1]. @returns SHA-256, 64 lower-case hexadecimal characters
 */
export function* hashRows(rows: readonly CountedRow[]): Steps<string> {
  const hash = sha256.create().update(utf8ToBytes('['));
  for (let start = 0; start < rows.length; start += 200) {
    const text = rows.slice(start, start + 200).map((row) => canonicalJson(row as unknown as JsonValue)).join(',');
    hash.update(utf8ToBytes(start === 0 ? text : `,${text}`));
    yield Math.min(start + 200, rows.length) / rows.length;
  }
  return bytesToHex(hash.update(utf8ToBytes(']')).digest());
}
