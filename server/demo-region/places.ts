import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { RandomStream } from './random-stream.ts';

/** A municipality's villages with their postcode area, and how many of every hundred candidates live there. */
export interface MunicipalityProfile {
  readonly code: MunicipalityCode;
  readonly perHundred: number;
  readonly places: readonly (readonly [place: string, postcodeArea: number, weight: number])[];
}

/** Shares lean towards Nijmegen more than its inhabitants do: the city has the larger part of those looking for work. */
export const municipalityProfiles: readonly MunicipalityProfile[] = [
  { code: 'GM0268', perHundred: 62, places: [['Nijmegen', 6_511, 5], ['Nijmegen', 6_531, 4], ['Nijmegen', 6_535, 3], ['Nijmegen', 6_541, 4], ['Nijmegen', 6_544, 4], ['Lent', 6_663, 2]] },
  { code: 'GM0296', perHundred: 12, places: [['Wijchen', 6_602, 7], ['Wijchen', 6_605, 4], ['Bergharen', 6_617, 1], ['Alverna', 6_603, 1]] },
  { code: 'GM1945', perHundred: 9, places: [['Groesbeek', 6_561, 5], ['Beek', 6_573, 2], ['Millingen aan de Rijn', 6_566, 2], ['Ubbergen', 6_574, 1]] },
  { code: 'GM0209', perHundred: 7, places: [['Beuningen', 6_641, 5], ['Ewijk', 6_644, 2], ['Weurt', 6_551, 1], ['Winssen', 6_645, 1]] },
  { code: 'GM0225', perHundred: 5, places: [['Druten', 6_651, 5], ['Horssen', 6_631, 1], ['Puiflijk', 6_655, 1], ['Deest', 6_653, 1]] },
  { code: 'GM0252', perHundred: 3, places: [['Malden', 6_581, 4], ['Heumen', 6_582, 1], ['Overasselt', 6_611, 1], ['Nederasselt', 6_612, 1]] },
  { code: 'GM0944', perHundred: 2, places: [['Mook', 6_585, 2], ['Molenhoek', 6_584, 2]] },
];

/** Every block of hundred candidates has exactly these proportions, so that no municipality is ever empty by chance. */
export function municipalitiesOfHundred(random: RandomStream): readonly MunicipalityProfile[] {
  return random.shuffled(municipalityProfiles.flatMap((profile) => Array.from({ length: profile.perHundred }, () => profile)));
}

const streetBeginnings = ['Zandoogje', 'Kwartel', 'Wilgenroos', 'Hazelworm', 'Waterjuffer', 'Rietvink', 'Gaspeldoorn', 'Zilverschoon', 'Steenbreek', 'Kievitsbloem',
  'Veenmol', 'Grutto', 'Boomklever', 'Duinroos', 'Egelskop', 'Lisdodde', 'Karekiet', 'Zonnedauw', 'Heidevlinder', 'Wielewaal'] as const;
const streetEndings = ['straat', 'laan', 'pad', 'hof', 'weg', 'plantsoen', 'singel', 'veld'] as const;
const postcodeLetters = 'ABCDEGHJKLMNPRTVWXZ'.split('');

export interface FictitiousAddress {
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
}

/** The place is real; street and number are made up, so that nobody lives there. */
export function fictitiousAddress(profile: MunicipalityProfile, random: RandomStream): FictitiousAddress {
  const [place, area] = random.weighted(profile.places.map((each) => [each, each[2]] as const));
  return {
    street: `${random.pick(streetBeginnings)}${random.pick(streetEndings)} ${random.whole(1, 148)}`,
    postcode: `${area} ${random.pick(postcodeLetters)}${random.pick(postcodeLetters)}`,
    place,
  };
}
