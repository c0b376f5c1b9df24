// First: Dexie looks for IndexedDB when it is loaded.
import { testDevice } from '../../support/device.ts';
import { expect, it } from 'vitest';
import type { DossierId } from '#shared/domain/ids.ts';
import { saveDraft } from '#renderer/data/commands/drafts.ts';
import { readStrayDrafts } from '#renderer/data/queries/drafts.ts';
import { wordsOfDraft } from '#renderer/features/candidate/words-of-draft.ts';
import { dossierA } from '../../fixtures/records.ts';

const gone = 'dossier-gone' as DossierId;

it('[F23] what was begun in a file that was withdrawn is found again, once a file; somebody new and several people have their own lists', async () => {
  const { parts, database, cipher } = await testDevice('user-stray');
  const begun = [['visit', gone], ['plan', gone], ['visit', dossierA], ['newCandidate', 'dossier-new' as DossierId], ['groupVisit', 'dossier-more' as DossierId]] as const;
  for (const [index, [form, dossierId]] of begun.entries()) await saveDraft(parts, { draftId: `d${index}`, dossierId, form, values: {} });
  expect(await readStrayDrafts(database, cipher, (dossierId) => dossierId === dossierA)).toEqual([gone]);
  expect(await readStrayDrafts(database, cipher, () => true)).toEqual([]);
});

it('the words of a draft are its sentences, never a BSN, an address or a code', () => {
  expect(wordsOfDraft({ form: 'visit', values: { heldOn: '20-11-2026', place: 'werkplek', observations: 'Ging goed vandaag.', agreements: [{ what: 'Belt de werkgever', owner: 'jobcoach' }] } })).toBe('Ging goed vandaag.\nBelt de werkgever');
  expect(wordsOfDraft({ form: 'candidateFile', values: { $section: 'bsn', bsn: '123456782' } })).toBe('');
  expect(wordsOfDraft({ form: 'candidateFile', values: { $section: 'contact', street: 'Lange Gracht 12', phone: '06 12345678' } })).toBe('');
  expect(wordsOfDraft({ form: 'candidateFile', values: { $section: 'kunnen', can: 'Werkt graag buiten' } })).toBe('Werkt graag buiten');
});
