// `npm run bench [-- --json] [-- --quick] [-- --only small,large]`: measures the product against references in the same run. Medians and
// ratios; milliseconds are those of this machine and are never asserted. test/bench/README.md says what is measured, and how.
import { mkdir, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { inProduction } from './lib/in-production.mjs';
import { inProject } from './lib/project.mjs';
import { runCommand } from './lib/sentence.mjs';

const benchDir = inProject('dist', 'bench');

await runCommand(async () => {
  const [{ rolldown }, { build }, { buildIfStale }] = await Promise.all([import('rolldown'), import('vite'), import('./lib/build-if-stale.mjs')]);
  await buildIfStale(() => () => undefined);
  await rm(benchDir, { recursive: true, force: true });
  await mkdir(benchDir, { recursive: true });
  await inProduction(() => build({
    configFile: false,
    root: inProject('test', 'bench', 'page'),
    base: '/',
    logLevel: 'warn',
    build: { outDir: inProject('dist', 'bench', 'page'), emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
    worker: { format: 'es' },
  }));
  const bundle = await rolldown({
    input: inProject('test', 'bench', 'run.ts'),
    cwd: inProject(),
    platform: 'node',
    // Packages stay where they are; only our own TypeScript is bundled.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('#') && !/^[A-Za-z]:/.test(id),
    logLevel: 'warn',
  });
  await bundle.write({ file: inProject('dist', 'bench', 'run.mjs'), format: 'esm' });
  await bundle.close();
  const { run } = await import(pathToFileURL(inProject('dist', 'bench', 'run.mjs')).href);
  await run({ json: process.argv.includes('--json'), quick: process.argv.includes('--quick'), only: listAfter('--only'), project: inProject() });
});

/** @returns {string[]} */
function listAfter(flag) {
  const at = process.argv.indexOf(flag);
  return at === -1 ? [] : (process.argv[at + 1] ?? '').split(',').filter((name) => name !== '');
}
