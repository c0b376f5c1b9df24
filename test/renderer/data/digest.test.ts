// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/domain/ids.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { recountTally } from '#renderer/data/db/recount-tally.ts';
import { candidateGroups, stored } from '../../fixtures/records.ts';

const candidate = (name: string, n: number) => stored('candidate', name, candidateGroups({ familyName: name }), { n, dossierId: name as DossierId });
const dossiers = (records: readonly StoredRecord[]) => records.map((record) => ({ dossierId: record.dossierId, records: [record] }));
const digestOf = (records: readonly StoredRecord[]) => digestText(records.length, records.reduce((xor, record) => xor ^ rowDigest(record.recordId, record.n), 0n));

const held = async ({ database }: TestDevice) => (await database.dossiers.toCollection().primaryKeys()).sort();

describe('[DIG2] the digest of what is here', () => {
  it('agrees with the server after new rows, changed rows and forgotten rows', async () => {
    const { store } = await testDevice();
    const [anna, bram, chris] = [candidate('anna', 1), candidate('bram', 2), candidate('chris', 3)];
    expect(await store.storePage(pullPage({ cursor: 3, dossiers: dossiers([anna, bram, chris]), digest: digestOf([anna, bram, chris]) }), 1)).toEqual({ kind: 'stored', digestAgrees: true });
    const newer = candidate('bram', 4);
    expect(await store.storePage(pullPage({ cursor: 5, dossiers: dossiers([newer]), forget: ['anna' as DossierId], digest: digestOf([newer, chris]) }), 2)).toEqual({ kind: 'stored', digestAgrees: true });
  });

  it('does not count a row twice that is delivered twice', async () => {
    const { store } = await testDevice();
    const anna = candidate('anna', 1);
    await store.storePage(pullPage({ cursor: 1, dossiers: dossiers([anna]) }), 1);
    expect(await store.storePage(pullPage({ cursor: 2, dossiers: dossiers([anna]), digest: digestOf([anna]) }), 2)).toEqual({ kind: 'stored', digestAgrees: true });
  });
});

describe('[DIG3] a device that does not hold what the server says', () => {
  it('fetches everything again, keeps showing what it has, and drops what was not confirmed only at the end', async () => {
    const device = await testDevice();
    const [anna, bram, chris] = [candidate('anna', 1), candidate('bram', 2), candidate('chris', 3)];
    await device.store.storePage(pullPage({ cursor: 3, dossiers: dossiers([anna, bram]) }), 1);
    const digest = digestOf([bram, chris]);
    expect(await device.store.storePage(pullPage({ cursor: 4, digest }), 2)).toEqual({ kind: 'starts-over' });
    expect(await device.store.position()).toMatchObject({ epoch: 1, cursor: 0 });
    await device.store.storePage(pullPage({ cursor: 2, more: true, dossiers: dossiers([bram]) }), 3);
    expect(await held(device)).toEqual(['anna', 'bram']);
    expect(await device.store.storePage(pullPage({ cursor: 4, dossiers: dossiers([chris]), digest }), 4)).toEqual({ kind: 'stored', digestAgrees: true });
    expect(await held(device)).toEqual(['bram', 'chris']);
  });

  it('does so once: when it still differs, it says so instead of fetching for ever', async () => {
    const device = await testDevice();
    const wrong = digestOf([candidate('elsewhere', 9)]);
    expect(await device.store.storePage(pullPage({ cursor: 1, digest: wrong }), 1)).toEqual({ kind: 'starts-over' });
    expect(await device.store.storePage(pullPage({ cursor: 1, digest: wrong }), 2)).toEqual({ kind: 'stored', digestAgrees: false });
  });
});

describe('[WIN3] two loops for a moment', () => {
  it('a page that was made for another state of the store counts for nothing', async () => {
    const device = await testDevice();
    const [anna, bram] = [candidate('anna', 1), candidate('bram', 2)];
    const page = pullPage({ cursor: 2, dossiers: dossiers([anna, bram]), digest: digestOf([anna, bram]) });
    const outcomes = await Promise.all([device.store.storePage(page, 1), device.store.storePage(page, 1)]);
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['overtaken', 'stored']);
    expect(await device.store.storePage(pullPage({ cursor: 2, digest: digestOf([anna, bram]) }), 2)).toEqual({ kind: 'stored', digestAgrees: true });
  });
});

describe('[DIG4] the count of what is here', () => {
  it('notices rows that the disk lost though the stored sum still agrees, and everything is fetched again', async () => {
    const { store, database } = await testDevice();
    const [anna, bram] = [candidate('anna', 1), candidate('bram', 2)];
    const all = digestOf([anna, bram]);
    await store.storePage(pullPage({ cursor: 2, dossiers: dossiers([anna, bram]), digest: all }), 1);
    expect(await recountTally(database)).toBe(true);
    await database.dossiers.delete('bram' as DossierId);
    // Nobody would ever know: the stored sum agrees.
    expect(await store.storePage(pullPage({ cursor: 2, digest: all }), 1)).toEqual({ kind: 'stored', digestAgrees: true });
    expect(await recountTally(database)).toBe(false);
    expect((await database.position.get('position'))?.digestAgrees).toBeNull();
    expect(await store.storePage(pullPage({ cursor: 2, digest: all }), 2)).toEqual({ kind: 'starts-over' });
  });

  it('counts more than fits into one reading, without those of before a rebuild', async () => {
    const { store, database } = await testDevice();
    const many = Array.from({ length: 1_203 }, (_, index) => candidate(`p${index}`, index + 1));
    await store.storePage(pullPage({ cursor: 1_203, dossiers: dossiers(many) }), 1);
    expect(await recountTally(database)).toBe(true);
    const [row] = await database.dossiers.toArray();
    if (row !== undefined) await database.dossiers.put({ ...row, generation: 0 });
    expect(await recountTally(database)).toBe(false);
  });
});
