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
import { randomStream, type RandomStream } from './random-stream.ts';

export interface IntakeInput {
  readonly seed: string;
  readonly today: Day;
  readonly index: number;
  readonly dossierId: DossierId;
  readonly career: Career;
  readonly consultant: SeedUser;
}

/** What was answered, so that it leads to the group that the person is in. */
const answersOfGroup: Readonly<Record<CandidateStatus['candidateGroup'], Readonly<Record<string, string>>>> = {
  1: { pace: 'gewoon', independence: 'zelfstandig', hours: '28-of-meer' },
  2: { pace: 'iets-langzamer', independence: 'soms-hulp', growth: 'binnen-een-jaar', hours: '20-tot-28' },
  3: { pace: 'veel-langzamer', independence: 'vaak-hulp', growth: 'niet-verwacht', hours: '20-tot-28' },
  4: { pace: 'veel-langzamer', independence: 'steeds-iemand-erbij', growth: 'niet-verwacht', hours: '12-tot-20' },
};

const wishes = ['Werken met mijn handen, liefst buiten.', 'Iets met mensen, in een klein team.', 'Werk waarbij ik weet wat ik moet doen.', 'Graag in de buurt, dan kan ik op de fiets.', 'Werken met machines, dat ging op school goed.'];
const goals = ['Betaald werk voor 24 uur per week', 'Na de leerwerkplek een vast contract', 'Zelfstandig werken in een vast team', 'Blijven werken waar het nu goed gaat'];
const ownParts = ['Bekijkt elke week twee vacatures en belt er een.', 'Oefent de route naar het werk en komt op tijd.', 'Vult elke vrijdag samen met de jobcoach in hoe de week ging.'];
const byCandidate = ['Twee bedrijven bellen', 'Het rooster met thuis afstemmen', 'De cursus heftruck afmaken', 'Elke maandag de planning van de week maken'];
const byOthers = [['werkbedrijf', 'Een leerwerkplek zoeken'], ['gemeente', 'De reiskosten regelen'], ['werkgever', 'Een vaste collega als vraagbaak'], ['werkbedrijf', 'Een gesprek met de werkgever plannen']] as const;

/** The intake with which a file began, and for who is on the way a plan that both agreed. */
export function makeIntakeAndPlan({ seed, today, index, dossierId, career, consultant }: IntakeInput): readonly SeedRecord[] {
  // A stream of its own: what else the region holds stays as it was.
  const random = randomStream(seed, `intake ${index}`);
  const heldOn = workingDayAfter(addDays(career.registration.registeredOn, random.whole(1, 5)));
  if (heldOn >= today) return [];
  const head = { dossierId, createdBy: consultant.userId };
  // The second version of the form came two months ago: what was asked before keeps the first.
  const intake = makeIntake(heldOn < addDays(today, -60) ? intakeFormV1 : intakeFormV2, heldOn, career, random);
  const records = [seedRecord({ ...head, recordId: random.uuid() as RecordId, changedAtMs: dutchMoment(heldOn, '11:20') }, 'intake', { ...intake, facts: { heldOn, entrance: career.registration.entrance, heldBy: consultant.userId } })];
  const madeOn = workingDayBefore(addDays(today, -random.whole(16, 44)));
  return madeOn <= heldOn || career.stage === 'independent' ? records : [...records, ...makePlan(madeOn, today, head, career, random)];
}

function makeIntake(form: FormDefinition, heldOn: Day, career: Career, random: RandomStream): Pick<Required<Groups<'intake'>>, 'answers' | 'decision'> {
  const { status } = career;
  const under27 = career.ageYears < 27;
  const drawn = random.pick(['vmbo', 'mbo-2-4', 'mbo-2-4']);
  const given = {
    // Whoever is young and ready for work has a qualification.
    workNow: 'nee', lastWork: random.pick(['korter-dan-jaar', 'een-tot-vijf-jaar']), education: under27 && status.candidateGroup === 1 ? 'mbo-2-4' : drawn, under27, wish: random.pick(wishes), branches: [random.pick(['groen', 'zorg', 'logistiek', 'schoonmaak', 'industrie'])],
    ...answersOfGroup[status.candidateGroup], workPlaceNeeds: status.candidateGroup > 2 ? ['vaste-taken', 'begeleiding-dichtbij'] : [], register: 'nee', dutch: random.pick(['goed', 'goed', 'redelijk']), obstacles: random.chance(0.3) ? ['vervoer'] : [],
  };
  const asked = given.under27 && given.education === 'vmbo' ? { ...given, atSchool: 'nee' } : given;
  const decided = { candidateGroup: String(status.candidateGroup), labourMarketRelation: status.labourMarketRelation };
  const asking = askingOf(form, { ...asked, ...decided });
  const suggestion = asking.suggestionFor('candidateGroup');
  return {
    answers: { form: { id: form.id, version: form.version }, given: asked },
    decision: {
      decidedOn: heldOn, candidateGroup: status.candidateGroup, labourMarketRelation: status.labourMarketRelation, selfReliance: status.selfReliance,
      suggestedGroup: suggestion === null ? null : (Number(suggestion.values[0]) as CandidateStatus['candidateGroup']),
      suggestedBecause: (suggestion?.reasons ?? []).map(({ because }) => formText(form, 'nl', because)),
      nextSteps: [...(asking.suggestionFor('nextSteps')?.values ?? [])], explanation: '',
    },
  };
}

function makePlan(madeOn: Day, today: Day, head: Pick<SeedRecord, 'dossierId' | 'createdBy'>, career: Career, random: RandomStream): readonly SeedRecord[] {
  // The second version came a month ago: what was made before keeps the first.
  const asksInstruments = madeOn >= addDays(today, -30);
  const planId = random.uuid() as RecordId;
  const [mine, later] = random.shuffled(byCandidate);
  const [[owner, theirs] = byOthers[0]] = random.shuffled(byOthers);
  const items = [
    { id: random.uuid() as RecordId, owner: 'kandidaat' as const, what: mine ?? '', dueOn: workingDayAfter(addDays(madeOn, 10)) },
    { id: random.uuid() as RecordId, owner, what: theirs, dueOn: random.chance(0.25) ? workingDayBefore(addDays(today, -3)) : workingDayAfter(addDays(today, random.whole(3, 25))) },
    { id: random.uuid() as RecordId, owner: 'kandidaat' as const, what: later ?? '', dueOn: workingDayAfter(addDays(today, random.whole(8, 40))) },
  ];
  const plan = seedRecord({ ...head, recordId: planId, changedAtMs: dutchMoment(madeOn, '14:10') }, 'plan', {
    facts: { madeOn, version: 1, replaces: null, reviewedOn: null, nextReviewOn: workingDayAfter(addMonths(madeOn, 3)), madeBy: head.createdBy },
    content: {
      form: { id: 'plan', version: asksInstruments ? 2 : 1 }, ...(asksInstruments ? instrumentsOf(career) : {}), goal: random.pick(goals), ownPart: random.pick(ownParts), steps: [{ step: 'Kennismaken met de werkplek' }, { step: 'Proefplaatsing of leerwerkplek' }, { step: 'Betaald werk' }],
      promisingBranches: [], extraSupport: 'De jobcoach komt elke twee weken langs.', learningPotential: 'Leert snel door het na te doen.', possibilities: 'Komt op tijd en werkt graag met anderen.', limits: 'Werkt het best aan één taak tegelijk.',
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
