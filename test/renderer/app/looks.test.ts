import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { looks, looksAnywhere } from '../../support/e2e/looks.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const filesOf = (name: string): readonly string[] => readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => path.join(folder, name, file));
const sources = [...filesOf('e2e'), ...filesOf('support/e2e/by-keyboard')].map((file) => readFileSync(file, 'utf8')).join('\n');

/** Names written out, and those that a table of scenarios makes: its first word, or that and its address. */
const lookedAt = new Set([
  ...[...sources.matchAll(/'([\w-]+)'/g)].map(([, name]) => name),
  ...[...sources.matchAll(/\['([\w-]+)', '(\/[\w/-]*)'/g)].map(([, scenario, address]) => `${scenario}${address?.replaceAll('/', '-')}`),
]);

describe('the table of looks', () => {
  // That it names every address of paths.ts is the compiler's work.
  it.each(Object.entries({ ...looks, anywhere: looksAnywhere }))('%s is looked at in each of its states by a test in a real browser', (_screen, states) => {
    expect(Object.values<string>(states).filter((name) => !lookedAt.has(name))).toEqual([]);
  });

  it('says of no name twice where it looks', () => {
    const names = Object.values(looks).flatMap((states) => Object.values<string>(states));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('looks at every form empty or filled, and refused', () => {
    for (const screen of ['newVisit', 'newMeasurement', 'newIntake', 'newAppointment', 'newCandidate', 'groupVisit', 'sign'] as const) expect(Object.keys(looks[screen]), screen).toContain('refused');
  });
});
