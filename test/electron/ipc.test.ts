import { describe, expect, it } from 'vitest';
import { registerQuestions, type IpcSender, type ShellAnswers } from '#electron/ipc.ts';
import { channelOf, shellQuestions } from '#shared/ipc/questions.ts';
import { maxSavedFileBytes, shellContract } from '#shared/ipc/contract.ts';
import { keepLog, type IpcListener } from './stand-in.ts';

const ourPage: IpcSender = { sender: { id: 7 }, senderFrame: { url: 'app://veldwerk/kandidaten', parent: null } };
const info = { appVersion: '0.1.0', electronVersion: '45.4.1', chromiumVersion: '144', system: 'linux', serverOrigin: 'https://regio.example' } as const;

const listen = (changes: Partial<ShellAnswers> = {}) => {
  const channels = new Map<string, IpcListener>();
  const kept = keepLog();
  const asked: unknown[] = [];
  const answers: ShellAnswers = {
    appInfo: () => info,
    getDeviceSecret: () => ({ kind: 'none' }),
    createDeviceSecret: () => ({ kind: 'weak-store' }),
    saveFile: (file) => {
      asked.push(file);
      return { kind: 'cancelled' };
    },
    openExternal: (link) => {
      asked.push(link);
      return { kind: 'opened' };
    },
    ...changes,
  };
  registerQuestions({ handle: (channel, listener) => void channels.set(channel, listener) }, (id) => id === 7, answers, kept.log);
  const ask = (question: (typeof shellQuestions)[number], event: IpcSender, ...args: unknown[]): Promise<unknown> => channels.get(channelOf(question))!(event, ...args);
  return { channels, ask, asked, lines: kept.lines };
};

describe('stand-in: questions to the shell', () => {
  it('answers our own page', async () => {
    expect(await listen().ask('appInfo', ourPage)).toEqual({ kind: 'answer', value: info });
  });

  it('listens to the questions of the contract and to nothing else', () => {
    expect([...listen().channels.keys()]).toEqual(Object.keys(shellContract).map((question) => `veldwerk:${question}`));
    expect(Object.keys(shellContract)).toEqual([...shellQuestions]);
  });

  it.each<[string, IpcSender]>([
    ['another site', { sender: { id: 7 }, senderFrame: { url: 'https://evil.example/', parent: null } }],
    ['a host that looks like ours', { sender: { id: 7 }, senderFrame: { url: 'app://veldwerk.evil/', parent: null } }],
    ['a name in front of ours', { sender: { id: 7 }, senderFrame: { url: 'app://evil@veldwerk/', parent: null } }],
    ['another scheme', { sender: { id: 7 }, senderFrame: { url: 'file://veldwerk/', parent: null } }],
    ['a blank page', { sender: { id: 7 }, senderFrame: { url: 'about:blank', parent: null } }],
    ['a page without an address', { sender: { id: 7 }, senderFrame: { url: '', parent: null } }],
    ['a frame inside our page', { sender: { id: 7 }, senderFrame: { url: 'app://veldwerk/', parent: {} } }],
    ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }],
    ['another window', { sender: { id: 8 }, senderFrame: { url: 'app://veldwerk/', parent: null } }],
  ])('[T4] refuses %s, and stays up', async (_name, event) => {
    const { ask, lines } = listen();
    for (const question of shellQuestions) expect(await ask(question, event, { url: 'https://www.uwv.nl/' })).toEqual({ kind: 'refused', reason: 'sender' });
    expect(lines.length).toBe(shellQuestions.length);
    expect(await ask('appInfo', ourPage)).toMatchObject({ kind: 'answer' });
  });

  const bytes = new Uint8Array([1]);
  it.each<[string, 'saveFile' | 'openExternal' | 'appInfo', unknown[]]>([
    ['nothing', 'saveFile', []],
    ['a text', 'saveFile', ['week.xlsx']],
    ['an unknown field', 'saveFile', [{ suggestedName: 'week.xlsx', bytes, folder: '/etc' }]],
    ['a path up', 'saveFile', [{ suggestedName: '../week.xlsx', bytes }]],
    ['dots inside', 'saveFile', [{ suggestedName: 'a..xlsx', bytes }]],
    ['a folder', 'saveFile', [{ suggestedName: 'a/week.xlsx', bytes }]],
    ['a Windows folder', 'saveFile', [{ suggestedName: String.raw`C:\week.xlsx`, bytes }]],
    ['a Windows device', 'saveFile', [{ suggestedName: 'con.xlsx', bytes }]],
    ['a program', 'saveFile', [{ suggestedName: 'week.exe', bytes }]],
    ['two endings, the last a program', 'saveFile', [{ suggestedName: 'week.xlsx.bat', bytes }]],
    ['a hidden file', 'saveFile', [{ suggestedName: '.xlsx', bytes }]],
    ['text turned around', 'saveFile', [{ suggestedName: 'week\u202exslx.xlsx', bytes }]],
    ['a line break', 'saveFile', [{ suggestedName: 'week\n.xlsx', bytes }]],
    ['a very long name', 'saveFile', [{ suggestedName: `${'a'.repeat(200)}.xlsx`, bytes }]],
    ['numbers instead of bytes', 'saveFile', [{ suggestedName: 'week.xlsx', bytes: [1, 2] }]],
    ['a prototype', 'saveFile', [JSON.parse('{"__proto__":{"suggestedName":"week.xlsx"},"bytes":1}')]],
    ['too much', 'saveFile', [{ suggestedName: 'week.xlsx', bytes: { __proto__: Uint8Array.prototype, byteLength: maxSavedFileBytes + 1 } }]],
    ['a second argument', 'openExternal', [{ url: 'https://www.uwv.nl/' }, 1]],
    ['an argument where none belongs', 'appInfo', [{}]],
    ['a very long link', 'openExternal', [{ url: `https://www.uwv.nl/${'a'.repeat(3_000)}` }]],
  ])('[T4] refuses %s', async (_name, question, args) => {
    const { ask, asked } = listen();
    expect(await ask(question, ourPage, ...args)).toEqual({ kind: 'refused', reason: 'request' });
    expect(asked).toEqual([]);
  });

  it('accepts the names our exports have', async () => {
    const { ask } = listen();
    for (const suggestedName of ['Weekoverzicht 2026-W47 (Rijk van Nijmegen).xlsx', 'meting_één.pdf', 'week-12.csv']) {
      expect(await ask('saveFile', ourPage, { suggestedName, bytes })).toMatchObject({ kind: 'answer' });
    }
  });

  it('turns a failure inside into a refusal without its message', async () => {
    const failing = (): never => {
      throw new Error('ENOENT: /home/jan/secret');
    };
    const { ask, lines } = listen({ appInfo: failing });
    expect(await ask('appInfo', ourPage)).toEqual({ kind: 'refused', reason: 'failure' });
    expect(JSON.stringify(lines)).not.toContain('jan');
  });

  it('never answers more than the contract names', async () => {
    const { ask } = listen({ appInfo: () => ({ ...info, userName: 'jan' }) as never });
    expect(await ask('appInfo', ourPage)).toEqual({ kind: 'refused', reason: 'failure' });
  });
});
