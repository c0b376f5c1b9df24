import type { FormTexts } from '../form-definition.ts';

/** The branches of work, but for what each form says in its own way. Part of published versions: never changes. */
export const branchTextsV1 = {
  nl: {
    'branches.bouw': 'Bouw',
    'branches.detailhandel': 'Winkels',
    'branches.groen': 'Groen',
    'branches.horeca': 'Horeca',
    'branches.industrie': 'Industrie',
    'branches.kantoor': 'Kantoor',
    'branches.logistiek': 'Logistiek',
    'branches.onderwijs': 'Onderwijs',
    'branches.overheid': 'Overheid',
    'branches.schoonmaak': 'Schoonmaak',
    'branches.techniek': 'Techniek',
    'branches.vervoer': 'Vervoer',
    'branches.zorg': 'Zorg',
  },
  en: {
    'branches.bouw': 'Building',
    'branches.detailhandel': 'Shops',
    'branches.groen': 'Green',
    'branches.horeca': 'Catering',
    'branches.industrie': 'Industry',
    'branches.kantoor': 'Office',
    'branches.logistiek': 'Logistics',
    'branches.onderwijs': 'Education',
    'branches.overheid': 'Government',
    'branches.schoonmaak': 'Cleaning',
    'branches.techniek': 'Technology',
    'branches.vervoer': 'Transport',
    'branches.zorg': 'Care',
  },
} satisfies FormTexts;
