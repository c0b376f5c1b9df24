import type { OpenKeys } from '../data/db/keyring.ts';
import type { SyncIdentity, SyncReport } from '../data/sync-report.ts';
import { trustedScriptUrl } from '../platform/trusted-script-url.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { answerWindowFetches } from './window-fetch.ts';
// The bundler makes this file and gives its address as the default export.
// oxlint-disable-next-line import/default
import workerUrl from './worker.ts?worker&url';

export interface SyncWorker {
  wake(): void;
  /** Ends the worker, and with it the keys in its memory. */
  end(): void;
}

/** Starts the sync loop in its worker. The window only hears how the connection is. */
export function startSyncWorker(identity: SyncIdentity, keys: OpenKeys, heard: (message: SyncReport) => void): SyncWorker {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'veldwerk-sync' });
  const say = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const fetchFor = answerWindowFetches((input, init) => fetch(input, init), say);
  worker.addEventListener('message', ({ data: message }: MessageEvent<FromWorker>) => {
    if (message.say === 'report') heard(message.report);
    else fetchFor(message);
  });
  say({ say: 'start', identity, keys });
  const wake = () => say({ say: 'wake' });
  const end = new AbortController();
  // [BACK3] A laptop that was opened again, or a network that came back, need not wait for the next attempt.
  window.addEventListener('online', wake, { signal: end.signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), { signal: end.signal });
  return {
    wake,
    end() {
      end.abort();
      worker.terminate();
    },
  };
}
