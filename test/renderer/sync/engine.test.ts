// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, seededRandomness, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { startSyncEngine, type EngineReport, type Timer } from '#renderer/sync/engine.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { PullPage, Transport, TransportResult } from '#shared/sync/ports.ts';
import type { PullLane, PushAnswer } from '#shared/sync/protocol.ts';
import { dossierA, stored, visitGroups } from '../../fixtures/records.ts';

/** A line whose two ends the test holds: it says what each call answers. */
interface Line {
  push: (operations: readonly SignedOperation[], epoch: number | null) => TransportResult<readonly PushAnswer[]>;
  pull: (cursor: number, lane: PullLane) => TransportResult<PullPage>;
}

const received = (operations: readonly SignedOperation[]) =>
  ({ ok: true, value: operations.map(({ opId }) => ({ opId, answer: 'received' as const })) }) as const;

function run(device: TestDevice, line: Line) {
  const reports: EngineReport[] = [];
  const waits: number[] = [];
  let endWait: (() => void) | null = null;
  let settle: (() => void) | null = null;
  const timer: Timer = {
    wait(delayMs, done) {
      waits.push(delayMs);
      endWait = done;
      settle?.();
      return () => (endWait = null);
    },
  };
  const transport: Transport = {
    push: (operations, epoch) => Promise.resolve(line.push(operations, epoch)),
    pull: ({ cursor, lane }) => Promise.resolve(line.pull(cursor, lane)),
  };
  const faults: unknown[] = [];
  const nextWait = () => new Promise<void>((resolve) => (settle = resolve));
  const first = nextWait();
  const engine = startSyncEngine({ store: device.store, transport, clock: device.clock, randomness: seededRandomness(3), timer, report: (report) => reports.push(report), fault: (error) => faults.push(error) });
  return {
    reports,
    waits,
    faults,
    engine,
    first,
    async passTime() {
      const done = nextWait();
      endWait?.();
      await done;
    },
    async wake() {
      const done = nextWait();
      engine.wake();
      await done;
    },
  };
}

