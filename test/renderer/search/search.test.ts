// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import { keep } from '#renderer/data/commands/keep.ts';
import { findInTexts, type SearchFile } from '#renderer/data/search/find-in-texts.ts';
import { foldForSearch, searchWords } from '#renderer/data/search/fold-for-search.ts';
import { createSearchIndex } from '#renderer/data/search/search-index.ts';
import { bsnIn, searchPartOf } from '#renderer/data/search/searchable-text.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { candidateGroups, dossierA, stored, visitGroups } from '../../fixtures/records.ts';

const file = (title: string, texts: readonly (readonly [on: string, text: string])[], bsn: string | null = null): SearchFile => ({
  dossierId: title as DossierId,
  title,
  isCandidate: true,
  bsn,
  parts: texts.map(([on, text], index) => ({ kind: 'visit', recordId: `${title}-${index}` as RecordId, on, text })),
  folded: foldForSearch(`${title}\n${texts.map(([, text]) => text).join('\n')}`),
});
const find = (files: readonly SearchFile[], text: string) => findInTexts(files, searchWords(text), foldForSearch);

describe('searching everything', () => {
  it('finds a word in a report and shows it with what stands around it', () => {
    const { hits, files } = find([file('Jansen, Fatima', [['2026-03-01', 'Pakt de bestellingen in en vraagt zelf om uitleg bij een nieuw product.']])], 'UITLEG');
    expect(files).toBe(1);
    expect(hits).toMatchObject([{ title: 'Jansen, Fatima', before: 'Pakt de bestellingen in en vraagt zelf om ', match: 'uitleg', after: ' bij een nieuw product.' }]);
  });

  it('puts a name first, then the newest report', () => {
    const files = [file('Aa', [['2026-01-01', 'rozen']]), file('Bb', [['2026-05-01', 'rozen']]), file('Rozen, Ben', [['2020-01-01', 'niets']])];
    expect(find(files, 'rozen').hits.map(({ title }) => title)).toEqual(['Rozen, Ben', 'Bb', 'Aa']);
  });

  it('wants every word, in whatever record of the file, and no marks or capitals', () => {
    const files = [file('Ünal, Gül', [['2026-01-01', 'werkt op hal drie'], ['2026-02-01', 'de planning is nieuw']])];
    expect(find(files, 'unal planning').files).toBe(1);
    expect(find(files, 'hal planning').files).toBe(1);
    expect(find(files, 'hal vier').files).toBe(0);
    expect(find(files, '.*').files).toBe(0);
    expect(find(files, '   ').files).toBe(0);
  });

  it('keeps letter for letter its place when it folds', () => {
    for (const text of ['Ünal Gül', 'ŻÓŁW ’t', 'İstanbul ß æ', 'naïef · crème 😀 œ']) expect(foldForSearch(text)).toHaveLength(text.length);
    expect(foldForSearch('Ünal GÜL Aydın Łukasz ’t')).toBe("unal gul aydin lukasz 't");
  });

  it('shows the right place in a text with marks', () => {
    expect(find([file('X', [['2026-01-01', 'Het café en de crèche naast de bloemenzaak']])], 'bloemen').hits).toMatchObject([{ match: 'bloemen', before: 'Het café en de crèche naast de ' }]);
  });

  it('finds a BSN only when it is whole, and never a part of it', () => {
    const files = [file('Jansen, Fatima', [], '123456782')];
    expect(find(files, '123456782').hits).toMatchObject([{ title: 'Jansen, Fatima', match: '' }]);
    expect(find(files, '12345678').files).toBe(0);
    const records = [{ kind: 'candidate', recordId: 'c' as RecordId, groups: { identity: { familyName: 'Jansen' }, bsn: { bsn: '123456782' } } }] as const;
    expect(searchPartOf(records[0]).text).toBe('Jansen');
    expect(searchPartOf({ kind: 'visit', recordId: 'v' as RecordId, groups: visitGroups() }).text).toBe('Werkt rustig door als de taken op het bord staan. · Zelf hulp vragen · P. Smits');
    expect(bsnIn(records)).toBe('123456782');
    // Ids of colleagues are no words: nobody types them, and a find must not show them.
    const cared = { kind: 'candidate', recordId: 'c' as RecordId, groups: candidateGroups({ familyName: 'Jansen' }) } as const;
    expect(searchPartOf(cared).text).not.toMatch(/jobcoach-|consulent-|expert-/);
    expect(searchPartOf(cared).text).toContain('Jansen');
    expect(bsnIn([{ ...records[0], groups: { identity: {} } }])).toBeNull();
  });
});

describe('what is searched', () => {
  const visitOf = (observations: string) => visitGroups({ observations }) as unknown as Record<string, JsonValue>;

  it('is what the device holds with the own work laid on it, follows what comes in, and is gone after the lock', async () => {
    const device = await testDevice();
    const page = (familyName: string, n: number) => pullPage({ cursor: n, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups({ familyName }), { n })] }] });
    await device.store.storePage(page('Amrani', 1), 1);
    const index = createSearchIndex(device.database, device.cipher);
    expect(index.find('amrani').files).toBe(0);
    await index.open();
    expect(index.state.current()).toEqual({ kind: 'ready', files: 1 });
    expect(index.find('amrani').files).toBe(1);

    await keep(device.parts, { record: { dossierId: dossierA, recordId: 'visit-1' as RecordId, kind: 'visit' }, payload: visitOf('Vouwt de kartonnen dozen vlot'), draftId: null });
    await index.open();
    expect(index.find('kartonnen').hits).toMatchObject([{ part: { kind: 'visit', recordId: 'visit-1' }, match: 'kartonnen' }]);

    await device.store.storePage(page('Bouali', 2), 2);
    await index.open();
    expect(index.find('amrani').files).toBe(0);
    expect(index.find('bouali kartonnen').files).toBe(1);

    await device.store.storePage(pullPage({ cursor: 3, forget: [dossierA] }), 3);
    await device.database.outbox.clear();
    await index.open();
    expect(index.find('bouali').files).toBe(0);
    index.close();
    expect(index.state.current()).toEqual({ kind: 'idle' });
  });

  it('does not come back into memory when the lock comes while it is read', async () => {
    const device = await testDevice();
    await device.store.storePage(pullPage({ cursor: 1, dossiers: [{ dossierId: dossierA, records: [stored('candidate', 'dossier-a', candidateGroups({ familyName: 'Amrani' }), { n: 1 })] }] }), 1);
    const index = createSearchIndex(device.database, device.cipher);
    index.state.subscribe(() => {
      if (index.state.current().kind === 'reading') index.close();
    });
    await index.open();
    expect(index.find('amrani').files).toBe(0);
  });
});
