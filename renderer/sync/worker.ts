/// <reference lib="webworker" />
// First: see there.
import '../platform/no-generated-code.ts';
import { createCipher } from '../data/db/cipher.ts';
import { createDexieContentStore } from '../data/db/dexie-content-store.ts';
import { createDexieDeviceStore } from '../data/db/dexie-device-store.ts';
import { keepOpen } from '../data/db/keep-open.ts';
import { recountTally } from '../data/db/recount-tally.ts';
import { createSigner } from '../data/db/sign-text.ts';
import { openUserDatabase } from '../data/db/user-database.ts';
import { systemClock, systemRandomness } from '../platform/system.ts';
import type { Connection } from '../data/views.ts';
import type { SyncReport } from '../data/sync-report.ts';
import { startContentLoop, type ContentLoop } from './content-loop.ts';
import { startSyncEngine, type EngineReport, type SyncEngine, type Timer } from './engine.ts';
import { createFetchTransport } from './fetch-transport.ts';
import { electLeader } from './leader.ts';
import { createLiveStream } from './live-stream.ts';
import { listenLive } from './live-signal.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { createProvenFetch } from './proven-fetch.ts';
import { sendContent } from './upload-content.ts';
import { joinWindows, type WindowChannel } from './window-channel.ts';
import { createDetourFetch, createWindowFetch } from './window-fetch.ts';

/*
 * The sync loop runs here, so that decoding and encrypting a region never stalls the window. One loop per person
 * [WIN1]. The worker ends with its window, and its keys with it.
 */
/** The first pull and whoever is waiting for it have had their turn [ms]. */
const recountAfterMs = 10_000;

let engine: SyncEngine | null = null;
let connection: Connection = 'unknown';
let windows: WindowChannel | null = null;

const windowFetch = createWindowFetch((ask) => say(ask));
const detour = createDetourFetch({ own: (input, init) => fetch(input, init), byWindow: windowFetch.fetcher, runningMs: () => performance.now() });

const timer: Timer = {
  wait(delayMs, done) {
    const timeout = setTimeout(done, delayMs);
    return () => clearTimeout(timeout);
  },
};

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.say === 'start') start(message);
  else if (message.say !== 'wake') windowFetch.heard(message);
  else windows?.wake();
});

self.addEventListener('online', () => engine?.wake());

function start({ identity, keys }: Extract<ToWorker, { say: 'start' }>): void {
  const { userId, deviceId, publicKey } = identity;
  const name = `veldwerk-sync-${userId}`;
  const database = openUserDatabase(userId, 'relaxed');
  keepOpen(database, (delayMs, run) => void timer.wait(delayMs, run));
  let endLive: (() => void) | null = null;
  let endRecount: (() => void) | null = null;
  let contents: ContentLoop | null = null;
  windows = joinWindows({ channel: new BroadcastChannel(name), loop: () => engine, heardAlive: () => election.heardAlive(), show: toWindow });
  const election = electLeader({
    timer,
    sayAlive: () => windows?.sayAlive(),
    lock(steal, lead, lost) {
      navigator.locks
        .request(name, { steal }, () => {
          lead();
          // Held until the worker ends, or until another window takes it.
          return new Promise<never>(() => undefined);
        })
        .catch(lost);
    },
    lead() {
      const cipher = createCipher(keys.dataKey);
      const fetcher = createProvenFetch({ fetcher: detour, identity: { userId, deviceId }, publicKey, sign: createSigner(keys.signingKey) });
      contents = startContentLoop({
        store: createDexieContentStore(database, cipher),
        send: (content, sent) => sendContent({ endpoint: '/v1/attachments', userId, fetcher }, content, sent),
        clock: systemClock,
        randomness: systemRandomness,
        timer,
        settled: () => engine?.wake(),
        // The content waits where it is, and is counted as not sent.
        fault: () => undefined,
      });
      engine = startSyncEngine({
        store: createDexieDeviceStore(database, cipher),
        transport: createFetchTransport(userId, fetcher),
        clock: systemClock,
        randomness: systemRandomness,
        timer,
        report(report) {
          post(report);
          // [ATT10] The notes had their turn, and the server can be reached.
          if (report.phase === 'idle') contents?.wake();
        },
        fault: () => tell({ phase: 'waiting', connection, progress: null }),
      });
      endRecount = timer.wait(recountAfterMs, () => void recountTally(database).then((isRight) => (isRight === false ? engine?.wake() : undefined), () => undefined));
      endLive = listenLive({ open: createLiveStream(fetcher), timer, changed: () => engine?.wake() });
    },
    follow() {
      engine?.stop();
      engine = null;
      contents?.stop();
      contents = null;
      endLive?.();
      endRecount?.();
    },
  });
}

function post(report: EngineReport): void {
  switch (report.phase) {
    case 'sending':
    case 'fetching':
      return tell({ phase: report.phase, connection, progress: null });
    case 'progress':
      connection = 'connected';
      return tell({ phase: 'fetching', connection, progress: { done: report.done, total: report.done + report.remaining } });
    case 'idle':
      connection = 'connected';
      return tell({ phase: 'idle', connection, progress: null });
    case 'waiting':
      connection = connectionOf(report.problem.kind);
      return tell({ phase: 'waiting', connection, progress: null });
  }
}

function connectionOf(problem: Extract<EngineReport, { phase: 'waiting' }>['problem']['kind']): Connection {
  switch (problem) {
    case 'signed-out':
    case 'other-user':
    case 'too-old':
    case 'withdrawn':
      return problem;
    case 'unreachable':
    case 'garbled':
    case 'busy':
    case 'too-large':
    case 'server-fault':
      return 'unreachable';
  }
}

function tell(message: SyncReport): void {
  windows?.tell(message);
}

function toWindow(report: SyncReport): void {
  say({ say: 'report', report });
}

function say(message: FromWorker): void {
  (self as unknown as DedicatedWorkerGlobalScope).postMessage(message);
}
