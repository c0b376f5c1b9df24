import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { findSubject, type Subject } from '../support/e2e/figures.ts';
import { ineke, keepMeasurement, openFile, openMeasurementForm, sanne, setUpDevice, typeMeasurement, unlock } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { subsidyCents } from '../support/e2e/subsidy.ts';
import { nodesOf, oneLine, readPdf, type ReadPdf } from '../support/reports/read-pdf.ts';

/*
 * Reports as a person makes them: by clicking, in a real Chromium, with the network away and the server too. What was
 * saved is opened by another program (pdf.js) and held against what was typed and against figures computed by hand.
 */
const today = amsterdamToday();
const contractBeganOn = plusDays(today, -30);
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The page asks for a worker, and the worker for fonts: any refusal of the content policy ends up here. */
function expectClean({ seen }: Laptop, region: Region): void {
  expect(seen.violations, 'violations of the content security policy').toEqual([]);
  expect(seen.requests.map((address) => new URL(address)).filter(({ protocol, origin }) => protocol.startsWith('http') && origin !== region.url).map(String), 'requests beyond the regional server').toEqual([]);
}

async function savedReport(page: Page, button: string, name: RegExp): Promise<{ readonly pdf: ReadPdf; readonly bytes: Buffer; readonly name: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(name);
  const file = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(file);
  await expect(page.locator('main').getByText(`${download.suggestedFilename()} staat bij je downloads.`)).toBeVisible();
  const bytes = readFileSync(file);
  return { pdf: await readPdf(bytes), bytes, name: download.suggestedFilename() };
}

const dutchCents = (cents: number): string => `€ ${String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '.')},${String(cents % 100).padStart(2, '0')}`;

