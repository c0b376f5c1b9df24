import type { Day } from '../../lib/calendar.ts';
import type { RecordId } from '../ids.ts';
import type { VisitFacts, VisitNote } from '../records/visit.ts';

export type VisitAgreement = VisitNote['agreements'][number];
export type VisitGoal = VisitNote['goals'][number];

interface VisitContent {
  readonly recordId: RecordId;
  readonly groups: VisitGroups;
}

interface VisitGroups {
  readonly facts?: VisitFacts | undefined;
  readonly note?: VisitNote | undefined;
}

/** An agreement as its newest visit says it. */
export interface CarriedAgreement extends VisitAgreement {
  /** What the next visit calls it. */
  readonly id: RecordId;
  /** The visit that says so. */
  readonly visitId: RecordId;
}

/**
 * What is still open before a new visit. Agreements that name an outcome are followed over all visits, so that one which
 * a colleague's visit did not mention is not lost; those of older forms, which had no outcome, count in the last visit.
 * @param visits newest first @returns in the order of their due day, those without a day last
 */
export function openAgreements(visits: readonly VisitContent[]): readonly CarriedAgreement[] {
  const told = new Told();
  const open: CarriedAgreement[] = [];
  for (const [age, { recordId, groups }] of visits.entries()) {
    for (const [index, agreement] of (groups.note?.agreements ?? []).entries()) {
      const id = agreement.id ?? agreementId(recordId, index);
      if (told.before(agreement, id)) continue;
      const { outcome } = agreement;
      if (outcome === 'open' || outcome === 'deels' || (outcome === undefined && age === 0)) open.push({ ...agreement, id, visitId: recordId });
    }
  }
  return open.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** What a later visit said of an agreement. */
export interface LaterWord {
  readonly visitId: RecordId;
  readonly heldOn: Day | null;
  readonly outcome: VisitAgreement['outcome'];
  /** The new day, where it was given another one; null: without a day from then on; absent: as it was. */
  readonly movedTo?: Day | null;
}

/**
 * What became of each agreement of one visit, as the visits after it tell it, the first of them first.
 * @param visits newest first
 */
export function laterWords(visits: readonly VisitContent[], visitId: RecordId): readonly (readonly LaterWord[])[] {
  const at = visits.findIndex(({ recordId }) => recordId === visitId);
  const after = at === -1 ? [] : visits.slice(0, at).toReversed();
  return (visits[at]?.groups.note?.agreements ?? []).map((agreement, index) => {
    const told = { id: agreement.id ?? agreementId(visitId, index), words: wordsOf(agreement), hasId: agreement.id !== undefined };
    let { dueOn } = agreement;
    const words: LaterWord[] = [];
    for (const { recordId, groups } of after) {
      const next = groups.note?.agreements.find((each) => each.id === told.id || ((each.id === undefined || !told.hasId) && wordsOf(each) === told.words));
      if (next === undefined) continue;
      words.push({ visitId: recordId, heldOn: groups.facts?.heldOn ?? null, outcome: next.outcome, ...(next.dueOn === dueOn ? {} : { movedTo: next.dueOn }) });
      ({ dueOn } = next);
    }
    return words;
  });
}

/** The id of what was agreed at a visit; of an agreement without one, what the next visit calls it by. @param index from 0, in the visit */
export function agreementId(visitId: RecordId, index: number): RecordId {
  return `${visitId}-${index + 1}` as RecordId;
}

/**
 * Which agreements newer visits told of already. By id, so that other words do not make another one of it; by its words
 * where one of the two has no id, as in all that was written down before there were any.
 */
class Told {
  readonly #ids = new Set<string>();
  /** The words of those with an id and of those without. */
  readonly #named = new Set<string>();
  readonly #nameless = new Set<string>();

  /** @returns whether it was, and remembers it */
  before(agreement: VisitAgreement, id: RecordId): boolean {
    const words = wordsOf(agreement);
    const hasId = agreement.id !== undefined;
    const known = this.#ids.has(id) || this.#nameless.has(words) || (!hasId && this.#named.has(words));
    this.#ids.add(id);
    (hasId ? this.#named : this.#nameless).add(words);
    return known;
  }
}

/** The goals that a next visit begins with: those of the last visit that are neither reached nor dropped. */
export function carriedGoals(visits: readonly { readonly groups: VisitGroups }[]): readonly VisitGoal[] {
  const goals = visits.find(({ groups }) => groups.note !== undefined)?.groups.note?.goals ?? [];
  return goals.filter(({ progress }) => progress === 'niet-begonnen' || progress === 'loopt');
}

/** The same person promised the same thing. */
function wordsOf({ what, owner }: VisitAgreement): string {
  return `${owner} ${what.trim().toLowerCase().replace(/\s+/g, ' ')}`;
}
