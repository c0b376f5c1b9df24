import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName, channelOf, lockChannel, type ShellQuestion } from '#shared/ipc/questions.ts';
import type { LockReason, RequestOf, ResponseOf, ShellReply, VeldwerkShell } from '#shared/ipc/contract.ts';

const ask = async <Q extends ShellQuestion>(question: Q, request: RequestOf<Q>): Promise<ResponseOf<Q>> => {
  const reply = (await ipcRenderer.invoke(channelOf(question), request)) as ShellReply<Q>;
  if (reply.kind === 'refused') throw new Error(`The shell refused ${question}: ${reply.reason}`);
  return reply.value;
};

/** Runs in the page's sandbox and holds no rule at all: one function per question, and the shell checks every one. */
const shell: VeldwerkShell = {
  appInfo: () => ask('appInfo', undefined),
  getDeviceSecret: () => ask('getDeviceSecret', undefined),
  createDeviceSecret: () => ask('createDeviceSecret', undefined),
  saveFile: (file) => ask('saveFile', file),
  openExternal: (link) => ask('openExternal', link),
  onLock: (listener) => {
    // The page gets the reason and never the event: an event carries the way back into the shell.
    const heard = (_event: unknown, reason: LockReason): void => listener(reason);
    ipcRenderer.on(lockChannel, heard);
    return () => {
      ipcRenderer.removeListener(lockChannel, heard);
    };
  },
};

contextBridge.exposeInMainWorld(bridgeName, shell);
