import type { FastifyInstance } from 'fastify';
import { deepestNesting } from '#shared/lib/storable-json.ts';
import { HttpProblem } from './problem.ts';

/** The largest body of an ordinary request [bytes]. */
export const ordinaryBodyBytes = 2 * 1024 * 1024;
/** A hundred operations of the longest texts that the forms allow [bytes]. */
export const batchBodyBytes = 8 * 1024 * 1024;

/** JSON alone is read, and nothing that costs more to read than to send. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = body as string;
    // A DELETE may name the type and bring nothing.
    if (text === '') return done(null, undefined);
    if (isDeeperThan(text, deepestNesting + 8)) return done(new HttpProblem('unreadable'));
    try {
      return done(null, JSON.parse(text) as unknown);
    } catch {
      return done(new HttpProblem('unreadable'));
    }
  });
}

/** Brackets outside of texts, counted before parsing: a megabyte of `[` would cost the stack of whoever walks it later. */
export function isDeeperThan(text: string, most: number): boolean {
  const next = /["[\]{}]/g;
  let depth = 0;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [character] = found;
    if (character === '"') next.lastIndex = endOfText(text, next.lastIndex);
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > most) return true;
    } else depth -= 1;
  }
  return false;
}

/** @returns the place behind the quote that ends it; behind the last character when none does */
function endOfText(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\' && quote - 1 - backslashes >= from) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}
