import type { VisitFacts, VisitNote } from '../records/visit.ts';

export type VisitAgreement = VisitNote['agreements'][number];
export type VisitGoal = VisitNote['goals'][number];

interface VisitContent {
  readonly facts?: VisitFacts | undefined;
  readonly note?: VisitNote | undefined;
}

/**
 * What is still open before a new visit. Agreements that name an outcome are followed over all visits, so that one which
 * a colleague's visit did not mention is not lost; those of older forms, which had no outcome, count in the last visit.
 * @param visits newest first @returns in the order of their due day, those without a day last
 */
export function openAgreements(visits: readonly VisitContent[]): readonly VisitAgreement[] {
  const last = new Map<string, VisitAgreement | null>();
  for (const [age, { note }] of visits.entries()) {
    for (const agreement of note?.agreements ?? []) {
      const key = keyOf(agreement);
      if (last.has(key)) continue;
      const { outcome } = agreement;
      const open = outcome === 'open' || outcome === 'deels' || (outcome === undefined && age === 0);
      last.set(key, open ? agreement : null);
    }
  }
  return [...last.values()].filter((agreement) => agreement !== null).toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** The goals that a next visit begins with: those of the last visit that are neither reached nor dropped. */
export function carriedGoals(visits: readonly VisitContent[]): readonly VisitGoal[] {
  const goals = visits.find(({ note }) => note !== undefined)?.note?.goals ?? [];
  return goals.filter(({ progress }) => progress === 'niet-begonnen' || progress === 'loopt');
}

/** One agreement is the same as another when the same person promised the same thing. */
function keyOf({ what, owner }: VisitAgreement): string {
  return `${owner} ${what.trim().toLowerCase().replace(/\s+/g, ' ')}`;
}
