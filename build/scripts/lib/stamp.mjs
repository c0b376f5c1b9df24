import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

const stampName = '.built-from';

/** One hash over names and contents, so that a touched file does not cost a build and a reverted one needs one. */
export function sourceHash(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(inProject(source))).sort()) {
    hash.update(path.relative(inProject(), file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export function isBuiltFrom(outDir, hash) {
  const stamp = path.join(outDir, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/**
 * Builds into a folder beside and swaps: a killed or failed build leaves the old one whole, and a server that is serving it never
 * shows half of the new one.
 */
export async function buildInto(outDir, hash, build) {
  const next = `${outDir}.next-${process.pid}`;
  const old = `${outDir}.old-${process.pid}`;
  try {
    await build(next);
    writeFileSync(path.join(next, stampName), hash);
    if (existsSync(outDir)) renameSync(outDir, old);
    renameSync(next, outDir);
  } finally {
    for (const rest of [next, old]) rmSync(rest, { recursive: true, force: true, maxRetries: 3 });
  }
}

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((name) => name !== 'node_modules' && !name.endsWith('.tsbuildinfo'))
    .flatMap((name) => filesIn(path.join(place, name)));
}
