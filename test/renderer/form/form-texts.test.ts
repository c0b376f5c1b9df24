import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../renderer/app/texts/', import.meta.url);
const read = (name: string): object => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object;

const lines = (texts: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[`${path}${key}`, text] as const] : lines(text as object, `${path}${key}.`)));

describe.each(['form', 'visit', 'measurement'])('the words of %s', (namespace) => {
  const dutch = lines(read(`${namespace}.nl.json`));
  const english = new Map(lines(read(`${namespace}.en.json`)));

  it('are there in both languages, in the same order, with the same things filled in', () => {
    const filledIn = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    expect([...english.keys()]).toEqual(dutch.map(([key]) => key));
    for (const [key, text] of dutch) expect([key, filledIn(english.get(key) ?? '')]).toEqual([key, filledIn(text)]);
  });

  it('say "je", and none of the words that are kept away from people', () => {
    for (const [key, text] of dutch) expect([key, /\b(u|uw|sync\w*|queue|replicatie)\b/i.test(text)]).toEqual([key, false]);
  });
});

it('every word that these screens ask for by name stands in the catalogue', () => {
  const root = fileURLToPath(new URL('../../../renderer/', import.meta.url));
  const asked = ['components/form', 'features/draft', 'features/visit', 'features/measurement'].flatMap((room) =>
    readdirSync(`${root}${room}`)
      .filter((name) => name.endsWith('.tsx') || name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(`${root}${room}/${name}`, 'utf8');
        const [, first = 'app'] = /useTranslation\(\[?'([a-z]+)'/.exec(source) ?? [];
        return [...source.matchAll(/\bt\('([a-zA-Z]+:)?([a-zA-Z.]+)'/g)].map(([, namespace, key = '']) => [namespace?.slice(0, -1) ?? first, key] as const);
      }),
  );
  expect(asked.length).toBeGreaterThan(60);
  const missing = asked.filter(([namespace, key]) => !lines(read(`${namespace}.nl.json`)).some(([known]) => known === key || known === `${key}_one`));
  expect(missing).toEqual([]);
});
