// First: Dexie looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { contentStoreCases, type ContentMemory } from '../../contract/content-store.contract.ts';
import { dexieContents } from '../../contract/device-memories.ts';
import { ContentDisk, createMemoryContentStore, piecesOf } from '../../support/memory-content-store.ts';

function memoryContents(): ContentMemory {
  const disk = new ContentDisk();
  const put = <Value>(set: Set<Value>, value: Value, isIn: boolean) => Promise.resolve(void (isIn ? set.add(value) : set.delete(value)));
  return {
    store: createMemoryContentStore(disk),
    lay: ({ bytes, ...content }) => Promise.resolve(void disk.contents.set(content.attachmentId, {
      ...content, mediaType: 'image/jpeg', sizeBytes: bytes.length, state: content.draftId === null ? 'kept' : 'draft', sentBytes: 0, settledAtMs: 0, settledEpoch: null, pieces: piecesOf(bytes), areFactsDamaged: false,
    })),
    harm(attachmentId, what) {
      const content = disk.contents.get(attachmentId);
      if (content !== undefined && what === 'facts') content.areFactsDamaged = true;
      else if (content !== undefined) content.pieces[0] = null;
      return Promise.resolve();
    },
    file: (dossierId, isHere) => put(disk.dossiers, dossierId, isHere),
    draft: (draftId, isHere) => put(disk.drafts, draftId, isHere),
    operation: (attachmentId, waits) => put(disk.waiting, attachmentId, waits),
    receipt: (attachmentId, receipt) => Promise.resolve(void disk.receipts.set(attachmentId, receipt)),
    pulled: (position) => Promise.resolve(void (disk.position = position)),
    states: () => Promise.resolve(Object.fromEntries([...disk.contents.values()].map(({ attachmentId, state }) => [attachmentId, state]))),
    sentBytes: (attachmentId) => Promise.resolve(disk.contents.get(attachmentId)?.sentBytes ?? 0),
    pieces: () => Promise.resolve([...disk.contents.values()].reduce((sum, { pieces }) => sum + pieces.length, 0)),
  };
}

describe.each([
  ['IndexedDB in memory', dexieContents],
  ['a disk that is a value', () => Promise.resolve(memoryContents())],
])('the contents of a device on %s', (_, fresh) => {
  it.each(contentStoreCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    await each.run(await fresh());
  });
});
