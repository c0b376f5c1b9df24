import { inProject } from '../scripts/lib/project.mjs';

/** What goes into dist/server: name of the output -> source. */
export const serverEntries = {
  main: 'server/main.ts',
  seed: 'server/seed.ts',
  admin: 'server/admin.ts',
  'embedded-postgres': 'server/db/embedded-postgres/supervise.ts',
};

/** Everything that can change dist/server. The lock file stands for the packages that are bundled in. */
export const serverSources = ['server', 'shared', 'package.json', 'package-lock.json', 'build/bundle/server.mjs', 'build/scripts/build-server.mjs'];

export function serverBundle(input, outDir) {
  return {
    input,
    cwd: inProject(),
    platform: 'node',
    // Not bundled: programs of the operating system, and an optional native driver that is not installed.
    external: ['pg-native', /^@embedded-postgres\//],
    output: {
      dir: outDir,
      format: 'esm',
      entryFileNames: '[name].mjs',
      // Flat: files found beside `import.meta.url` (migrations/) are found from every chunk.
      chunkFileNames: '[name]-[hash].mjs',
      sourcemap: false,
    },
    logLevel: 'warn',
  };
}