const keepVisits = async ({ parts }: TestDevice, count: number) => {
  for (let index = 0; index < count; index += 1) {
    await keep(parts, { record: { dossierId: dossierA, recordId: `visit-${index}` as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, JsonValue>, draftId: null });
  }
};

const appliedPage = (operations: readonly SignedOperation[]) =>
  pullPage({ cursor: 9, outcomes: operations.map(({ opId, record }) => ({ outcome: 'applied' as const, opId, recordId: record.recordId, n: 9, receivedAtMs: 9 })) });

describe('the sync loop', () => {
  it('[PUSH9] says with a batch the epoch that it was read in: another window may hear of a restored server meanwhile', async () => {
    const device = await testDevice();
    await device.store.storePage(pullPage({ epoch: 1, cursor: 3 }), 1);
    await keepVisits(device, 1);
    const said: (number | null)[] = [];
    const { store } = device;
    const nextBatch: typeof store.nextBatch = async (...asked) => {
      const batch = await store.nextBatch(...asked);
      if (said.length === 0) await store.storePage(pullPage({ epoch: 2, cursor: 1 }), 2);
      return batch;
    };
    const loop = run({ ...device, store: { ...store, nextBatch } }, {
      push: (operations, epoch) => (said.push(epoch), { ok: true, value: operations.map(({ opId }) => ({ opId, answer: 'later' as const })) }),
      pull: (cursor) => ({ ok: true, value: pullPage({ epoch: 2, cursor }) }),
    });
    await loop.first;
    loop.engine.stop();
    expect(said).toEqual([1]);
  });

  it('[PUSH1] sends in the order of keeping, the first hundred apart, and ends idle with an empty outbox', async () => {
    const device = await testDevice();
    await keepVisits(device, 130);
    const sent: SignedOperation[][] = [];
    const loop = run(device, {
      push: (operations) => (sent.push([...operations]), received(operations)),
      pull: () => ({ ok: true, value: appliedPage(sent.flat()) }),
    });
    await loop.first;
    expect(sent.map((batch) => batch.length)).toEqual([100, 30]);
    expect(sent.flat().map((operation) => operation.record.recordId)).toEqual(Array.from({ length: 130 }, (_, index) => `visit-${index}`));
    expect(await device.database.outbox.count()).toBe(0);
    expect(loop.reports.at(-1)).toEqual({ phase: 'idle' });
    loop.engine.stop();
  });

  it('[F2] [PUSH5] an answer lost after the server committed: the same operation goes again until its outcome was pulled', async () => {
    const device = await testDevice();
    await keepVisits(device, 1);
    const sent: string[] = [];
    let operations: readonly SignedOperation[] = [];
    const loop = run(device, {
      push: (batch) => {
        sent.push(batch[0]?.opId ?? '');
        operations = batch;
        return sent.length === 1 ? { ok: false, problem: { kind: 'unreachable' } } : received(batch);
      },
      pull: () => ({ ok: true, value: appliedPage(operations) }),
    });
    await loop.first;
    expect(loop.reports.at(-1)).toEqual({ phase: 'waiting', problem: { kind: 'unreachable' } });
    expect(await device.store.unsettled()).toBe(1);
    await loop.passTime();
    expect(new Set(sent).size).toBe(1);
    expect(sent).toHaveLength(2);
    expect(await device.store.unsettled()).toBe(0);
    loop.engine.stop();
  });

  it('[VIEW2] what the server has, and whose outcome could not be fetched, is shown as on its way and not as waiting here', async () => {
    const device = await testDevice();
    await keepVisits(device, 1);
    const loop = run(device, { push: received, pull: () => ({ ok: false, problem: { kind: 'unreachable' } }) });
    await loop.first;
    expect((await device.database.outbox.toArray()).map(({ state }) => state)).toEqual(['received']);
    loop.engine.stop();
  });

  it('[PULL8] asks for the own caseload first on a device that never pulled, and never again', async () => {
    const device = await testDevice();
    const asked: string[] = [];
    const loop = run(device, { push: received, pull: (cursor, lane) => (asked.push(`${lane} after ${cursor}`), { ok: true, value: asked.length === 1 ? pullPage({ cursor: 0, more: true }) : pullPage({ cursor: 4 }) }) });
    await loop.first;
    await loop.passTime();
    expect(asked).toEqual(['own after 0', 'all after 0', 'all after 4']);
    loop.engine.stop();
  });

  it('[F6] [BACK1] [BACK2] waits double and stay below half a minute; [BACK3] a sign ends the wait', async () => {
    const device = await testDevice();
    let up = false;
    const loop = run(device, { push: received, pull: () => (up ? { ok: true, value: pullPage() } : { ok: false, problem: { kind: 'unreachable' } }) });
    await loop.first;
    for (let attempt = 0; attempt < 8; attempt += 1) await loop.passTime();
    for (const [index, delayMs] of loop.waits.entries()) {
      const ceilingMs = Math.min(30_000, 1_000 * 2 ** index);
      expect(delayMs).toBeGreaterThanOrEqual(ceilingMs / 2);
      expect(delayMs).toBeLessThanOrEqual(ceilingMs);
    }
    up = true;
    await loop.wake();
    expect(loop.reports.at(-1)).toEqual({ phase: 'idle' });
    loop.engine.stop();
  });

  it('[PUSH2] [PUSH5] no number of attempts settles anything: after a hundred in vain it is sent as it was, and counts', async () => {
    const device = await testDevice();
    await keepVisits(device, 1);
    const sent: string[] = [];
    let last: readonly SignedOperation[] = [];
    const inVain: readonly TransportResult<readonly PushAnswer[]>[] = [{ ok: false, problem: { kind: 'unreachable' } }, { ok: false, problem: { kind: 'garbled' } }, { ok: false, problem: { kind: 'server-fault', status: 500 } }];
    const loop = run(device, {
      push: (batch) => {
        last = batch;
        sent.push(JSON.stringify(batch));
        return sent.length <= 100 ? (inVain[sent.length % inVain.length] ?? received(batch)) : received(batch);
      },
      pull: () => ({ ok: true, value: sent.length <= 100 ? pullPage() : appliedPage(last) }),
    });
    await loop.first;
    while (sent.length <= 100) {
      expect((await device.database.outbox.toArray()).map(({ state }) => state)).toEqual(['waiting']);
      await loop.passTime();
    }
    expect(new Set(sent).size).toBe(1);
    expect(await device.database.outbox.count()).toBe(0);
    expect(loop.faults).toEqual([]);
    loop.engine.stop();
  });

  it('[LIV2] asks every 15 s, whether or not anything was said', async () => {
    const device = await testDevice();
    let asked = 0;
    const loop = run(device, { push: received, pull: () => ((asked += 1), { ok: true, value: pullPage() }) });
    await loop.first;
    for (let turn = 0; turn < 3; turn += 1) await loop.passTime();
    expect(asked).toBe(4);
    expect(loop.waits).toEqual([15_000, 15_000, 15_000, 15_000]);
    loop.engine.stop();
  });

  it('[PUSH4] `later` for one operation does not keep the others from being settled', async () => {
    const device = await testDevice();
    await keepVisits(device, 3);
    let good: readonly SignedOperation[] = [];
    const loop = run(device, {
      push: (operations) => {
        good = good.length > 0 ? good : operations.filter((operation) => operation.record.recordId !== 'visit-1');
        const answers = operations.map(({ opId, record }) => ({ opId, answer: record.recordId === 'visit-1' ? ('later' as const) : ('received' as const) }));
        return { ok: true, value: answers };
      },
      pull: () => ({ ok: true, value: appliedPage(good) }),
    });
    await loop.first;
    const left = await device.database.outbox.toArray();
    expect(left.map((row) => [row.recordId, row.state])).toEqual([['visit-1', 'waiting']]);
    loop.engine.stop();
  });

  it('[PUSH4] a hundred that are answered `later` do not keep newer work back, nor is anything asked twice in a round', async () => {
    const device = await testDevice();
    await keepVisits(device, 203);
    const sent: string[] = [];
    const good = (operation: SignedOperation) => Number(operation.record.recordId.slice('visit-'.length)) >= 150;
    let received_: readonly SignedOperation[] = [];
    const loop = run(device, {
      push: (operations) => {
        sent.push(...operations.map(({ record }) => record.recordId));
        received_ = [...received_, ...operations.filter(good)];
        return { ok: true, value: operations.map((operation) => ({ opId: operation.opId, answer: good(operation) ? ('received' as const) : ('later' as const) })) };
      },
      pull: () => ({ ok: true, value: appliedPage(received_) }),
    });
    await loop.first;
    expect(sent).toEqual(Array.from({ length: 203 }, (_, index) => `visit-${index}`));
    expect(await device.database.outbox.count()).toBe(150);
    loop.engine.stop();
  });

  it('[PUSH7] a batch that is too large is halved; one that is too large by itself is in the list, and the others arrive', async () => {
    const device = await testDevice();
    await keepVisits(device, 8);
    const sizes: number[] = [];
    let arrived: readonly SignedOperation[] = [];
    const loop = run(device, {
      push: (operations) => {
        sizes.push(operations.length);
        if (operations.length > 3 || operations.some(({ record }) => record.recordId === 'visit-4')) return { ok: false, problem: { kind: 'too-large' } };
        arrived = [...arrived, ...operations];
        return received(operations);
      },
      pull: () => ({ ok: true, value: appliedPage(arrived) }),
    });
    await loop.first;
    expect((await device.database.outbox.toArray()).map((row) => [row.recordId, row.state])).toEqual([['visit-4', 'refused']]);
    expect(arrived).toHaveLength(7);
    expect(sizes.length).toBeLessThan(14);
    loop.engine.stop();
  });

  it('[PUSH8] [BACK2] a server that asks for patience gets it, whatever a person does meanwhile', async () => {
    const device = await testDevice();
    await keepVisits(device, 1);
    let pushes = 0;
    const loop = run(device, {
      push: (operations) => {
        pushes += 1;
        return pushes === 1 ? { ok: false, problem: { kind: 'busy', retryAfterMs: 20_000 } } : received(operations);
      },
      pull: () => ({ ok: true, value: pullPage() }),
    });
    await loop.first;
    expect(loop.waits).toEqual([20_000]);
    for (let clicks = 0; clicks < 5; clicks += 1) loop.engine.wake();
    await Promise.resolve();
    expect(pushes).toBe(1);
    await loop.passTime();
    expect(pushes).toBe(2);
    loop.engine.stop();
  });

  it('[PULL8] [DIG3] the progress of a first pull counts every row once, never goes back, and says that all is there only when it is', async () => {
    const device = await testDevice();
    const rows = (...ids: readonly string[]) => ids.map((id, index) => stored('visit', id, visitGroups(), { n: index + 1 }));
    const page = (change: Partial<PullPage>, ids: readonly string[] = []) => pullPage({ dossiers: ids.length === 0 ? [] : [{ dossierId: dossierA, records: rows(...ids) }], ...change });
    const pages = [
      // The own caseload; the rest; the sum does not fit: once more.
      page({ cursor: 0, more: true, remaining: 4 }, ['a', 'b']),
      page({ cursor: 2, more: true, remaining: 2 }, ['a', 'b']),
      page({ cursor: 4, digest: 'differs' }, ['a', 'b', 'c', 'd']),
      page({ cursor: 2, more: true, remaining: 2 }, ['a', 'b']),
      page({ cursor: 4, digest: 'differs' }, ['a', 'b']),
    ];
    const loop = run(device, { push: received, pull: () => ({ ok: true, value: pages.shift() ?? pullPage({ cursor: 4 }) }) });
    await loop.first;
    const told = loop.reports.flatMap((report) => (report.phase === 'progress' ? [[report.done, report.done + report.remaining]] : []));
    expect(told).toEqual([[0, 4], [2, 4], [2, 4], [4, 4]]);
    loop.engine.stop();
  });

  it('a fault inside the loop is told, and the loop goes on', async () => {
    const device = await testDevice();
    let calls = 0;
    const loop = run(device, {
      push: received,
      pull: () => {
        calls += 1;
        if (calls === 1) throw new Error('planted');
        return { ok: true, value: pullPage() };
      },
    });
    await loop.first;
    expect(loop.faults).toHaveLength(1);
    await loop.passTime();
    expect(loop.reports.at(-1)).toEqual({ phase: 'idle' });
    loop.engine.stop();
  });
});
