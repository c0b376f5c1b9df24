import { z } from 'zod';

/** The seven municipalities of Rijk van Nijmegen with their CBS codes (gemeentecode, 2026). */
export const municipalities = [
  { code: 'GM0209', name: 'Beuningen' },
  { code: 'GM1945', name: 'Berg en Dal' },
  { code: 'GM0225', name: 'Druten' },
  { code: 'GM0252', name: 'Heumen' },
  { code: 'GM0944', name: 'Mook en Middelaar' },
  { code: 'GM0268', name: 'Nijmegen' },
  { code: 'GM0296', name: 'Wijchen' },
] as const;

export type MunicipalityCode = (typeof municipalities)[number]['code'];

export const municipalityCodes = municipalities.map((municipality) => municipality.code);
export const municipalitySchema = z.enum(municipalityCodes as [MunicipalityCode, ...MunicipalityCode[]], 'municipality.unknown');

/** @returns the Dutch name, the same in both languages */
export function municipalityName(code: MunicipalityCode): string {
  return municipalities.find((municipality) => municipality.code === code)?.name ?? code;
}
