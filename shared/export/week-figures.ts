import { entrances } from '../domain/records/candidate.ts';
import { workPlaceTypes } from '../domain/records/employer.ts';
import { placementForms } from '../domain/records/placement.ts';

export type FigureUnit = 'count' | 'percentage' | 'hours' | 'jobs' | 'cents';

interface FigureFamily {
  readonly id: string;
  readonly unit: FigureUnit;
  /** `total` comes first; the other parts add up to it unless the definition says otherwise. */
  readonly parts: readonly string[];
}

/**
 * What the manager counts, in the order in which it is shown. Every family has one definition in the catalogue
 * (`week:figure.<id>.definition`), which travels with the file. Whoever changes how a family is counted changes its
 * definition and `definitionsVersion`.
 */
export const figureFamilies = [
  { id: 'nazorgDone', unit: 'count', parts: ['total'] },
  { id: 'nazorgOverdue', unit: 'count', parts: ['total'] },
  { id: 'atRisk', unit: 'count', parts: ['total', 'dreigende-uitval', 'let-op'] },
  { id: 'placementsStarted', unit: 'count', parts: ['total', ...placementForms] },
  { id: 'placementsEnded', unit: 'count', parts: ['total', ...placementForms] },
  { id: 'placementsRunning', unit: 'count', parts: ['total', ...placementForms] },
  { id: 'leftBenefit', unit: 'count', parts: ['total', 'volledig', 'partieel'] },
  { id: 'banenafspraakHours', unit: 'hours', parts: ['total'] },
  { id: 'banenafspraakJobs', unit: 'jobs', parts: ['total'] },
  { id: 'measurementsDone', unit: 'count', parts: ['total'] },
  { id: 'averageLoonwaarde', unit: 'percentage', parts: ['total'] },
  { id: 'measurementsOverdue', unit: 'count', parts: ['total'] },
  { id: 'lksMonthly', unit: 'cents', parts: ['total'] },
  { id: 'lksUnknown', unit: 'count', parts: ['total'] },
  { id: 'candidates', unit: 'count', parts: ['total', 'group-1', 'group-2', 'group-3', 'group-4'] },
  { id: 'registrations', unit: 'count', parts: ['total', ...entrances] },
  { id: 'intakesDone', unit: 'count', parts: ['total', ...entrances] },
  { id: 'plansMade', unit: 'count', parts: ['total', 'first', 'next'] },
  { id: 'planReviewsOverdue', unit: 'count', parts: ['total'] },
] as const satisfies readonly FigureFamily[];

/** Counted for the region only: an employer belongs to no municipality. */
export const workPlaceFamilies = [
  { id: 'workPlacesAcquired', unit: 'count', parts: ['total', ...workPlaceTypes] },
  { id: 'workPlacesOpen', unit: 'count', parts: ['total', ...workPlaceTypes] },
] as const satisfies readonly FigureFamily[];

/** 1: the first. 2: intakes and plans are counted too. 3: loonkostensubsidie and banenafspraak only of work with a wage; versions of a measurement made apart count once. */
export const definitionsVersion = 3;

type IdOf<Family> = Family extends { readonly id: infer Id extends string; readonly parts: readonly (infer Part extends string)[] } ? `${Id}.${Part}` : never;
export type FamilyId = (typeof figureFamilies)[number]['id'];
export type WorkPlaceFamilyId = (typeof workPlaceFamilies)[number]['id'];
export type FigureId = IdOf<(typeof figureFamilies)[number]>;
export type WorkPlaceFigureId = IdOf<(typeof workPlaceFamilies)[number]>;

/** Null only for an average of nothing. Units: see `unitOf`; percentages 0..100, money in cents. */
export type Figures = Readonly<Record<FigureId, number | null>>;
export type WorkPlaceFigures = Readonly<Record<WorkPlaceFigureId, number>>;

const idsOf = (families: readonly FigureFamily[]): readonly string[] => families.flatMap((family) => family.parts.map((part) => `${family.id}.${part}`));

export const figureIds = idsOf(figureFamilies) as readonly FigureId[];
export const workPlaceFigureIds = idsOf(workPlaceFamilies) as readonly WorkPlaceFigureId[];

const unitByFamily: ReadonlyMap<string, FigureUnit> = new Map([...figureFamilies, ...workPlaceFamilies].map((family) => [family.id, family.unit]));

/** "placementsStarted.loondienst" -> family and part, for the words in the catalogue. */
export function partsOfFigure(id: FigureId | WorkPlaceFigureId): { readonly family: FamilyId | WorkPlaceFamilyId; readonly part: string } {
  const dot = id.indexOf('.');
  return { family: id.slice(0, dot) as FamilyId | WorkPlaceFamilyId, part: id.slice(dot + 1) };
}

export function unitOf(id: FigureId | WorkPlaceFigureId): FigureUnit {
  return unitByFamily.get(partsOfFigure(id).family) ?? 'count';
}
