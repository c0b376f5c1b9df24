import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { newLaptop } from '../support/e2e/browser.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { ineke, keepMeasurement, mehmet, openFile, openMeasurementForm, sanne, setUpDevice, typeMeasurement, unlock } from '../support/e2e/person.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { dutchCents, subsidyCents } from '../support/e2e/subsidy.ts';
import { nodesOf, oneLine } from '../support/reports/read-pdf.ts';
import { expectNothingBeyond, savedReport } from '../support/reports/saved-report.ts';

/*
 * Reports as a person makes them: by clicking, in a real Chromium, with the network away and the server too. What was
 * saved is opened by another program (pdf.js) and held against what was typed and against figures computed by hand.
 */
const today = amsterdamToday();
const contractBeganOn = plusDays(today, -30);
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The employee draws, the employer types; the expert does so later. */
async function signOnScreen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nu ondertekenen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ondertekenen' })).toBeVisible();
  await page.getByLabel('Vak voor de handtekening').scrollIntoViewIfNeeded();
  const box = await page.getByLabel('Vak voor de handtekening').boundingBox();
  if (box === null) throw new Error('there is no box to sign in');
  await page.mouse.move(box.x + 40, box.y + box.height * 0.7);
  await page.mouse.down();
  for (const [x, y] of [[70, 0.25], [95, 0.8], [130, 0.3], [160, 0.75], [230, 0.45]] as const) await page.mouse.move(box.x + x, box.y + box.height * y, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Ondertekenen als werknemer' }).click();
  // The employer is next, on the same page.
  await expect(page.getByRole('button', { name: 'Ondertekenen als werkgever' })).toBeVisible();
  await page.getByLabel('Naam typen').check();
  await page.getByLabel(/^Ik ben het eens met deze zin/).check();
  await page.getByRole('button', { name: 'Ondertekenen als werkgever' }).click();
  // The expert's own form waits until the expert has the laptop again.
  await expect(page.getByRole('heading', { level: 1, name: `Geef de laptop terug aan ${ineke.name}` })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Ondertekenen als deskundige' })).toHaveCount(0);
  await page.getByRole('button', { name: `Ik ben ${ineke.name}, ga verder` }).click();
  await expect(page.getByRole('button', { name: 'Ondertekenen als deskundige' })).toBeVisible();
  await page.getByRole('link', { name: 'Terug naar het rapport' }).click();
  await expect(page.getByRole('heading', { name: 'Op papier' })).toBeVisible();
}

const test = testsOfOneRegion();

test.describe('reports as PDF, made without a connection', () => {
  test('a measurement typed offline becomes a loonwaarderapport and an LKS advice that another reader opens', async ({ region, laptop, subject }) => {
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

    await signOnScreen(page);
    const report = await savedReport(page, 'Loonwaarderapport als PDF', new RegExp(`^loonwaarderapport-${today}-${uuid}\\.pdf$`));
    const { pdf } = report;
    expect({ title: pdf.title, language: pdf.language, showsTitle: pdf.showsTitle, tagged: pdf.tagged, size: pdf.size }).toEqual({
      title: 'Loonwaarderapport', language: 'nl-NL', showsTitle: true, tagged: true, size: [595.28, 841.89],
    });
    expect(nodesOf(pdf.tree, 'H1').map(({ text }) => text)).toEqual(['Loonwaarderapport']);
    expect(nodesOf(pdf.tree, 'H2').map(({ text }) => text)).toEqual(['Gegevens', 'Hoofdtaken', 'Toelichting per hoofdtaak', 'Zienswijzen', 'Ondertekening', 'Herkomst van dit stuk']);
    // 50/70/90/100 · 30/80/100/90 · 20/60/80/90 is 61.74, and 62 once rounded.
    expect(nodesOf(pdf.tree, 'TR').map(({ text }) => text)).toEqual([
      'Hoofdtaak Aandeel Tempo Kwaliteit Netto werktijd Resultaat',
      '1. Inpakken 50 % 70 % 90 % 100 % 31,50 %',
      '2. Etiketten plakken 30 % 80 % 100 % 90 % 21,60 %',
      '3. Dozen vouwen 20 % 60 % 80 % 90 % 8,64 %',
      'Samen 61,74 %',
      'Loonwaarde, één keer afgerond 62 %',
    ]);
    expect(nodesOf(pdf.tree, 'Figure').map(({ alt }) => oneLine(alt ?? ''))).toEqual([expect.stringContaining('Samen 61,74 %, één keer afgerond 62 %.'), `Handtekening van ${subject.fullName}, werknemer`]);
    expect(oneLine(pdf.text)).toMatch(/Werknemer .*Getekend op \d+ \p{L}+ \d{4} om \d\d:\d\d uur.*Werkgever .*Akkoord verklaard met de eigen naam op .*Loonwaardedeskundige Ineke Willems Nog niet getekend/u);
    // The number that the screen shows for people to compare.
    const shownHash = await page.locator('main').getByText(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/).allTextContents();
    for (const hash of shownHash) expect(pdf.text).toContain(oneLine(hash));
    for (const said of [subject.fullName, 'Zuivelbedrijf Łęcki & Zoën', 'Zoë van ’t Hoff-IJzerman', '06-00001234', '€ 0,40', ineke.name, 'Dozen vouwen: tempo nagekeken aan de hand van het werk.']) {
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
    expectNothingBeyond(laptop, region);
  });

  test('the button is reached and used by keyboard alone, and says aloud what became of the file', async ({ region, laptop }) => {
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
    expectNothingBeyond(laptop, region);
  });

  test('a request to UWV is filled from the file, is the only file with a BSN, and notes before it is made that somebody took it along', async ({ region, laptop }) => {
    test.setTimeout(180_000);
    const [person] = await region.query<{ readonly dossier_id: string; readonly bsn: string; readonly name: string }>(
      `select dossier_id, groups->'bsn'->'data'->>'bsn' as bsn, concat_ws(' ', groups->'identity'->'data'->>'givenName', nullif(groups->'identity'->'data'->>'namePrefix', ''), groups->'identity'->'data'->>'familyName') as name
       from record where kind = 'candidate' and groups ? 'bsn' and groups->'registration'->'data'->>'closedOn' is null order by dossier_id limit 1`,
    );
    if (person === undefined) throw new Error('the demo region has nobody with a BSN');
    // Abilities and, later, consent as a consultant would have recorded them; the rest is the demo's.
    const group = (data: unknown) => ({ version: { epoch: 1, n: 1 }, changedBy: mehmet.userId, changedAtMs: 1, data });
    await region.query(`update record set groups = groups || $2::jsonb where kind = 'candidate' and dossier_id = $1`, [
      person.dossier_id,
      JSON.stringify({ consent: group({ sharing: [] }), abilities: group({ can: 'Werkt nauwkeurig en is op tijd.', helps: 'Een vaste plek.', limits: 'Niet langer dan vier uur achter elkaar staan.' }) }),
    ]);
    const page = await laptop.open();
    await setUpDevice(page, mehmet);
    await page.goto(`${region.url}/kandidaten/${person.dossier_id}/indicatie`);
    await unlock(page, mehmet);
    await expect(page.getByRole('heading', { name: 'Dit ontbreekt nog in het dossier' })).toBeVisible();
    await expect(page.getByText(/^Toestemming om gegevens met UWV te delen/)).toBeVisible();
    await lookAt(page, '51-indication-missing');

    await region.query(`update record set groups = groups || $2::jsonb where kind = 'candidate' and dossier_id = $1`, [
      person.dossier_id, JSON.stringify({ consent: group({ sharing: [{ party: 'uwv', form: 'schriftelijk', givenOn: plusDays(today, -20), withdrawnOn: null }] }) }),
    ]);
    await laptop.remove();
    laptop = await newLaptop(region.url);
    await setUpDevice(await laptop.open(), mehmet);
    await laptop.close();
    await region.stop();
    const offline = await laptop.open({ offline: true, url: `${region.url}/kandidaten/${person.dossier_id}/indicatie` });
    await unlock(offline, mehmet);
    await expect(offline.getByText('In dit bestand staat het hele BSN')).toBeVisible();
    await expect(offline.locator('main')).not.toContainText(person.bsn);
    await lookAt(offline, '52-indication');
    await offline.getByLabel('Is deze persoon aangewezen op beschut werk?').check();
    const { pdf } = await savedReport(offline, 'Aanvraag als PDF', new RegExp(`^indicatieaanvraag-${today}-${person.dossier_id}\\.pdf$`));
    expect(pdf.text.split(person.bsn)).toHaveLength(2);
    for (const said of [person.name, 'Advies beschut werk', 'Niet langer dan vier uur achter elkaar staan.', 'Schriftelijk gegeven op', 'Mehmet Yilmaz']) expect(pdf.text, said).toContain(said);

    const coming = offline.waitForEvent('download');
    await offline.getByRole('button', { name: 'Aanvraag als gegevensbestand (JSON)' }).click();
    const download = await coming;
    const file = test.info().outputPath('aanvraag.json');
    await download.saveAs(file);
    expect(download.suggestedFilename()).toBe(`indicatieaanvraag-${today}-${person.dossier_id}.json`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'veldwerk-indicatieaanvraag', version: 1, kind: 'beschut-werk', candidate: { bsn: person.bsn }, consent: { form: 'schriftelijk' } });
    expectNothingBeyond(laptop, region);
  });

  test('who may not see a BSN is not offered a request to UWV', async ({ region, laptop, subject }) => {
    const page = await laptop.open();
    await setUpDevice(page, sanne);
    await page.goto(`${region.url}/kandidaten/${subject.dossierId}/indicatie`);
    await unlock(page, sanne);
    await expect(page.getByRole('button', { name: 'Aanvraag als PDF' })).toHaveCount(0);
    await openFile(page, subject);
    await expect(page.getByRole('link', { name: 'Indicatie aanvragen bij UWV' })).toHaveCount(0);
  });
});
