import { isPaidWork, type PlacementFacts } from '#shared/domain/records/placement.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';

/** The placement that runs on this day; of several the one that began last. @param on 'YYYY-MM-DD' */
export function currentPlacement(dossier: DossierView, on: string): RecordView<'placement'> | null {
  return runningOn(dossier, on).toSorted((a, b) => (b.groups.facts?.beganOn ?? '').localeCompare(a.groups.facts?.beganOn ?? ''))[0] ?? null;
}

/** Somebody on trial or in a learning place who has no paid work beside it: no subsidy runs. @param on 'YYYY-MM-DD' */
export function withoutWage(dossier: Pick<DossierView, 'placements'>, on: string): boolean {
  const running = runningOn(dossier, on);
  return running.length > 0 && !running.some(({ groups: { facts } }) => facts !== undefined && isPaidWork(facts));
}

function runningOn(dossier: Pick<DossierView, 'placements'>, on: string): readonly RecordView<'placement'>[] {
  return dossier.placements.filter(({ groups: { facts } }) => facts !== undefined && facts.beganOn <= on && (facts.endedOn === null || facts.endedOn >= on));
}

/** "Medewerker assemblage, Techniek Waalzicht" */
export function placementWords(facts: PlacementFacts | undefined): string | undefined {
  if (facts === undefined) return undefined;
  return facts.jobTitle === '' ? facts.employerName : `${facts.jobTitle}, ${facts.employerName}`;
}
