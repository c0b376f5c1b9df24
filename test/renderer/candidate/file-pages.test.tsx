// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { CandidatePage } from '#renderer/features/candidate/candidate-page.tsx';
import { CandidateDataPage, CandidateWorkPage } from '#renderer/features/candidate/file/data-page.tsx';
import { draftOfSection } from '#renderer/features/candidate/file/section-of-form.ts';
import { EditSectionPage } from '#renderer/features/candidate/file/edit-section-page.tsx';
import { CandidateTimelinePage } from '#renderer/features/candidate/file/timeline-page.tsx';
import { NewCandidatePage } from '#renderer/features/candidate/new/new-candidate-page.tsx';
import { liveValue } from '#renderer/data/queries/live-of.ts';
import type { KeepRecordInput, UnlockedDevice } from '#renderer/data/device.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { Route, Routes, useLocation, useParams } from 'react-router';
import type { Bsn } from '#shared/domain/bsn.ts';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { success } from '#shared/lib/outcome.ts';
import { standInDevice } from '../../support/ui/stand-in-device.ts';
import { aDossier, deskNowMs, dossierId, principalOf } from '../../support/forms/a-dossier.ts';
import { addressOf, choose, closePage, desk, leave, openPage, press, screenText, turn, type, type Desk } from '../../support/forms/open-page.tsx';

const mehmet = principalOf('consultant', 'consulent-mehmet', 'Mehmet Yilmaz');
const seen = { epoch: 1, n: 7 };

/** A file with a status, of which it is known what it was based on. */
function file(): DossierView {
  const dossier = aDossier();
  if (dossier.candidate === null) throw new Error('no candidate');
  const status = { regeling: 'participatiewet', candidateGroup: 2, labourMarketRelation: 'werk', selfReliance: 4, prioritair: false } as const;
  const candidate = { ...dossier.candidate, groups: { ...dossier.candidate.groups, status }, changes: { status: { by: mehmet.userId, atMs: deskNowMs, base: seen } } };
  return aDossier({ candidate });
}

function atDesk(kept: KeepRecordInput<Kind>[] = []): Desk {
  const dossier = file();
  const on = desk(mehmet, dossier);
  const standIn = standInDevice({ principal: mehmet, caseload: { kind: 'ready', rows: [] }, dossiers: new Map([[dossierId, dossier]]) }).device;
  const device: UnlockedDevice = {
    ...standIn,
    ...on.device,
    keepRecord: (input) => {
      kept.push(input as unknown as KeepRecordInput<Kind>);
      return Promise.resolve(success({ opId: 'op' as OpId, recordId: 'record-new' as RecordId, keptAtMs: deskNowMs, secondCopy: true }));
    },
  };
  return Object.assign(on, { device });
}

afterEach(closePage);

