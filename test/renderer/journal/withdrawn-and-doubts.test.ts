// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import { keptAfterReceiptMs } from '#shared/sync/journal/compare.ts';
import { readJournal } from '#shared/sync/journal/journal-line.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { toBase64 } from '#renderer/data/db/base64.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { takeBack } from '#renderer/data/commands/resolve-conflict.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { deliverUnopened } from '#renderer/data/journal/deliver-unopened.ts';
import { createSealedDelivery } from '#renderer/sync/sealed-delivery.ts';
import { startJournal, type StartedJournal } from '#renderer/data/journal/start-journal.ts';
import { createLineSeal, journalSuite, type SealingParts } from '#renderer/data/journal/seal-line.ts';
import { markDoubtsSeen, readDoubts } from '#renderer/data/queries/doubts.ts';
import { openSyncStatus } from '#renderer/data/sync-status.ts';
import { dossierA, sanne, visitGroups } from '../../fixtures/records.ts';
import { memoryJournalFile, memoryJournalFiles } from '../../support/memory-journal-file.ts';

const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
let sealing: SealingParts;
beforeAll(async () => {
  const server = await journalSuite.GenerateKeyPair();
  sealing = {
    dataKey: await newKey(),
    serverKey: { keyId: 'k1', publicKey: toBase64(await journalSuite.SerializePublicKey(server.publicKey)) },
    sign: () => Promise.resolve('c2lnbmVk'),
    identity: { userId: sanne, deviceId: '00000000-0000-4000-8000-000000000001' as SealingParts['identity']['deviceId'] },
  };
});

async function device(): Promise<TestDevice> {
  const made = await testDevice();
  const cipher = createCipher(sealing.dataKey);
  return { ...made, cipher, parts: { ...made.parts, cipher } };
}

const filesOf = (own: JournalFile, abandoned: readonly JournalFile[] = []) => memoryJournalFiles(own, abandoned);
const start = ({ database, cipher }: TestDevice, own: JournalFile, abandoned: readonly JournalFile[] = [], seals = sealing) =>
  startJournal({ work: createDexieKeptWork(database, cipher), userId: sanne, seal: createLineSeal(seals), files: filesOf(own, abandoned) });

/** The device with its journal, as the product puts them together. */
function withJournal({ parts, ...rest }: TestDevice, { journal }: StartedJournal): TestDevice {
  return {
    ...rest,
    parts: {
      ...parts,
      writeSecondCopy: async (operation, keptAtMs) => (journal === null ? false : journal.append(operation, keptAtMs).then(() => true, () => false)),
      withdrawSecondCopy: async (opId, atMs) => journal?.withdraw(opId, atMs).catch(() => undefined),
    },
  };
}

async function keepVisit({ parts }: TestDevice, recordId: string, more: Partial<Parameters<typeof keep>[1]> = {}): Promise<OpId> {
  const kept = await keep(parts, { record: { dossierId: dossierA, recordId: recordId as RecordId, kind: 'visit' }, payload: visitGroups() as unknown as Record<string, JsonValue>, draftId: null, ...more });
  if (!kept.ok) throw new Error('not kept');
  return kept.value.opId;
}

/** A conflict that a person decided about; the decision can still be taken back. */
async function decided(made: TestDevice): Promise<{ readonly conflict: OpId; readonly decision: OpId }> {
  const conflict = await keepVisit(made, 'visit-1');
  await made.database.outbox.update(conflict, { state: 'conflict' });
  return { conflict, decision: await keepVisit(made, 'visit-2', { resolves: conflict, heldForMs: 10_000 }) };
}

const idsIn = async ({ database }: TestDevice): Promise<readonly OpId[]> => (await database.outbox.orderBy('order').toArray()).map((row) => row.opId);

