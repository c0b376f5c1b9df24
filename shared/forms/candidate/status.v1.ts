import { candidateGroups, labourMarketRelations, regelingen } from '../../domain/records/candidate.ts';
import type { FormDefinition, FormField } from '../form-definition.ts';

/** Where somebody stands. Numbers are asked as words of a list; `numbersOfStatus` makes them numbers again. */
export const statusFields: readonly FormField[] = [
  { type: 'choice', id: 'candidateGroup', writesTo: ['status', 'candidateGroup'], required: true, choices: candidateGroups.map(String) },
  { type: 'choice', id: 'labourMarketRelation', writesTo: ['status', 'labourMarketRelation'], required: true, choices: labourMarketRelations },
  { type: 'choice', id: 'selfReliance', writesTo: ['status', 'selfReliance'], required: true, choices: ['1', '2', '3', '4', '5'] },
  { type: 'choice', id: 'regeling', writesTo: ['status', 'regeling'], required: true, choices: regelingen },
  { type: 'switch', id: 'prioritair', writesTo: ['status', 'prioritair'] },
];

export const statusTexts = {
  nl: {
    'status.title': 'Waar iemand staat',
    'candidateGroup.label': 'Kandidaatgroep',
    'candidateGroup.1': '1 Werkfit',
    'candidateGroup.2': '2 Tijdelijke ondersteuning',
    'candidateGroup.3': '3 Structurele ondersteuning',
    'candidateGroup.4': '4 Zeer intensieve begeleiding',
    'labourMarketRelation.label': 'Arbeidsmarkt',
    'labourMarketRelation.werk': 'Werk',
    'labourMarketRelation.ontwikkeling-naar-werk': 'Ontwikkeling naar werk',
    'labourMarketRelation.werk-met-structurele-ondersteuning': 'Werk met structurele ondersteuning',
    'labourMarketRelation.zorg-of-ontheffing': 'Zorg of ontheffing',
    'selfReliance.label': 'Zelfredzaamheid',
    'selfReliance.hint': 'Hoe redt iemand zich in het dagelijks leven? Schrijf niet op waarom.',
    'selfReliance.1': '1 Acute problemen',
    'selfReliance.2': '2 Redt zich niet',
    'selfReliance.3': '3 Redt zich beperkt',
    'selfReliance.4': '4 Redt zich voldoende',
    'selfReliance.5': '5 Redt zich helemaal',
    'regeling.label': 'Regeling',
    'regeling.participatiewet': 'Participatiewet',
    'regeling.wajong': 'Wajong',
    'regeling.wsw': 'Wsw',
    'regeling.wia': 'WIA',
    'regeling.ww': 'WW',
    'regeling.nugger': 'Geen uitkering (nugger)',
    'prioritair.label': 'Gaat voor bij de banenafspraak (prioritair)',
    'move.title': 'Waarom dit verandert',
    'movedOn.label': 'Vanaf',
    'movedOn.hint': 'v is vandaag, g is gisteren',
    'reason.label': 'Reden',
    'reason.hint': 'In termen van werk. Geen ziekte of diagnose.',
  },
  en: {
    'status.title': 'Where somebody stands',
    'candidateGroup.label': 'Candidate group',
    'candidateGroup.1': '1 Ready for work',
    'candidateGroup.2': '2 Temporary support',
    'candidateGroup.3': '3 Structural support',
    'candidateGroup.4': '4 Very intensive coaching',
    'labourMarketRelation.label': 'Labour market',
    'labourMarketRelation.werk': 'Work',
    'labourMarketRelation.ontwikkeling-naar-werk': 'Developing towards work',
    'labourMarketRelation.werk-met-structurele-ondersteuning': 'Work with structural support',
    'labourMarketRelation.zorg-of-ontheffing': 'Care or exemption',
    'selfReliance.label': 'Self-reliance',
    'selfReliance.hint': 'How does somebody manage in daily life? Do not write down why.',
    'selfReliance.1': '1 Acute problems',
    'selfReliance.2': '2 Does not manage',
    'selfReliance.3': '3 Manages in part',
    'selfReliance.4': '4 Manages well enough',
    'selfReliance.5': '5 Manages wholly',
    'regeling.label': 'Scheme',
    'regeling.participatiewet': 'Participatiewet',
    'regeling.wajong': 'Wajong',
    'regeling.wsw': 'Wsw',
    'regeling.wia': 'WIA',
    'regeling.ww': 'WW',
    'regeling.nugger': 'No benefit (nugger)',
    'prioritair.label': 'Goes first for the banenafspraak (prioritair)',
    'move.title': 'Why this changes',
    'movedOn.label': 'From',
    'movedOn.hint': 'v is today, g is yesterday',
    'reason.label': 'Reason',
    'reason.hint': 'In terms of work. No illness or diagnosis.',
  },
} as const;

/** A move from where somebody stands to somewhere else, with its day and its reason: one change. */
export const statusFormV1: FormDefinition = {
  id: 'candidateStatus',
  version: 1,
  sections: [
    { id: 'status', fields: statusFields },
    {
      id: 'move',
      fields: [
        { type: 'day', id: 'movedOn', writesTo: ['move', 'movedOn'], required: true, leaning: 'past' },
        { type: 'text', id: 'reason', writesTo: ['move', 'reason'], required: true, maximum: 1_000 },
      ],
    },
  ],
  rules: [],
  texts: statusTexts,
};

/** The two answers that the record holds as numbers. */
export function numbersOfStatus(status: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const number = (answer: unknown): unknown => (typeof answer === 'string' && /^\d$/.test(answer) ? Number(answer) : answer);
  return { ...status, candidateGroup: number(status['candidateGroup']), selfReliance: number(status['selfReliance']) };
}
