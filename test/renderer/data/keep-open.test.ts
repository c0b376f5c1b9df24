// First: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { Dexie, liveQuery, type Table } from 'dexie';
import { describe, expect, it } from 'vitest';
import { keepOpen } from '#renderer/data/db/keep-open.ts';

/** A database on a disk that refuses when it is told to, and waits that end when the test says so. */
async function desk(mind?: Parameters<typeof keepOpen>[2]) {
  const disk = { isFull: false };
  const factory = Object.create(indexedDB, {
    open: {
      value(...args: Parameters<IDBFactory['open']>) {
        if (disk.isFull) throw new DOMException('Internal error opening backing store', 'UnknownError');
        return indexedDB.open(...args);
      },
    },
  }) as IDBFactory;
  const database = new Dexie(`keep-open-${crypto.randomUUID()}`, { indexedDB: factory, IDBKeyRange, cache: 'disabled' }) as Dexie & { rows: Table<{ readonly id: number }, number> };
  database.version(1).stores({ rows: 'id' });
  await database.open();
  const waits: (() => void)[] = [];
  const end = keepOpen(database, (_delayMs, run) => void waits.push(run), mind);
  return {
    database, disk, end, waits,
    /** The browser gives the database up, as Dexie hears it. */
    browserCloses: () => database.close({ disableAutoOpen: false }),
    /** @returns how many waited */
    waitsEnd: async () => {
      const ended = waits.splice(0);
      for (const run of ended) run();
      await settle();
      return ended.length;
    },
  };
}

/** Lets every answer of the database that is ready come. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a database that the browser closed', () => {
  it('[F13] is opened again when the disk has room, also after somebody tried in vain, and what a screen asked is read anew', async () => {
    const { database, disk, browserCloses, waitsEnd } = await desk();
    const seen: number[] = [];
    const watching = liveQuery(() => database.rows.count()).subscribe({ next: (count) => seen.push(count), error: () => undefined });
    disk.isFull = true;
    browserCloses();
    await expect(database.rows.put({ id: 1 })).rejects.toThrow();
    await waitsEnd();
    await waitsEnd();
    await expect(database.rows.put({ id: 1 })).rejects.toThrow();

    disk.isFull = false;
    await waitsEnd();
    await database.rows.put({ id: 1 });
    await settle();
    expect(seen.at(-1)).toBe(1);
    watching.unsubscribe();
    database.close();
  });

  it('[F13] gets back what it lost, however often the disk refuses that, and the screens then read it', async () => {
    const happened: string[] = [];
    const { database, browserCloses, waitsEnd } = await desk({
      closed: () => void happened.push('closed'),
      opened: async () => {
        happened.push('opened');
        if (happened.filter((each) => each === 'opened').length === 1) throw new Error('the disk refuses');
        await database.rows.put({ id: 7 });
        happened.push('put back');
      },
    });
    let shown = 0;
    const watching = liveQuery(() => database.rows.count()).subscribe({ next: (count) => void (shown = count) });
    await settle();
    browserCloses();
    await waitsEnd();
    expect(happened).toEqual(['closed', 'opened']);
    await waitsEnd();
    expect(happened).toEqual(['closed', 'opened', 'opened', 'put back']);
    expect(shown).toBe(1);
    expect(await waitsEnd()).toBe(0);
    watching.unsubscribe();
    database.close();
  });

  it('stays closed when it was closed on purpose, and when a newer app wants it', async () => {
    const locked = await desk();
    locked.end();
    locked.database.close();
    expect(await locked.waitsEnd()).toBe(0);
    expect(locked.database.isOpen()).toBe(false);

    const old = await desk();
    const newer = new Dexie(old.database.name, { indexedDB, IDBKeyRange });
    newer.version(2).stores({ rows: 'id', more: 'id' });
    await newer.open();
    await old.waitsEnd();
    expect(old.database.isOpen()).toBe(false);
    newer.close();
  });
});
