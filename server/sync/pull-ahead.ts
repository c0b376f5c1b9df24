import type { Principal } from '#shared/domain/roles.ts';
import { piecesOfPull, type PageEnd, type PullRequest } from './answer-pull.ts';
import type { RegionState, ServerSnapshot, ServerStore } from './server-store.ts';
import { utf8Of } from './utf8-pieces.ts';

/** Pages held for devices in the middle of a first pull [count]; further devices wait for theirs as before. */
const mostHeld = 4;
/** A device that did not come back by then makes its next page anew [ms]. */
const heldForMs = 10_000;

interface MadePage {
  readonly bytes: Buffer;
  readonly end: PageEnd;
}

export interface PullAhead {
  /** @returns NDJSON in UTF-8, as `answerPull` */
  answer(store: ServerStore, principal: Principal, request: PullRequest, nowMs: number, pageSize?: number): Promise<Buffer>;
}

/**
 * While a device stores one page of a large pull, its next one is made here, so that neither waits for the other. It is
 * handed out only when nothing in the region has moved since and the reader is still who they were: then it is, letter
 * for letter but for the clock, what would be made now.
 */
export function createPullAhead(): PullAhead {
  const held = new Map<string, Promise<MadePage | null>>();

  const make = async (snapshot: ServerSnapshot, request: PullRequest, nowMs: number, pageSize?: number): Promise<MadePage> => {
    let end: PageEnd | null = null;
    const pieces = await piecesOfPull(snapshot, { ...request, ended: (its) => (end = its) }, nowMs, pageSize);
    if (end === null) throw new Error('a page without an end');
    return { bytes: utf8Of(pieces), end };
  };

  const take = (key: string): Promise<MadePage | null> | null => {
    const made = held.get(key) ?? null;
    held.delete(key);
    return made;
  };

  const hold = (key: string, made: Promise<MadePage | null>): void => {
    held.set(key, made);
    setTimeout(() => held.get(key) === made && held.delete(key), heldForMs).unref();
  };

  return {
    async answer(store, principal, request, nowMs, pageSize) {
      // Before a connection is taken: those that wait must not keep the one that they wait for.
      const made = await take(keyOf(principal, request));
      const page = await store.read(principal, async (snapshot) =>
        made !== null && isOfNow(await snapshot.region(), made.end) ? made : make(snapshot, request, nowMs, pageSize));
      const { epoch, cursor, more } = page.end;
      const next: PullRequest = { ...request, epoch, after: cursor, lane: 'all' };
      if (more && held.size < mostHeld) hold(keyOf(principal, next), store.read(principal, (snapshot) => make(snapshot, next, nowMs, pageSize)).catch(() => null));
      return page.bytes;
    },
  };
}

const isOfNow = (region: RegionState, end: PageEnd): boolean => region.epoch === end.epoch && region.n === end.n;

/** Everything that a page depends on but the region's rows. */
const keyOf = (principal: Principal, { epoch, after, deviceId, lane }: PullRequest): string => JSON.stringify([principal, epoch, after, deviceId, lane ?? 'all']);
