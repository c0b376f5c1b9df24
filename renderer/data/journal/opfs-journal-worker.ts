/// <reference lib="webworker" />
/*
 * The journal file of a plain browser window, in the origin's private file system. Only a worker may flush there. It
 * lies in the same bucket as IndexedDB: it survives a damaged database, not the clearing of this site's data.
 */
import type { JournalAnswer, JournalRequest } from './opfs-messages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
let handle: Promise<FileSystemSyncAccessHandle> | null = null;
// One request after the other: two writes at once would mix.
let queue: Promise<void> = Promise.resolve();

scope.addEventListener('message', (event: MessageEvent<JournalRequest>) => {
  queue = queue.then(() => answer(event.data));
});

async function answer(request: JournalRequest): Promise<void> {
  try {
    scope.postMessage({ id: request.id, ok: true, text: await carryOut(request) } satisfies JournalAnswer);
  } catch (error) {
    scope.postMessage({ id: request.id, ok: false, reason: error instanceof Error ? error.name : 'unknown' } satisfies JournalAnswer);
  }
}

async function carryOut(request: JournalRequest): Promise<string> {
  handle ??= open(request.fileName);
  const file = await handle;
  switch (request.say) {
    case 'read': {
      const bytes = new Uint8Array(file.getSize());
      file.read(bytes, { at: 0 });
      return new TextDecoder().decode(bytes);
    }
    case 'append': {
      const bytes = new TextEncoder().encode(request.text);
      const end = file.getSize();
      if (file.write(bytes, { at: end }) !== bytes.length) throw new Error('short write');
      file.flush();
      return '';
    }
    case 'replace': {
      await writeBeside(request.fileName, request.text);
      // Put in its place only when it is whole and flushed: a stop before leaves the old lines, a stop after the new.
      file.close();
      handle = null;
      const folder = await journalFolder();
      const next = (await folder.getFileHandle(`${request.fileName}.next`)) as FileSystemFileHandle & { move(name: string): Promise<void> };
      await next.move(request.fileName);
      return '';
    }
  }
}

async function writeBeside(fileName: string, text: string): Promise<void> {
  const beside = await (await (await journalFolder()).getFileHandle(`${fileName}.next`, { create: true })).createSyncAccessHandle();
  try {
    const bytes = new TextEncoder().encode(text);
    beside.truncate(0);
    if (beside.write(bytes, { at: 0 }) !== bytes.length) throw new Error('short write');
    beside.flush();
  } finally {
    beside.close();
  }
}

const journalFolder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('journal', { create: true });

async function open(fileName: string): Promise<FileSystemSyncAccessHandle> {
  return (await (await journalFolder()).getFileHandle(fileName, { create: true })).createSyncAccessHandle();
}
