// `npm run bench [-- --json] [-- --quick] [-- --only small,large]`: measures the product against references in the same run. Medians and
// ratios; milliseconds are those of this machine and are never asserted. test/bench/README.md says what is measured, and how.
import { mkdir, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { inProduction } from './lib/in-production.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inProject } from './lib/project.mjs';
import { runCommand, Sentence, wrongWords } from './lib/sentence.mjs';

const help = `npm run bench -- [options]

  --quick       one run of each instead of several: to see that it works, not to compare
  --only PARTS  some parts: start, small, first, large, push, filter, screens; with a comma between
  --json        the figures as JSON
  --help        this text

It takes the machine for half an hour; what else runs there is measured along with it.`;

const benchDir = inProject('dist', 'bench');

await runCommand(async () => {
  const options = readOptions();
  if (options === 'help') return console.log(help);
  await ensurePackages({ say: console.error, add: async () => undefined });
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
  const { run, partNames } = await import(pathToFileURL(inProject('dist', 'bench', 'run.mjs')).href);
  const unknown = options.only.filter((name) => !partNames.includes(name));
  if (unknown.length > 0) throw new Sentence(`There is no part ${unknown.join(', ')}; there are ${partNames.join(', ')}.`);
  await run({ ...options, project: inProject() });
});

function readOptions() {
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    if (values.help) return 'help';
    return { json: values.json === true, quick: values.quick === true, only: (values.only ?? '').split(',').filter((name) => name !== '') };
  } catch (error) {
    throw new Sentence(`${wrongWords(error)}; npm run bench -- --help shows what there is.`);
  }
}
