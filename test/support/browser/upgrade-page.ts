import { Dexie } from 'dexie';
import { createCipher, type Cipher } from '#renderer/data/db/cipher.ts';
import { openUpgraded, openUserDatabase, userDatabaseName } from '#renderer/data/db/user-database.ts';

/* A laptop of version 1 in a real browser: what its windows hold open, and what becomes of it when the app of today opens it. */

/** The tables as version 1 made them, written down: a change of the code cannot change what an old laptop has. */
const version1 = {
  position: 'key', dossiers: 'dossierId', summaryChunks: 'chunkId', outbox: 'opId, order, state, dossierId', drafts: 'draftId, dossierId', receipts: 'opId, dossierId', audit: 'auditId',
};

export interface FoundWork {
  readonly version: number;
  readonly unsent: readonly unknown[];
  readonly drafts: readonly unknown[];
}

export type Opened = { readonly kind: 'opened'; readonly found: FoundWork } | { readonly kind: 'refused'; readonly name: string };

/** The same after every start of the browser. */
async function cipher(): Promise<Cipher> {
  return createCipher(await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, ['encrypt', 'decrypt']));
}

const openVersion1 = async (userId: string): Promise<Dexie> => {
  const old = new Dexie(userDatabaseName(userId), { chromeTransactionDurability: 'strict' });
  old.version(1).stores(version1);
  return old.open();
};

/** Unsent work and a draft, as version 1 left them. */
async function lay(userId: string): Promise<void> {
  const boxes = await cipher();
  const old = await openVersion1(userId);
  for (const order of [1, 2]) {
    const opId = `operation-${order}`;
    const box = await boxes.seal(`outbox/${opId}`, { opId, says: `visit ${order}` });
    await old.table('outbox').add({ opId, order, state: 'waiting', dossierId: 'dossier-a', recordId: `visit-${order}`, kind: 'visit', keptAtMs: order, box });
  }
  await old.table('drafts').add({ draftId: 'draft-1', dossierId: 'dossier-a', savedAtMs: 1, box: await boxes.seal('drafts/draft-1', { says: 'half typed' }) });
  old.close();
}

let held: Dexie | IDBDatabase | null = null;

/** A window of version 1 that works on. */
async function hold(userId: string): Promise<void> {
  held = await openVersion1(userId);
}

/** One that stands still: what the browser tells it, it does not hear. */
async function holdDeaf(userId: string): Promise<void> {
  held = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(userDatabaseName(userId));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
  });
}

const isHeld = (): boolean => held instanceof Dexie && held.isOpen();

/** As at unlocking. */
async function openNow(userId: string): Promise<Opened> {
  const database = openUserDatabase(userId, 'strict');
  try {
    await openUpgraded(database);
    const boxes = await cipher();
    const unsent = await Promise.all((await database.outbox.orderBy('order').toArray()).map((row) => boxes.open(`outbox/${row.opId}`, row.box)));
    const drafts = await Promise.all((await database.drafts.toArray()).map((row) => boxes.open(`drafts/${row.draftId}`, row.box)));
    return { kind: 'opened', found: { version: database.verno, unsent, drafts } };
  } catch (error) {
    return { kind: 'refused', name: error instanceof Error ? error.name : 'unknown' };
  } finally {
    database.close();
  }
}

/** An upgrade that rewrites everything and never ends: somebody kills it in the middle. Resolves when it has begun to write. */
function upgradeWithoutEnd(userId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(userDatabaseName(userId), 20);
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
    request.addEventListener('upgradeneeded', () => {
      const { result, transaction } = request;
      result.createObjectStore('attachments', { keyPath: 'attachmentId' });
      const outbox = transaction?.objectStore('outbox');
      outbox?.clear();
      let written = 0;
      const write = () => {
        const put = outbox?.put({ opId: `rewritten-${(written += 1)}`, order: written, state: 'waiting', dossierId: 'dossier-a', text: 'x'.repeat(10_000) });
        put?.addEventListener('success', write);
        if (written === 200) resolve();
      };
      write();
    });
  });
}

Object.assign(globalThis, { upgrade: { lay, hold, holdDeaf, isHeld, openNow, upgradeWithoutEnd } });
