// Bundles server/ into dist/server: the server, the seed and the keeper of the embedded PostgreSQL, with the SQL migrations beside them.
// `--if-stale` does nothing when the sources are those of the last build.
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { serverBundle, serverEntries, serverSources } from '../bundle/server.mjs';
import { inProject, isCommand } from './lib/project.mjs';
import { buildProblem, runCommand, Sentence } from './lib/sentence.mjs';
import { buildInto, isBuiltFrom, sourceHash } from './lib/stamp.mjs';

const serverDir = inProject('dist', 'server');

export const serverIsFresh = () => isBuiltFrom(serverDir, sourceHash(serverSources));

export async function buildServer() {
  const missing = Object.values(serverEntries).filter((source) => !existsSync(inProject(source)));
  if (missing.length > 0) throw new Sentence(`The server cannot be built: ${missing.join(', ')} does not exist.`);
  const { rolldown } = await import('rolldown');
  await buildInto(serverDir, sourceHash(serverSources), async (outDir) => {
    const { output, ...input } = serverBundle(serverEntries, outDir);
    const bundle = await rolldown(input);
    await bundle.write(output);
    await bundle.close();
    // Read at run time, by number: data, not code.
    cpSync(inProject('server', 'db', 'migrations'), path.join(outDir, 'migrations'), { recursive: true });
  }).catch((error) => Promise.reject(buildProblem('The server', error)));
}

if (isCommand(import.meta.url)) {
  await runCommand(async () => {
    if (!process.argv.includes('--if-stale') || !serverIsFresh()) await buildServer();
  });
}