describe("the pages of a candidate's file", () => {
  it('show what is known, what is not, and offer what this person may change', async () => {
    await openPage(<CandidatePage />, atDesk(), addressOf(''));
    expect(screenText()).toContain('Fatima el Amrani');
    expect(screenText()).toContain('Wat er gebeurde');
    closePage();
    await openPage(<CandidateDataPage />, atDesk(), addressOf('gegevens'));
    for (const words of ['Waar iemand staat', '2 Tijdelijke ondersteuning', 'Doelgroepregister', 'Nog niet ingevuld', 'Uitschrijven', 'Overdragen aan een collega']) expect(screenText()).toContain(words);
    closePage();
    await openPage(<CandidateWorkPage />, atDesk(), addressOf('werk'));
    expect(screenText()).toContain('Wat iemand kan');
    closePage();
    await openPage(<CandidateTimelinePage />, atDesk(), addressOf('tijdlijn'));
    expect(screenText()).toContain('Begonnen bij Groenbedrijf De Waal');
  });

  it('[JOIN3] of a file that was joined while somebody reads it lead to the same page of the one that leads', async () => {
    const leads = 'dossier-leads' as DossierId;
    const on = atDesk();
    const device: UnlockedDevice = { ...on.device, leaders: liveValue<ReadonlyMap<DossierId, DossierId>>(new Map([[dossierId, leads]])) };
    const Where = () => <p>{`Hier: ${useLocation().pathname}`}</p>;
    const Page = () => (useParams()['dossierId'] === dossierId ? <CandidateDataPage /> : <Where />);
    await openPage(<Page />, Object.assign(on, { device }), addressOf('gegevens'));
    expect(screenText()).toContain(`Hier: /kandidaten/${leads}/gegevens`);
  });

  const edit = (section: string, on: Desk) =>
    openPage(
      <Routes>
        <Route path="wijzigen/:section" element={<EditSectionPage />} />
        <Route path="*" element={<p>elders</p>} />
      </Routes>,
      on,
      addressOf(`wijzigen/${section}`),
    );

  it('a change is kept on what was seen, with what the form does not ask left as it was', async () => {
    const kept: KeepRecordInput<Kind>[] = [];
    await edit('situatie', atDesk(kept));
    await type('reason', 'Kan meer aan dan gedacht.');
    await press('Enter', { ctrl: true });
    expect(screenText()).toContain('Er is niets veranderd');
    await choose('candidateGroup', '1');
    await press('Enter', { ctrl: true });
    await turn();
    expect(kept).toMatchObject([{
      kind: 'candidate', bases: { status: seen, move: null },
      groups: { status: { candidateGroup: 1, selfReliance: 4, labourMarketRelation: 'werk' }, move: { movedOn: '2026-11-20', reason: 'Kan meer aan dan gedacht.' } },
    }]);
    expect(Object.keys(kept[0]?.groups ?? {})).toEqual(['status', 'move']);
    expect(screenText()).toContain('elders');
  });

  it('the form for a BSN does not show the one that stands there, which would be seen without being noted', async () => {
    const on = atDesk();
    const dossier = file();
    if (dossier.candidate === null) throw new Error('no candidate');
    const known = aDossier({ candidate: { ...dossier.candidate, groups: { ...dossier.candidate.groups, bsn: { bsn: '123456782' as Bsn } } } });
    const device = standInDevice({ principal: mehmet, caseload: { kind: 'ready', rows: [] }, dossiers: new Map([[dossierId, known]]) }).device;
    await edit('bsn', Object.assign(on, { device: { ...on.device, dossier: (id: DossierId) => device.dossier(id) } }));
    expect(screenText()).toContain('Burgerservicenummer');
    expect([...document.querySelectorAll('input')].map(({ value }) => value)).toEqual(['']);
  });

  it.each([['a part of the file', 'wijzigen/situatie', 'reason'], ['somebody new', 'nieuw', 'familyName']])('whoever comes back to the address of %s that they kept begins anew, under a name that can be saved', async (_, place, field) => {
    const on = atDesk();
    on.keptDrafts.add('kept-before');
    const page = place === 'nieuw' ? <NewCandidatePage /> : <Routes><Route path="wijzigen/:section" element={<EditSectionPage />} /></Routes>;
    await openPage(page, on, addressOf(`${place}?concept=kept-before`));
    await type(field, 'Opnieuw');
    await leave();
    expect([...on.drafts.values()].map(({ draftId, values }) => [draftId === 'kept-before', values[field]])).toEqual([[false, 'Opnieuw']]);
  });

  it('several parts that were begun are told apart by their names', async () => {
    const on = atDesk();
    for (const section of ['situatie', 'kunnen']) on.drafts.set(section, { draftId: section, dossierId, form: 'candidateFile', values: { [draftOfSection]: section }, savedAtMs: deskNowMs });
    await openPage(<CandidatePage />, on, addressOf(''));
    expect(screenText()).toContain('Concept van een wijziging: Waar iemand staat');
    expect(screenText()).toContain('Concept van een wijziging: Wat iemand kan');
  });

  it('nobody finds a form for what is not theirs to change', async () => {
    await edit('bestaat-niet', atDesk());
    expect(screenText()).toContain('Dit kun je hier niet wijzigen');
  });

  it('somebody new is made with the least, and the maker is the consultant', async () => {
    const kept: KeepRecordInput<Kind>[] = [];
    await openPage(<NewCandidatePage />, atDesk(kept), addressOf('nieuw'));
    await type('givenName', 'Sem');
    await type('familyName', 'Bakker');
    await type('birthDate', '3-4-2001');
    for (const [id, choice] of [['entrance', 'toekomstplein'], ['candidateGroup', '2'], ['labourMarketRelation', 'werk'], ['selfReliance', '4']] as const) await choose(id, choice);
    await type('regeling', 'participatiewet');
    await press('Enter', { ctrl: true });
    await turn();
    expect(screenText()).toContain('Kandidaat vastgelegd');
    expect(kept[0]?.groups).toEqual({
      identity: { givenName: 'Sem', namePrefix: '', familyName: 'Bakker', birthDate: '2001-04-03' },
      registration: { municipality: 'GM0268', entrance: 'toekomstplein', registeredOn: '2026-11-20', closedOn: null },
      status: { candidateGroup: 2, labourMarketRelation: 'werk', selfReliance: 4, regeling: 'participatiewet', prioritair: false },
      team: { jobcoach: null, consultant: mehmet.userId, expert: null },
    });
  });
});
