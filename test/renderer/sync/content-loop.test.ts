import { describe, expect, it } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { ContentLost, type ContentStore } from '#shared/sync/content-port.ts';
import { startContentLoop, type ContentLoop } from '#renderer/sync/content-loop.ts';
import type { Timer } from '#renderer/sync/engine.ts';
import type { SendOutcome } from '#renderer/sync/upload-content.ts';
import { seededRandomness } from '../../support/device.ts';
import { ContentDisk, createMemoryContentStore, type MemoryContent } from '../../support/memory-content-store.ts';

const content = (name: string, addedAtMs: number): MemoryContent => ({
  attachmentId: name as RecordId, dossierId: 'dossier-a' as DossierId, mediaType: 'image/jpeg', sha256: 'a'.repeat(64), sizeBytes: 10, pieces: [new Uint8Array(10)],
  addedAtMs, draftId: null, state: 'kept', sentBytes: 0, settledAtMs: 0, settledEpoch: null, areFactsDamaged: false,
});

/** A loop whose sends end as the test says, and whose waits end when it says. */
function run(names: readonly string[], answer: (name: string, attempt: number) => SendOutcome | Error) {
  const disk = new ContentDisk();
  for (const [index, name] of names.entries()) disk.contents.set(name as RecordId, content(name, index));
  const contents = createMemoryContentStore(disk);
  const log: string[] = [];
  const waits: number[] = [];
  const attempts = new Map<string, number>();
  let endWait: (() => void) | null = null;
  let quiet: (() => void) | null = null;
  const store: ContentStore = {
    ...contents,
    settle: (attachmentId, state, nowMs) => {
      log.push(`${attachmentId} ${state}`);
      return contents.settle(attachmentId, state, nowMs);
    },
    tidy(nowMs) {
      setTimeout(() => quiet?.(), 0);
      return contents.tidy(nowMs);
    },
  };
  const timer: Timer = {
    wait(delayMs, done) {
      waits.push(delayMs);
      endWait = done;
      return () => (endWait = null);
    },
  };
  const loop: ContentLoop = startContentLoop({
    store,
    timer,
    clock: { nowMs: () => 0 },
    randomness: seededRandomness(2),
    send({ attachmentId }) {
      const attempt = (attempts.get(attachmentId) ?? 0) + 1;
      attempts.set(attachmentId, attempt);
      log.push(`${attachmentId} begins`);
      const outcome = answer(attachmentId, attempt);
      return { done: outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome), stop: () => log.push(`${attachmentId} stopped`) };
    },
    settled: () => log.push('record may go'),
    fault: () => log.push('fault'),
  });
  /** Until nothing moves any more. */
  const rest = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise<void>((resolve) => {
      quiet = resolve;
      setTimeout(resolve, 0);
    });
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
  };
  return { loop, log, waits, rest, passTime: () => endWait?.() };
}

