import { PassThrough, type Readable } from 'node:stream';
import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';
import { withTransaction } from '../db/transaction.ts';
import { digestSetsOf, nameOfSet, readRegionDigests, type RegionDigests } from '../storage/digest-sets.ts';
import { listenToRegions, type RegionSignal } from './region-signal.ts';
import { inTurns } from './in-turns.ts';
import type { Timers } from './timers.ts';

/** A device that hears nothing for 25 s takes its socket for dead [LIV2]. */
const heartbeatMs = 10_000;
/** What comes sooner after another change is told together with it: at most four times a second. */
const togetherMs = 250;
/** A browser's leading window has one; the rest is what sockets leave behind before they are known to be dead. */
export const mostPerUser = 8;
const mostInAll = 2_000;
/** A reader that took nothing of this much is gone [bytes]. */
const mostUnread = 16_384;
/** How long a stream that ended gets to be read to its end [ms]. */
const patienceMs = 2_000;

type Check = () => Promise<Principal | null>;

interface Stream {
  principal: Principal;
  readonly out: PassThrough;
  readonly check: Check;
}

interface LiveRegion {
  known: RegionDigests;
  readonly moved: () => void;
}

/** Tells connected devices that something they may see has changed, and never what [LIV1]. */
export interface LiveHub {
  /**
   * @param check who the session belongs to now; null when it ended
   * @returns what is sent to the device, or null when there are too many already
   */
  open(principal: Principal, check: Check): Promise<Readable | null>;
  /** A session of this person may have ended: what hung on it closes at once. */
  recheck(userId: Principal['userId']): Promise<void>;
  close(): void;
}

export function createLiveHub(pool: pg.Pool, timers: Timers): LiveHub {
  const streams = new Set<Stream>();
  const regions = new Map<string, Promise<LiveRegion>>();
  let signal: RegionSignal | null = null;
  let endHeartbeat: (() => void) | null = null;

  const read = (region: string) => withTransaction(pool, 'system', 'snapshot', (client) => readRegionDigests(client, region));

  const send = (stream: Stream, event: string, data: object): void => {
    if (stream.out.writableLength > mostUnread) stream.out.destroy();
    else if (!stream.out.writableEnded) stream.out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const end = (stream: Stream): void => {
    streams.delete(stream);
    stream.out.end();
    timers.after(patienceMs, () => stream.out.destroy());
  };

  const recheckStream = async (stream: Stream): Promise<void> => {
    // A database that does not answer says nothing about a session.
    const now = await stream.check().catch(() => stream.principal);
    if (now === null || now.userId !== stream.principal.userId) return end(stream);
    const sets = (principal: Principal) => digestSetsOf(principal).map(nameOfSet).join();
    if (sets(now) !== sets(stream.principal)) send(stream, 'changed', {});
    stream.principal = now;
  };
  const beat = async (): Promise<void> => {
    await Promise.all([...streams].map(async (stream) => {
      await recheckStream(stream);
      send(stream, 'heartbeat', {});
    }));
  };

  const liveRegion = async (region: string): Promise<LiveRegion> => {
    const live: LiveRegion = {
      known: await read(region),
      moved: inTurns(timers, togetherMs, async () => {
        // Nobody to tell: whoever comes next begins with a fresh look.
        if (![...streams].some((stream) => stream.principal.region === region)) return void regions.delete(region);
        const before = live.known;
        live.known = await read(region);
        for (const stream of streams) if (stream.principal.region === region && concerns(stream.principal, before, live.known)) send(stream, 'changed', { n: live.known.n });
      }),
    };
    return live;
  };
  const moved = (region: string): void => void regions.get(region)?.then((live) => live.moved(), () => undefined);

  return {
    async open(principal, check) {
      if (streams.size >= mostInAll) return null;
      signal ??= listenToRegions(pool, timers, (region) => (region === null ? [...regions.keys()].forEach(moved) : moved(region)));
      await signal.begun;
      endHeartbeat ??= timers.every(heartbeatMs, () => void beat());
      const own = [...streams].filter((each) => each.principal.region === principal.region && each.principal.userId === principal.userId);
      // The oldest is the likeliest to be dead; nobody is locked out by sockets that nothing reads any more.
      if (own.length >= mostPerUser && own[0] !== undefined) end(own[0]);
      const stream: Stream = { principal, check, out: new PassThrough() };
      streams.add(stream);
      stream.out.once('close', () => streams.delete(stream));
      // Known before `hello`: whatever moves after the pull that follows it will be told.
      const live = regions.get(principal.region) ?? liveRegion(principal.region);
      regions.set(principal.region, live);
      try {
        await live;
      } catch (error) {
        regions.delete(principal.region);
        stream.out.destroy();
        throw error;
      }
      send(stream, 'hello', { userId: principal.userId });
      return stream.out;
    },
    async recheck(userId) {
      await Promise.all([...streams].filter((stream) => stream.principal.userId === userId).map(recheckStream));
    },
    close() {
      signal?.close();
      endHeartbeat?.();
      for (const stream of streams) end(stream);
    },
  };
}

/** Did any of the sets that this person reads move? To tell everyone of everything would call the whole region at each note. */
function concerns(principal: Principal, before: RegionDigests, now: RegionDigests): boolean {
  return before.epoch !== now.epoch || digestSetsOf(principal).some((set) => before.sets.get(nameOfSet(set)) !== now.sets.get(nameOfSet(set)));
}