describe('what was taken back', () => {
  it.each([['as it is', 0], ['set back by a year', -365 * 86_400_000]])('[JRN13] [F20] never comes back from the journal of a lost database, the clock %s', async (_name, jumpMs) => {
    const file = memoryJournalFile();
    const before = await device();
    const working = withJournal(before, await start(before, file));
    const { conflict, decision } = await decided(working);
    // Only the lines about it are written by that clock: a hold ends when the clock is set back.
    const { withdrawSecondCopy } = working.parts;
    const parts = { ...working.parts, withdrawSecondCopy: (opId: OpId, atMs: number) => withdrawSecondCopy(opId, atMs + jumpMs) };
    expect(await takeBack(parts, conflict)).toBe(true);

    const after = await device();
    expect(await start(after, file)).toMatchObject({ restored: 1 });
    expect(await idsIn(after)).toEqual([conflict]);
    expect(readJournal(file.text()).lines.filter((line) => line.opId === decision)).toHaveLength(2);
  });

  it('[JRN13] is known in whatever file its line lies, and stays known when that file moves', async () => {
    const [theirs, ours] = [memoryJournalFile(), memoryJournalFile()];
    const before = await device();
    const { conflict, decision } = await decided(withJournal(before, await start(before, theirs)));
    const other = withJournal(before, await start(before, ours));
    expect(await takeBack(other.parts, conflict)).toBe(true);
    expect(readJournal(ours.text()).lines.some((line) => line.withdrawn === true)).toBe(true);

    const after = await device();
    const fresh = memoryJournalFile();
    await start(after, fresh, [theirs, ours]);
    expect(await idsIn(after)).toEqual([conflict]);
    expect([theirs.text(), ours.text()]).toEqual(['', '']);
    expect(readJournal(fresh.text()).lines.filter((line) => line.opId === decision).map((line) => line.withdrawn)).toEqual([true]);
  });

  it('[JRN13] is said at the next start when there was no room for it', async () => {
    const file = memoryJournalFile();
    const before = await device();
    const { conflict, decision } = await decided(withJournal(before, await start(before, file)));
    expect(await takeBack(before.parts, conflict)).toBe(true);
    await start(before, file);
    expect(readJournal(file.text()).lines.filter((line) => line.opId === decision && line.withdrawn === true)).toHaveLength(1);
    // And once is enough.
    await start(before, file);
    expect(readJournal(file.text()).lines.filter((line) => line.opId === decision)).toHaveLength(2);
  });

  it('[JRN13] [JRN6] also what was offered again under another id; the line about it goes after 14 days of the server', async () => {
    const file = memoryJournalFile();
    const before = await device();
    const working = withJournal(before, await start(before, file));
    const old = await keepVisit(working, 'visit-1');
    await before.database.outbox.update(old, { state: 'refused' });
    const next = await keepVisit(working, 'visit-1', { replaces: old });
    const after = await device();
    await start(after, file);
    expect(await idsIn(after)).toEqual([next]);

    const page = (serverTimeMs: number) => before.store.storePage(pullPage({ serverTimeMs, backedUpThrough: 9, outcomes: [{ outcome: 'applied', opId: next, recordId: 'visit-1' as RecordId, n: 1, receivedAtMs: 1 }] }), 1);
    await page(before.clock.nowMs());
    await start(before, file);
    expect(readJournal(file.text()).lines.some((line) => line.withdrawn === true)).toBe(true);
    await page(before.clock.nowMs() + keptAfterReceiptMs);
    await start(before, file);
    expect(readJournal(file.text()).lines).toEqual([]);
  });

  it('[JRN6] [JRN13] does not keep the journal from being trimmed when the database lost what it knew of it', async () => {
    const file = memoryJournalFile();
    const before = await device();
    const working = withJournal(before, await start(before, file));
    const { conflict, decision } = await decided(working);
    expect(await takeBack(working.parts, conflict)).toBe(true);

    const after = await device();
    const nowMs = after.clock.nowMs();
    const page = (serverTimeMs: number, cursor: number) => after.store.storePage(pullPage({ serverTimeMs, cursor, backedUpThrough: 9, outcomes: [{ outcome: 'applied', opId: conflict, recordId: 'visit-1' as RecordId, n: 1, receivedAtMs: nowMs }] }), 1);
    // The conflicting operation comes back and is settled; of the decision only the line is left that says it was taken back.
    await start(after, file);
    await page(nowMs, 1);
    await start(after, file);
    await page(nowMs + keptAfterReceiptMs - 1, 2);
    await start(after, file);
    expect(readJournal(file.text()).lines.some((line) => line.opId === decision && line.withdrawn === true)).toBe(true);
    await page(nowMs + keptAfterReceiptMs, 3);
    await start(after, file);
    expect(readJournal(file.text()).lines).toEqual([]);
    expect(await idsIn(after)).toEqual([]);
  });
});

