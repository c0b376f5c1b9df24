// Bundles renderer/ into dist/renderer. `--if-stale` does nothing when the sources are those of the last build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inProduction } from './lib/in-production.mjs';
import { inProject, isCommand } from './lib/project.mjs';
import { buildProblem, runCommand, Sentence } from './lib/sentence.mjs';
import { buildInto, isBuiltFrom, sourceHash } from './lib/stamp.mjs';

export const rendererDir = inProject('dist', 'renderer');

const sources = async () => (await import('../bundle/renderer.mjs')).rendererSources;

export const rendererIsFresh = async () => isBuiltFrom(rendererDir, sourceHash(await sources()));

export async function buildRenderer() {
  if (!existsSync(inProject('renderer', 'index.html'))) throw new Sentence('The renderer cannot be built: renderer/index.html does not exist.');
  const [{ build }, { rolldown }, { rendererBundle, serviceWorkerBundle }] =
    await Promise.all([import('vite'), import('rolldown'), import('../bundle/renderer.mjs')]);
  await buildInto(rendererDir, sourceHash(await sources()), async (outDir) => {
    await inProduction(() => build(rendererBundle(outDir)));
    if (!existsSync(inProject('renderer', 'service-worker.ts'))) return;
    const { output, ...input } = serviceWorkerBundle(outDir, listPrecache(outDir));
    const bundle = await rolldown(input);
    await bundle.write(output);
    await bundle.close();
  }).catch((error) => Promise.reject(buildProblem('The renderer', error)));
}

/** Every file of the build with a hash of its content, and one hash over all: the name of the cache that holds them together. */
function listPrecache(outDir) {
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      url: `/${path.relative(outDir, file).split(path.sep).join('/')}`,
      hash: createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16),
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return { version, files };
}

if (isCommand(import.meta.url)) {
  await runCommand(async () => {
    if (!process.argv.includes('--if-stale') || !(await rendererIsFresh())) await buildRenderer();
  });
}
