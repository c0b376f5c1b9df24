import type { DossierView } from '#renderer/data/views.ts';
import { lastMeasurement } from '#shared/domain/last-measurement.ts';
import { ageOn, isDay, type Day } from '#shared/lib/calendar.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import type { MeasurementResult } from '#shared/domain/records/measurement.ts';

/** What one wants to know before opening anything. */
export interface DossierSummary {
  readonly placement: PlacementFacts | null;
  readonly lastVisit: VisitFacts | null;
  readonly nextContactOn: string | null;
  readonly result: MeasurementResult | null;
}

/** @param today 'YYYY-MM-DD' */
export function summaryOf(dossier: DossierView, today: string): DossierSummary {
  const running = dossier.placements
    .map((record) => record.groups.facts)
    .filter((facts): facts is PlacementFacts => facts !== undefined && facts.beganOn <= today && (facts.endedOn === null || facts.endedOn >= today))
    .sort((a, b) => (a.beganOn < b.beganOn ? 1 : -1));
  const lastVisit = dossier.visits.map((record) => record.groups.facts).find((facts) => facts !== undefined) ?? null;
  // What was corrected is not what is true of this person now.
  const result = lastMeasurement(dossier.measurements)?.groups.result ?? null;
  return { placement: running[0] ?? null, lastVisit, nextContactOn: lastVisit?.nextContactOn ?? null, result };
}

/** Whole years, or null when the birth date is no day. */
export function ageAt(birthDate: string, today: Day): number | null {
  return isDay(birthDate) ? ageOn(birthDate, today) : null;
}
