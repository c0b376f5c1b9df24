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
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inText) {
      if (character === backslash) at += 1;
      else if (character === quote) inText = false;
    } else if (character === quote) inText = true;
    else if (character === openBrace || character === openBracket) {
      depth += 1;
      if (depth > most) return true;
    } else if (character === closeBrace || character === closeBracket) depth -= 1;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
