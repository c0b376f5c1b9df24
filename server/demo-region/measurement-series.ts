import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { newestMethod } from '#shared/domain/loonwaarde/methods.ts';
import { tempoFromCounts } from '#shared/domain/loonwaarde/tempo-from-counts.ts';
import { measurementResult } from '#shared/domain/measurement-result.ts';
import type { Hoofdtaak, MeasurementFacts, MeasurementTasks } from '#shared/domain/records/measurement.ts';
import { addDays, addMonths, daysBetween, earliestDay, type Day } from '#shared/lib/calendar.ts';
import { measurementFormV1 } from '#shared/forms/measurement.v1.ts';
import type { SeedRecord, SeedUser } from '../storage/import-records.ts';
import type { HoofdtaakProfile, JobProfile } from './branches.ts';
import { seedRecord } from './seed-record.ts';
import { stages, type Career } from './career.ts';
import { dutchMoment, workingDayAfter, workingDayBefore } from './dutch-moment.ts';
import type { Employer } from './employers.ts';
import { fillSentence, type SentenceWords } from './fill-sentence.ts';
import { employeeViews, employerViews, kwaliteitExplanations, nettoWerktijdExplanations, tempoExplanations, tempoFromCount } from './measurement-sentences.ts';
import { fictitiousLandline } from './people.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

export interface Measured {
  readonly dossierId: DossierId;
  readonly birthDate: Day;
  readonly career: Career;
  readonly employer: Employer;
  readonly job: JobProfile;
  readonly expert: SeedUser;
  readonly words: SentenceWords;
  readonly random: RandomStream;
  readonly seed: string;
}

const uniform = newestMethod('uniform-2021');
const leastMinutesPerTask = uniform?.leastMinutesPerWorkingDay ?? 30;
/** Shares by number of hoofdtaken [%]. */
const splits: readonly (readonly number[])[] = [[100], [60, 40], [70, 30], [50, 50], [50, 30, 20], [40, 35, 25], [60, 25, 15], [40, 30, 20, 10], [35, 30, 20, 15], [30, 30, 25, 15]];
/** Pieces made and pieces of the norm in the same hour. */
const counts: readonly (readonly [made: number, norm: number])[] = [[70, 80], [48, 60], [45, 60], [54, 60], [36, 48], [30, 40], [35, 40], [24, 40], [20, 40], [28, 40], [11, 20], [13, 20], [17, 20], [18, 24], [9, 16]];

/** None, one, or one and a later one by which the first can be compared. */
export function makeMeasurements(today: Day, measured: Measured): readonly SeedRecord[] {
  const { career, random } = measured;
  const placement = career.placements.at(-1);
  if (placement === undefined || !random.chance(stages[career.stage].measured)) return [];
  const last = placement.endedOn ?? addDays(today, -1);
  const weeksAtWork = Math.floor(daysBetween(placement.beganOn, last) / 7);
  // Somebody who began last week is still learning the work.
  if (weeksAtWork < 3) return [];

  const level = career.stage === 'sheltered' ? 0.32 + 0.3 * random.fraction() : 0.45 + 0.45 * random.fraction();
  const overdue = weeksAtWork > 60 && random.chance(0.5);
  if (overdue) {
    const visitedOn = workingDayBefore(addDays(last, -random.whole(372, Math.min(720, weeksAtWork * 7 - 14))));
    return [measurement(measured, { visitedOn, level, nextMeasurementOn: addMonths(visitedOn, 12) }, today)];
  }
  const recent = random.chance(0.42) || weeksAtWork < 8;
  const visitedOn = workingDayBefore(addDays(last, -(recent ? random.whole(0, Math.min(34, weeksAtWork * 7 - 14)) : random.whole(35, Math.min(330, weeksAtWork * 7 - 5)))));
  const latest = measurement(measured, { visitedOn, level, nextMeasurementOn: addMonths(visitedOn, random.weighted([[12, 60], [24, 25], [36, 15]])) }, today);
  if (daysBetween(placement.beganOn, visitedOn) < 400 || !random.chance(0.35)) return [latest];
  const firstOn = workingDayBefore(addDays(placement.beganOn, random.whole(25, 60)));
  return [measurement(measured, { visitedOn: firstOn, level: level - 0.09 * random.fraction(), nextMeasurementOn: addMonths(firstOn, 12) }, today), latest];
}

interface Occasion {
  readonly visitedOn: Day;
  /** About what the outcome will be, 0..1. */
  readonly level: number;
  readonly nextMeasurementOn: Day;
}

