// Runs on any Node that knows modules: no newer syntax or API in here.
import { readFileSync } from 'node:fs';

/** @returns a sentence when this Node is older than package.json asks, else undefined. */
export function nodeTooOld(version) {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const wanted = manifest.engines.node.replace('>=', '').split('.').map(Number);
  const have = version.split('.').map(Number);
  for (let part = 0; part < wanted.length; part += 1) {
    if (have[part] > wanted[part]) return undefined;
    if (have[part] < wanted[part]) {
      return 'Veldwerk needs Node ' + wanted.join('.') + ' or newer and this is Node ' + version + '; a newer one is at https://nodejs.org.';
    }
  }
  return undefined;
}
