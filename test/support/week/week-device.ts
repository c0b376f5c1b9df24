import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { Live } from '#renderer/data/live.ts';
import type { CaseloadState, SyncStatus } from '#renderer/data/views.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';

interface Settable<Value> extends Live<Value> {
  set(value: Value): void;
}

function settable<Value>(first: Value): Settable<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    current: () => value,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    set(next) {
      value = next;
      for (const changed of listeners) changed();
    },
  };
}

export interface WeekDevice {
  readonly device: UnlockedDevice;
  /** What lies on the device now; a reading takes it as it is. */
  records: readonly StoredRecord[];
  /** When true, reading rejects as a broken database does. */
  broken: boolean;
  readonly exported: { readonly name: string; readonly hash: string; readonly rows: number }[];
  change(status: Partial<SyncStatus>): void;
}

/** The part of a manager's device that the week page asks: memory in place of a database, nothing else. */
export function weekDevice(records: readonly StoredRecord[], status: Partial<SyncStatus> = {}): WeekDevice {
  const idle: SyncStatus = { phase: 'idle', connection: 'connected', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: null, isReadable: true, progress: null, allSent: false };
  const syncStatus = settable<SyncStatus>({ ...idle, ...status });
  const caseload = settable<CaseloadState>({ kind: 'ready', rows: [] });
  const unlocked: Pick<UnlockedDevice, 'principal' | 'syncStatus' | 'caseload' | 'readAllRecords' | 'noteExport' | 'syncNow'> = {
    principal: { userId: 'user-manager' as UserId, displayName: 'M. Anders', role: 'manager', region: 'rijk-van-nijmegen', municipalities: [] },
    syncStatus,
    caseload,
    readAllRecords: () => (result.broken ? Promise.reject(new Error('the database is closed')) : Promise.resolve(result.records)),
    noteExport: (input) => Promise.resolve(void result.exported.push(input)),
    syncNow: () => undefined,
  };
  const result: WeekDevice = {
    device: unlocked as UnlockedDevice,
    records,
    broken: false,
    exported: [],
    change: (part) => syncStatus.set({ ...syncStatus.current(), ...part }),
  };
  return result;
}
