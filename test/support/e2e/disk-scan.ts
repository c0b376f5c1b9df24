import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Something that must not be readable on a disk, and what it is. */
export interface Needle {
  readonly what: string;
  readonly text: string;
}

export interface Hit {
  readonly what: string;
  readonly where: string;
}

const encodings = ['utf8', 'latin1', 'utf16le'] as const;
/** Shorter than this is found by chance. */
const shortest = 8;

/**
 * Reads every byte of every file below a folder. @returns where something readable was found: what it is and in which
 * file, never the text itself, so that a failing test does not spread it
 */
export async function scanFolder(folder: string, needles: readonly Needle[]): Promise<{ readonly hits: readonly Hit[]; readonly files: number; readonly bytes: number }> {
  const find = finder(needles);
  const hits: Hit[] = [];
  let bytes = 0;
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    // A file's name can tell as much as its content.
    const name = path.relative(folder, file);
    const content = readFileSync(file);
    bytes += content.length;
    for (const what of [...find(content), ...find(Buffer.from(name))]) hits.push({ what, where: name });
  }
  return { hits, files: entries.length, bytes };
}

/** The same in one text. */
export function scanText(text: string, where: string, needles: readonly Needle[]): readonly Hit[] {
  return finder(needles)(Buffer.from(text)).map((what) => ({ what, where }));
}

/** One pass over the bytes, whatever the number of needles: the first three bytes of each point to those that begin so. */
function finder(needles: readonly Needle[]): (content: Buffer) => readonly string[] {
  const begins = new Uint8Array(1 << 24);
  const byBegin = new Map<number, { readonly what: string; readonly bytes: Buffer }[]>();
  for (const { what, text } of needles) {
    if (text.length < shortest) throw new Error(`a needle of ${text.length} letters is found by chance: ${what}`);
    for (const bytes of new Map(encodings.map((encoding) => [Buffer.from(text, encoding).toString('hex'), Buffer.from(text, encoding)])).values()) {
      const begin = beginOf(bytes, 0);
      begins[begin] = 1;
      byBegin.set(begin, [...(byBegin.get(begin) ?? []), { what, bytes }]);
    }
  }
  return (content) => {
    const found = new Set<string>();
    for (let at = 0; at + 2 < content.length; at += 1) {
      const begin = beginOf(content, at);
      if (begins[begin] === 0) continue;
      for (const { what, bytes } of byBegin.get(begin) ?? []) {
        if (at + bytes.length <= content.length && content.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0) found.add(what);
      }
    }
    return [...found];
  };
}

const beginOf = (bytes: Buffer, at: number): number => ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);

/**
 * Everything that a script of this address can read without a key, as one text: a database may compress its files, and
 * then no search through bytes finds what is plainly there.
 */
export async function readAllStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [];
    const decoders = [new TextDecoder('utf-8'), new TextDecoder('utf-16le')];
    const tell = (value: unknown, depth = 0): void => {
      if (depth > 12 || value === null || value === undefined) return;
      if (typeof value === 'string') parts.push(value);
      else if (value instanceof ArrayBuffer) parts.push(...decoders.map((decoder) => decoder.decode(value)));
      else if (ArrayBuffer.isView(value)) tell(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength), depth + 1);
      else if (Array.isArray(value)) for (const each of value) tell(each, depth + 1);
      else if (typeof value === 'object') for (const [key, each] of Object.entries(value)) { parts.push(key); tell(each, depth + 1); }
      else parts.push(JSON.stringify(value) ?? '');
    };
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('indexedDB'));
    });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      parts.push(name);
      const database = await done(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        tell(keys);
        tell(values);
      }
      database.close();
    }
    for (const storage of [localStorage, sessionStorage]) for (const key of Object.keys(storage)) parts.push(key, storage.getItem(key) ?? '');
    parts.push(document.cookie);
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        parts.push(name);
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else tell(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
      }
    };
    await walk(await navigator.storage.getDirectory());
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        parts.push(request.url);
        if (!request.url.includes('/assets/')) parts.push(await ((await cache.match(request)) as Response).text());
      }
    }
    return parts.join('\n');
  });
}
