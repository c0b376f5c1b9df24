import { expect, type Page } from '@playwright/test';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { ineke, openFile, openMeasurementForm, openVisitForm, sanne, setUpDevice, typeTask, unlock, words } from '../support/e2e/person.ts';

/* Bad input: a clear sentence beside the field, problem+json from the server, and nothing that was typed is lost. */

const test = testsOfOneRegion();

test.describe('bad input', () => {
  test('a date in the year 20226 is asked again, and everything typed is still there after a reload', async ({ laptop, subject }) => {
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await openFile(page, subject);
    await openVisitForm(page);
    await page.getByLabel('Datum', { exact: true }).fill('3-4-20226');
    await page.getByLabel('Begin', { exact: true }).fill('half tien');
    await page.getByLabel('Duur in minuten').fill('veel');
    await page.getByLabel('Wat zag en hoorde je?').fill('Hier staat al een heel verhaal.');
    await page.keyboard.press('Control+Enter');

    await expect(page.getByLabel('Datum', { exact: true })).toHaveAccessibleDescription(/Kijk naar het jaar: dat heeft vier cijfers/);
    await expect(page.getByLabel('Datum', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Begin', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    const list = page.getByRole('region', { name: /dingen nog niet$/ });
    await list.getByRole('link', { name: /^Datum/ }).click();
    await expect(page.getByLabel('Datum', { exact: true })).toBeFocused();
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();

    await page.reload();
    await unlock(page, sanne);
    await expect(page.getByText(/^Dit is je concept van/)).toBeVisible();
    await expect(page.getByLabel('Datum', { exact: true })).toHaveValue('3-4-20226');
    await expect(page.getByLabel('Begin', { exact: true })).toHaveValue('half tien');
    await expect(page.getByLabel('Duur in minuten')).toHaveValue('veel');
    await expect(page.getByLabel('Wat zag en hoorde je?')).toHaveValue('Hier staat al een heel verhaal.');
  });

  test('shares that are not 100 % together block the measurement, with the sum in the sentence', async ({ laptop, subject }) => {
    const page = await laptop.open();
    await setUpDevice(page, ineke);
    await openFile(page, subject);
    await openMeasurementForm(page);
    await typeTask(page.getByRole('group', { name: 'Hoofdtaak 1', exact: true }), { name: 'Inpakken', aandeel: '60', tempo: '70/80', kwaliteit: '100', nettoWerktijd: '100' });
    await page.getByRole('button', { name: 'Hoofdtaak toevoegen' }).click();
    await typeTask(page.getByRole('group', { name: 'Hoofdtaak 2', exact: true }), { name: 'Vegen', aandeel: '30', tempo: '100', kwaliteit: '100', nettoWerktijd: '100' });
    await expect(page.getByText('De aandelen zijn samen 90 %. Verdeel nog 10 %.')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/De aandelen zijn samen 90 %\. Dat moet precies 100 % zijn\./).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Loonwaarde meten' })).toBeVisible();
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();

    await page.reload();
    await unlock(page, ineke);
    const first = page.getByRole('group', { name: 'Hoofdtaak 1', exact: true });
    await expect(first.getByLabel('Aandeel %')).toHaveValue('60');
    // 70 of 80 pieces; how it was counted stands in the explanation.
    await expect(first.getByLabel('Tempo %')).toHaveValue('87,5');
    await expect(first.getByLabel('Toelichting bij tempo')).not.toHaveValue('');
  });

  test('the server answers each of them with problem+json, the place and a sentence', async ({ region, laptop }) => {
    const page = await laptop.open();
    await setUpDevice(page, ineke);
    const task = { name: 'Inpakken', tempo: '100', kwaliteit: '100', nettoWerktijd: '100', tempoExplanation: '', kwaliteitExplanation: '', nettoWerktijdExplanation: '' };
    const [{ facts }] = await region.query<{ readonly facts: Readonly<Record<string, unknown>> }>(
      "select groups->'facts'->'data' as facts from record where kind = 'measurement' limit 1") as [{ readonly facts: Readonly<Record<string, unknown>> }];
    const cases = [
      { kind: 'candidate', groups: { bsn: { bsn: '123456789' } }, code: 'bsn.elfproef' },
      { kind: 'candidate', groups: { bsn: { bsn: '12345678' } }, code: 'bsn.nineDigits' },
      { kind: 'candidate', groups: { registration: { municipality: 'GM0268', entrance: 'internet', registeredOn: '20226-04-03', closedOn: null } }, code: 'day.' },
      { kind: 'measurement', groups: { facts, tasks: { method: 'uniform-2021', methodVersion: 1, regularPerformance: false, hoofdtaken: [{ ...task, aandeel: '60' }, { ...task, aandeel: '30' }] } }, code: 'loonwaarde.sharesNotHundred' },
    ];
    for (const { kind, groups, code } of cases) {
      const answer = await check(page, { kind, groups });
      expect(answer.status, code).toBe(400);
      expect(answer.type, code).toContain('application/problem+json');
      const { errors, detail } = JSON.parse(answer.body) as { readonly detail: string; readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[] };
      const found = errors.find((error) => error.code.startsWith(code));
      expect(found, `${code} in ${answer.body}`).toBeDefined();
      expect(found?.pointer).toMatch(/^#\/groups\//);
      // A sentence, and never the value itself: a BSN does not travel in an answer.
      expect(found?.detail).toMatch(/^[A-Z].*\.$/);
      expect(detail).toMatch(/\.$/);
      expect(answer.body).not.toContain('123456789');
    }
  });
});

/** As the page would ask: with its session and from its own address. */
function check(page: Page, body: unknown): Promise<{ readonly status: number; readonly type: string; readonly body: string }> {
  return page.evaluate(async (text) => {
    const response = await fetch('/v1/checks', { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() };
  }, JSON.stringify(body));
}
