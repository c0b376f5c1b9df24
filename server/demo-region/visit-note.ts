import type { VisitFacts, VisitNote } from '#shared/domain/records/visit.ts';
import { visitFormV2 } from '#shared/forms/visit.v2.ts';
import { addDays } from '#shared/lib/calendar.ts';
import { workingDayAfter } from './dutch-moment.ts';
import { fillSentence, type SentenceWords } from './fill-sentence.ts';
import type { RandomStream } from './random-stream.ts';
import {
  afterWork, agreementsAtRisk, agreementsAtWork, agreementsBeforeWork, beforeWork, candidateSays, conclusions, employerSays, goalsAtWork, goalsBeforeWork, groupOpenings, nextStepsBeforeWork, openings,
  phoneOpenings, phoneToEmployer, sickLeave, workGoing,
} from './visit-sentences.ts';
import type { Setting, Visited } from './visited.ts';

export interface NoteInput {
  readonly facts: VisitFacts;
  readonly setting: Setting;
  /** Which visit of this candidate it is, from 0, and of how many. */
  readonly index: number;
  readonly count: number;
}

/** Writes one candidate's notes: the goals stay the same from visit to visit, and no sentence comes twice. */
export function noteWriter({ words, employer, career, random }: Visited): (input: NoteInput) => VisitNote {
  const said = new Set<string>();
  const say = (sentences: readonly string[]): string => {
    const possible = sentences.filter((sentence) => canFill(sentence, words));
    const fresh = possible.filter((sentence) => !said.has(sentence));
    const sentence = random.pick(fresh.length > 0 ? fresh : possible);
    said.add(sentence);
    return sentence;
  };
  const sentencesOf = (input: NoteInput): readonly string[] => (input.setting === 'at-work' ? atWork(input.facts, say, random) : elsewhere(input, say));
  const goals = random.shuffled((career.placements.length > 0 ? goalsAtWork : goalsBeforeWork).filter((goal) => canFill(goal, words))).slice(0, random.weighted([[1, 35], [2, 45], [3, 20]]));
  const headStart = random.fraction();

  return (input) => ({
    form: { id: visitFormV2.id, version: visitFormV2.version },
    observations: asText(sentencesOf(input), words),
    goals: goals.map((goal, place) => ({ goal: fillSentence(goal, words), progress: progressOf(headStart + (input.index + 1) / (input.count + 1) - place * 0.35, input.facts.risk) })),
    agreements: input.facts.sickLeave ? [] : agreementsFor(input, words, random),
    contactPerson: input.setting === 'at-work' && input.facts.attendees !== 'werknemer' ? (employer?.contact.name ?? '') : '',
  });
}

function atWork(facts: VisitFacts, say: (sentences: readonly string[]) => string, random: RandomStream): readonly string[] {
  if (facts.sickLeave) return [say(sickLeave)];
  const { risk, attendees } = facts;
  const byPhone = facts.place === 'telefoon';
  return [
    say(facts.candidateMinutes < facts.durationMinutes ? groupOpenings : !byPhone ? openings[facts.activity] : attendees === 'werkgever' ? phoneToEmployer : phoneOpenings),
    say(workGoing[risk]),
    ...(!byPhone && attendees !== 'werkgever' && random.chance(0.45) ? [say(workGoing[risk])] : []),
    ...(attendees !== 'werkgever' && random.chance(attendees === 'werknemer' ? 0.8 : 0.45) ? [say(candidateSays[risk])] : []),
    ...(attendees !== 'werknemer' ? [say(employerSays[risk])] : []),
    ...(risk !== 'goed' || random.chance(0.6) ? [say(conclusions[risk])] : []),
  ];
}

function elsewhere({ facts, setting }: NoteInput, say: (sentences: readonly string[]) => string): readonly string[] {
  if (setting === 'after-work') return [say(afterWork), say(beforeWork.structureren)];
  const { activity } = facts;
  const opening = activity === 'introductie' || activity === 'structureren' || activity === 'thuissituatie' ? beforeWork[activity] : beforeWork.evaluatie;
  return [...(facts.place === 'telefoon' ? [say(phoneOpenings.slice(1))] : []), say(opening), say(nextStepsBeforeWork)];
}

/** A note says the name before it says hij or zij: after a talk with the employer it could be either. */
function asText(sentences: readonly string[], words: SentenceWords): string {
  const text = sentences.join(' ');
  const named = text.indexOf('{naam}');
  const first = text.search(/\{[hH]ij\}/);
  const clear = first >= 0 && (named < 0 || first < named) ? text.replace(/\{[hH]ij\}/, '{naam}') : text;
  return fillSentence(clear, words);
}

/** @param ripeness grows with every visit */
function progressOf(ripeness: number, risk: VisitFacts['risk']): VisitNote['goals'][number]['progress'] {
  if (ripeness < 0.35) return 'niet-begonnen';
  return ripeness > 1.35 && risk === 'goed' ? 'bereikt' : 'loopt';
}

function agreementsFor({ facts, setting }: NoteInput, words: SentenceWords, random: RandomStream): VisitNote['agreements'] {
  const absent = facts.attendees === 'werknemer' ? 'werkgever' : facts.attendees === 'werkgever' ? 'kandidaat' : null;
  const bank = setting !== 'at-work' ? agreementsBeforeWork : facts.risk === 'dreigende-uitval' ? agreementsAtRisk : agreementsAtWork;
  const possible = bank.filter(([owner, what]) => owner !== absent && canFill(what, words));
  const count = facts.risk === 'dreigende-uitval' ? random.whole(2, 3) : facts.risk === 'let-op' ? random.whole(1, 2) : random.weighted([[0, 35], [1, 50], [2, 15]]);
  return random.shuffled(possible).slice(0, count).map(([owner, what]) => ({
    what: fillSentence(what, words), owner, dueOn: random.chance(0.85) ? workingDayAfter(addDays(facts.heldOn, facts.risk === 'dreigende-uitval' ? random.whole(1, 4) : random.whole(3, 20))) : null,
  }));
}

/** Before there is a work place, a sentence about its tasks cannot be said. */
function canFill(sentence: string, words: SentenceWords): boolean {
  return [...sentence.matchAll(/\{([a-zA-Z]+)\}/g)].every(([, name = '']) => words[name] !== undefined || words[name.charAt(0).toLowerCase() + name.slice(1)] !== undefined);
}
