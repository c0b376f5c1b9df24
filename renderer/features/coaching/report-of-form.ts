import { inNotation } from '#renderer/components/form/normalise.ts';
import type { FormatLanguage } from '#renderer/components/format.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { CoachingHalfYear } from '#shared/domain/coaching/coaching-hours.ts';
import { reportNumber } from '#shared/domain/coaching/report-versions.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { VisitNote } from '#shared/domain/records/visit.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { coachingReportFormV2 } from '#shared/forms/coaching-report.v2.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import { valuesOfGroups } from '#shared/forms/values-of-groups.ts';
import type { Day } from '#shared/lib/calendar.ts';
import type { Report } from './report-versions.ts';

/** What the report counts by itself. */
export interface ReportFrame {
  readonly coaching: RecordView<'coaching'>;
  readonly halfYear: CoachingHalfYear;
  readonly principal: Principal;
  readonly today: Day;
  /** The final version that this one takes the place of, or null. */
  readonly corrects: Report | null;
  /** Versions that were made apart from that one, as far as they were known at the begin: this one replaces them too. */
  readonly alsoReplaces: readonly Report[];
}

/** Begins with the goals as the visits of that half year left them, each once, and who was spoken to last. */
export function startOfReport(dossier: DossierView, { coaching, halfYear, principal }: ReportFrame): FormValues {
  const notes = notesWithin(dossier, halfYear);
  return startValues(coachingReportFormV2, {
    reportGoals: goalsOf(notes).map(({ goal, progress }) => ({ goal, progress, goalExplanation: '' })),
    employerName: coaching.groups.facts?.employerName ?? '',
    contactPerson: notes.find(({ contactPerson }) => contactPerson !== '')?.contactPerson ?? '',
    coachName: principal.displayName,
  });
}

/** A correction begins with what the version before says, and asks why. */
export function startOfCorrection({ groups }: Report, { displayName }: Principal, language: FormatLanguage): FormValues {
  const known = valuesOfGroups(coachingReportFormV2, groups, (field, answer) => inNotation(field, answer, language));
  // Who corrects a colleague's report answers for it.
  return startValues(coachingReportFormV2, { ...known, coachName: displayName, isCorrection: true, correctionReason: '' });
}

/** The notes of the visits of a half year, newest first. */
function notesWithin(dossier: DossierView, { from, through }: CoachingHalfYear): readonly VisitNote[] {
  return dossier.visits.flatMap(({ groups: { facts, note } }) => (facts !== undefined && note !== undefined && facts.heldOn >= from && facts.heldOn <= through ? [note] : []));
}

/** Three at most: those that still run and those that were reached in this half year, as they stood last. */
function goalsOf(notes: readonly VisitNote[]): VisitNote['goals'] {
  const last = new Map<string, VisitNote['goals'][number]>();
  for (const { goals } of notes) for (const goal of goals) if (!last.has(goal.goal)) last.set(goal.goal, goal);
  return [...last.values()].slice(0, 3);
}

/** How many goals of this half year were reached [count]. */
export function goalsReached(dossier: DossierView, halfYear: CoachingHalfYear): number {
  return goalsOf(notesWithin(dossier, halfYear)).filter(({ progress }) => progress === 'bereikt').length;
}

export function reportOfForm(reading: FormReading, { coaching, halfYear, principal, today, corrects, alsoReplaces }: ReportFrame): { readonly groups: Required<Groups<'coachingReport'>>; readonly violations: readonly Violation[] } {
  const { facts, report } = groupsOfForm(coachingReportFormV2, reading);
  const { correctionReason, ...said } = report ?? {};
  const groups = {
    facts: {
      ...facts,
      coachingId: coaching.recordId,
      placementId: coaching.groups.facts?.placementId ?? null,
      halfYear: halfYear.number,
      from: halfYear.from,
      through: halfYear.through,
      regime: halfYear.regime,
      grantedMinutes: halfYear.grantedMinutes,
      usedMinutes: halfYear.usedMinutes,
      visits: halfYear.visits,
      finalisedOn: today,
      coachId: principal.userId,
      corrects: corrects?.recordId ?? null,
      ...(alsoReplaces.length === 0 ? {} : { alsoReplaces: alsoReplaces.map(({ recordId }) => recordId) }),
      version: nextNumber(corrects, alsoReplaces),
    },
    report: { ...said, ...(corrects === null ? {} : { correctionReason }), form: { id: coachingReportFormV2.id, version: coachingReportFormV2.version } },
  };
  const violations = judgeRecord('coachingReport', groups).map((violation) => ({ ...violation, path: formPathOf(coachingReportFormV2, reading, violation.path) ?? [] }));
  return { groups: groups as unknown as Required<Groups<'coachingReport'>>, violations };
}

/** One more than the highest that it replaces [count]. */
export function nextNumber(corrects: Report | null, alsoReplaces: readonly Report[]): number {
  return corrects === null ? 1 : Math.max(...[corrects, ...alsoReplaces].map(({ groups: { facts } }) => reportNumber(facts ?? {}))) + 1;
}
