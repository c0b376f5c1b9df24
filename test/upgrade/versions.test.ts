// First: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDeviceDatabase } from '#renderer/data/db/device-database.ts';
import { openUserDatabase, userDatabaseVersion } from '#renderer/data/db/user-database.ts';

const hasTest = (name: string) => existsSync(fileURLToPath(new URL(`${name}.test.ts`, import.meta.url)));
const rendererDir = fileURLToPath(new URL('../../renderer', import.meta.url));

/** The first version makes the tables; there is no state before it. */
describe('[VER6] every version of a database on a device', () => {
  it.each([['user-database', () => openUserDatabase('versions', 'strict')], ['device-database', openDeviceDatabase]] as const)('%s has a test from the version before it', async (name, open) => {
    const database = open();
    await database.open();
    const untested = Array.from({ length: database.verno - 1 }, (_, index) => `${name}-${index + 2}`).filter((each) => !hasTest(each));
    expect(untested).toEqual([]);
    database.close();
  });

  it('is the one that the floor of the device names [VER10]', async () => {
    const database = openUserDatabase('versions', 'strict');
    await database.open();
    expect(database.verno).toBe(userDatabaseVersion);
    database.close();
  });

  it('and there are no other databases', () => {
    const files = (readdirSync(rendererDir, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && readFileSync(path.join(rendererDir, file), 'utf8').includes('new Dexie('));
    expect(files.map((file) => path.basename(file)).toSorted()).toEqual(['device-database.ts', 'user-database.ts']);
  });
});
