import type { DossierView, RecordView } from '#renderer/data/views.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { candidateLines } from './candidate-lines.tsx';
import { intakeLines } from './intake-lines.tsx';
import { coachingLines, coachingPlanLines, coachingReportLines } from './coaching-lines.tsx';
import { handoverLines } from './handover-lines.tsx';
import { measurementLines } from './measurement-lines.tsx';
import { photoLines } from './photo-lines.tsx';
import { planLines, planOutcomeLines } from './plan-lines.tsx';
import { placementLines } from './placement-lines.tsx';
import type { LinesOf, TimelineItem } from './timeline-item.ts';
import { visitLines } from './visit-lines.tsx';

/** Which kinds of record tell of something that happened. A feature adds a line here, and how it reads in a file of its own. */
const lines: { readonly [K in Kind]?: LinesOf<K> } = {
  candidate: candidateLines,
  visit: visitLines,
  measurement: measurementLines,
  placement: placementLines,
  attachment: photoLines,
  intake: intakeLines,
  plan: planLines,
  planOutcome: planOutcomeLines,
  coaching: coachingLines,
  coachingPlan: coachingPlanLines,
  coachingReport: coachingReportLines,
  handover: handoverLines,
};

/** Everything that happened, newest first. */
export function timelineOf(dossier: DossierView): readonly TimelineItem[] {
  const items = dossier.records.flatMap((record) => linesOf(record, dossier));
  // Sorting is stable: of one moment, the order of the device stays.
  return items.sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : momentOf(a) > momentOf(b) ? -1 : 0));
}

function linesOf<K extends Kind>(record: RecordView<K>, dossier: DossierView): readonly TimelineItem[] {
  return lines[record.kind]?.(record, dossier) ?? [];
}

const momentOf = ({ on, at = '12:00' }: TimelineItem): string => `${on} ${at}`;
