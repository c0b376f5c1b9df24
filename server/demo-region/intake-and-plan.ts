import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { CandidateStatus } from '#shared/domain/records/candidate.ts';
import type { InstrumentKind, PlanContent } from '#shared/domain/records/plan.ts';
import { askingOf } from '#shared/forms/asking.ts';
import { formText, type FormDefinition } from '#shared/forms/form-definition.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { intakeFormV2 } from '#shared/forms/intake.v2.ts';
import { addDays, addMonths, type Day } from '#shared/lib/calendar.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import { seedRecord } from './seed-record.ts';
import type { Career } from './career.ts';
import { dutchMoment, workingDayAfter, workingDayBefore } from './dutch-moment.ts';
import { planWordsOf } from './plan-sentences.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

export interface IntakeInput {
  readonly seed: string;
  readonly today: Day;
  readonly index: number;
  readonly dossierId: DossierId;
  readonly career: Career;
  readonly consultant: SeedUser;
  readonly birthDate: Day;
  readonly sections: Pick<Groups<'candidate'>, 'education' | 'abilities' | 'register'>;
  readonly hasCoach: boolean;
  readonly branches: readonly string[];
  /** The group before the last move: the talk was held before it. */
  readonly groupBefore: CandidateStatus['candidateGroup'] | null;
}

/** What was answered, so that it leads to the group that the person is in. */
const answersOfGroup: Readonly<Record<CandidateStatus['candidateGroup'], Readonly<Record<string, string>>>> = {
  1: { pace: 'gewoon', independence: 'zelfstandig', hours: '28-of-meer' },
  2: { pace: 'iets-langzamer', independence: 'soms-hulp', growth: 'binnen-een-jaar', hours: '20-tot-28' },
  3: { pace: 'veel-langzamer', independence: 'vaak-hulp', growth: 'niet-verwacht', hours: '20-tot-28' },
  4: { pace: 'veel-langzamer', independence: 'steeds-iemand-erbij', growth: 'niet-verwacht', hours: '12-tot-20' },
};

const wishes = [
  ['Werken met mijn handen, liefst buiten.', ['groen', 'bouw']], ['Iets met mensen, in een klein team.', ['zorg', 'horeca']], ['Werk waarbij ik weet wat ik moet doen.', ['schoonmaak', 'logistiek']],
  ['Graag in de buurt, dan kan ik op de fiets.', ['schoonmaak', 'detailhandel']], ['Werken met machines, dat ging op school goed.', ['industrie', 'techniek']],
] as const;
const whyAnotherGroup: Readonly<Record<CandidateStatus['candidateGroup'], string>> = {
  1: 'Liet op een proefdag zien dat gewoon werk nu al lukt.',
  2: 'Groeit naar verwachting binnen een jaar toe naar gewoon werk.',
  3: 'Heeft op het werk ook later nog hulp nodig.',
  4: 'Heeft op het werk steeds iemand in de buurt nodig.',
};

/** The intake with which a file began, and for who is on the way a plan that both agreed. */
export function makeIntakeAndPlan(input: IntakeInput): readonly SeedRecord[] {
  const { seed, today, index, dossierId, career, consultant, groupBefore } = input;
  // A stream of its own: what else the region holds stays as it was.
  const random = randomStream(seed, `intake ${index}`);
  const heldOn = workingDayAfter(addDays(career.registration.registeredOn, random.whole(1, 5)));
  if (heldOn >= today) return [];
  const head = { dossierId, createdBy: consultant.userId };
  // The second version of the form came two months ago: what was asked before keeps the first.
  const intake = makeIntake(heldOn < addDays(today, -60) ? intakeFormV1 : intakeFormV2, heldOn, input, { ...career.status, candidateGroup: groupBefore ?? career.status.candidateGroup }, random);
  const records = [seedRecord({ ...head, recordId: random.uuid() as RecordId, changedAtMs: dutchMoment(heldOn, '11:20') }, 'intake', { ...intake, facts: { heldOn, entrance: career.registration.entrance, heldBy: consultant.userId } })];
  const madeOn = workingDayBefore(addDays(today, -random.whole(16, 44)));
  return madeOn <= heldOn || career.stage === 'independent' ? records : [...records, ...makePlan(madeOn, input, head, random)];
}

function makeIntake(form: FormDefinition, heldOn: Day, { birthDate, sections }: IntakeInput, status: CandidateStatus, random: RandomStream): Pick<Required<Groups<'intake'>>, 'answers' | 'decision'> {
  const under27 = addMonths(birthDate, 12 * 27) > heldOn;
  const [wish, branches] = random.pick(wishes);
  const given = {
    workNow: 'nee', lastWork: random.pick(['korter-dan-jaar', 'een-tot-vijf-jaar']), education: educationAnswer(sections.education), under27, wish, branches: [random.pick(branches)],
    ...answersOfGroup[status.candidateGroup], workPlaceNeeds: status.candidateGroup > 2 ? ['vaste-taken', 'begeleiding-dichtbij'] : [], register: stoodInRegister(sections.register, heldOn) ? 'ja' : 'nee', dutch: random.pick(['goed', 'goed', 'redelijk']), obstacles: random.chance(0.3) ? ['vervoer'] : [],
  };
  const asked = given.under27 && given.education !== 'mbo-2-4' ? { ...given, atSchool: 'nee' } : given;
  const decided = { candidateGroup: String(status.candidateGroup), labourMarketRelation: status.labourMarketRelation };
  const asking = askingOf(form, { ...asked, ...decided });
  const suggestion = asking.suggestionFor('candidateGroup');
  const suggestedGroup = suggestion === null ? null : (Number(suggestion.values[0]) as CandidateStatus['candidateGroup']);
  return {
    answers: { form: { id: form.id, version: form.version }, given: asked },
    decision: {
      decidedOn: heldOn, candidateGroup: status.candidateGroup, labourMarketRelation: status.labourMarketRelation, selfReliance: status.selfReliance,
      suggestedGroup,
      suggestedBecause: (suggestion?.reasons ?? []).map(({ because }) => formText(form, 'nl', because)),
      nextSteps: [...(asking.suggestionFor('nextSteps')?.values ?? [])],
      explanation: suggestedGroup === null || suggestedGroup === status.candidateGroup ? '' : whyAnotherGroup[status.candidateGroup],
    },
  };
}

