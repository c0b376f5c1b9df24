import { entrances, labourMarketRelations } from '../domain/records/candidate.ts';
import { branches } from '../domain/records/candidate-file.ts';
import { selfReliances } from './form-places.ts';
import type { Condition, FormDefinition } from './form-definition.ts';
import { intakeTextsV1 } from './intake.v1.texts.ts';

const given = (id: string): readonly string[] => ['given', id];
const is = (field: string, ...isOneOf: readonly string[]): Condition => ({ field, isOneOf });

const slower = is('pace', 'iets-langzamer', 'veel-langzamer');
const needsHelp = is('independence', 'vaak-hulp', 'steeds-iemand-erbij');
const young: Condition = { field: 'under27', isOneOf: [true] };
const noQualification = is('education', 'geen', 'basis', 'vmbo', 'mbo-1');

/**
 * The screening at an entrance, in terms of work alone. The rules propose a group in the order 4, 3, 2, 1: what asks most
 * of the work place is seen first. @source DOMAIN "Words": kandidaatgroep, two axes, intake, instrument
 */
export const intakeFormV1: FormDefinition = {
  id: 'intake',
  version: 1,
  sections: [
    {
      id: 'talk',
      fields: [
        { type: 'day', id: 'heldOn', writesTo: ['facts', 'heldOn'], required: true, leaning: 'past' },
        { type: 'choice', id: 'entrance', writesTo: ['facts', 'entrance'], required: true, choices: entrances },
      ],
    },
    {
      id: 'background',
      fields: [
        { type: 'choice', id: 'workNow', writesTo: given('workNow'), required: true, choices: ['ja', 'nee'] },
        { type: 'choice', id: 'lastWork', writesTo: given('lastWork'), required: true, choices: ['korter-dan-jaar', 'een-tot-vijf-jaar', 'langer-dan-vijf-jaar', 'nooit'], shownWhen: is('workNow', 'nee') },
        {
          type: 'list',
          id: 'experience',
          writesTo: given('experience'),
          maximum: 10,
          shownWhen: { any: [is('workNow', 'ja'), { all: [is('workNow', 'nee'), { not: is('lastWork', 'nooit') }] }] },
          fields: [
            { type: 'line', id: 'job', writesTo: ['job'], required: true, maximum: 120 },
            { type: 'line', id: 'where', writesTo: ['where'], maximum: 120, purpose: 'name' },
            { type: 'line', id: 'howLong', writesTo: ['howLong'], maximum: 60 },
          ],
        },
        { type: 'choice', id: 'education', writesTo: given('education'), required: true, choices: ['geen', 'basis', 'vmbo', 'mbo-1', 'mbo-2-4', 'hbo-wo'] },
        { type: 'switch', id: 'under27', writesTo: given('under27') },
        { type: 'choice', id: 'atSchool', writesTo: given('atSchool'), required: true, choices: ['ja', 'nee'], shownWhen: { all: [young, noQualification] } },
      ],
    },
    {
      id: 'wishes',
      fields: [
        { type: 'text', id: 'wish', writesTo: given('wish'), required: true, maximum: 2_000 },
        { type: 'multiple', id: 'branches', writesTo: given('branches'), required: true, choices: branches },
        { type: 'line', id: 'otherBranch', writesTo: given('otherBranch'), required: true, maximum: 120, shownWhen: is('branches', 'anders') },
        { type: 'text', id: 'strengths', writesTo: given('strengths'), maximum: 2_000 },
      ],
    },
    {
      id: 'atWork',
      fields: [
        { type: 'choice', id: 'hours', writesTo: given('hours'), required: true, choices: ['tot-12', '12-tot-20', '20-tot-28', '28-of-meer'] },
        { type: 'choice', id: 'pace', writesTo: given('pace'), required: true, choices: ['gewoon', 'iets-langzamer', 'veel-langzamer', 'onbekend'] },
        { type: 'choice', id: 'independence', writesTo: given('independence'), required: true, choices: ['zelfstandig', 'soms-hulp', 'vaak-hulp', 'steeds-iemand-erbij'] },
        {
          type: 'choice',
          id: 'growth',
          writesTo: given('growth'),
          required: true,
          choices: ['binnen-een-jaar', 'binnen-twee-jaar', 'niet-verwacht'],
          shownWhen: { any: [slower, is('independence', 'soms-hulp'), needsHelp] },
        },
        { type: 'multiple', id: 'workPlaceNeeds', writesTo: given('workPlaceNeeds'), choices: ['vaste-taken', 'korte-opdrachten', 'rustige-plek', 'extra-pauzes', 'begeleiding-dichtbij', 'aangepast-gereedschap'] },
        { type: 'choice', id: 'register', writesTo: given('register'), required: true, choices: ['ja', 'nee', 'onbekend'] },
        { type: 'choice', id: 'dutch', writesTo: given('dutch'), required: true, choices: ['goed', 'redelijk', 'weinig'] },
      ],
    },
    {
      id: 'inTheWay',
      fields: [
        { type: 'multiple', id: 'obstacles', writesTo: given('obstacles'), choices: ['kinderopvang', 'vervoer', 'schulden', 'huisvesting', 'mantelzorg', 'zelfvertrouwen'] },
        { type: 'choice', id: 'debtHelp', writesTo: given('debtHelp'), required: true, choices: ['ja', 'nee'], shownWhen: is('obstacles', 'schulden') },
        { type: 'text', id: 'limits', writesTo: given('limits'), maximum: 2_000 },
      ],
    },
    {
      id: 'decision',
      fields: [
        { type: 'choice', id: 'candidateGroup', writesTo: ['decision', 'candidateGroup'], required: true, choices: ['1', '2', '3', '4'] },
        { type: 'text', id: 'explanation', writesTo: ['decision', 'explanation'], required: true, maximum: 2_000, shownWhen: { differsFromSuggestion: 'candidateGroup' } },
        { type: 'choice', id: 'labourMarketRelation', writesTo: ['decision', 'labourMarketRelation'], required: true, choices: labourMarketRelations },
        { type: 'choice', id: 'selfReliance', writesTo: ['decision', 'selfReliance'], required: true, choices: selfReliances },
        {
          type: 'multiple',
          id: 'nextSteps',
          writesTo: ['decision', 'nextSteps'],
          choices: ['direct-naar-werk', 'proefplaatsing', 'leerwerkplek', 'training', 'taalles', 'loonwaardemeting', 'jobcoach', 'beschut-werk', 'schuldhulp', 'kinderopvang', 'jongerenloket'],
        },
      ],
    },
  ],
  rules: [{ rule: 'notAfterToday', field: 'heldOn', code: 'intake.heldInFuture' }],
  suggestions: [
    {
      for: 'candidateGroup',
      takes: 'first',
      rules: [
        { value: '4', when: is('independence', 'steeds-iemand-erbij'), because: 'because.alwaysSomeone' },
        { value: '4', when: { all: [is('pace', 'veel-langzamer'), is('hours', 'tot-12'), is('growth', 'niet-verwacht')] }, because: 'because.fewHoursAndSlow' },
        { value: '3', when: { all: [is('growth', 'niet-verwacht'), slower] }, because: 'because.staysSlower' },
        { value: '3', when: { all: [is('growth', 'niet-verwacht'), is('independence', 'vaak-hulp')] }, because: 'because.keepsNeedingHelp' },
        { value: '3', when: is('register', 'ja'), because: 'because.inRegister' },
        { value: '2', when: { all: [is('growth', 'binnen-een-jaar', 'binnen-twee-jaar'), slower] }, because: 'because.canGrowInPace' },
        { value: '2', when: { all: [is('growth', 'binnen-een-jaar', 'binnen-twee-jaar'), is('independence', 'soms-hulp', 'vaak-hulp')] }, because: 'because.canLearnToWorkAlone' },
        { value: '2', when: is('lastWork', 'langer-dan-vijf-jaar', 'nooit'), because: 'because.longWithoutWork' },
        { value: '2', when: is('dutch', 'weinig'), because: 'because.learnsDutchFirst' },
        { value: '2', when: { all: [young, noQualification] }, because: 'because.youngWithoutDiploma' },
        { value: '1', when: { all: [is('pace', 'gewoon'), is('independence', 'zelfstandig')] }, because: 'because.worksAsOthersDo' },
      ],
    },
    {
      for: 'labourMarketRelation',
      takes: 'first',
      rules: [
        { value: 'werk-met-structurele-ondersteuning', when: is('candidateGroup', '3', '4'), because: 'because.lastingSupport' },
        { value: 'ontwikkeling-naar-werk', when: is('candidateGroup', '2'), because: 'because.developsFirst' },
        { value: 'werk', when: is('candidateGroup', '1'), because: 'because.readyNow' },
      ],
    },
    {
      for: 'nextSteps',
      takes: 'all',
      rules: [
        { value: 'direct-naar-werk', when: is('candidateGroup', '1'), because: 'because.readyNow' },
        { value: 'proefplaatsing', when: { all: [is('candidateGroup', '2', '3'), is('workNow', 'nee')] }, because: 'because.showsAtWork' },
        { value: 'leerwerkplek', when: { all: [is('candidateGroup', '2'), is('lastWork', 'langer-dan-vijf-jaar', 'nooit')] }, because: 'because.longWithoutWork' },
        { value: 'training', when: { all: [is('candidateGroup', '2'), noQualification] }, because: 'because.noQualification' },
        { value: 'taalles', when: is('dutch', 'weinig', 'redelijk'), because: 'because.moreDutch' },
        { value: 'loonwaardemeting', when: { all: [is('candidateGroup', '3'), slower] }, because: 'because.measureAtWork' },
        { value: 'jobcoach', when: needsHelp, because: 'because.helpAtWork' },
        { value: 'beschut-werk', when: is('candidateGroup', '4'), because: 'because.alwaysSomeone' },
        { value: 'schuldhulp', when: is('debtHelp', 'nee'), because: 'because.debtsWithoutHelp' },
        { value: 'kinderopvang', when: is('obstacles', 'kinderopvang'), because: 'because.childcareFirst' },
        { value: 'jongerenloket', when: is('atSchool', 'nee'), because: 'because.youngWithoutDiploma' },
      ],
    },
  ],
  texts: intakeTextsV1,
};