describe('a journal that cannot tell everything any more', () => {
  /** Sent and answered: only what the journal lost keeps "Alles verstuurd" from being said. */
  async function allElseIsSent({ store, database }: TestDevice): Promise<void> {
    await store.storePage(pullPage({ digest: '0-0000000000000000' }), 1);
    await database.position.update('position', { digestAgrees: true });
  }
  async function statusOf(made: TestDevice) {
    const status = openSyncStatus(made.database);
    await new Promise<void>((resolve) => {
      const look = () => status.live.current().lastPullAtMs !== null && resolve();
      status.live.subscribe(look);
      look();
    });
    const { allSent, problemCount } = status.live.current();
    status.close();
    return { allSent, problemCount };
  }
  async function journalOf(names: readonly string[]) {
    const file = memoryJournalFile();
    const before = await device();
    const working = withJournal(before, await start(before, file));
    for (const name of names) await keepVisit(working, name);
    return file.text();
  }
  const damage = (text: string, line: number) => text.split('\n').map((piece, index) => (index === line ? piece.replace('"body":"', '"body":"x') : piece)).join('\n');
  const cut = (text: string, line: number) => text.split('\n').filter((_, index) => index !== line).join('\n');

  it.each([['a damaged line', damage, 1], ['a damaged last line', damage, 2], ['a line that is gone', cut, 1]] as const)('[JRN14] [VIEW3] %s is told once, until a person has seen it, and "Alles verstuurd" is not said before', async (_name, harm, line) => {
    const file = memoryJournalFile(harm(await journalOf(['visit-1', 'visit-2', 'visit-3']), line));
    const made = await device();
    await start(made, file);
    await made.database.outbox.clear();
    await allElseIsSent(made);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 1, unopened: 0, photos: [] });
    expect(await statusOf(made)).toEqual({ allSent: false, problemCount: 1 });
    // The next start finds the same, or the gap that the damaged line left: it is one loss.
    await start(made, file);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 1, unopened: 0, photos: [] });
    await made.database.outbox.clear();
    await markDoubtsSeen(made.database, 'lost');
    await start(made, file);
    await made.database.outbox.clear();
    expect(await statusOf(made)).toEqual({ allSent: true, problemCount: 0 });
  });

  it('[JRN14] a line that only the server can open is told, and so is what a closed window left damaged', async () => {
    const foreign = memoryJournalFile();
    const other = await device();
    const seals = { ...sealing, dataKey: await newKey() };
    await keepVisit(withJournal(other, await start(other, foreign, [], seals)), 'visit-1');
    const damaged = memoryJournalFile(damage(await journalOf(['visit-4', 'visit-5']), 0));
    const made = await device();
    await start(made, memoryJournalFile(), [foreign, damaged]);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 1, unopened: 1, photos: [] });
  });

  it('[JRN11] [JRN14] what only the server can open is brought there once, sealed as it is, and is no doubt any more', async () => {
    const foreign = memoryJournalFile();
    const other = await device();
    const opId = await keepVisit(withJournal(other, await start(other, foreign, [], { ...sealing, dataKey: await newKey() })), 'visit-1');
    const made = await device();
    const { unopenedLines } = await start(made, memoryJournalFile(), [foreign]);
    expect(unopenedLines.map((line) => line.opId)).toEqual([opId]);
    const asked: string[] = [];
    const serverThat = (answer: () => Response) => createSealedDelivery((async (path: string, init: RequestInit) => {
      asked.push(`${path} ${init.credentials} ${(JSON.parse(init.body as string) as { lines: readonly unknown[] }).lines.length}`);
      return answer();
    }) as unknown as typeof fetch);
    // Away, a portal, or a server that cannot open it either: it stays a doubt.
    const away = () => { throw new TypeError('no connection'); };
    for (const answer of [away, () => new Response('<p>wifi'), () => Response.json({ answers: [{ index: 0, answer: 'unreadable' }] })]) expect(await deliverUnopened(made.database, serverThat(answer), unopenedLines)).toBe(0);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 0, unopened: 1, photos: [] });
    // What it could not open it is not asked again after every pull: its audit would grow for ever.
    const cannot = serverThat(() => Response.json({ answers: [{ index: 0, answer: 'unreadable' }] }));
    for (let pulls = 0; pulls < 3; pulls += 1) expect(await deliverUnopened(made.database, cannot, unopenedLines)).toBe(0);
    expect(asked.splice(3)).toHaveLength(1);
    const takes = serverThat(() => Response.json({ answers: [{ opId, answer: 'received' }] }));
    expect(await deliverUnopened(made.database, takes, unopenedLines)).toBe(1);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 0, unopened: 0, photos: [] });
    expect(asked).toHaveLength(4);
    expect(new Set(asked)).toEqual(new Set(['/v1/sealed-operations omit 1']));
    // Its line is still there at the next start, and nobody is bothered with it again.
    const again = await start(made, memoryJournalFile(), [foreign]);
    expect(await deliverUnopened(made.database, takes, again.unopenedLines)).toBe(0);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 0, unopened: 0, photos: [] });
    expect(asked).toHaveLength(4);
  });

  it('[JRN11] [PUSH7] lines that are too much at once are halved; one that is too large by itself keeps no other here', async () => {
    const foreign = memoryJournalFile();
    const other = await device();
    const working = withJournal(other, await start(other, foreign, [], { ...sealing, dataKey: await newKey() }));
    const ids: OpId[] = [];
    for (let number = 0; number < 7; number += 1) ids.push(await keepVisit(working, `visit-${number}`));
    const [, huge] = ids;
    const made = await device();
    const { unopenedLines } = await start(made, memoryJournalFile(), [foreign]);
    const sizes: number[] = [];
    const deliver = createSealedDelivery(((_path: string, init: RequestInit) => {
      const { lines } = JSON.parse(init.body as string) as { readonly lines: readonly { readonly opId: OpId }[] };
      sizes.push(lines.length);
      if (lines.length > 2 || lines.some(({ opId }) => opId === huge)) return Promise.resolve(new Response('', { status: 413 }));
      return Promise.resolve(Response.json({ answers: lines.map(({ opId }) => ({ opId, answer: 'received' })) }));
    }) as unknown as typeof fetch);
    expect(await deliverUnopened(made.database, deliver, unopenedLines)).toBe(6);
    expect(await readDoubts(made.database, String)).toEqual({ lost: 0, unopened: 1, photos: [] });
    // Nor is it brought again after every pull.
    sizes.length = 0;
    expect(await deliverUnopened(made.database, deliver, unopenedLines)).toBe(0);
    expect(sizes).toEqual([]);
  });

  it('[JRN10] two windows: what one of them has not offered to a restored server keeps "Alles verstuurd" from being said', async () => {
    const [first, second] = [{ ...memoryJournalFile(), place: '0' }, { ...memoryJournalFile(), place: '1' }];
    const made = await device();
    const one = await start(made, first);
    const two = await start(made, second);
    await allElseIsSent(made);
    for (const window of [one, two]) await window.compareAgain();
    expect((await statusOf(made)).allSent).toBe(true);
    await made.store.storePage(pullPage({ epoch: 2 }), 2);
    await made.database.position.update('position', { digestAgrees: true });
    await one.compareAgain();
    expect((await statusOf(made)).allSent).toBe(false);
    await two.compareAgain();
    expect((await statusOf(made)).allSent).toBe(true);
  });
});