function measurement(measured: Measured, { visitedOn, level, nextMeasurementOn }: Occasion, today: Day): SeedRecord {
  const { career, employer, job, expert, random, words } = measured;
  const placement = career.placements.at(-1);
  if (placement === undefined) throw new RangeError('measurement: nobody is measured without work');
  const contractHours = placement.hoursPerWeek;
  const facts: MeasurementFacts = {
    form: { id: measurementFormV1.id, version: measurementFormV1.version },
    visitedOn,
    birthDate: measured.birthDate,
    employerId: employer.recordId,
    employerName: employer.identity.name,
    contactPerson: employer.contact.name,
    contactEmail: employer.contact.email,
    employerInterviewee: employer.contact.name,
    normFunction: job.normFunction,
    functionPerformed: job.title,
    contractHours,
    fullTimeHours: employer.branch.fullTimeHours,
    workingDaysPerWeek: contractHours <= 12 ? 3 : contractHours <= 28 ? 4 : 5,
    contractBeganOn: placement.beganOn,
    expertId: expert.userId,
    expertName: expert.displayName,
    expertPhone: fictitiousLandline(randomStream(measured.seed, `phone of ${expert.userId}`)),
  };
  const tasks: MeasurementTasks = {
    method: 'uniform-2021',
    methodVersion: uniform?.version ?? 1,
    regularPerformance: false,
    hoofdtaken: makeTasks(measured, level, (contractHours / facts.workingDaysPerWeek) * 60),
  };
  const views = { employee: fillSentence(random.pick(employeeViews), words), employer: fillSentence(random.pick(employerViews), words) };
  const finalisedOn = earliestDay(workingDayAfter(addDays(visitedOn, random.whole(0, 6))), workingDayBefore(addDays(today, -1)));
  // By the same function as the app: a result of our own making would be refused by the judge.
  const result = measurementResult(facts, tasks, { finalisedOn, nextMeasurementOn, corrects: null });
  if (!result.ok) throw new RangeError(`a demo measurement that cannot be computed: ${JSON.stringify(result.problem)}`);
  const groups: Required<Groups<'measurement'>> = { facts, tasks, views, result: result.value };
  const head = { dossierId: measured.dossierId, recordId: random.uuid() as RecordId, createdBy: expert.userId };
  return seedRecord({ ...head, changedAtMs: dutchMoment(finalisedOn, '16:20') + random.whole(0, 50) * 60_000 }, 'measurement', groups);
}

function makeTasks({ job, random, words }: Measured, level: number, minutesPerDay: number): Hoofdtaak[] {
  const wanted = random.weighted([[1, 6], [2, 24], [3, 42], [4, 28]]);
  const longEnough = splits.filter((shares) => Math.min(...shares) * minutesPerDay >= leastMinutesPerTask * 100);
  const fitting = longEnough.filter((shares) => shares.length === wanted);
  const shares = random.pick(fitting.length > 0 ? fitting : longEnough);
  const banks = [tempoExplanations, kwaliteitExplanations, nettoWerktijdExplanations].map((bank) => random.shuffled(bank));
  return shares.map((share, place) => {
    const profile = job.hoofdtaken[place];
    if (profile === undefined) throw new RangeError(`makeTasks: ${job.title} has no task ${place}`);
    // Each hoofdtaak has its own words: the same ones twice would look like one cause counted twice.
    const [tempo = '', kwaliteit = '', nettoWerktijd = ''] = banks.map((bank) => bank[place % bank.length] ?? '');
    return makeTask(profile, { share, level: level + 0.12 * (random.fraction() - 0.5), explanations: { tempo, kwaliteit, nettoWerktijd } }, random, words);
  });
}

interface TaskInput {
  readonly share: number;
  readonly level: number;
  readonly explanations: Readonly<Record<'tempo' | 'kwaliteit' | 'nettoWerktijd', string>>;
}

/** Most of a lower loonwaarde is tempo; kwaliteit and netto werktijd are often the norm. */
function makeTask(profile: HoofdtaakProfile, { share, level, explanations }: TaskInput, random: RandomStream, words: SentenceWords): Hoofdtaak {
  const kwaliteit = random.weighted([[100, 42], [95, 18], [90, 22], [85, 10], [80, 8]]);
  const nettoWerktijd = random.weighted([[100, 46], [95, 22], [90, 22], [85, 10]]);
  const target = Math.min(100, (level * 1_000_000) / (kwaliteit * nettoWerktijd));
  const own = { ...words, taak: profile.phrase, eenheden: profile.unit };
  const explain = (percentage: number, sentence: string): string => (percentage >= 100 ? '' : fillSentence(sentence, own));
  const { tempo, tempoExplanation } = random.chance(0.55) ? countedTempo(target, own) : roughTempo(target, (percentage) => explain(percentage, explanations.tempo));
  return {
    name: profile.name, aandeel: String(share), tempo, kwaliteit: String(kwaliteit), nettoWerktijd: String(nettoWerktijd), tempoExplanation,
    kwaliteitExplanation: explain(kwaliteit, explanations.kwaliteit), nettoWerktijdExplanation: explain(nettoWerktijd, explanations.nettoWerktijd),
  };
}

type Tempo = Pick<Hoofdtaak, 'tempo' | 'tempoExplanation'>;

function countedTempo(target: number, words: SentenceWords): Tempo {
  const [made, norm] = counts.reduce((best, each) => (Math.abs((each[0] / each[1]) * 100 - target) < Math.abs((best[0] / best[1]) * 100 - target) ? each : best));
  const counted = tempoFromCounts(made, norm);
  if (!counted.ok) throw new RangeError(`countedTempo: ${counted.problem}`);
  return { tempo: counted.value.tempo, tempoExplanation: fillSentence(tempoFromCount, { ...words, gemaakt: String(made), norm: String(norm) }) };
}

function roughTempo(target: number, explain: (percentage: number) => string): Tempo {
  const percentage = Math.max(30, Math.min(100, Math.round(target / 5) * 5));
  return { tempo: String(percentage), tempoExplanation: explain(percentage) };
}
