// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { CaseloadState } from '#renderer/data/views.ts';
import { candidatesOf, readEmployers } from '#renderer/data/queries/employers.ts';
import { liveValue } from '#renderer/data/queries/live-of.ts';
import { regionDossierId, type DossierId } from '#shared/domain/ids.ts';
import { candidateGroups, stored } from '../../fixtures/records.ts';

const employer = (name: string, n: number) => stored('employer', name, { identity: { name: `Bedrijf ${name}`, kvk: '12345678', branchCode: '', branch: '', place: 'Wijchen' }, contacts: { people: [{ name: 'Jan', jobTitle: 'chef', phone: '024-0001234', email: 'jan@x.example' }] } }, { n, dossierId: `file-${name}` as DossierId });
const fatima = stored('candidate', 'fatima', candidateGroups(), { n: 3, dossierId: 'file-fatima' as DossierId });

describe('the employers on this device', () => {
  it('are read from their own files alone, by name, and one that does not open hides no other', async () => {
    const { database, cipher, store } = await testDevice();
    const records = [employer('Zon', 1), employer('Anker', 2), fatima, employer('Broken', 4)];
    const region = { dossierId: regionDossierId, records: [] };
    await store.storePage(pullPage({ cursor: 4, dossiers: [...records.map((record) => ({ dossierId: record.dossierId, records: [record] })), region] }), 1);
    const whole = await database.dossiers.get('file-Broken' as DossierId);
    if (whole === undefined) throw new Error('not stored');
    await database.dossiers.put({ ...whole, box: new Uint8Array(whole.box.length) });
    const people = [{ name: 'Jan', jobTitle: 'chef', phone: '024-0001234' }];
    expect(await readEmployers(database, cipher, new Set([fatima.dossierId]))).toEqual([
      { dossierId: 'file-Anker', recordId: 'Anker', name: 'Bedrijf Anker', place: 'Wijchen', people },
      { dossierId: 'file-Zon', recordId: 'Zon', name: 'Bedrijf Zon', place: 'Wijchen', people },
    ]);
  });

  it('wait for the caseload, which says which files are of candidates', async () => {
    const caseload = liveValue<CaseloadState>({ kind: 'loading', done: 0, total: 1 });
    const candidates = candidatesOf(caseload);
    caseload.set({ kind: 'ready', rows: [{ dossierId: 'file-fatima' }] as unknown as Extract<CaseloadState, { kind: 'ready' }>['rows'] });
    expect([...(await candidates)]).toEqual(['file-fatima']);
    await expect(candidatesOf(liveValue<CaseloadState>({ kind: 'failed' }))).rejects.toThrow('cannot be read');
  });
});
