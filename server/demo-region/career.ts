import type { CandidateGroup, CandidateRegistration, CandidateStatus } from '#shared/domain/records/candidate.ts';
import { ordinaryTrialEnd } from '#shared/domain/placement/trial-limits.ts';
import { trialConditions, type PlacementFacts } from '#shared/domain/records/placement.ts';
import type { VisitFacts } from '#shared/domain/records/visit.ts';
import { addDays, addMonths, type Day } from '#shared/lib/calendar.ts';
import { workingDayAfter, workingDayBefore } from './dutch-moment.ts';
import type { RandomStream } from './random-stream.ts';

/** Where somebody stands on the way to work; everything else in their file follows from it. */
export type Stage = 'registered' | 'on-the-way' | 'trial' | 'supported' | 'sheltered' | 'independent' | 'ended';
type Weights<Item> = readonly (readonly [item: Item, weight: number])[];

interface StageProfile {
  readonly weight: number;
  readonly groups: Weights<CandidateGroup>;
  readonly regelingen: Weights<CandidateStatus['regeling']>;
  readonly relation: CandidateStatus['labourMarketRelation'];
  readonly risks: Weights<VisitFacts['risk']>;
  /** Visits in the file [count]; most of them in the last month. */
  readonly visits: Weights<number>;
  /** Somebody measures the loonwaarde there, sooner or later. */
  readonly measured: number;
  /** Has a work place of which the region knows that it was acquired. */
  readonly workPlace: number;
}

const commonRegelingen: StageProfile['regelingen'] = [['participatiewet', 66], ['wajong', 17], ['wsw', 5], ['wia', 5], ['ww', 2], ['nugger', 5]];

export const stages: Readonly<Record<Stage, StageProfile>> = {
  registered: {
    weight: 12, groups: [[1, 25], [2, 40], [3, 28], [4, 7]], regelingen: [['participatiewet', 70], ['wajong', 10], ['wia', 4], ['ww', 6], ['nugger', 10]],
    relation: 'ontwikkeling-naar-werk', risks: [['goed', 88], ['let-op', 12]], visits: [[0, 36], [1, 52], [2, 12]], measured: 0, workPlace: 0,
  },
  'on-the-way': {
    weight: 19, groups: [[2, 38], [3, 42], [4, 20]], regelingen: commonRegelingen,
    relation: 'ontwikkeling-naar-werk', risks: [['goed', 72], ['let-op', 22], ['dreigende-uitval', 6]], visits: [[0, 16], [1, 50], [2, 25], [3, 9]], measured: 0, workPlace: 0.2,
  },
  trial: {
    weight: 9, groups: [[2, 40], [3, 60]], regelingen: commonRegelingen,
    relation: 'werk-met-structurele-ondersteuning', risks: [['goed', 68], ['let-op', 22], ['dreigende-uitval', 10]], visits: [[1, 40], [2, 40], [3, 20]], measured: 0, workPlace: 0.3,
  },
  supported: {
    weight: 38, groups: [[2, 15], [3, 85]], regelingen: commonRegelingen,
    relation: 'werk-met-structurele-ondersteuning', risks: [['goed', 72], ['let-op', 18], ['dreigende-uitval', 10]],
    visits: [[0, 5], [1, 47], [2, 26], [3, 12], [4, 6], [5, 4]], measured: 0.6, workPlace: 0.16,
  },
  sheltered: {
    weight: 8, groups: [[4, 100]], regelingen: [['wsw', 48], ['participatiewet', 40], ['wajong', 12]],
    relation: 'werk-met-structurele-ondersteuning', risks: [['goed', 78], ['let-op', 16], ['dreigende-uitval', 6]], visits: [[0, 22], [1, 56], [2, 22]], measured: 0.5, workPlace: 0.1,
  },
  independent: {
    weight: 7, groups: [[1, 90], [2, 10]], regelingen: [['participatiewet', 68], ['ww', 20], ['nugger', 12]],
    relation: 'werk', risks: [['goed', 92], ['let-op', 8]], visits: [[0, 60], [1, 36], [2, 4]], measured: 0, workPlace: 0.25,
  },
  ended: {
    weight: 7, groups: [[2, 30], [3, 60], [4, 10]], regelingen: commonRegelingen,
    relation: 'ontwikkeling-naar-werk', risks: [['goed', 68], ['let-op', 32]], visits: [[0, 12], [1, 58], [2, 30]], measured: 0.3, workPlace: 0,
  },
};

