import { municipalityName } from '../domain/municipalities.ts';
import type { Place } from './week.ts';
import { partsOfFigure } from './week-figures.ts';
import type { FigureId, WorkPlaceFigureId } from './week-figures.ts';

/** The catalogue of the language in use: `week:figure.nazorgDone.label` -> "Nazorg gedaan". */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** "Nazorg gedaan" */
export function figureLabel(id: FigureId | WorkPlaceFigureId, words: Words): string {
  return words(`week:figure.${partsOfFigure(id).family}.label`);
}

/** "In loondienst", "Groep 3: structurele ondersteuning"; for the whole: "Totaal". */
export function partLabel(id: FigureId | WorkPlaceFigureId, words: Words): string {
  const { family, part } = partsOfFigure(id);
  if (part === 'total') return words('week:part.total');
  switch (family) {
    case 'atRisk':
      return words(`words:risk.${part}`);
    case 'placementsStarted':
    case 'placementsEnded':
    case 'placementsRunning':
      return words(`words:placementForm.${part}`);
    case 'candidates': {
      const group = part.slice('group-'.length);
      return `${group}. ${words(`words:candidateGroup.${group}`)}`;
    }
    case 'registrations':
    case 'intakesDone':
      return words(`words:entrance.${part}`);
    case 'workPlacesAcquired':
    case 'workPlacesOpen':
      return words(`words:workPlaceType.${part}`);
    default:
      return words(`week:part.${part}`);
  }
}

export function placeLabel(place: Place, words: Words): string {
  return place === 'unknown' ? words('week:column.unknown') : municipalityName(place);
}
