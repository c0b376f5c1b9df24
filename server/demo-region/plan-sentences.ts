import type { PlanAgreement } from '#shared/domain/records/plan.ts';
import type { Day } from '#shared/lib/calendar.ts';
import type { Career } from './career.ts';

/** What a plan says of somebody who stands there. */
interface PlanWords {
  readonly goals: readonly string[];
  readonly ownParts: readonly string[];
  readonly steps: readonly string[];
  readonly byCandidate: readonly string[];
  readonly byOthers: readonly (readonly [owner: PlanAgreement['owner'], what: string])[];
  /** Of who has a jobcoach. */
  readonly support: string;
}

const searching: PlanWords = {
  goals: ['Betaald werk voor 24 uur per week', 'Werk dicht bij huis, drie dagen per week', 'Werk in een klein en vast team'],
  ownParts: ['Bekijkt elke week twee vacatures en belt er een.', 'Oefent de route naar bedrijven in de buurt.', 'Loopt een dag mee bij twee bedrijven.'],
  steps: ['Kennismaken met twee bedrijven', 'Proefplaatsing of leerwerkplek', 'Betaald werk'],
  byCandidate: ['Twee bedrijven bellen', 'Het cv bijwerken', 'Elke maandag de planning van de week maken', 'De reis naar twee bedrijven uitzoeken'],
  byOthers: [['werkbedrijf', 'Een leerwerkplek zoeken'], ['gemeente', 'De reiskosten regelen'], ['werkbedrijf', 'Een gesprek met een werkgever plannen']],
  support: 'De jobcoach gaat mee naar de eerste gesprekken.',
};

const learning: PlanWords = {
  ...searching,
  goals: ['Na de leerwerkplek een vast contract', 'Het vak leren en daarna betaald werk'],
  ownParts: ['Komt op tijd en vraagt om uitleg als iets niet duidelijk is.', 'Vult elke vrijdag in wat deze week is geleerd.'],
  steps: ['Het werk op de leerwerkplek leren', 'Proefplaatsing bij een werkgever', 'Betaald werk'],
  byCandidate: ['Elke vrijdag invullen wat is geleerd', 'Twee nieuwe taken oefenen', 'Het rooster met thuis afstemmen', 'Het cv bijwerken'],
  byOthers: [['werkbedrijf', 'Een proefplaatsing zoeken'], ['gemeente', 'De reiskosten regelen'], ['werkgever', 'Een vaste collega als vraagbaak']],
  support: 'De jobcoach komt langs op de leerwerkplek en belt tussendoor.',
};

const onTrial: PlanWords = {
  ...learning,
  goals: ['Een contract na de proefplaatsing', 'Laten zien dat het werk lukt'],
  steps: ['Het werk op de proefplaatsing leren', 'Met de werkgever bespreken of er een contract komt', 'Betaald werk'],
  byOthers: [['werkbedrijf', 'Een gesprek met de werkgever plannen'], ['werkgever', 'Een vaste collega als vraagbaak']],
  support: 'De jobcoach komt langs op het werk en belt tussendoor.',
};

const working: PlanWords = {
  goals: ['Blijven werken waar het nu goed gaat', 'Zelfstandig werken in een vast team', 'Stap voor stap meer uren werken'],
  ownParts: ['Komt op tijd en belt als het niet lukt.', 'Schrijft elke vrijdag op hoe de week ging.'],
  steps: ['De vaste taken zelf doen', 'Er een taak bij leren', 'Met minder hulp werken'],
  byCandidate: ['Het rooster met thuis afstemmen', 'Elke maandag de planning van de week maken', 'Een nieuwe taak oefenen', 'Zelf om uitleg vragen als iets niet duidelijk is'],
  byOthers: [['werkgever', 'Een vaste collega als vraagbaak'], ['gemeente', 'De reiskosten regelen'], ['werkbedrijf', 'Een gesprek met de werkgever plannen']],
  support: 'De jobcoach komt langs op het werk en belt tussendoor.',
};

/** By the work that somebody does on the day of the plan. */
export function planWordsOf({ placements }: Career, madeOn: Day): PlanWords {
  const now = placements.findLast(({ beganOn, endedOn }) => beganOn <= madeOn && (endedOn === null || endedOn > madeOn));
  if (now === undefined) return searching;
  return now.form === 'leerwerkplek' ? learning : now.form === 'proefplaatsing' ? onTrial : working;
}