export type PlacementTimes = Pick<PlacementFacts, 'form' | 'hoursPerWeek' | 'beganOn' | 'endedOn' | 'endReason' | 'benefitExit' | 'banenafspraak' | 'trialThrough' | 'trialConditions'>;

export interface Career {
  readonly stage: Stage;
  readonly ageYears: number;
  readonly registration: Pick<CandidateRegistration, 'entrance' | 'registeredOn' | 'closedOn'>;
  readonly status: CandidateStatus;
  /** Oldest first; the last one is the one that counts. */
  readonly placements: readonly PlacementTimes[];
}

export function makeCareer(today: Day, random: RandomStream): Career {
  const stage = random.weighted(Object.entries(stages).map(([name, { weight }]) => [name as Stage, weight] as const));
  const profile = stages[stage];
  const regeling = random.weighted(profile.regelingen);
  const candidateGroup = random.weighted(profile.groups);
  const placements = makePlacements(stage, regeling, today, random);
  const ageYears = makeAge(stage, regeling, random);
  return {
    stage,
    ageYears,
    registration: makeRegistration(stage, ageYears, placements, today, random),
    status: {
      regeling, candidateGroup,
      labourMarketRelation: candidateGroup === 4 && stage === 'on-the-way' && random.chance(0.3) ? 'zorg-of-ontheffing' : profile.relation,
      selfReliance: random.pick(([[4, 5], [3, 4, 5], [3, 4], [2, 3]] as const)[candidateGroup - 1] ?? [3]),
      // Wajong and the Wsw waiting list go first for the banenafspraak.
      prioritair: regeling === 'wajong' || regeling === 'wsw',
    },
    placements,
  };
}

/** From 18: below it no placement here, and the Wsw takes nobody in since 2015. */
function makeAge(stage: Stage, regeling: CandidateStatus['regeling'], random: RandomStream): number {
  const youngest = regeling === 'wsw' ? 32 : regeling === 'wia' || regeling === 'ww' ? 24 : stage === 'registered' || stage === 'on-the-way' ? 18 : 21;
  const [from, to] = random.weighted<readonly [number, number]>([[[18, 26], 25], [[27, 39], 31], [[40, 52], 26], [[53, 64], 18]]);
  return Math.max(youngest, random.whole(from, to));
}

function makeRegistration(stage: Stage, ageYears: number, placements: readonly PlacementTimes[], today: Day, random: RandomStream): Career['registration'] {
  const first = placements[0]?.beganOn;
  const before = first ?? today;
  const registeredOn = workingDayBefore(addDays(before, stage === 'registered' ? -random.whole(1, 40) : -random.whole(first === undefined ? 45 : 20, first === undefined ? 500 : 240)));
  const entrance = random.weighted<CandidateRegistration['entrance']>([
    ['lokale-toegangspoort', 36], ['toekomstplein', 25], ['bedrijfspoort', 18], ['internet', 10], ['jongerenloket', ageYears < 27 ? 60 : 0],
  ]);
  const began = placements.at(-1)?.beganOn;
  const closes = stage === 'independent' && began !== undefined && began < addDays(today, -120) && random.chance(0.35);
  return { entrance, registeredOn, closedOn: closes ? workingDayBefore(addDays(today, -random.whole(1, 60))) : null };
}