/** The highest level with a diploma, as the form asks it; where the file says nothing of it, what most have. */
function educationAnswer(education: Groups<'candidate'>['education']): string {
  const [course] = education?.courses ?? [];
  if (course === undefined) return 'vmbo';
  if (!course.diploma) return 'basis';
  return course.level === 'mbo-1' ? 'mbo-1' : course.level === 'mbo-2' ? 'mbo-2-4' : course.level === 'vmbo' ? 'vmbo' : 'basis';
}

function makePlan(madeOn: Day, { today, career, sections, hasCoach, branches }: IntakeInput, head: Pick<SeedRecord, 'dossierId' | 'createdBy'>, random: RandomStream): readonly SeedRecord[] {
  // The second version came a month ago: what was made before keeps the first.
  const asksInstruments = madeOn >= addDays(today, -30);
  const planId = random.uuid() as RecordId;
  const words = planWordsOf(career, madeOn);
  const [mine, later] = random.shuffled(words.byCandidate);
  const [owner, theirs] = random.pick(words.byOthers);
  const items = [
    { id: random.uuid() as RecordId, owner: 'kandidaat' as const, what: mine ?? '', dueOn: workingDayAfter(addDays(madeOn, 10)) },
    { id: random.uuid() as RecordId, owner, what: theirs, dueOn: random.chance(0.25) ? workingDayBefore(addDays(today, -3)) : workingDayAfter(addDays(today, random.whole(3, 25))) },
    { id: random.uuid() as RecordId, owner: 'kandidaat' as const, what: later ?? '', dueOn: workingDayAfter(addDays(today, random.whole(8, 40))) },
  ];
  const plan = seedRecord({ ...head, recordId: planId, changedAtMs: dutchMoment(madeOn, '14:10') }, 'plan', {
    facts: { madeOn, version: 1, replaces: null, reviewedOn: null, nextReviewOn: workingDayAfter(addMonths(madeOn, 3)), madeBy: head.createdBy },
    content: {
      form: { id: 'plan', version: asksInstruments ? 2 : 1 }, ...(asksInstruments ? instrumentsOf(career) : {}), goal: random.pick(words.goals), ownPart: random.pick(words.ownParts), steps: words.steps.map((step) => ({ step })),
      promisingBranches: [...branches], extraSupport: hasCoach ? words.support : 'De consulent belt elke maand.', learningPotential: 'Leert snel door het na te doen.', possibilities: sections.abilities?.can ?? '', limits: sections.abilities?.limits ?? '',
      workObligation: 'volledig', exemptUntil: null, consequences: 'We bespreken eerst samen waarom het niet lukte.', lookingBack: '',
    },
    agreements: { items },
    agreed: { agreedOn: madeOn, agreedBy: head.createdBy },
  });
  const notedOn = workingDayAfter(addDays(madeOn, 11));
  if (notedOn >= today || items[0] === undefined) return [plan];
  const facts = { planId, agreementId: items[0].id, outcome: random.pick(['nagekomen', 'nagekomen', 'deels'] as const), notedOn, notedBy: head.createdBy, remark: '', replaces: null };
  return [plan, seedRecord({ ...head, recordId: random.uuid() as RecordId, changedAtMs: dutchMoment(notedOn, '10:05') }, 'planOutcome', { facts })];
}

/** What fits where somebody stands, and the work that they do. */
function instrumentsOf({ stage, placements, status }: Career): Pick<PlanContent, InstrumentKind> {
  const form = placements.at(-1)?.form;
  const detached = form === 'detachering-individueel' || form === 'detachering-groep' ? [form] : [];
  const structural = { registered: [], 'on-the-way': [], trial: ['jobcoach', 'no-riskpolis'], supported: ['loonkostensubsidie', 'jobcoach', ...detached], sheltered: ['beschut-werk', 'jobcoach'], independent: [], ended: ['loonkostensubsidie', 'jobcoach'] } as const;
  return {
    directInstruments: stage === 'trial' || stage === 'ended' ? ['proefplaatsing'] : [],
    developmentInstruments: stage === 'registered' || stage === 'on-the-way' ? ['leerwerkplek', 'begeleiding'] : [],
    structuralInstruments: [...structural[stage]],
    careInstruments: status.labourMarketRelation === 'zorg-of-ontheffing' ? ['dagbesteding'] : [],
  };
}

function stoodInRegister(register: Groups<'candidate'>['register'], on: Day): boolean {
  const beganOn = register?.beganOn ?? null;
  return beganOn !== null && beganOn <= on;
}
