import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { DossierView, RecordView } from '#renderer/data/views.ts';

/** The placement that runs on this day; of several the one that began last. @param on 'YYYY-MM-DD' */
export function currentPlacement(dossier: DossierView, on: string): RecordView<'placement'> | null {
  const running = dossier.placements.filter(({ groups: { facts } }) => facts !== undefined && facts.beganOn <= on && (facts.endedOn === null || facts.endedOn >= on));
  return running.toSorted((a, b) => (b.groups.facts?.beganOn ?? '').localeCompare(a.groups.facts?.beganOn ?? ''))[0] ?? null;
}

/** "Medewerker assemblage, Techniek Waalzicht" */
export function placementWords(facts: PlacementFacts | undefined): string | undefined {
  if (facts === undefined) return undefined;
  return facts.jobTitle === '' ? facts.employerName : `${facts.jobTitle}, ${facts.employerName}`;
}
