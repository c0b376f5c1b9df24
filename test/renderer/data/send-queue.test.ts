import { describe, expect, it } from 'vitest';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import { placeOf } from '#renderer/data/db/places.ts';
import { createSendQueue } from '#renderer/data/db/send-queue.ts';
import { testDevice, type TestDevice } from '../../support/device.ts';

const opId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as OpId;

async function lay({ database, cipher }: TestDevice, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const box = await cipher.seal(placeOf.operation(opId(number)), { opId: opId(number) });
    await database.outbox.add({ opId: opId(number), order: number, state: 'waiting', dossierId: 'dossier-a' as DossierId, recordId: `visit-${number}` as RecordId, kind: 'visit', keptAtMs: number, box });
  }
}

describe('what waits, batch by batch', () => {
  const setUp = async () => {
    const device = await testDevice();
    await lay(device, [1, 2, 3, 4, 5]);
    const queue = createSendQueue(device.database, device.cipher);
    const given = async (limit = 2) => (await queue.next(limit, 0)).operations.map((operation) => Number(operation.opId.slice(-3)));
    const settle = (number: number) => device.database.outbox.delete(opId(number));
    return { device, queue, given, settle };
  };

  it('[PUSH1] goes on behind what the server took, and comes to what was kept meanwhile last', async () => {
    const { device, queue, given, settle } = await setUp();
    expect(await given()).toEqual([1, 2]);
    for (const number of [1, 2]) await settle(number);
    queue.advance();
    await lay(device, [6]);
    expect(await given(3)).toEqual([3, 4, 5]);
    for (const number of [3, 4, 5]) await settle(number);
    queue.advance();
    expect(await given()).toEqual([6]);
  });

  it('[PUSH5] gives again what got no answer, before anything else', async () => {
    const { given } = await setUp();
    expect(await given()).toEqual([1, 2]);
    expect(await given()).toEqual([1, 2]);
  });

  it('[PUSH5] begins at the front when something waits again', async () => {
    const { queue, given } = await setUp();
    await given();
    queue.advance();
    queue.restart();
    expect(await given()).toEqual([1, 2]);
  });

  it('gives nothing that another loop settled or a person took back since it was read', async () => {
    const { queue, given, settle } = await setUp();
    expect(await given()).toEqual([1, 2]);
    for (const number of [1, 2, 4]) await settle(number);
    queue.advance();
    expect(await given()).toEqual([3, 5]);
  });

  it('names what does not open, also when it was opened ahead, and goes on with the others', async () => {
    const { device, queue, settle } = await setUp();
    await device.database.outbox.update(opId(3), { box: new Uint8Array(40) });
    await queue.next(2, 0);
    for (const number of [1, 2]) await settle(number);
    queue.advance();
    const { operations, damaged } = await queue.next(2, 0);
    expect(operations.map((operation) => operation.opId)).toEqual([opId(4)]);
    expect(damaged).toEqual([opId(3)]);
  });
});
