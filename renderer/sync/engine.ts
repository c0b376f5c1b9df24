import type { OpId, RecordId } from '#shared/domain/ids.ts';
import { assertNever } from '#shared/lib/assert.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { backoffDelayMs, longestDelayMs } from '#shared/sync/backoff.ts';
import { firstBatchSize, nextBatchSize } from '#shared/sync/batch-size.ts';
import type { DeviceStore, PullPage, SyncPosition, Transport, TransportProblem, TransportResult } from '#shared/sync/ports.ts';
import { pushBatchSize } from '#shared/sync/protocol.ts';

/** How long a connected device waits before it asks what is new [ms]. Live messages (issue B) shorten this. */
const pollIntervalMs = 15_000;

/** Starts a wait and returns how to end it early. Injected: a simulation has virtual time. */
export interface Timer {
  wait(delayMs: number, done: () => void): () => void;
}

export type EngineReport =
  | { readonly phase: 'sending' | 'fetching' }
  | { readonly phase: 'progress'; readonly done: number; readonly remaining: number }
  | { readonly phase: 'idle' }
  | { readonly phase: 'waiting'; readonly problem: TransportProblem };

export interface SyncEngine {
  /** A sign that it is worth trying now: something was kept, the connection may be back, a person asked [BACK3]. */
  wake(): void;
  stop(): void;
}

export interface EngineParts {
  readonly store: DeviceStore;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly timer: Timer;
  readonly report: (report: EngineReport) => void;
  /** Something the loop does not understand: told once, tried again later. One of the three places that catch. */
  readonly fault: (error: unknown) => void;
}

/**
 * The sync loop: send what is kept, then fetch; on trouble wait and start over. It decides nothing about a record and
 * orders nothing by a clock.
 */
export function startSyncEngine(parts: EngineParts): SyncEngine {
  let stopped = false;
  let running = false;
  let wokenWhileRunning = false;
  let failures = 0;
  let endWait: (() => void) | null = null;
  /** A server that asks for patience gets it: no click and no new work shortens this wait. */
  let isPatient = false;

  /** Answered for, and not settled yet. */
  let heard: OpId[] = [];

  const runRound = async (): Promise<number> => {
    const pushed = await push(parts, heard);
    const problem = pushed ?? (await pull(parts));
    // Without a pull a person should still see that the server has them.
    if (problem !== null) await parts.store.markReceived(heard);
    heard = [];
    if (problem === null) {
      failures = 0;
      parts.report({ phase: 'idle' });
      return (await parts.store.unsettled()) > 0 ? backoffDelayMs(1, parts.randomness) : pollIntervalMs;
    }
    failures += 1;
    parts.report({ phase: 'waiting', problem });
    const delayMs = backoffDelayMs(failures, parts.randomness);
    // No word of a proxy keeps a laptop silent for longer than any other wait [BACK2].
    isPatient = problem.kind === 'busy';
    return problem.kind === 'busy' ? Math.max(delayMs, Math.min(longestDelayMs, problem.retryAfterMs)) : delayMs;
  };

  const run = async (): Promise<void> => {
    if (running || stopped) {
      wokenWhileRunning = true;
      return;
    }
    running = true;
    endWait?.();
    endWait = null;
    let delayMs: number;
    try {
      do {
        wokenWhileRunning = false;
        delayMs = await runRound();
      } while (wokenWhileRunning && !stopped && !isPatient);
    } catch (error) {
      parts.fault(error);
      failures += 1;
      delayMs = backoffDelayMs(failures, parts.randomness);
    }
    running = false;
    if (!stopped) endWait = parts.timer.wait(delayMs, () => {
      isPatient = false;
      void run();
    });
  };

  void run();
  return {
    wake: () => void (isPatient && !running ? undefined : run()),
    stop() {
      stopped = true;
      endWait?.();
    },
  };
}

/**
 * Sends batch after batch in the order of keeping [PUSH1]. What the server answers `later` waits for the next round, with all
 * later work on the same record; the rest goes on, however much there is of it [PUSH4].
 * @param heard gets what the server answered for
 * @returns null when there is nothing left to send
 */
async function push({ store, transport, clock, report }: EngineParts, heard: OpId[]): Promise<TransportProblem | null> {
  let limit = firstBatchSize;
  let ceiling = pushBatchSize;
  const later = new Set<RecordId>();
  for (;;) {
    // [PUSH9] Before the batch: another window may hear of a restored server while this one reads what it will send.
    const { epoch } = await store.position();
    const batch = await store.nextBatch(limit, clock.nowMs(), later);
    if (batch.length === 0) return null;
    report({ phase: 'sending' });
    const sentAtMs = clock.nowMs();
    const result = await transport.push(batch, epoch);
    if (!result.ok) {
      if (result.problem.kind !== 'too-large') return result.problem;
      // [PUSH7] One that is too large by itself never goes: a person sees it. The others do.
      if (batch.length === 1) {
        await store.markUnreadable(batch.map(({ opId }) => opId));
        ceiling = pushBatchSize;
      } else limit = ceiling = Math.floor(batch.length / 2);
      continue;
    }
    limit = nextBatchSize(limit, clock.nowMs() - sentAtMs, ceiling);
    const received: OpId[] = [];
    const unreadable: OpId[] = [];
    for (const answer of result.value) {
      switch (answer.answer) {
        case 'received':
          received.push(answer.opId);
          break;
        case 'unreadable': {
          const operation = batch[answer.index];
          if (operation !== undefined) unreadable.push(operation.opId);
          break;
        }
        case 'later':
          break;
        default:
          assertNever(answer);
      }
    }
    await store.noteReceived(received);
    heard.push(...received);
    await store.markUnreadable(unreadable);
    const moved = new Set<OpId>([...received, ...unreadable]);
    // Asking for these again at once would only knock.
    for (const { opId, record } of batch) if (!moved.has(opId)) later.add(record.recordId);
  }
}

/**
 * Fetches page after page until the server has no more; the next page is asked for, and prepared, while this one is stored.
 * @returns null when the whole pull arrived
 */
async function pull({ store, transport, clock, report }: EngineParts): Promise<TransportProblem | null> {
  report({ phase: 'fetching' });
  let madeFor: Pick<SyncPosition, 'epoch' | 'cursor'> = await store.position();
  // [PULL8] A new device: the person's own caseload first, so that they can work before the rest has come.
  let next = transport.pull({ ...madeFor, lane: madeFor.epoch === null ? 'own' : 'all' });
  const prepared = (result: TransportResult<PullPage>) => {
    if (result.ok) store.prepare?.(result.value);
    return result;
  };
  let done = 0;
  for (;;) {
    const result = await next;
    if (!result.ok) return result.problem;
    const page = result.value;
    if (page.more) next = transport.pull({ epoch: page.epoch, cursor: page.cursor, lane: 'all' }).then(prepared);
    const stored = await store.storePage(page, clock.nowMs(), madeFor);
    if (stored.kind === 'overtaken') return null;
    // [PULL8] The own caseload moves no cursor, and comes again with the rest.
    const comesAgain = page.more && page.cursor === 0;
    if (!comesAgain) for (const dossier of page.dossiers) done += dossier.records.length;
    // What starts over is not there: nobody is told that it is.
    if (stored.kind === 'starts-over') done = 0;
    else if (page.more || done > 0) report({ phase: 'progress', done, remaining: page.remaining });
    madeFor = page;
    if (page.more) continue;
    if (stored.kind === 'stored') {
      await store.requeueReceived();
      return null;
    }
    madeFor = await store.position();
    next = transport.pull({ ...madeFor, lane: 'all' });
  }
}
