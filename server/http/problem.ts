import type { Violation } from '#shared/domain/violation.ts';
import { sentenceOf } from '#shared/domain/sentences.ts';
import type { Problem } from '#shared/sync/session-protocol.ts';

/** Every problem this server answers with: its status and its words, in Dutch for the person who may read them. */
const problems = {
  'invalid': { status: 400, title: 'Dit klopt niet', detail: 'Een of meer gegevens kloppen niet. Bij elk gegeven staat wat er mis is.' },
  'unreadable': { status: 400, title: 'Niet leesbaar', detail: 'De server kan dit verzoek niet lezen.' },
  'signed-out': { status: 401, title: 'Niet aangemeld', detail: 'Meld je aan om verder te gaan.' },
  'proof-needed': { status: 401, title: 'Bewijs van het apparaat nodig', detail: 'De server antwoordt alleen een apparaat dat ontgrendeld is. Ontgrendel Veldwerk.' },
  'device-unknown': { status: 401, title: 'Apparaat onbekend', detail: 'De server kent dit apparaat niet. Meld je opnieuw aan.' },
  'other-device': { status: 401, title: 'Aanmelding van een ander apparaat', detail: 'Deze aanmelding hoort bij een ander apparaat. Meld je opnieuw aan.' },
  'cross-site': { status: 403, title: 'Van een andere website', detail: 'Dit verzoek komt van een andere website. Dat mag niet.' },
  'device-revoked': { status: 403, title: 'Apparaat ingetrokken', detail: 'Dit apparaat mag niet meer met de server werken. Vraag je beheerder.' },
  'not-found': { status: 404, title: 'Niet gevonden', detail: 'Dit bestaat niet, of je mag het niet zien.' },
  'other-user': { status: 409, title: 'Andere gebruiker', detail: 'Er is iemand anders aangemeld. Er is niets verstuurd.' },
  'device-taken': { status: 409, title: 'Apparaat is al bekend', detail: 'Dit apparaat is al aangemeld met een andere sleutel of een andere gebruiker.' },
  'content-offset': { status: 409, title: 'Niet waar het gebleven was', detail: 'Dit stuk sluit niet aan op wat de server al heeft. Vraag eerst hoe ver het is.' },
  'content-complete': { status: 409, title: 'Al compleet', detail: 'De inhoud van deze bijlage is al compleet en verandert niet meer.' },
  'too-large': { status: 413, title: 'Te groot', detail: 'Dit verzoek is te groot. Verstuur minder tegelijk.' },
  'wrong-type': { status: 415, title: 'Verkeerde soort', detail: 'De server leest alleen JSON (application/json).' },
  'content-refused': { status: 422, title: 'Inhoud kan niet', detail: 'De inhoud van deze bijlage wordt niet bewaard. Er staat bij waarom.' },
  // The number that the tus protocol gives it.
  'content-differs': { status: 460, title: 'Onderweg beschadigd', detail: 'De inhoud is anders aangekomen dan verstuurd, en is weggegooid. Verstuur opnieuw.' },
  'too-old': { status: 426, title: 'App is te oud', detail: 'Deze versie van de app is te oud voor de server. Werk de app bij. Je werk staat nog op je apparaat.' },
  'too-many': { status: 429, title: 'Te veel tegelijk', detail: 'Er komen te veel verzoeken van dit adres. Wacht een minuut.' },
  'fault': { status: 500, title: 'Fout op de server', detail: 'Er ging iets mis op de server. Je werk staat nog op je apparaat.' },
  'busy': { status: 503, title: 'Even niet bereikbaar', detail: 'De server kan dit nu niet verwerken. Je apparaat probeert het straks opnieuw.' },
} as const;

export type ProblemType = keyof typeof problems;

/** Thrown in a route or hook, answered in one place: the error handler. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly type: ProblemType;
  readonly violations: readonly Violation[];
  /** When it is worth asking again [s]; the problem's own when left out. */
  readonly retryAfterSeconds: number | null;

  constructor(type: ProblemType, violations: readonly Violation[] = [], retryAfterSeconds: number | null = null) {
    super(type);
    this.type = type;
    this.violations = violations;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** @source RFC 9457; `errors` with JSON pointers (RFC 6901) as in its section 3 */
export function problemOf(type: ProblemType, violations: readonly Violation[] = []): Problem {
  const errors = violations.map(({ path, code, params }) => ({ pointer: pointerOf(path), code, detail: sentenceOf(code, params) }));
  return { type, ...problems[type], ...(errors.length === 0 ? {} : { errors }) };
}

function pointerOf(path: Violation['path']): string {
  return `#${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}
