import type { Groups } from '#shared/domain/kinds.ts';
import { addDays, type Day } from '#shared/lib/calendar.ts';
import type { Career } from './career.ts';
import { randomStream } from './random-stream.ts';

export interface FileSectionsInput {
  readonly seed: string;
  readonly index: number;
  readonly career: Career;
}

type FileSections = Pick<Groups<'candidate'>, 'register' | 'consent' | 'abilities' | 'availability' | 'education' | 'experience'>;

/** Files beyond these hold what everybody needs: a large region must not weigh more for what only a few people open. */
const filledFiles = 240;

const cans = ['Werkt nauwkeurig en is op tijd.', 'Leert snel van voordoen en meedoen.', 'Is graag buiten en ziet zelf wat er moet gebeuren.', 'Is rustig met mensen en luistert goed.', 'Werkt stevig door als de volgorde vaststaat.'];
const helps = ['Een vaste plek en één vraagbaak.', 'De taken van de dag op een bord.', 'Elke ochtend even samen de dag doornemen.', 'Na een drukke dag een dag met bekend werk.'];
const limits = ['Niet langer dan vier uur achter elkaar staan.', 'Wisselende opdrachten op één dag kosten veel tijd.', 'Werken in drukte vraagt vaker pauze.', 'Tillen tot tien kilo.'];
const times = ['ma t/m do', 'ma t/m vr, van 9 tot 15 uur', 'di, wo en vr', 'ochtenden'];
const courses = [
  { level: 'mbo-1', name: 'Assistent dienstverlening en zorg' }, { level: 'mbo-1', name: 'Assistent logistiek' }, { level: 'mbo-2', name: 'Medewerker hovenier' },
  { level: 'pro-vso', name: 'Praktijkonderwijs' }, { level: 'vmbo', name: 'Vmbo basis' },
] as const;
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
  if (ground !== null && (counts || (listed && status.candidateGroup > 1))) {
    return { standing: 'opgenomen', ground: ground === 'participatiewet' && measured && supported ? 'praktijkroute' : ground, beganOn, ceasedOn: null };
  }
  return { standing: asked && status.candidateGroup > 1 && ground !== null ? 'aangevraagd' : 'niet', ground: null, beganOn: null, ceasedOn: null };
}

/** What a consultant writes down over time: some of it is there, seldom all. It has a stream of its own, so that nothing else moves. */
export function fileSections({ seed, index, career }: FileSectionsInput): FileSections {
  if (index >= filledFiles) return {};
  const random = randomStream(seed, `file sections ${index}`);
  const { registeredOn } = career.registration;
  const bornYear = Number(registeredOn.slice(0, 4)) - career.ageYears;
  const after = (days: number): Day => addDays(registeredOn, -random.whole(0, days));
  const course = random.pick(courses);
  return {
    ...(random.chance(0.8) && {
      consent: {
        sharing: [
          ...(random.chance(0.8) ? [{ party: 'uwv' as const, form: 'schriftelijk' as const, givenOn: after(3), withdrawnOn: null }] : []),
          { party: 'werkgevers' as const, form: random.chance(0.7) ? ('schriftelijk' as const) : ('mondeling' as const), givenOn: after(3), withdrawnOn: null },
        ],
      },
    }),
    ...(random.chance(0.85) && { abilities: { can: random.pick(cans), helps: random.pick(helps), limits: random.chance(0.7) ? random.pick(limits) : '' } }),
    ...(random.chance(0.7) && {
      register: registerOf(career, { listed: random.chance(0.6), measured: random.chance(0.5), asked: random.chance(0.5), beganOn: after(300) }),
    }),
    ...(random.chance(0.7) && {
      availability: {
        availableFrom: null, hoursPerWeek: random.pick([16, 20, 24, 28, 32]), times: random.pick(times), transport: random.pick(['fiets', 'openbaar-vervoer', 'auto', 'lopend'] as const),
        travelMinutes: random.pick([20, 30, 45, 60]), drivingLicence: random.chance(0.3),
      },
    }),
    ...(random.chance(0.75) && { education: { courses: [{ ...course, endedIn: String(bornYear + random.whole(17, 20)), diploma: random.chance(0.7) }] } }),
    ...(career.ageYears >= 24 && random.chance(0.6) && {
      experience: { jobs: [{ jobTitle: random.pick(jobs), employer: '', beganIn: String(bornYear + random.whole(18, 20)), endedIn: String(bornYear + random.whole(21, 23)), tasks: '' }] },
    }),
  };
}
