import { beforeAll, describe, expect, it } from 'vitest';
import type { DeviceId, OpId } from '#shared/domain/ids.ts';
import { compareJournal, keptAfterReceiptMs, trimmable } from '#shared/sync/journal/compare.ts';
import { readJournal } from '#shared/sync/journal/journal-line.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { openJournal } from '#renderer/data/journal/journal.ts';
import { createLineSeal, journalSuite, openJournalLine, type SealingParts } from '#renderer/data/journal/seal-line.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { sanne } from '../../fixtures/records.ts';
import { memoryJournalFile } from '../../support/memory-journal-file.ts';

let sealing: SealingParts;
let serverKeys: CryptoKeyPair;
const newDataKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

beforeAll(async () => {
  const server = await journalSuite.GenerateKeyPair();
  serverKeys = server as CryptoKeyPair;
  const device = (await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])) as CryptoKeyPair;
  sealing = {
    dataKey: await newDataKey(),
    serverKey: { keyId: 'k1', publicKey: toBase64(await journalSuite.SerializePublicKey(server.publicKey)) },
    sign: async (text) => toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', device.privateKey, new TextEncoder().encode(text)))),
    identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as DeviceId },
  };
});

const operation = (id: number, text = 'Fatima werkt rustig') => ({ opId: idOf(id), payload: { note: { observations: text } } }) as unknown as SignedOperation;
const idOf = (id: number) => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` as OpId;

async function written(count: number) {
  const file = memoryJournalFile();
  const journal = await openJournal(file, createLineSeal(sealing));
  for (let id = 1; id <= count; id += 1) await journal.append(operation(id), id);
  return { file, journal };
}

describe('the second journal', () => {
  it('[JRN2] a line opens with the data key of its user, and with nothing else of the device', async () => {
    const { journal } = await written(1);
    const [line] = journal.lines();
    if (line === undefined) throw new Error('no line');
    expect((await openJournalLine(sealing.dataKey, line))?.opId).toBe(idOf(1));
    expect(await openJournalLine(await newDataKey(), line)).toBeNull();
  });

  it("[JRN2] after the user's key was destroyed the server still opens it", async () => {
    const { journal } = await written(1);
    const [line] = journal.lines();
    if (line === undefined) throw new Error('no line');
    const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const aad = new TextEncoder().encode(`veldwerk/journal/v1/${line.userId}/${line.deviceId}/${line.opId}`);
    const contentKey = await journalSuite.Open(serverKeys, bytes(line.forServer.encapsulated), bytes(line.forServer.key), { aad });
    expect(contentKey).toHaveLength(32);
  });

  it('[JRN2] nothing that was written can be read in the file', async () => {
    const { file } = await written(2);
    expect(file.text()).toContain(idOf(2));
    expect(file.text()).not.toMatch(/Fatima|rustig|observations/);
  });

  it('[JRN3] lines that are kept at once still form one chain', async () => {
    const file = memoryJournalFile();
    const journal = await openJournal(file, createLineSeal(sealing));
    await Promise.all([1, 2, 3, 4, 5].map((id) => journal.append(operation(id), id)));
    expect(readJournal(file.text())).toMatchObject({ damaged: 0, gaps: 0, cutTail: false });
    expect(journal.lines().map((line) => line.opId)).toEqual([1, 2, 3, 4, 5].map(idOf));
  });

  it('[JRN3] a machine that stops in the middle of a line costs that line alone, and the next fits behind it', async () => {
    const { file } = await written(3);
    const whole = file.text();
    for (const cut of [1, 40, 200]) {
      const torn = memoryJournalFile(whole.slice(0, whole.length - cut));
      const journal = await openJournal(torn, createLineSeal(sealing));
      expect(journal.found).toMatchObject({ cutTail: true, damaged: 0, gaps: 0 });
      await journal.append(operation(9), 9);
      expect(readJournal(torn.text())).toMatchObject({ cutTail: false, damaged: 0, gaps: 0 });
      expect(readJournal(torn.text()).lines.map((line) => line.opId)).toEqual([idOf(1), idOf(2), idOf(9)]);
    }
  });

  it('[JRN3] a flipped byte costs its line and shows as a gap; the others still open', async () => {
    const { file } = await written(3);
    const pieces = file.text().split('\n');
    pieces[1] = (pieces[1] ?? '').replace(/"body":"(.)/, (_, letter: string) => `"body":"${letter === 'A' ? 'B' : 'A'}`);
    const read = readJournal(pieces.join('\n'));
    expect(read).toMatchObject({ damaged: 1, gaps: 1, cutTail: false });
    expect(read.lines.map((line) => line.opId)).toEqual([idOf(1), idOf(3)]);
  });

  it('[JRN1] when the disk refuses, the line is not claimed to be there', async () => {
    const { file, journal } = await written(1);
    file.refuseAfter(100);
    await expect(journal.append(operation(2), 2)).rejects.toThrow();
    file.refuseAfter(null);
    await journal.append(operation(3), 3);
    expect(readJournal(file.text())).toMatchObject({ gaps: 0, damaged: 0 });
    expect(readJournal(file.text()).lines.map((line) => line.opId)).toEqual([idOf(1), idOf(3)]);
  });
});

