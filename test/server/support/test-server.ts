import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';
import { pullDossierSchema, pullTailSchema, type PullTail } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { challengeHeader, objectionHeader, objectionText, proofHeader, proofText } from '#shared/sync/device-proof.ts';
import { deviceHeader } from '#shared/sync/session-protocol.ts';
import { createProvenFetch } from '#renderer/sync/proven-fetch.ts';
import { buildApp, type RequestLimits } from '#server/app.ts';
import type { Timers } from '#server/live/timers.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import type { Log } from '#server/http/log.ts';
import { importRegion, importUsers } from '#server/storage/import-records.ts';
import { TestDevice, person } from '../../contract/server-builders.ts';
import { createDatabase } from '../../support/postgres.ts';

export const region = 'rijk-van-nijmegen';
export const users = {
  coach: person(region, 'jobcoach-een', 'jobcoach'),
  otherCoach: person(region, 'jobcoach-twee', 'jobcoach'),
  consultant: person(region, 'consulent-een', 'consultant', ['GM0268', 'GM0296']),
  manager: person(region, 'manager-een', 'manager'),
} as const;

export interface TestServer {
  readonly app: FastifyInstance;
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly logged: Readonly<Record<string, string | number>>[];
  /** The server's clock [ms]; moved by hand. */
  readonly clock: { nowMs: number };
  signIn(user: Principal): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly demo?: boolean;
  readonly secure?: boolean;
  readonly staticDir?: string;
  /** Where the contents of attachments go; none are taken when left out. */
  readonly dataDir?: string;
  /** Time for heartbeats and pauses; the machine's when left out. */
  readonly timers?: Timers;
  /** None that a test notices, when left out: its clock stands still. */
  readonly limits?: RequestLimits;
}

/** The whole server over a migrated database of its own. */
export async function startTestServer({ demo = true, secure = false, staticDir, dataDir, timers, limits = { pushesPerMinute: 100_000, signInsPerMinute: 100_000 } }: TestServerOptions = {}): Promise<TestServer> {
  const databaseUrl = await createDatabase();
  const pool = createPool(databaseUrl);
  await migrate(pool);
  await withTransaction(pool, 'system', 'write', async (client) => {
    await importRegion(client, { id: region, name: 'Rijk van Nijmegen' });
    await importUsers(client, region, Object.values(users).map((user) => ({ ...user, demo: true })));
  });
  const logged: Readonly<Record<string, string | number>>[] = [];
  const log: Log = { info: (entry) => logged.push(entry), error: (entry) => logged.push(entry) };
  const clock = { nowMs: 1_770_000_000_000 };
  const app = await buildApp({ pool, config: { demo, secure, origins: [], sessionHours: 12 }, clock: { nowMs: () => clock.nowMs }, log, limits, ...(staticDir === undefined ? {} : { staticDir }), ...(dataDir === undefined ? {} : { dataDir }), ...(timers === undefined ? {} : { timers }) });
  return {
    app, pool, databaseUrl, logged, clock,
    signIn: (user) => SignedIn.at(app, user),
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
}

/** A browser in which somebody signed in, with a registered device. */
export class SignedIn {
  readonly user: Principal;
  readonly device: TestDevice;
  readonly cookie: string;
  challenge = '';
  readonly #app: FastifyInstance;

  private constructor(app: FastifyInstance, user: Principal, cookie: string, device: TestDevice) {
    this.#app = app;
    this.user = user;
    this.cookie = cookie;
    this.device = device;
  }

  static async at(app: FastifyInstance, user: Principal, device = new TestDevice(user)): Promise<SignedIn> {
    const response = await app.inject({ method: 'POST', url: '/v1/demo/session', payload: { userId: user.userId } });
    const [cookie] = response.cookies;
    if (cookie === undefined) throw new Error(`sign-in: ${response.statusCode} ${response.body}`);
    const signedIn = new SignedIn(app, user, `${cookie.name}=${cookie.value}`, device);
    await signedIn.request({ method: 'POST', url: '/v1/devices', payload: { deviceId: signedIn.device.deviceId, publicKey: Buffer.from(signedIn.device.publicKey).toString('base64') } });
    return signedIn;
  }

  /** With the proof of the device; what `headers` say instead counts. */
  async request(options: InjectOptions & { readonly url: string }): Promise<LightMyRequestResponse> {
    const ask = () => this.bare({ ...options, headers: { ...this.proof(options.method ?? 'GET', options.url), ...options.headers } });
    const response = await ask();
    // The first one of a session, and the first one after hours, has no living challenge yet.
    return response.headers[objectionHeader] === objectionText('proof-needed') && options.headers?.[proofHeader] === undefined ? ask() : response;
  }

  /** In the session alone, as whoever finds a locked laptop could ask. */
  async bare(options: InjectOptions): Promise<LightMyRequestResponse> {
    const response = await this.#app.inject({ ...options, headers: { cookie: this.cookie, 'veldwerk-user': this.user.userId, ...options.headers } });
    const next = response.headers[challengeHeader];
    if (typeof next === 'string') this.challenge = next;
    return response;
  }

  /** The headers that prove this device for one request, by the newest challenge. */
  proof(method: string, target: string, by: TestDevice = this.device): Readonly<Record<string, string>> {
    const text = proofText({ method, target, challenge: this.challenge, userId: this.user.userId, deviceId: by.deviceId });
    return { 'veldwerk-user': this.user.userId, [deviceHeader]: by.deviceId, [proofHeader]: `${this.challenge} ${by.signText(text)}` };
  }

  /** The same for a request over the network, with the cookie. */
  async provenHeaders(method: string, target: string): Promise<Readonly<Record<string, string>>> {
    await this.bare({ method: 'GET', url: '/v1/changes', headers: { [deviceHeader]: this.device.deviceId } });
    return { cookie: this.cookie, ...this.proof(method, target) };
  }

  /** `fetch` as the product's sync loop has it. */
  fetcher(through: typeof fetch = fetch): typeof fetch {
    return createProvenFetch({
      fetcher: (input, init) => through(input, { ...init, headers: { ...(init?.headers as Readonly<Record<string, string>>), cookie: this.cookie } }),
      identity: { userId: this.user.userId, deviceId: this.device.deviceId },
      publicKey: Buffer.from(this.device.publicKey).toString('base64'),
      sign: (text) => Promise.resolve(this.device.signText(text)),
    });
  }

  push(operations: readonly unknown[]): Promise<LightMyRequestResponse> {
    return this.request({ method: 'POST', url: '/v1/operations', payload: { operations } });
  }

  async pull(after = 0, epoch = 1): Promise<{ readonly text: string; readonly records: readonly StoredRecord[]; readonly tail: PullTail }> {
    const response = await this.request({ method: 'GET', url: `/v1/changes?epoch=${epoch}&after=${after}` });
    if (response.statusCode !== 200) throw new Error(`pull: ${response.statusCode} ${response.body}`);
    const lines = response.body.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    const records = lines.slice(1, -1).flatMap((line) => pullDossierSchema.parse(line).records) as unknown as readonly StoredRecord[];
    return { text: response.body, records, tail: pullTailSchema.parse(lines.at(-1)) };
  }
}
