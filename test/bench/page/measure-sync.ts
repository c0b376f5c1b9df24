import { Dexie } from 'dexie';
import { openUserDatabase, userDatabaseName } from '#renderer/data/db/user-database.ts';
import type { SyncReport } from '#renderer/data/sync-report.ts';
import { startSyncWorker, type SyncWorker } from '#renderer/sync/worker-client.ts';
import { syncIdentity, theDevice } from './device.ts';
import { watchLongTasks } from './long-tasks.ts';

export interface FirstSync {
  readonly ms: number;
  /** From the first request to the first rows that can be worked with [ms]. */
  readonly usableAfterRequestMs: number;
  /** The same from the start of the worker, which loads and compiles its code first [ms]. */
  readonly usableAfterStartMs: number;
  readonly longestTaskMs: number;
}

const startWorker = (heard: (report: SyncReport) => void): SyncWorker => startSyncWorker(syncIdentity(), theDevice().keys, heard);

/** A first sync of everything this person may see, into an empty encrypted database, from the start of the worker. */
export async function firstSync(): Promise<FirstSync> {
  await Dexie.delete(userDatabaseName(theDevice().userId));
  const tasks = watchLongTasks();
  const begun = performance.now();
  let askedMs = 0;
  let usableMs = 0;
  await new Promise<void>((resolve) => {
    const worker = startWorker((report) => {
      const nowMs = performance.now() - begun;
      if (askedMs === 0) askedMs = nowMs;
      if (report.progress !== null && usableMs === 0) usableMs = nowMs;
      if (report.phase !== 'idle') return;
      worker.end();
      resolve();
    });
  });
  return { ms: performance.now() - begun, usableAfterRequestMs: usableMs - askedMs, usableAfterStartMs: usableMs, longestTaskMs: tasks.longest() };
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

interface RunningLoop {
  readonly worker: SyncWorker;
  idle: (() => void) | null;
}
let loop: RunningLoop | null = null;

/** Leaves the sync loop running, as in a window that is open; ends when it has nothing to do. */
export async function startLoop(): Promise<void> {
  endLoop();
  await new Promise<void>((resolve) => {
    const heard = (report: SyncReport) => {
      if (report.phase === 'idle') loop?.idle?.();
    };
    loop = { worker: startWorker(heard), idle: resolve };
  });
  // What the live stream says when it opens is answered with a round of its own.
  await pause(700);
}

export function endLoop(): void {
  loop?.worker.end();
  loop = null;
}

/** One round of the running loop, from being asked to being idle [ms]. */
export async function syncOnce(): Promise<number> {
  const running = loop;
  if (running === null) throw new Error('startLoop comes first');
  await pause(60);
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    running.idle = resolve;
    running.worker.wake();
  });
  running.idle = null;
  return performance.now() - begun;
}

export interface Pushed {
  /** Until the server has answered for the last operation [ms]. */
  readonly receivedMs: number;
  /** Until the pulled outcomes have emptied the outbox [ms]. */
  readonly settledMs: number;
}

/** Sends everything that was kept. The worker is loaded before and held back by its lock, as one is that was offline. */
export async function pushAll(): Promise<Pushed> {
  const { userId } = theDevice();
  const release = await holdLock(`veldwerk-sync-${userId}`);
  const database = openUserDatabase(userId, 'strict');
  const toSend = await database.outbox.count();
  let begun = 0;
  let receivedMs = 0;
  let sent = false;
  const settledMs = await new Promise<number>((resolve) => {
    const worker = startWorker((report) => {
      const nowMs = performance.now() - begun;
      if (report.phase === 'sending') sent = true;
      if (report.phase === 'fetching' && sent && receivedMs === 0) receivedMs = nowMs;
      if (report.phase !== 'idle') return;
      void database.outbox.count().then((left) => {
        if (left > 0) return;
        worker.end();
        resolve(nowMs);
      });
    });
    void isWaitedFor(`veldwerk-sync-${userId}`).then(() => {
      begun = performance.now();
      release();
    });
  });
  database.close();
  if (toSend === 0) throw new Error('there was nothing to send');
  return { receivedMs, settledMs };
}

function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => new Promise<void>((release) => resolve(release)));
  });
}

async function isWaitedFor(name: string): Promise<void> {
  for (;;) {
    const { pending } = await navigator.locks.query();
    if (pending?.some((lock) => lock.name === name) === true) return;
    await pause(5);
  }
}

/** The barest request that this server answers: a connection, a look at the database, a word [ms]. */
export async function bareRequest(): Promise<number> {
  await pause(60);
  const begun = performance.now();
  await (await fetch('/health', { cache: 'no-store' })).text();
  return performance.now() - begun;
}
