import { hashJson } from '#shared/lib/canonical-json.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { AuditEntry } from '../sync/server-store.ts';

/** A line of the audit, before it has its place. Without a person it is the server itself that did something. */
export type AuditLine = Omit<AuditEntry, 'userId'> & { readonly userId: UserId | null };

/** Where a chain ends. */
export interface ChainHead {
  /** Lines so far [count]; the last line has this place. */
  readonly place: number;
  /** Of the last line, over everything before it; empty before the first. */
  readonly hash: string;
}

export interface ChainedLine extends AuditLine, ChainHead {
  readonly chain: string;
}

const beginning: ChainHead = { place: 0, hash: '' };

/**
 * Which chain a line is added to: one per device, so that writers wait only for themselves. What has no device yet (a sign-in) is
 * in a chain of the person, what nobody did (a restore) in one of the server.
 */
export function chainOf({ deviceId, userId }: Pick<AuditLine, 'deviceId' | 'userId'>): string {
  if (deviceId !== null) return `device:${deviceId}`;
  return userId === null ? 'server' : `person:${userId}`;
}

/** @returns the lines with their places, in their order; `heads` moves along with them */
export function chainLines(region: string, lines: readonly AuditLine[], heads: Map<string, ChainHead>): readonly ChainedLine[] {
  return lines.map((line) => {
    const chain = chainOf(line);
    const head = heads.get(chain) ?? beginning;
    const linked = { ...line, chain, place: head.place + 1, hash: hashOf(region, line, chain, head) };
    heads.set(chain, { place: linked.place, hash: linked.hash });
    return linked;
  });
}

export interface AuditGap {
  readonly chain: string;
  /** Of the first line that is not what was chained there. */
  readonly place: number;
  readonly what: 'missing' | 'changed';
}

/**
 * The first place of each chain where the audit is not what was written: a line is missing or was changed. After it nothing of that
 * chain can be trusted.
 * @param lines of one region, each chain in order of place
 * @param heads where each chain must end
 * @param since where each chain stood before these lines, when they are not all of it
 */
export function gapsIn(region: string, lines: Iterable<ChainedLine>, heads: ReadonlyMap<string, ChainHead>, since: ReadonlyMap<string, ChainHead> = new Map()): readonly AuditGap[] {
  const reached = new Map(since);
  const gaps = new Map<string, AuditGap>();
  for (const line of lines) {
    const { chain, place, hash } = line;
    if (gaps.has(chain)) continue;
    const head = reached.get(chain) ?? beginning;
    if (place !== head.place + 1) gaps.set(chain, { chain, place: head.place + 1, what: 'missing' });
    else if (hash !== hashOf(region, line, chain, head)) gaps.set(chain, { chain, place, what: 'changed' });
    reached.set(chain, { place, hash });
  }
  for (const [chain, head] of heads) {
    const { place, hash } = reached.get(chain) ?? beginning;
    if (gaps.has(chain) || (place === head.place && hash === head.hash)) continue;
    gaps.set(chain, place < head.place ? { chain, place: place + 1, what: 'missing' } : { chain, place: head.place, what: 'changed' });
  }
  return [...gaps.values()];
}

/** Only what a line says: a row of a table may carry more. */
function hashOf(region: string, line: AuditLine, chain: string, previous: ChainHead): string {
  const { action, result, atMs, userId, deviceId, dossierId, recordId, requestId, detail } = line;
  return hashJson({ region, chain, place: previous.place + 1, previous: previous.hash, action, result, atMs, userId, deviceId, dossierId, recordId, requestId, detail });
}