describe('the loop that sends contents', () => {
  it('[ATT10] sends nothing before it is woken: the notes go first', async () => {
    const { log, rest, loop } = run(['a'], () => ({ kind: 'sent' }));
    await rest();
    expect(log).toEqual([]);
    loop.wake();
    await rest();
    expect(log).toEqual(['a begins', 'a sent', 'record may go']);
  });

  it('sends one after the other, and what the server takes none of or what is damaged does not hold up the rest', async () => {
    const { log, waits, rest, loop } = run(['a', 'b', 'c'], (name) => (name === 'a' ? { kind: 'refused' } : name === 'b' ? new ContentLost('planted') : { kind: 'sent' }));
    loop.wake();
    await rest();
    expect(log).toEqual(['a begins', 'a refused', 'record may go', 'b begins', 'fault', 'b damaged', 'record may go', 'c begins', 'c sent', 'record may go']);
    expect(waits).toEqual([]);
  });

  it('what cannot be read now is no damage: it is tried again, and the others go on', async () => {
    const { log, waits, rest, loop, passTime } = run(['a', 'b'], (name, attempt) => (name === 'a' && attempt === 1 ? new DOMException('closing', 'InvalidStateError') : { kind: 'sent' }));
    loop.wake();
    await rest();
    expect(log).toEqual(['a begins', 'fault', 'b begins', 'b sent', 'record may go']);
    expect(waits).toHaveLength(1);
    passTime();
    await rest();
    expect(log.slice(5)).toEqual(['a begins', 'a sent', 'record may go']);
  });

  it('[ATT10] photos that a server stumbles over do not hold up newer ones; a server that stumbles over all is left alone', async () => {
    const fault: SendOutcome = { kind: 'problem', problem: { kind: 'server-fault', status: 500 } };
    const some = run(['a', 'b', 'c', 'd'], (name) => (name === 'd' ? { kind: 'sent' } : fault));
    some.loop.wake();
    await some.rest();
    expect(some.log).toContain('d sent');
    expect(some.waits).toHaveLength(1);
    const all = run(Array.from({ length: 100 }, (_, index) => `p${index}`), () => fault);
    all.loop.wake();
    await all.rest();
    expect(all.log).toHaveLength(10);
  });

  it('[ATT4] what arrived damaged is sent again, after the others and after a wait', async () => {
    const { log, waits, rest, loop, passTime } = run(['a', 'b'], (name, attempt) => (name === 'a' && attempt === 1 ? { kind: 'again' } : { kind: 'sent' }));
    loop.wake();
    await rest();
    expect(log).toEqual(['a begins', 'b begins', 'b sent', 'record may go']);
    expect(waits).toHaveLength(1);
    passTime();
    await rest();
    expect(log.slice(4)).toEqual(['a begins', 'a sent', 'record may go']);
  });

  it('[BACK1] [BACK2] [BACK3] without connection it waits longer and longer, nothing is settled, and a sign ends the wait', async () => {
    let up = false;
    const { log, waits, rest, loop, passTime } = run(['a', 'b'], () => (up ? { kind: 'sent' } : { kind: 'problem', problem: { kind: 'unreachable' } }));
    loop.wake();
    await rest();
    for (let attempt = 0; attempt < 7; attempt += 1) {
      passTime();
      await rest();
    }
    // A dead line is dead for the second too: it is not even tried.
    expect(new Set(log)).toEqual(new Set(['a begins']));
    expect(waits).toHaveLength(8);
    for (const [index, delayMs] of waits.entries()) expect(delayMs).toBeLessThanOrEqual(Math.min(30_000, 1_000 * 2 ** index));
    expect(waits.at(-1)).toBeGreaterThanOrEqual(15_000);
    up = true;
    loop.wake();
    await rest();
    expect(log.slice(-6)).toEqual(['a begins', 'a sent', 'record may go', 'b begins', 'b sent', 'record may go']);
  });

  it('a server that asks for patience gets it', async () => {
    const { waits, rest, loop } = run(['a'], () => ({ kind: 'problem', problem: { kind: 'busy', retryAfterMs: 20_000 } }));
    loop.wake();
    await rest();
    expect(waits).toEqual([20_000]);
  });

  it('[PUSH8] no note that went and no click ends that wait; its own end does', async () => {
    const { log, waits, rest, loop, passTime } = run(['a'], (_, attempt) => (attempt === 1 ? { kind: 'problem', problem: { kind: 'busy', retryAfterMs: 20_000 } } : { kind: 'sent' }));
    loop.wake();
    await rest();
    for (let clicks = 0; clicks < 3; clicks += 1) {
      loop.wake();
      await rest();
    }
    expect(log).toEqual(['a begins']);
    expect(waits).toEqual([20_000]);
    passTime();
    await rest();
    expect(log).toEqual(['a begins', 'a begins', 'a sent', 'record may go']);
  });

  it('[BACK2] no word of a proxy keeps a photo here for longer than any other wait', async () => {
    const { waits, rest, loop } = run(['a'], () => ({ kind: 'problem', problem: { kind: 'busy', retryAfterMs: 3_600_000 } }));
    loop.wake();
    await rest();
    expect(waits).toEqual([30_000]);
  });
});
