import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readMigrations } from '#server/db/migrate.ts';

/** The first one makes the tables; there is no state before it. */
test('[VER6] every migration of the server has a test from the state before it', async () => {
  const tests = await readdir(new URL('.', import.meta.url));
  const [, ...later] = await readMigrations();
  const untested = later.filter(({ name }) => !tests.includes(`server-${name.replace(/\.sql$/, '.test.ts')}`)).map(({ name }) => name);
  expect(untested).toEqual([]);
});
