import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import { trustedScriptUrl } from '../../platform/trusted-script-url.ts';
import type { JournalAnswer, JournalRequest } from './opfs-messages.ts';
// The bundler makes this file and gives its address as the default export.
// oxlint-disable-next-line import/default
import workerUrl from './opfs-journal-worker.ts?worker&url';

type WithoutId<Request> = Request extends { readonly id: number } ? Omit<Request, 'id'> : never;

/** The journal file of a plain window: a worker that may flush, asked one question at a time. */
export function createOpfsJournalFile(fileName: string): JournalFile & { close(): void } {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'veldwerk-journal' });
  const waiting = new Map<number, (answer: JournalAnswer) => void>();
  let lastId = 0;
  let broken = false;
  worker.addEventListener('message', (event: MessageEvent<JournalAnswer>) => {
    waiting.get(event.data.id)?.(event.data);
    waiting.delete(event.data.id);
  });
  // A worker that does not load, or dies, answers nobody: then there is no second copy, and unlocking goes on.
  worker.addEventListener('error', () => {
    broken = true;
    for (const [id, answer] of waiting) answer({ id, ok: false, reason: 'worker' });
    waiting.clear();
  });
  const ask = (request: WithoutId<JournalRequest>): Promise<string> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(new Error('journal: worker'));
      lastId += 1;
      waiting.set(lastId, (answer) => (answer.ok ? resolve(answer.text) : reject(new Error(`journal: ${answer.reason}`))));
      worker.postMessage({ ...request, id: lastId });
    });
  return {
    read: () => ask({ say: 'read', fileName }),
    append: async (text) => void (await ask({ say: 'append', fileName, text })),
    replace: async (text) => void (await ask({ say: 'replace', fileName, text })),
    close: () => worker.terminate(),
  };
}