function makePlacements(stage: Stage, regeling: CandidateStatus['regeling'], today: Day, random: RandomStream): readonly PlacementTimes[] {
  const ago = (from: number, to: number): Day => workingDayAfter(addDays(today, -random.whole(from, to)));
  const running = { endedOn: null, endReason: null } as const;
  switch (stage) {
    case 'registered':
      return [];
    case 'on-the-way':
      return random.chance(0.55)
        ? [{ form: 'leerwerkplek', hoursPerWeek: random.pick([12, 16, 20, 24]), beganOn: random.chance(0.3) ? ago(4, 21) : ago(22, 170), ...running, benefitExit: 'geen', banenafspraak: false }]
        : [];
    case 'trial': {
      const hoursPerWeek = random.pick([16, 20, 24, 28, 32]);
      return [trial(hoursPerWeek, ago(4, 56))];
    }
    case 'sheltered':
      return [{ form: 'beschut-werk', hoursPerWeek: random.pick([16, 20, 24, 28, 32]), beganOn: random.chance(0.08) ? ago(4, 28) : ago(90, 1_500), ...running, benefitExit: random.pick(['partieel', 'volledig']), banenafspraak: false }];
    case 'independent': {
      const hoursPerWeek = random.pick([24, 28, 32, 36, 38]);
      return [{ form: 'loondienst', hoursPerWeek, beganOn: random.chance(0.3) ? ago(4, 42) : ago(43, 400), ...running, benefitExit: hoursPerWeek >= 28 ? 'volledig' : 'partieel', banenafspraak: false }];
    }
    case 'supported':
      return supportedPlacements(regeling, random.weighted([[ago(4, 35), 14], [ago(36, 150), 22], [ago(151, 600), 36], [ago(601, 1_400), 28]]), random);
    case 'ended': {
      const endedOn = workingDayBefore(addDays(today, -(random.chance(0.5) ? random.whole(2, 28) : random.whole(29, 110))));
      const [supported] = supportedPlacements(regeling, workingDayAfter(addDays(endedOn, -random.whole(90, 600))), random).slice(-1);
      const endReason = random.weighted<NonNullable<PlacementFacts['endReason']>>([
        ['contract-afgelopen', 46], ['opgezegd-door-werknemer', 16], ['opgezegd-door-werkgever', 16], ['ziekte-of-zorg', 12], ['anders', 10],
      ]);
      return supported === undefined ? [] : [{ ...supported, endedOn, endReason }];
    }
  }
}

/** Two months with benefit, on the conditions that make it a trial. Nobody is paid, so there is no wage to subsidise. */
function trial(hoursPerWeek: number, beganOn: Day): PlacementTimes {
  return { form: 'proefplaatsing', hoursPerWeek, beganOn, endedOn: null, endReason: null, benefitExit: 'geen', banenafspraak: false, trialThrough: ordinaryTrialEnd(beganOn), trialConditions: [...trialConditions] };
}

/** Work with loonkostensubsidie; some began with a trial at the same employer, and moved on from it. */
function supportedPlacements(regeling: CandidateStatus['regeling'], beganOn: Day, random: RandomStream): readonly PlacementTimes[] {
  const hoursPerWeek = random.pick([12, 16, 20, 20, 24, 24, 28, 32, 36]);
  const onBenefit = regeling !== 'nugger';
  const main: PlacementTimes = {
    form: random.weighted([['loondienst', 64], ['detachering-individueel', 20], ['detachering-groep', 16]]),
    hoursPerWeek, beganOn, endedOn: null, endReason: null,
    benefitExit: !onBenefit ? 'geen' : hoursPerWeek >= 32 ? 'volledig' : 'partieel',
    banenafspraak: (regeling === 'participatiewet' || regeling === 'wajong' || regeling === 'wsw') && random.chance(0.85),
  };
  if (main.form === 'detachering-groep' || !random.chance(0.16)) return [main];
  return [
    { ...trial(hoursPerWeek, workingDayAfter(addMonths(beganOn, -2))), endedOn: addDays(beganOn, -1), endReason: 'doorstroom' },
    main,
  ];
}
