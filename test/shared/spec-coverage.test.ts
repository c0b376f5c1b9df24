import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const spec = readFileSync(join(project, 'shared/sync/SPEC.md'), 'utf8');

/** A rule stands at the beginning of its line; one that is not built yet says so: "- **ABC1** (planned) ...". */
const rules = [...spec.matchAll(/^- \*\*([A-Z]+\d+)\*\* (\(planned\))?/gm)].map(([, number = '', planned]) => ({ number, planned: planned !== undefined }));

/** Numbers in quoted text: titles. What stands in a comment proves nothing. */
function rulesInTitles(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of readdirSync(join(project, 'test'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(test|contract|e2e)\.(ts|tsx|mjs)$/.test(file)) continue;
    for (const line of readFileSync(join(project, 'test', file), 'utf8').split('\n')) {
      const [title] = /(?<!\/\/.*)['"`][^'"`]*\[[A-Z]+\d+\][^'"`]*/.exec(line) ?? [];
      for (const [, number = ''] of title?.matchAll(/\[([A-Z]+\d+)\]/g) ?? []) found.add(number);
    }
  }
  return found;
}

describe('the rules of shared/sync/SPEC.md', () => {
  it('have each a number of their own', () => {
    const numbers = rules.map(({ number }) => number);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    expect(numbers.length).toBeGreaterThan(80);
  });

  it('are each named by the title of a test, but for those that are planned', () => {
    const named = rulesInTitles();
    expect(rules.filter(({ number, planned }) => !planned && !named.has(number)).map(({ number }) => number)).toEqual([]);
  });

  it('that are planned are not claimed by a test already', () => {
    const named = rulesInTitles();
    expect(rules.filter(({ number, planned }) => planned && named.has(number)).map(({ number }) => number)).toEqual([]);
  });

  it('are the only ones that tests cite, besides the faults and invariants of the design', () => {
    const known = new Set(rules.map(({ number }) => number));
    const families = new Set(rules.map(({ number }) => number.replace(/\d+$/, '')));
    expect([...rulesInTitles()].filter((number) => families.has(number.replace(/\d+$/, '')) && !known.has(number))).toEqual([]);
  });

  // Shown by every run as still to be done.
  for (const { number, planned } of rules) if (planned) it.todo(`${number} is planned`);
});
