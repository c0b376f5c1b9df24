import type { DeviceId, OpId, UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { proofHeader, proofText, type DeviceObjection } from '#shared/sync/device-proof.ts';
import { deviceHeader, epochHeader, userHeader } from '#shared/sync/session-protocol.ts';
import type { PushAnswer } from '#shared/sync/protocol.ts';
import { answerPull } from '#server/sync/answer-pull.ts';
import { receiveOperations } from '#server/sync/receive-operations.ts';
import { StoreFailure, type Changes, type ServerStore, type ServerTransaction } from '#server/sync/server-store.ts';
import type { VerifySignature } from '#server/sync/verify-signature.ts';
import { MemoryServerStore } from '../../contract/server-memory-store.ts';
import type { Dice } from './dice.ts';
import { fitsText, verifyFake } from './fake-seals.ts';
import { everyone } from './people.ts';

export type Shelf = MemoryServerStore['shelf'];

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** The session cookie of the browser. */
  readonly session: string | null;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly retryAfter?: number;
  /** What the device signs next [PROOF2]. */
  readonly challenge?: string;
  readonly objection?: DeviceObjection;
}

/** Two of these long a challenge counts [ms]. */
const challengeWindowMs = 60_000;

/** What the server may suffer now; chances per transaction or request. */
export interface ServerWeather {
  dieBeforeCommit: number;
  dieAfterCommit: number;
  slowLoad: number;
  later: number;
  pageSize: number;
}

export interface SimServerParts {
  readonly dice: Dice;
  readonly nowMs: () => number;
  /** A moment of the server's own time. */
  readonly pause: (delayMs: number) => Promise<void>;
  /** Told after every commit, with what the shelf was before. */
  readonly committed: (before: Shelf, after: Shelf, principal: Principal) => void;
  /** Told of what is about to be committed. */
  readonly stores: (changes: Changes) => void;
  readonly happened: (what: string) => void;
}

/** The product's server logic over a shelf in memory, behind the little of HTTP that the device sees. */
export class SimServer {
  readonly store = new MemoryServerStore();
  readonly weather: ServerWeather = { dieBeforeCommit: 0, dieAfterCommit: 0, slowLoad: 0, later: 0, pageSize: 2_000 };
  up = true;
  #life = 1;
  #highestEpoch = 1;
  #sessions = new Map<string, UserId>();
  #backup: { readonly shelf: Shelf; readonly sessions: ReadonlyMap<string, UserId> } | null = null;
  readonly #parts: SimServerParts;
  /** For planted mistakes: what stands between the logic and its shelf, and between a batch and the logic. */
  wrapStore: (store: ServerStore) => ServerStore = (store) => store;
  wrapBatch: (operations: readonly unknown[]) => readonly unknown[] = (operations) => operations;
  verify: VerifySignature = verifyFake;

  constructor(parts: SimServerParts) {
    this.#parts = parts;
    this.store.shelf = { ...this.store.shelf, users: new Map(everyone.map((user) => [user.userId, user])) };
  }

  get shelf(): Shelf {
    return this.store.shelf;
  }

  registerDevice(deviceId: DeviceId, userId: UserId, publicKey: Uint8Array): void {
    this.store.shelf = { ...this.shelf, devices: new Map([...this.shelf.devices, [deviceId, { deviceId, userId, publicKey, revoked: false }]]) };
  }

  signIn(userId: UserId): string {
    const session = this.#parts.dice.uuid();
    this.#sessions.set(session, userId);
    return session;
  }

  endSessions(): void {
    this.#sessions.clear();
  }

  crash(): void {
    this.#life += 1;
    this.up = false;
  }

  /** Everything up to here is safe; devices hear of it with their next pull. */
  backUp(): void {
    this.store.shelf = { ...this.shelf, region: { ...this.shelf.region, backedUpThrough: this.shelf.region.n } };
    this.#backup = { shelf: this.shelf, sessions: new Map(this.#sessions) };
  }

