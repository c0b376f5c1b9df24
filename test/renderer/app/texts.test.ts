import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));
const textsFolder = path.join(renderer, 'app', 'texts');

type Texts = Readonly<Record<string, unknown>>;

const flat = (texts: Texts, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[`${prefix}${key}`, text] as const] : flat(text as Texts, `${prefix}${key}.`)));

const read = (file: string): ReadonlyMap<string, string> => new Map(flat(JSON.parse(readFileSync(path.join(textsFolder, file), 'utf8')) as Texts));
const namespaces = readdirSync(textsFolder).filter((file) => file.endsWith('.nl.json')).map((file) => file.replace('.nl.json', ''));
const catalogues = new Map(namespaces.map((namespace) => [namespace, read(`${namespace}.nl.json`)]));

const sourcesIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(folder, file));
const sources = sourcesIn(renderer);

describe('the catalogues', () => {
  it.each(namespaces)('%s says the same things in Dutch and in English, with the same gaps to fill', (namespace) => {
    const english = read(`${namespace}.en.json`);
    const dutch = catalogues.get(namespace) ?? new Map<string, string>();
    expect([...english.keys()].toSorted()).toEqual([...dutch.keys()].toSorted());
    const gaps = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').toSorted();
    for (const [key, text] of dutch) expect(gaps(english.get(key) ?? ''), `${namespace}:${key}`).toEqual(gaps(text));
  });

  it('never leave a text empty or unfinished', () => {
    for (const [namespace, texts] of catalogues) for (const [key, text] of texts) expect(text.trim(), `${namespace}:${key}`).not.toMatch(/^$|TODO|lorem/i);
  });

  it('hold every text that a screen asks for by name', () => {
    const missing: string[] = [];
    for (const file of sources) {
      const source = readFileSync(file, 'utf8');
      const [, first] = /useTranslation\(\[?'([a-z-]+)'/.exec(source) ?? [];
      if (first === undefined) continue;
      for (const [, asked = ''] of source.matchAll(/[^\w.]t\('([\w:.-]+)'/g)) {
        const [namespace, key] = asked.includes(':') ? (asked.split(':') as [string, string]) : [first, asked];
        const texts = catalogues.get(namespace);
        if (texts === undefined || ![key, `${key}_one`].some((name) => texts.has(name))) missing.push(`${path.relative(renderer, file)}: ${namespace}:${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('hold nothing that nobody asks for', () => {
    const unused = new Map([...catalogues].map(([namespace, texts]) => [namespace, new Set([...texts.keys()].map((key) => key.replace(/_(one|other)$/, '')))]));
    for (const file of [...sources, ...sourcesIn(path.join(renderer, '..', 'shared'))]) {
      const source = readFileSync(file, 'utf8');
      const own = [...source.matchAll(/useTranslation\(\[?'([a-z-]+)'/g)].map(([, namespace = '']) => namespace);
      // A key that is put together matches whatever its gaps may hold; a file without texts of its own names keys for others.
      const literals = source.matchAll(/'([\w:./-]+)'/g);
      const templates = source.matchAll(/`((?:[a-z-]+:)?\w+\.[\w.-]*(?:\$\{[^}]*\}[\w.-]*)+)`/g);
      for (const [quoted = '', named, key = ''] of [...literals, ...templates].map(([quoted, text = '']) => [quoted, ...(/^([a-z-]+):(.*)$/s.exec(text)?.slice(1) ?? [undefined, text])] as const)) {
        // Of the words for codes a whole list is asked for by its name.
        const isList = quoted.startsWith("'") && catalogues.get('words')?.has(key) === false;
        const asked = key.split(/\$\{[^}]*\}/).map((piece) => piece.replaceAll('.', '\\.')).join('[\\w./-]+');
        for (const namespace of named === undefined ? [...(own.length > 0 ? own : namespaces), ...(isList ? ['words'] : [])] : [named]) {
          const pattern = new RegExp(`^${asked}${isList && namespace === 'words' ? '(\\..+)?' : '(\\.\\d+)?'}$`);
          const left = unused.get(namespace);
          for (const each of left ?? []) if (pattern.test(each)) left?.delete(each);
        }
      }
    }
    expect([...unused].flatMap(([namespace, keys]) => [...keys].map((key) => `${namespace}:${key}`))).toEqual([]);
  });

  it('speak of sending and devices, not of how it works inside', () => {
    for (const [namespace, texts] of catalogues) for (const [key, text] of texts) expect(text, `${namespace}:${key}`).not.toMatch(/\b(sync|synchron|queue|replica|cache|token|upload)/i);
  });
});
