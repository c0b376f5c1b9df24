import { dayOfVisit, visitFrame, visitOf, type SharedVisit } from '#renderer/features/visit/visit-of-form.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { divideEvenly, divideRest } from '#shared/domain/coaching/divide-evenly.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { pathOfPerson, personField, readingOf } from '#shared/forms/several-people.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';
import type { GroupPerson } from './group-draft.ts';

/** What each person has of their own; all else is the same for everyone. In the order in which it is asked. */
export const perPerson = ['candidateMinutes', 'observations', 'goals', 'risk', 'sickLeave', 'agreements', 'nextContactOn'];

export interface GroupMember extends GroupPerson {
  readonly dossier: DossierView;
}

export interface VisitOfMember extends GroupPerson {
  readonly groups: Required<Groups<'visit'>>;
  /** Paths are those of the form. */
  readonly violations: readonly Violation[];
}

export interface Division {
  /** Of the whole visit [min], or null while that is not filled in. */
  readonly wholeMinutes: number | null;
  /** What the people filled in themselves [min]; null where it is divided. */
  readonly fixedMinutes: readonly (number | null)[];
  /** In the order of the people [min]; null when what was filled in does not fit. */
  readonly shares: readonly number[] | null;
}

/** How the time is divided, as the form says it. */
export function divisionOf(reading: FormReading, people: readonly GroupPerson[]): Division {
  const wholeMinutes = minutesOf(reading, 'durationMinutes');
  const fixedMinutes = people.map(({ key }) => minutesOf(reading, personField(key, 'candidateMinutes')));
  return { wholeMinutes, fixedMinutes, shares: wholeMinutes === null ? null : divideRest(wholeMinutes, fixedMinutes) };
}

/** One record for each person: the common facts, their own note, and their share of time and journey. */
export function visitsOf(reading: FormReading, members: readonly GroupMember[], author: { readonly principal: Principal; readonly sharedVisitId: RecordId; readonly today: string }): readonly VisitOfMember[] {
  const { shares } = divisionOf(reading, members);
  const travelMinutes = divideEvenly(minutesOf(reading, 'travelMinutes') ?? 0, members.length);
  const travelMetres = divideEvenly(minutesOf(reading, 'travelKilometres') ?? 0, members.length);
  return members.map(({ key, dossierId, recordId, dossier }, index) => {
    const shared: SharedVisit = {
      sharedVisitId: author.sharedVisitId,
      participants: members.length,
      candidateMinutes: shares?.[index] ?? 0,
      candidateTravelMinutes: travelMinutes[index] ?? 0,
      candidateTravelMetres: travelMetres[index] ?? 0,
    };
    const own = readingOf(visitFormV3, perPerson, reading, key);
    const { groups, violations } = visitOf(visitFormV3, own, { ...visitFrame(author.principal, dossier, dayOfVisit(own, author.today), recordId), shared });
    return { key, dossierId, recordId, groups, violations: violations.map((violation) => ({ ...violation, path: pathOfPerson(perPerson, key, formPathOf(visitFormV3, own, violation.path) ?? []) })) };
  });
}

/** What stands in the way, each fault once: a wrong date is everyone's. */
export function findingsOf(reading: FormReading, members: readonly GroupMember[], visits: readonly VisitOfMember[]): readonly Violation[] {
  const { wholeMinutes, fixedMinutes, shares } = divisionOf(reading, members);
  const first = members[0];
  if (first === undefined) return [{ path: [], code: 'visit.nobodyChosen' }];
  if (wholeMinutes !== null && shares === null) {
    const sum = fixedMinutes.reduce<number>((total, share) => total + (share ?? 0), 0);
    return [{ path: [personField(first.key, 'candidateMinutes')], code: 'visit.sharesNotWhole', params: { sum, whole: wholeMinutes } }];
  }
  const once = new Map<string, Violation>();
  for (const violation of visits.flatMap(({ violations }) => violations)) once.set(`${violation.path.join('.')} ${violation.code}`, violation);
  return [...once.values()];
}

function minutesOf(reading: FormReading, id: string): number | null {
  const answer = reading.answers[id];
  return typeof answer === 'number' ? answer : null;
}
