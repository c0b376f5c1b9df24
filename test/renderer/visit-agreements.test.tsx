// @vitest-environment jsdom
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { VisitViewPage } from '#renderer/features/candidate/visit-view-page.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { day } from '#shared/lib/calendar.ts';
import { aDossier, sanne } from '../support/forms/a-dossier.ts';
import { addressOf, closePage, desk, openPage, screenText } from '../support/forms/open-page.tsx';

afterEach(closePage);

it('a visit says what a later one made of its agreements, with a way to that visit', async () => {
  const [october] = aDossier().visits;
  if (october?.groups.facts === undefined || october.groups.note === undefined) throw new Error('a visit');
  const later = (recordId: string, heldOn: string, agreement: object): RecordView<'visit'> => ({
    ...october, recordId: recordId as RecordId,
    groups: { facts: { ...october.groups.facts!, heldOn: day(heldOn) }, note: { ...october.groups.note!, agreements: [{ id: 'visit-october-1' as RecordId, what: 'Rooster maken', owner: 'werkgever' as const, dueOn: day('2026-12-01'), ...agreement }] } },
  });
  const visits = [later('visit-late', '2026-11-19', { outcome: 'nagekomen' }), later('visit-older-form', '2026-11-10', {}), later('visit-next', '2026-11-03', { outcome: 'open' }), october];
  const page = (
    <Routes>
      <Route path="bezoeken/:recordId" element={<VisitViewPage />} />
    </Routes>
  );
  await openPage(page, desk(sanne, aDossier({ visits })), addressOf('bezoeken/visit-october'));
  expect(screenText()).toContain('Bezoek van 3 november 2026: verzet naar 1 december 2026');
  expect(screenText()).toContain('Bezoek van 19 november 2026: nagekomen');
  expect([...document.querySelectorAll('.visit-view__later a')].map((link) => link.getAttribute('href')?.split('/').at(-1))).toEqual(['visit-next', 'visit-older-form', 'visit-late']);
  // The form of that visit did not ask what became of it, so nobody said that it is open.
  expect([...document.querySelectorAll('.visit-view__later')][1]?.textContent).toBe('Bezoek van 10 november 2026');
});