  /** Yesterday's backup is put back: a new epoch begins. @returns false when there is none */
  restore(): boolean {
    if (this.#backup === null) return false;
    this.crash();
    this.#highestEpoch += 1;
    this.store.shelf = { ...this.#backup.shelf, region: { ...this.#backup.shelf.region, epoch: this.#highestEpoch } };
    this.#sessions = new Map(this.#backup.sessions);
    return true;
  }

  /** @returns null when the server died before it could answer */
  async handle(request: Request): Promise<Answer | null> {
    const life = this.#life;
    const answer = await this.#answer(request);
    return life === this.#life ? answer : null;
  }

  async #answer({ method, path, headers, body, session }: Request): Promise<Answer> {
    const userId = session === null ? undefined : this.#sessions.get(session);
    const principal = userId === undefined ? undefined : this.shelf.users.get(userId);
    if (principal === undefined) return problem(401, 'signed-out');
    if (headers[userHeader] !== principal.userId) return problem(409, 'other-user');
    const deviceId = (headers[deviceHeader] ?? null) as DeviceId | null;
    const window = Math.floor(this.#parts.nowMs() / challengeWindowMs);
    const challengeOf = (at: number) => `${session ?? ''}.${at}`;
    const challenge = challengeOf(window);
    const objection = this.#objectionTo({ method, path, headers }, principal, deviceId, [challenge, challengeOf(window - 1)]);
    if (objection !== null) {
      this.#parts.happened(objection);
      return { ...problem(401, objection), challenge, objection };
    }
    try {
      if (method === 'POST' && path === '/v1/operations') return { ...(await this.#push(principal, deviceId, body ?? '', headers[epochHeader])), challenge };
      if (method === 'GET' && path.startsWith('/v1/changes')) return { ...(await this.#pull(principal, deviceId, new URLSearchParams(path.slice(path.indexOf('?') + 1)))), challenge };
    } catch (error) {
      if (error instanceof StoreFailure) return problem(503, 'busy');
      throw error;
    }
    return problem(404, 'not-found');
  }

  /** As `provenDevice` of the server does it, with the stand-ins for cryptography [PROOF1]. */
  #objectionTo({ method, path, headers }: Pick<Request, 'method' | 'path' | 'headers'>, { userId }: Principal, deviceId: DeviceId | null, living: readonly string[]): DeviceObjection | null {
    const device = deviceId === null ? undefined : this.shelf.devices.get(deviceId);
    if (deviceId === null || device === undefined || device.userId !== userId) return 'device-unknown';
    const [challenge = '', signature = ''] = (headers[proofHeader] ?? '').split(' ');
    return living.includes(challenge) && fitsText(proofText({ method, target: path, challenge, userId, deviceId }), signature, device.publicKey) ? null : 'proof-needed';
  }

  async #push(principal: Principal, deviceId: DeviceId | null, body: string, epoch: string | undefined): Promise<Answer> {
    const { dice, nowMs, happened } = this.#parts;
    const sent = this.wrapBatch((JSON.parse(body) as { readonly operations: readonly unknown[] }).operations);
    // Too busy for some of them: these are not even looked at.
    const later = new Set(sent.filter(() => dice.chance(this.weather.later)));
    if (later.size > 0) happened('answer-later');
    const store = this.wrapStore(this.#observed());
    const taken = sent.filter((operation) => !later.has(operation));
    const context = { principal, deviceId, knownEpoch: epoch === undefined ? null : Number(epoch), nowMs: nowMs(), requestId: null, verify: this.verify, poison: () => happened('poison'), stepwise: () => happened('push-stepwise') };
    const answers = taken.length === 0 ? [] : await receiveOperations(store, context, taken);
    const woven: PushAnswer[] = [];
    let next = 0;
    for (const [index, operation] of sent.entries()) {
      const answer = later.has(operation) ? { opId: (operation as { readonly opId: OpId }).opId, answer: 'later' as const } : answers[next++];
      if (answer !== undefined) woven.push(answer.answer === 'unreadable' ? { ...answer, index } : answer);
    }
    return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify({ answers: woven }) };
  }

  async #pull(principal: Principal, deviceId: DeviceId | null, query: URLSearchParams): Promise<Answer> {
    const epoch = query.get('epoch');
    const request = { epoch: epoch === null ? null : Number(epoch), after: Number(query.get('after')), deviceId, lane: query.get('lane') === 'own' ? ('own' as const) : ('all' as const) };
    const store = this.wrapStore(this.#observed());
    const body = await store.read(principal, (snapshot) => answerPull(snapshot, request, this.#parts.nowMs(), this.weather.pageSize));
    return { status: 200, type: 'application/x-ndjson', body };
  }

  /** The shelf, with the places where a server can die. */
  #observed(): ServerStore {
    const { dice, pause, committed, stores, happened } = this.#parts;
    const life = this.#life;
    const stillAlive = () => {
      if (life !== this.#life) throw new StoreFailure('the server died');
    };
    const observe = (transaction: ServerTransaction): ServerTransaction => ({
      devices: (deviceIds) => transaction.devices(deviceIds),
      lockRegion: () => transaction.lockRegion(),
      nextN: () => transaction.nextN(),
      load: async (wanted) => {
        if (dice.chance(this.weather.slowLoad)) await pause(dice.between(1, 3_000));
        stillAlive();
        return transaction.load(wanted);
      },
      store: (changes) => {
        stores(changes);
        return transaction.store(changes);
      },
      savepoint: (work) => transaction.savepoint(work),
    });
    return {
      read: (principal, work) => this.store.read(principal, work),
      write: async (principal, work) => {
        let before = this.shelf;
        const value = await this.store.write(principal, async (transaction) => {
          before = this.shelf;
          const result = await work(observe(transaction));
          stillAlive();
          if (dice.chance(this.weather.dieBeforeCommit)) {
            happened('server-dies-before-commit');
            this.crash();
            throw new StoreFailure('the server died');
          }
          return result;
        });
        committed(before, this.shelf, principal);
        if (dice.chance(this.weather.dieAfterCommit)) {
          happened('server-dies-after-commit');
          this.crash();
        }
        return value;
      },
    };
  }
}

const problem = (status: number, type: string): Answer => ({ status, type: 'application/problem+json', body: JSON.stringify({ type, title: type, status }) });
