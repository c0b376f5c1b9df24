// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import type { KeepRecordInput, UnlockedDevice } from '#renderer/data/device.ts';
import { PlacementPage } from '#renderer/features/placement/placement-page.tsx';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { success } from '#shared/lib/outcome.ts';
import { aDossier, deskNowMs, principalOf } from '../support/forms/a-dossier.ts';
import { addressOf, box, choose, click, closePage, desk, openPage, press, screenText, turn, type } from '../support/forms/open-page.tsx';

const mehmet = principalOf('consultant', 'consulent-mehmet', 'Mehmet Yilmaz');
const green = { dossierId: 'file-green' as never, recordId: 'employer-green' as RecordId, name: 'Groenbedrijf De Waal', place: 'Nijmegen', people: [{ name: 'Geert Peelen', jobTitle: 'uitvoerder', phone: '024-0001234' }] };

afterEach(closePage);

it('says the limits of a proefplaatsing with their days, and keeps none from being recorded but what the law forbids', async () => {
  const kept: KeepRecordInput<Kind>[] = [];
  const on = desk(mehmet, aDossier());
  const employers = { kind: 'ready', value: [green] } as const;
  const device: UnlockedDevice = {
    ...on.device,
    employers: () => ({ current: () => employers, subscribe: () => () => undefined }),
    keepRecord: (input) => {
      kept.push(input as unknown as KeepRecordInput<Kind>);
      return Promise.resolve(success({ opId: 'op' as OpId, recordId: 'record-new' as RecordId, keptAtMs: deskNowMs, secondCopy: true }));
    },
  };
  await openPage(<PlacementPage />, Object.assign(on, { device }), addressOf('plaatsing'));
  await choose('employerId', 'employer-green');
  expect(screenText()).toContain('Contactpersoon: Geert Peelen, uitvoerder, 024-0001234');
  await type('jobTitle', 'Medewerker groen');
  await type('form', 'proefplaatsing');
  await type('hoursPerWeek', '24');
  await type('beganOn', '1-11-2026');
  expect(screenText()).toContain('samen hoogstens zes maanden: tot en met 30 april 2027');
  expect(screenText()).toContain('Deze persoon werkte hier al in deze functie');
  await click('Twee maanden: tot en met 31-12-2026');
  expect(box('trialThrough').value).toBe('31-12-2026');
  expect(screenText()).not.toContain('Waarom langer dan twee maanden?');
  await type('trialThrough', '31-5-2027');
  await press('Enter', { ctrl: true });
  expect(screenText()).toContain('Een proefplaatsing mag samen hoogstens 6 maanden duren. Dat is hier tot en met 30-04-2027.');
  await type('trialThrough', '31-1-2027');
  await press('Enter', { ctrl: true });
  expect(screenText()).toContain('Kies waarom deze langer duurt.');
  await choose('benefitExit', 'geen');
  await choose('trialReason', 'weinig-uren');
  await press('Enter', { ctrl: true });
  await turn();
  expect(kept).toMatchObject([{ kind: 'placement', groups: { facts: { form: 'proefplaatsing', trialThrough: '2027-01-31', trialReason: 'weinig-uren', banenafspraak: false } } }]);
});
