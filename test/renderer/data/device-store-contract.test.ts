// First: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { deviceStoreCases, type DeviceMemory } from '../../contract/device-store.contract.ts';
import { dexieMemory } from '../../contract/device-memories.ts';
import { Disk } from '../../simulation/world/disk.ts';
import { createMemoryDeviceStore, inOrder } from '../../simulation/world/memory-device-store.ts';

/** The simulation's memory: the same steps on a disk that is a value. */
function simulatedMemory(): DeviceMemory {
  const disk = new Disk();
  const turn = () => Promise.resolve();
  return {
    store: createMemoryDeviceStore(disk, turn),
    another: () => createMemoryDeviceStore(disk, turn),
    lay(operation, options = {}) {
      const order = (inOrder(disk.state).at(-1)?.order ?? 0) + 1;
      disk.commit({ ...disk.state, outbox: new Map([...disk.state.outbox, [operation.opId, { order, state: 'waiting' as const, operation, keptAtMs: 1, outcome: null, ...options }]]) }, 'strict');
      return Promise.resolve();
    },
    dossiers: () => Promise.resolve(Object.fromEntries([...disk.state.dossiers].map(([dossierId, copy]) => [dossierId, Object.fromEntries(copy.records.map(({ recordId, n }) => [recordId, n]))]))),
    compared: (epoch) => Promise.resolve(disk.commit({ ...disk.state, position: { ...disk.state.position, journalEpoch: epoch } }, 'strict')),
    outbox: () => Promise.resolve(inOrder(disk.state).map((entry) => [entry.operation.opId, entry.state] as const)),
    receipts: () => Promise.resolve(Object.fromEntries([...disk.state.receipts].map(([opId, { settled, n, epoch }]) => [opId, { settled, n, epoch }]))),
  };
}

describe.each([
  ['IndexedDB in memory', dexieMemory],
  ['a disk of the simulation', () => Promise.resolve(simulatedMemory())],
])('the memory behind the sync loop on %s', (_, fresh) => {
  it.each(deviceStoreCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    await each.run(await fresh());
  });
});
