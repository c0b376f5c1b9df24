import type { Groups } from '#shared/domain/kinds.ts';
import { addDays, earliestDay, type Day } from '#shared/lib/calendar.ts';
import type { Career } from './career.ts';
import { workingDayAfter } from './dutch-moment.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

export interface FileSectionsInput {
  readonly seed: string;
  readonly index: number;
  readonly career: Career;
  readonly birthDate: Day;
  readonly today: Day;
}

type FileSections = Pick<Groups<'candidate'>, 'register' | 'consent' | 'abilities' | 'availability' | 'education' | 'experience'>;

/** Files beyond these hold what everybody needs: a large region must not weigh more for what only a few people open. */
const filledFiles = 240;

const cans = ['Werkt nauwkeurig en is op tijd.', 'Leert snel van voordoen en meedoen.', 'Is graag buiten en ziet zelf wat er moet gebeuren.', 'Is rustig met mensen en luistert goed.', 'Werkt stevig door als de volgorde vaststaat.'];
const helps = ['Een vaste plek en één vraagbaak.', 'De taken van de dag op een bord.', 'Elke ochtend even samen de dag doornemen.', 'Na een drukke dag een dag met bekend werk.'];
const limits = ['Niet langer dan vier uur achter elkaar staan.', 'Wisselende opdrachten op één dag kosten veel tijd.', 'Werken in drukte vraagt vaker pauze.', 'Tillen tot tien kilo.'];
const times = ['ma t/m do', 'ma t/m vr, van 9 tot 15 uur', 'di, wo en vr', 'ochtenden'];
/** @property ageYears at which somebody leaves it, at the earliest */
const courses = [
  { level: 'mbo-1', name: 'Assistent dienstverlening en zorg', ageYears: 17 }, { level: 'mbo-1', name: 'Assistent logistiek', ageYears: 17 }, { level: 'mbo-2', name: 'Medewerker hovenier', ageYears: 19 },
  { level: 'pro-vso', name: 'Praktijkonderwijs', ageYears: 17 }, { level: 'vmbo', name: 'Vmbo basis', ageYears: 16 },
] as const;
type Course = NonNullable<FileSections['education']>['courses'][number];
const jobs = ['Hulp in de kas', 'Vakkenvuller', 'Medewerker wasserij', 'Productiemedewerker', 'Medewerker groenvoorziening'];

interface RegisterDraws {
  readonly listed: boolean;
  readonly measured: boolean;
  readonly asked: boolean;
  readonly beganOn: Day;
}

/** The register follows from the regeling and the work: whoever counts for the banenafspraak stands in it, whoever is ready for work does not. */
function registerOf({ status, placements, stage }: Career, { listed, measured, asked, beganOn }: RegisterDraws): NonNullable<FileSections['register']> {
  const counts = placements.some(({ banenafspraak }) => banenafspraak);
  const grounds = { wajong: 'wajong', wsw: 'wsw', participatiewet: 'participatiewet' } as const;
  const ground = status.regeling in grounds ? grounds[status.regeling as keyof typeof grounds] : null;
  const supported = stage === 'supported' || stage === 'ended';
  // Wajong and Wsw stand in it by themselves; of the Participatiewet somebody asked for it, or measured at work.
  const byItself = ground === 'wajong' || ground === 'wsw';
  if (ground !== null && (counts || ((listed || byItself) && status.candidateGroup > 1))) {
    const began = placements[0]?.beganOn;
    return ground === 'participatiewet' && measured && supported && began !== undefined
      ? { standing: 'opgenomen', ground: 'praktijkroute', beganOn: began > beganOn ? began : beganOn, ceasedOn: null }
      : { standing: 'opgenomen', ground, beganOn, ceasedOn: null };
  }
  return { standing: asked && status.candidateGroup > 1 && ground !== null ? 'aangevraagd' : 'niet', ground: null, beganOn: null, ceasedOn: null };
}

/** What a consultant writes down over time: some of it is there, seldom all. It has a stream of its own, so that nothing else moves. */
export function fileSections({ seed, index, career, birthDate, today }: FileSectionsInput): FileSections {
  if (index >= filledFiles) return {};
  const random = randomStream(seed, `file sections ${index}`);
  const { registeredOn } = career.registration;
  const before = (days: number): Day => addDays(registeredOn, -random.whole(0, days));
  /** Given at the first talk, or a few days later. */
  const given = (): Day => earliestDay(workingDayAfter(addDays(registeredOn, random.whole(0, 3))), addDays(today, -1));
  const course = random.chance(0.75) ? courseOf(birthDate, today, random) : null;
  const job = career.ageYears >= 24 && random.chance(0.6) ? jobOf(birthDate, course, registeredOn, random) : null;
  return {
    ...(random.chance(0.8) && {
      consent: {
        sharing: [
          ...(random.chance(0.8) ? [{ party: 'uwv' as const, form: 'schriftelijk' as const, givenOn: given(), withdrawnOn: null }] : []),
          { party: 'werkgevers' as const, form: random.chance(0.7) ? ('schriftelijk' as const) : ('mondeling' as const), givenOn: given(), withdrawnOn: null },
        ],
      },
    }),
    ...(random.chance(0.85) && { abilities: { can: random.pick(cans), helps: random.pick(helps), limits: random.chance(0.7) ? random.pick(limits) : '' } }),
    ...(random.chance(0.7) && {
      register: registerOf(career, { listed: random.chance(0.6), measured: random.chance(0.5), asked: random.chance(0.5), beganOn: before(300) }),
    }),
    ...(random.chance(0.7) && {
      availability: {
        availableFrom: null, hoursPerWeek: random.pick([16, 20, 24, 28, 32]), times: random.pick(times), ...transportOf(random.pick(['fiets', 'openbaar-vervoer', 'auto', 'lopend'] as const), random.chance(0.3)),
        travelMinutes: random.pick([20, 30, 45, 60]),
      },
    }),
    ...(course !== null && { education: { courses: [course] } }),
    ...(job !== null && { experience: { jobs: [job] } }),
  };
}

/** Nobody left school before its last year, or next year. */
function courseOf(birthDate: Day, today: Day, random: RandomStream): Course {
  const bornYear = yearOf(birthDate);
  const lastYear = yearOf(today) - 1;
  const picked = random.pick(courses);
  const { level, name, ageYears } = bornYear + picked.ageYears <= lastYear ? picked : courses[4];
  const endedIn = Math.min(bornYear + ageYears + random.whole(0, 2), lastYear);
  return { level, name, endedIn: String(endedIn), diploma: random.chance(0.7) };
}

/** After school and before they came here; null when there was no time for it. */
function jobOf(birthDate: Day, course: Course | null, registeredOn: Day, random: RandomStream): NonNullable<FileSections['experience']>['jobs'][number] | null {
  const began = Math.max(yearOf(birthDate) + 18, Number(course?.endedIn ?? 0)) + random.whole(0, 2);
  const ended = began + random.whole(1, 4);
  return ended > yearOf(registeredOn) ? null : { jobTitle: random.pick(jobs), employer: '', beganIn: String(began), endedIn: String(ended), tasks: '' };
}

/** Whoever comes by car may drive one. */
function transportOf<Way extends string>(transport: Way, hasLicence: boolean): { readonly transport: Way; readonly drivingLicence: boolean } {
  return { transport, drivingLicence: hasLicence || transport === 'auto' };
}

const yearOf = (on: Day): number => Number(on.slice(0, 4));
