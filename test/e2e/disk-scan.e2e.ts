import { expect, test } from '@playwright/test';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { secretsOf } from '../support/e2e/caseload-secrets.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { readAllStorage, scanFolder, scanText, type Needle } from '../support/e2e/disk-scan.ts';
import { findSubject } from '../support/e2e/figures.ts';
import { keepVisit, openFile, openVisitForm, sanne, setUpDevice, typeVisit, unlock, words, type Person, type TypedVisit } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';

/*
 * A stolen laptop without its passphrase: after a working day nothing of a person can be read on the disk. A consultant
 * works on it too, because a jobcoach's device never has a BSN.
 */
const mehmet: Person = { userId: 'consulent-mehmet', name: 'Mehmet Yilmaz', passphrase: 'elf olifanten eten geen andijvie' };
const today = amsterdamToday();

const keptText = 'Deze zin hoort alleen in het dossier: de kandidaat telt de kratten hardop.';
const draftText = 'Deze zin is nog een concept: de voorman belt morgen terug over het rooster.';
const visit: TypedVisit = {
  heldOn: typed(today), beganAt: '13:15', duration: '30', place: 'Op de werkplek', attendees: 'De werknemer', activity: 'Evaluatie', observations: keptText,
  goal: { goal: 'De kratten zonder hulp stapelen voor de lunch', progress: 'Loopt' }, risk: 'Het gaat goed',
  agreement: { what: 'De voorman zet de zware kratten onderaan klaar', owner: 'Werkgever', dueOn: typed(plusDays(today, 3)) }, nextContactOn: typed(plusDays(today, 21)),
};
const typedToday: readonly Needle[] = [keptText, draftText, visit.goal?.goal ?? '', visit.agreement?.what ?? ''].map((text) => ({ what: 'what was typed today', text }));

test.describe('the disk of a laptop', () => {
  test.describe.configure({ mode: 'serial' });
  let region: Region;
  let laptop: Laptop;
  let secrets: readonly Needle[];
  test.beforeAll(async () => {
    region = await startRegion();
    laptop = await newLaptop(region.url);
    secrets = [...(await secretsOf(region)), ...typedToday, ...[sanne, mehmet].map(({ passphrase }) => ({ what: 'a passphrase', text: passphrase }))];
  });
  test.afterAll(async () => {
    await laptop.remove();
    await region.end();
  });

  test('after a working day, a lock and a crash no name, BSN or text of a person can be read on it', async () => {
    test.setTimeout(240_000);
    expect(secrets.filter(({ what }) => what === 'a BSN').length).toBeGreaterThan(100);
    expect(secrets.length).toBeGreaterThan(1_000);

    await test.step('a working day', async () => {
      const subject = await findSubject(region, sanne.userId, 'expert-ineke', today);
      let page = await laptop.open();
      await setUpDevice(page, sanne);
      for (let line = 0; line < 3; line += 1) {
        await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
        await page.locator('tbody a').nth(line).click();
        await expect(page.getByRole('heading', { name: 'Wat er gebeurde' })).toBeVisible();
      }
      await openFile(page, subject);
      await openVisitForm(page);
      await typeVisit(page, visit);
      await keepVisit(page);
      await page.getByRole('button', { name: 'Nog een bezoek vastleggen' }).click();
      await page.getByLabel('Wat zag en hoorde je?').fill(draftText);
      await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
      await page.getByRole('button', { name: 'Vergrendelen' }).click();
      // Whoever types a long sentence looks at it; a browser remembers fields that are not hidden.
      await page.getByLabel('Toon wachtzin').check();
      await page.getByLabel('Wachtzin', { exact: true }).fill(sanne.passphrase);
      await page.waitForTimeout(1_500);
      await unlock(page, sanne);
      await laptop.close();

      page = await laptop.open();
      await page.getByRole('button', { name: 'Iemand anders' }).click();
      await setUpDevice(page, mehmet);
      await openFile(page, subject);
      await page.getByRole('button', { name: 'Toon BSN' }).click();
      await page.waitForTimeout(1_000);
      // The window is open on a file with a BSN in sight when the machine dies.
      await laptop.kill();
    });

    const scan = await scanFolder(laptop.profileDir, secrets);
    console.log(`${secrets.length} needles in ${scan.files} files of ${Math.round(scan.bytes / 1e6)} MB`);
    expect(scan.files).toBeGreaterThan(50);
    expect(scan.hits).toEqual([]);

    // What the database holds in compressed blocks, and everything else a script could read while the device is locked.
    const page = await laptop.open();
    const stored = await readAllStorage(page);
    expect(stored).toContain('veldwerk-user-jobcoach-sanne');
    expect(stored.length).toBeGreaterThan(100_000);
    expect(scanText(stored, 'the storage of the address', secrets)).toEqual([]);
    expect(scanText(region.output(), 'the log of the server', secrets)).toEqual([]);
  });

  test('and the search itself finds what does lie there in the open, in every place and spelling', async () => {
    const planted: Needle = { what: 'planted', text: 'Sjörd Müller-Özdemir heeft een proef-BSN' };
    const needles = [planted];
    const page = laptop.page();
    await page.evaluate(async (text) => {
      localStorage.setItem('control', text);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('control');
        request.onupgradeneeded = () => request.result.createObjectStore('plain');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('control'));
      });
      await new Promise((resolve) => {
        const transaction = database.transaction('plain', 'readwrite', { durability: 'strict' });
        transaction.objectStore('plain').put({ nested: [{ bytes: new TextEncoder().encode(text) }] }, 1);
        transaction.oncomplete = resolve;
      });
      database.close();
      const file = await (await navigator.storage.getDirectory()).getFileHandle('control.txt', { create: true });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
    }, planted.text);
    expect(scanText(await readAllStorage(page), 'storage', needles)).toHaveLength(1);
    await laptop.close();
    const places = (await scanFolder(laptop.profileDir, needles)).hits.map(({ where }) => where);
    for (const place of ['IndexedDB', 'Local Storage', 'File System']) expect(places.some((where) => where.includes(place)), `${place} in ${places.join(', ')}`).toBe(true);
  });
});
