import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests of one kind share their needs: `workshop` proves the tools, `unit` needs nothing, `postgres` a database server, `launch` the built product. */
export default defineConfig({
  root,
  test: {
    // Two cores are common in CI; a database, a browser and a compiler share them.
    maxWorkers: 2,
    // Nothing sleeps; the limit is for a machine that does five other things as well.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'workshop',
          // The scripts that run before any package is there are plain JavaScript, and so are their tests.
          include: ['test/workshop/*.test.{ts,mjs}'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['shared', 'renderer', 'electron', 'simulation', 'upgrade'].map((room) => `test/${room}/**/*.test.{ts,tsx}`),
          exclude: ['test/upgrade/server-*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['test/server/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/upgrade/server-*.test.ts'],
          globalSetup: ['test/support/global-postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'launch',
          include: ['test/workshop/launch/**/*.test.ts'],
          globalSetup: ['test/support/global-build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each starts a whole product; side by side they would only measure each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
