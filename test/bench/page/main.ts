// First: see there.
import '#renderer/platform/no-generated-code.ts';
import { Dexie } from 'dexie';
import { regionDossierId, type DeviceId, type UserId } from '#shared/domain/ids.ts';
import { keep, newRecordId, type KeepParts } from '#renderer/data/commands/keep.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { openDossier } from '#renderer/data/db/dossier-content.ts';
import { makeKeys, type OpenKeys, type ServerSealingKey } from '#renderer/data/db/keyring.ts';
import { createOpfsJournalFiles } from '#renderer/data/journal/opfs-journal-files.ts';
import { startJournal } from '#renderer/data/journal/start-journal.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { createLineSeal, type SealingParts } from '#renderer/data/journal/seal-line.ts';
import { systemClock, systemRandomness } from '#renderer/platform/system.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { openUserDatabase, userDatabaseName } from '#renderer/data/db/user-database.ts';
import { openCaseload } from '#renderer/data/queries/caseload.ts';
import type { CaseloadState } from '#renderer/data/views.ts';
import type { SyncIdentity } from '#renderer/data/sync-report.ts';
import { startSyncWorker } from '#renderer/sync/worker-client.ts';

/*
 * The page of the bench: the product's own parts, driven from outside, in a real browser against the real server. Each
 * function measures one thing once; medians, ratios and words are the runner's.
 */

interface Device {
  readonly userId: UserId;
  readonly keys: OpenKeys;
  readonly publicKey: string;
  readonly sealing: SealingParts;
}

let device: Device | null = null;
const theDevice = (): Device => {
  if (device === null) throw new Error('setUp comes first');
  return device;
};

const syncIdentity = (): SyncIdentity => ({ ...theDevice().sealing.identity, publicKey: theDevice().publicKey });

/** Signs in, makes the keys of a device and registers it, as the product does at a first use. */
async function setUp(userId: UserId): Promise<void> {
  const post = (path: string, body: object) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await post('/v1/demo/session', { userId });
  const deviceId = crypto.randomUUID() as DeviceId;
  const { wrapped, open } = await makeKeys(userId, deviceId, { passphrase: 'een zin voor de meting', deviceSecret: null });
  const answer = (await (await post('/v1/devices', { deviceId, publicKey: wrapped.publicKey })).json()) as { sealingKey: ServerSealingKey };
  const sign = async (text: string) => toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', open.signingKey, new TextEncoder().encode(text))));
  device = { userId, keys: open, publicKey: wrapped.publicKey, sealing: { dataKey: open.dataKey, serverKey: answer.sealingKey, sign, identity: { deviceId, userId } } };
}

/** A first sync of everything this person may see, into an empty encrypted database [ms]. */
async function firstSync(): Promise<{ readonly ms: number; readonly firstUsableMs: number; readonly longestTaskMs: number }> {
  const { userId, keys } = theDevice();
  await Dexie.delete(userDatabaseName(userId));
  const tasks = watchLongTasks();
  const begun = performance.now();
  let firstUsableMs = 0;
  await new Promise<void>((resolve) => {
    const worker = startSyncWorker(syncIdentity(), keys, (report) => {
      if (report.progress !== null && firstUsableMs === 0) firstUsableMs = performance.now() - begun;
      if (report.phase !== 'idle') return;
      worker.end();
      resolve();
    });
  });
  return { ms: performance.now() - begun, firstUsableMs, longestTaskMs: tasks.longest() };
}

/** A sync with nothing to do, from being asked to being idle [ms]. */
async function idleSync(): Promise<number> {
  const { keys } = theDevice();
  return new Promise<number>((resolve) => {
    let begun: number | null = null;
    const worker = startSyncWorker(syncIdentity(), keys, (report) => {
      if (report.phase !== 'idle') return;
      if (begun === null) {
        begun = performance.now();
        worker.wake();
        return;
      }
      worker.end();
      resolve(performance.now() - begun);
    });
  });
}

/** The caseload from the encrypted summaries to rows that can be drawn [ms]. */
async function openList(): Promise<{ readonly ms: number; readonly rows: number }> {
  const { userId, keys } = theDevice();
  const key = keys.dataKey;
  const database = openUserDatabase(userId, 'strict');
  const begun = performance.now();
  const caseload = openCaseload(database, createCipher(key));
  const ready = await new Promise<Extract<CaseloadState, { kind: 'ready' }>>((resolve) => {
    const look = () => {
      const state = caseload.live.current();
      if (state.kind === 'ready') resolve(state);
    };
    caseload.live.subscribe(look);
    look();
  });
  const ms = performance.now() - begun;
  caseload.close();
  database.close();
  return { ms, rows: ready.rows.length };
}

