import type { FastifyInstance } from 'fastify';
import { deepestNesting } from '#shared/lib/storable-json.ts';
import { HttpProblem } from './problem.ts';

/** The largest body of an ordinary request [bytes]. */
export const ordinaryBodyBytes = 2 * 1024 * 1024;
/** A hundred operations of the longest texts that the forms allow [bytes]. */
export const batchBodyBytes = 8 * 1024 * 1024;

/** Far above a hundred operations of the largest forms; what has more is answered 413, and a device sends half of it [count]. */
const mostValues = 60_000;

/** JSON alone is read, and nothing that costs more to read than to send. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = body as string;
    // A DELETE may name the type and bring nothing.
    if (text === '') return done(null, undefined);
    const size = measureJson(text, deepestNesting + 8, mostValues);
    if (size !== 'fits') return done(new HttpProblem(size === 'too-deep' ? 'unreadable' : 'too-large'));
    try {
      return done(null, JSON.parse(text) as unknown);
    } catch {
      return done(new HttpProblem('unreadable'));
    }
  });
}

/**
 * Brackets and commas outside of texts, counted before parsing: a megabyte of `[` would cost the stack of whoever walks it
 * later, and eight megabytes of `0,` would keep everyone else waiting for seconds.
 * @param deepest of arrays and objects in each other [count] @param most values and members in all [count], about
 */
export function measureJson(text: string, deepest: number, most: number): 'fits' | 'too-deep' | 'too-many' {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfText(text, at + 1) - 1;
        break;
      case 0x5b:
      case 0x7b:
        depth += 1;
        values += 1;
        if (depth > deepest) return 'too-deep';
        break;
      case 0x2c:
        values += 1;
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
    }
    if (values > most) return 'too-many';
  }
  return 'fits';
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