describe('journal and database compared at a start', () => {
  const receipt = (n: number, epoch = 1, settled: 'applied' | 'replaced' = 'applied') => ({ settled, n, receivedAtMs: 0, epoch });

  it('[JRN5] what the database lost comes back, what the journal misses is written', async () => {
    const { journal } = await written(3);
    const found = compareJournal(journal.lines(), { kept: new Set([idOf(2), idOf(7)]), receipts: new Map([[idOf(3), receipt(5)]]), epoch: 1 });
    expect(found.restore.map((line) => line.opId)).toEqual([idOf(1)]);
    expect(found.append).toEqual([idOf(7)]);
  });

  it('[JRN6] trims only a run from the front that is settled, backed up and old enough', async () => {
    const { journal } = await written(4);
    const receipts = new Map([
      [idOf(1), receipt(5)],
      [idOf(2), receipt(6)],
      [idOf(4), receipt(7)],
    ]);
    const side = { kept: new Set([idOf(3)]), receipts, epoch: 1 };
    const server = (backedUpThrough: number, timeMs = keptAfterReceiptMs, epoch = 1) => ({ epoch, backedUpThrough, timeMs });
    expect(trimmable(journal.lines(), side, server(9))).toBe(2);
    expect(trimmable(journal.lines(), side, server(5))).toBe(1);
    expect(trimmable(journal.lines(), side, server(9, keptAfterReceiptMs - 1))).toBe(0);
    expect(trimmable(journal.lines(), side, server(9, keptAfterReceiptMs, 2))).toBe(0);
  });

  it('[JRN10] what a server settled that was restored since comes back; what was offered again in another form does not', async () => {
    const { journal } = await written(3);
    const receipts = new Map([
      [idOf(1), receipt(5)],
      [idOf(2), receipt(6, 2)],
      [idOf(3), receipt(0, 0, 'replaced')],
    ]);
    expect(compareJournal(journal.lines(), { kept: new Set(), receipts, epoch: 2 }).restore.map((line) => line.opId)).toEqual([idOf(1)]);
  });

  it('[JRN6] a line whose operation was offered again in another form does not hold up those behind it', async () => {
    const { journal } = await written(2);
    const receipts = new Map([
      [idOf(1), receipt(0, 0, 'replaced')],
      [idOf(2), receipt(6)],
    ]);
    expect(trimmable(journal.lines(), { kept: new Set(), receipts, epoch: 1 }, { epoch: 1, backedUpThrough: 9, timeMs: keptAfterReceiptMs })).toBe(2);
  });
});
