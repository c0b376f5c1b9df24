// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice } from '../../support/device.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { dossierA, visitGroups } from '../../fixtures/records.ts';

afterEach(() => vi.unstubAllGlobals());

describe('keeping, without a network', () => {
  it('[KEEP3] asks nobody: not even a network that would never answer can hold it up', async () => {
    const asked: string[] = [];
    const never = (what: string) => (...args: readonly unknown[]) => {
      asked.push(`${what} ${String(args[0])}`);
      return new Promise(() => undefined);
    };
    vi.stubGlobal('fetch', never('fetch'));
    vi.stubGlobal('WebSocket', never('WebSocket'));
    vi.stubGlobal('EventSource', never('EventSource'));
    const { parts, database } = await testDevice();
    const kept = await keep(parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Readonly<Record<string, JsonValue>>, draftId: null });
    expect(kept.ok).toBe(true);
    expect(await database.outbox.count()).toBe(1);
    expect(asked).toEqual([]);
  });
});