test.describe('reports as PDF, made without a connection', () => {
  let region: Region;
  let subject: Subject;
  let laptop: Laptop;
  test.beforeAll(async () => {
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, today);
  });
  test.beforeEach(async () => {
    laptop = await newLaptop(region.url);
  });
  test.afterEach(async () => {
    await laptop.remove();
    await region.start();
  });
  test.afterAll(() => region.end());

  test('a measurement typed offline becomes a loonwaarderapport and an LKS advice that another reader opens', async () => {
    test.setTimeout(240_000);
    await setUpDevice(await laptop.open(), ineke);
    await laptop.close();
    await region.stop();
    const page = await laptop.open({ offline: true });
    await unlock(page, ineke);
    await openFile(page, subject);
    await openMeasurementForm(page);
    await typeMeasurement(page, {
      visitedOn: typed(today), employerName: 'Zuivelbedrijf Łęcki & Zoën', contactPerson: 'Zoë van ’t Hoff-IJzerman', normFunction: 'Productiemedewerker', functionPerformed: 'Inpakker',
      contractHours: '28', fullTimeHours: '36', workingDaysPerWeek: '4', contractBeganOn: typed(contractBeganOn),
      tasks: [
        { name: 'Inpakken', aandeel: '50', tempo: '70', kwaliteit: '90', nettoWerktijd: '100' },
        { name: 'Etiketten plakken', aandeel: '30', tempo: '80', kwaliteit: '100', nettoWerktijd: '90' },
        { name: 'Dozen vouwen', aandeel: '20', tempo: '60', kwaliteit: '80', nettoWerktijd: '90' },
      ],
      employeeView: 'Ik herken dit. Het inpakken gaat het best; een doos kost ons € 0,40.\n\nMijn nummer 123456782 mag hier niet in.', employerView: 'Klopt met wat wij zien op de afdeling.',
      nextMeasurementOn: typed(plusDays(today, 730)), expertPhone: '06-00001234',
    });
    await keepMeasurement(page);
    await page.getByRole('link', { name: 'Bekijk het rapport' }).click();
    await expect(page.getByRole('heading', { name: 'Op papier' })).toBeVisible();

    const report = await savedReport(page, 'Loonwaarderapport als PDF', new RegExp(`^loonwaarderapport-${today}-${uuid}\\.pdf$`));
    const { pdf } = report;
    expect({ title: pdf.title, language: pdf.language, showsTitle: pdf.showsTitle, tagged: pdf.tagged, size: pdf.size }).toEqual({
      title: 'Loonwaarderapport', language: 'nl-NL', showsTitle: true, tagged: true, size: [595.28, 841.89],
    });
    expect(nodesOf(pdf.tree, 'H1').map(({ text }) => text)).toEqual(['Loonwaarderapport']);
    expect(nodesOf(pdf.tree, 'H2').map(({ text }) => text)).toEqual(['Gegevens', 'Hoofdtaken', 'Toelichting per hoofdtaak', 'Zienswijzen', 'Ondertekening', 'Herkomst van dit stuk']);
    // 50/70/90/100 · 30/80/100/90 · 20/60/80/90 is 61.74, and 62 once rounded (DOMAIN.md).
    expect(nodesOf(pdf.tree, 'TR').map(({ text }) => text)).toEqual([
      'Hoofdtaak Aandeel Tempo Kwaliteit Netto werktijd Resultaat',
      '1. Inpakken 50 % 70 % 90 % 100 % 31,50 %',
      '2. Etiketten plakken 30 % 80 % 100 % 90 % 21,60 %',
      '3. Dozen vouwen 20 % 60 % 80 % 90 % 8,64 %',
      'Samen 61,74 %',
      'Loonwaarde, één keer afgerond 62 %',
    ]);
    expect(nodesOf(pdf.tree, 'Figure').map(({ alt }) => alt)).toEqual([expect.stringContaining('Samen 61,74 %, één keer afgerond 62 %.')]);
    for (const said of [subject.fullName, 'Zuivelbedrijf Łęcki & Zoën', 'Zoë van ’t Hoff-IJzerman', '06-00001234', '€ 0,40', ineke.name, 'Dozen vouwen: tempo nagekeken aan de hand van het werk.', 'Nog niet getekend']) {
      expect(pdf.text, said).toContain(said);
    }
    expect(pdf.text).not.toContain('123456782');
    expect(pdf.text).toContain('[nummer weggelaten]');
    const bsn = await region.query<{ readonly bsn: string }>(`select groups->'bsn'->'data'->>'bsn' as bsn from record where kind = 'candidate' and dossier_id = $1`, [subject.dossierId]).catch(() => []);
    for (const row of bsn) expect(pdf.text).not.toContain(row.bsn);

    const subsidy = subsidyCents({ loonwaarde: 62, contractHours: 28, fullTimeHours: 36, contractBeganOn });
    const advice = await savedReport(page, 'Advies loonkostensubsidie als PDF', new RegExp(`^advies-loonkostensubsidie-${today}-${uuid}\\.pdf$`));
    expect(advice.pdf.title).toBe('Advies loonkostensubsidie');
    if (subsidy !== null) {
      expect(nodesOf(advice.pdf.tree, 'TR').map(({ text }) => text)).toContain(`Loonkostensubsidie ${dutchCents(subsidy.lks)}`);
      expect(nodesOf(advice.pdf.tree, 'TR').map(({ text }) => text)).toContain(`Totaal ${dutchCents(subsidy.total)}`);
      expect(advice.pdf.text).toContain('Dit is een advies. De gemeente beslist.');
    }
    expect(oneLine(advice.pdf.text)).toContain('100 % − loonwaarde 62 % = 38 % subsidie');
    await lookAt(page, '50-measurement-report-saved');

    // The same measurement is the same file, byte for byte.
    const again = await savedReport(page, 'Loonwaarderapport als PDF', /^loonwaarderapport-/);
    expect(again.bytes.equals(report.bytes)).toBe(true);
    expectClean(laptop, region);
  });

  test('the button is reached and used by keyboard alone, and says aloud what became of the file', async () => {
    test.setTimeout(120_000);
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    const [measured] = await region.query<{ readonly dossier_id: string; readonly record_id: string }>(
      `select m.dossier_id, m.record_id from record m join caseload c on c.dossier_id = m.dossier_id and c.user_id = $1
       where m.kind = 'measurement' and m.groups ? 'result' order by m.record_id limit 1`,
      [sanne.userId],
    );
    if (measured === undefined) throw new Error('the demo region has no measurement in this caseload');
    await page.goto(`${region.url}/kandidaten/${measured.dossier_id}/metingen/${measured.record_id}`);
    await unlock(page, sanne);
    const button = page.getByRole('button', { name: 'Loonwaarderapport als PDF' });
    await expect(button).toBeVisible();
    for (let presses = 0; presses < 40 && !(await button.evaluate((element) => element === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await coming).suggestedFilename()).toMatch(/^loonwaarderapport-\d{4}-\d{2}-\d{2}-/);
    await expect(page.getByRole('status').filter({ hasText: 'staat bij je downloads' })).toHaveCount(1);
    await expect(button).toBeFocused();
    expectClean(laptop, region);
  });
});