/** Reference A: the same rows as one gzip NDJSON stream into plain Dexie, one row a value, no sync, no encryption [ms]. */
async function plainDexie(address: string): Promise<{ readonly ms: number; readonly rows: number }> {
  await Dexie.delete('bench-plain');
  const database = new Dexie('bench-plain');
  database.version(1).stores({ rows: 'recordId, dossierId, kind' });
  const begun = performance.now();
  const response = await fetch(address);
  if (response.body === null) throw new Error('no body');
  const text = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
  const rows = text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as object);
  await database.table('rows').bulkPut(rows);
  const ms = performance.now() - begun;
  database.close();
  return { ms, rows: rows.length };
}

/** A bare request that the server answers with "nothing new" [ms]. */
async function bareRequest(after: number): Promise<number> {
  const { userId } = theDevice();
  const begun = performance.now();
  const response = await fetch(`/v1/changes?epoch=1&after=${after}`, { headers: { 'veldwerk-user': userId } });
  await response.text();
  return performance.now() - begun;
}

function watchLongTasks(): { longest(): number } {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  return {
    longest() {
      observer.disconnect();
      return longest;
    },
  };
}

/**
 * Keeps visits as a person does, one after the other, spread over the caseload: judged, signed, sealed, strictly
 * committed, journalled and flushed. @returns how long each took [ms]
 */
async function keepVisits(count: number): Promise<readonly number[]> {
  const { userId, keys, sealing } = theDevice();
  const database = openUserDatabase(userId, 'strict');
  const cipher = createCipher(keys.dataKey);
  const started = await startJournal({ userId, seal: createLineSeal(sealing), files: createOpfsJournalFiles(), work: createDexieKeptWork(database, cipher) });
  const { journal } = started;
  const dossiers = (await database.dossiers.toCollection().primaryKeys()).filter((id) => id !== regionDossierId);
  const candidates = [];
  for (const id of dossiers) {
    if (candidates.length >= Math.min(count, 200)) break;
    const row = await database.dossiers.get(id);
    if (row !== undefined && (await openDossier(cipher, row)).records.some((record) => record.kind === 'candidate')) candidates.push(id);
  }
  const parts: KeepParts = {
    database,
    cipher,
    clock: systemClock,
    randomness: systemRandomness,
    identity: sealing.identity,
    sign: sealing.sign,
    async writeSecondCopy(operation, keptAtMs) {
      if (journal === null) return false;
      await journal.append(operation, keptAtMs);
      return true;
    },
    withdrawSecondCopy: () => Promise.resolve(),
  };
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const dossierId = candidates[index % candidates.length];
    if (dossierId === undefined) throw new Error('no candidate to visit');
    const begun = performance.now();
    const kept = await keep(parts, { record: { dossierId, recordId: newRecordId(systemRandomness), kind: 'visit' }, payload: visit(userId, index), draftId: null });
    times.push(performance.now() - begun);
    if (!kept.ok) throw new Error(`not kept: ${JSON.stringify(kept.problem)}`);
  }
  started.close();
  database.close();
  return times;
}

const visit = (userId: UserId, index: number) => ({
  facts: { heldOn: '2026-11-20', beganAt: '09:30', durationMinutes: 45, candidateMinutes: 45, place: 'werkplek', attendees: 'beiden', activity: 'begeleiding-op-het-werk', risk: 'goed', sickLeave: false, nextContactOn: '2026-12-11', placementId: null, heldBy: userId },
  note: { form: { id: 'visit', version: 1 }, observations: `${index}. ${'Werkt rustig door als de taken van tevoren op het bord staan. '.repeat(12)}`, goals: [{ goal: 'Zelf hulp vragen', progress: 'loopt' }], agreements: [], contactPerson: 'P. Smits' },
});

/** Sends everything that was kept, until the server's outcomes have emptied the outbox [ms]. */
async function pushAll(): Promise<number> {
  const { userId, keys } = theDevice();
  const database = openUserDatabase(userId, 'strict');
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    const worker = startSyncWorker(syncIdentity(), keys, (report) => {
      if (report.phase !== 'idle') return;
      void database.outbox.count().then((left) => {
        if (left > 0) return;
        worker.end();
        resolve();
      });
    });
  });
  const ms = performance.now() - begun;
  database.close();
  return ms;
}

/** The same rows, written plainly, read back as one list: what opening a list costs without us [ms]. */
async function plainList(count: number): Promise<number> {
  await Dexie.delete('bench-list');
  const database = new Dexie('bench-list');
  database.version(1).stores({ rows: 'id' });
  const rows = Array.from({ length: count }, (_, index) => ({ id: `dossier-${index}`, name: `Achternaam${index}, Voornaam`, municipality: 'GM0268', group: 3, employer: 'Een werkgever met een naam', last: '2026-11-02', next: '2026-12-01', risk: 'goed', value: 64 }));
  await database.table('rows').bulkPut(rows);
  const begun = performance.now();
  await database.table('rows').toArray();
  const ms = performance.now() - begun;
  database.close();
  return ms;
}

Object.assign(globalThis, { bench: { setUp, firstSync, idleSync, openList, plainList, plainDexie, bareRequest, keepVisits, pushAll } });
