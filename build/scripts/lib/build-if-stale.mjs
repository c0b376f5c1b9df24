import { runNode } from './children.mjs';
import { inProject } from './project.mjs';
import { Sentence } from './sentence.mjs';

/** Builds dist/server and dist/renderer when their sources changed; in a process of its own, whose memory goes away with it. */
export async function buildIfStale(add) {
  const { done, stop } = runNode(inProject('build', 'scripts', 'build.mjs'), ['--if-stale']);
  await add(stop);
  const { code, output } = await done;
  if (code !== 0) throw new Sentence(output.trim() || `The build ended with code ${code}.`);
}
