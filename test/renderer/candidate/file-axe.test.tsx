// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { Route, Routes } from 'react-router';
import { CandidatePage } from '#renderer/features/candidate/candidate-page.tsx';
import { DuplicatesPage } from '#renderer/features/candidate/duplicate/duplicates-page.tsx';
import { CandidateDataPage, CandidateWorkPage } from '#renderer/features/candidate/file/data-page.tsx';
import { EditSectionPage } from '#renderer/features/candidate/file/edit-section-page.tsx';
import { fileSections } from '#renderer/features/candidate/file/file-sections.ts';
import { NewCandidatePage } from '#renderer/features/candidate/new/new-candidate-page.tsx';
import type { CaseloadRow, DossierView, DuplicatePair } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { joinAddress } from '#shared/domain/candidate/join-id.ts';
import { day } from '#shared/lib/calendar.ts';
import { caseloadRowOf } from '../../support/ui/region-views.ts';
import { standInDevice } from '../../support/ui/stand-in-device.ts';
import { aDossier, dossierId, principalOf } from '../../support/forms/a-dossier.ts';
import { addressOf, click, closePage, desk, openPage, press, screenText, type Desk } from '../../support/forms/open-page.tsx';

const mehmet = principalOf('consultant', 'consulent-mehmet', 'Mehmet Yilmaz');
const other = 'dossier-twin' as DossierId;

/** A file with another of the same person in it. */
function joined(): DossierView {
  const dossier = aDossier();
  const [candidate] = dossier.records;
  if (dossier.candidate === null || candidate === undefined) throw new Error('no candidate');
  const twin = { ...dossier.candidate, dossierId: other, recordId: 'twin' as typeof candidate.recordId, groups: { ...dossier.candidate.groups, contact: { phone: '06-00002222', email: '', street: '', postcode: '', place: '' } } };
  const join = { ...dossier.candidate, kind: 'join' as const, ...joinAddress(dossierId, other), groups: { facts: { kept: dossierId, joined: other, decision: 'joined' as const, ground: 'bsn' as const, decidedOn: day('2026-11-19') } } };
  return { ...dossier, records: [...dossier.records, twin, join] as unknown as DossierView['records'] };
}

function atDesk(dossier: DossierView = joined()): Desk & { readonly decided: object[] } {
  const on = desk(mehmet, dossier);
  const row: CaseloadRow = caseloadRowOf(dossier);
  const pair: DuplicatePair = { one: row, other: { ...row, dossierId: other, name: 'Amrani, Fatma el' }, because: 'bsn' };
  const standIn = standInDevice({ principal: mehmet, caseload: { kind: 'ready', rows: [row] }, dossiers: new Map([[dossierId, dossier]]) }).device;
  const decided: object[] = [];
  const pairs = { kind: 'ready' as const, value: [pair] };
  const device = { ...standIn, ...on.device, duplicates: { current: () => pairs, subscribe: () => () => undefined }, keepRecord: (input: object) => { decided.push(input); return standIn.keepRecord(input as never); } };
  return Object.assign(on, { device, decided });
}

/** What axe can judge without a layout; colours and sizes are looked at in the browser. */
async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { region: { enabled: false }, 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: true } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

afterEach(closePage);

it.each([['', CandidatePage], ['gegevens', CandidateDataPage], ['werk', CandidateWorkPage], ['dubbel', DuplicatesPage], ['nieuw', NewCandidatePage]] as const)('the page "%s" of a file has nothing that axe objects to', async (address, Page) => {
  await openPage(<Page />, atDesk(), addressOf(address));
  expect(await violations()).toEqual([]);
});

it.each(fileSections.map(({ id }) => id))('the form "%s" has nothing that axe objects to, empty and with everything wrong', async (id) => {
  await openPage(<Routes><Route path="wijzigen/:section" element={<EditSectionPage />} /></Routes>, atDesk(), addressOf(`wijzigen/${id}`));
  expect(await violations()).toEqual([]);
  await press('Enter', { ctrl: true });
  expect(await violations()).toEqual([]);
});

it('two files are joined on what was decided about them before, and taken apart again', async () => {
  const on = atDesk();
  await openPage(<DuplicatesPage />, on, addressOf('dubbel'));
  await click('Samenvoegen, dossier 2 blijft voorop');
  expect(on.decided).toMatchObject([{ kind: 'join', ...joinAddress(dossierId, other), groups: { facts: { kept: other, joined: dossierId, decision: 'joined', ground: 'bsn' } } }]);
  expect(screenText()).toContain('De dossiers zijn samengevoegd.');
  await click('Weer uit elkaar halen');
  expect(on.decided[1]).toMatchObject({ groups: { facts: { decision: 'separate' } } });
});

it('what stands differently in the other file is shown in the one that leads', async () => {
  await openPage(<CandidateDataPage />, atDesk(), addressOf('gegevens'));
  expect(screenText()).toContain('In het andere dossier staat');
  expect(screenText()).toContain('06-00002222');
});
