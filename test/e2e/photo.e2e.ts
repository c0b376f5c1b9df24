import { expect, test, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { scanFolder } from '../support/e2e/disk-scan.ts';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { findSubject, type Subject } from '../support/e2e/figures.ts';
import { header, ineke, keepVisit, openFile, openVisitForm, sanne, setUpDevice, typeVisit, unlock, words, type TypedVisit } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { provenReader } from '../support/proven-reader.ts';

/*
 * Photos taken without network: on the disk at once, through a crash, with their visit, to the server whole and without
 * what a phone hides in them.
 */
const today = amsterdamToday();
const visit: TypedVisit = {
  heldOn: typed(today), beganAt: '11:00', duration: '30', place: 'Op de werkplek', attendees: 'De werknemer', activity: 'Structureren', observations: 'De nieuwe werkbank helpt.',
  risk: 'Het gaat goed', nextContactOn: typed(plusDays(today, 10)),
};
const secret = 'GPS 51.8426 N 5.8528 E Fatima';

/** A picture as a phone makes it: large, and with a segment that says where and of whom. */
async function phonePhoto(page: Page, { width = 4_000, height = 3_000, noise = 0 } = {}): Promise<{ readonly name: string; readonly mimeType: string; readonly buffer: Buffer }> {
  const base64 = await page.evaluate(async ([wide, high, grain]) => {
    const canvas = new OffscreenCanvas(wide, high);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = '#c9d7c0';
    context.fillRect(0, 0, wide, high);
    context.fillStyle = '#8a5a2b';
    context.fillRect(wide * 0.15, high * 0.45, wide * 0.7, high * 0.12);
    context.fillRect(wide * 0.2, high * 0.57, wide * 0.05, high * 0.3);
    context.fillRect(wide * 0.75, high * 0.57, wide * 0.05, high * 0.3);
    if (grain > 0) {
      const pixels = context.getImageData(0, 0, wide, high);
      let state = grain;
      for (let index = 0; index < pixels.data.length; index += 1) {
        state = (state * 48_271) % 2_147_483_647;
        if (index % 4 !== 3) pixels.data[index] = state % 256;
      }
      context.putImageData(pixels, 0, 0);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
    let text = '';
    for (let start = 0; start < bytes.length; start += 30_000) text += String.fromCharCode(...bytes.subarray(start, start + 30_000));
    return btoa(text);
  }, [width, height, noise] as const);
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.from(`Exif\0\0${secret}`, 'latin1');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return { name: `Fatima thuis ${noise}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]) };
}

const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) => page.locator('input[type=file]').setInputFiles(files);

/** What the server hands out to another device of the person, drawn by a browser. */
async function fetched(page: Page, { url }: Region, attachmentId: string) {
  const read = await provenReader(url, sanne.userId);
  const response = await read(`${url}/v1/attachments/${attachmentId}/content`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const size = await page.evaluate(async (base64) => {
    const { width, height } = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    return { width, height };
  }, bytes.toString('base64'));
  return { type: response.headers.get('content-type'), ...size, text: bytes.toString('latin1') };
}

/** What the console of a browser with a living session can read of the server [status]. */
const readInConsole = (page: Page, paths: readonly string[]) => page.evaluate(async ([all, userId]) => {
  return Promise.all(all.map(async (path) => (await fetch(path, { headers: { 'veldwerk-user': userId } })).status));
}, [paths, sanne.userId] as const);

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly state: string;
  readonly visit: string | null;
  readonly description: string | null;
  readonly size: string;
}
const photosOf = (region: Region, subject: Subject) => region.query<Row>(
  `select a.attachment_id as id, a.state, a.size_bytes as size, r.groups->'facts'->'data'->>'visitId' as visit, r.groups->'facts'->'data'->>'description' as description
   from attachment a left join record r on r.region = a.region and r.record_id = a.attachment_id where a.dossier_id = $1 order by r.n`, [subject.dossierId]);

test.describe('photos', () => {
  let region: Region;
  let laptop: Laptop;
  let subject: Subject;
  test.beforeAll(async () => {
    region = await startRegion();
    laptop = await newLaptop(region.url);
    subject = await findSubject(region, sanne.userId, ineke.userId, today);
    await setUpDevice(await laptop.open(), sanne);
    // A browser writes a session's cookie to disk half a minute late, or when it is closed.
    await laptop.close();
    await unlock(await laptop.open(), sanne);
  });
  test.afterAll(async () => {
    await laptop.remove();
    await region.end();
  });

  test('taken offline with a visit, it survives a killed browser before the visit is recorded, and arrives without what it hid', async () => {
    test.setTimeout(180_000);
    let page = laptop.page();
    await region.stop();
    await openFile(page, subject);
    await openVisitForm(page);
    await typeVisit(page, visit);
    await choose(page, await phonePhoto(page));
    await expect(page.getByText('Opgeslagen op dit apparaat. Wordt vastgelegd met het bezoek.')).toBeVisible();
    await page.getByLabel('Wat staat erop?').fill('De verhoogde werkbank');
    await choose(page, await phonePhoto(page, { width: 800, height: 600 }));
    await expect(page.getByLabel('Wat staat op foto 2?')).toBeVisible();
    await lookAt(page, 'visit-form-photos');
    await page.getByRole('button', { name: 'Verwijderen: Foto 2' }).click();
    await expect(page.getByLabel('Wat staat op foto 2?')).toHaveCount(0);
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
    await laptop.kill();

    page = await laptop.open({ offline: true });
    await unlock(page, sanne);
    await openFile(page, subject);
    await openVisitForm(page);
    await expect(page.getByLabel('Wat staat erop?')).toHaveValue('De verhoogde werkbank');
    const image = page.getByRole('img', { name: 'De verhoogde werkbank' });
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight])).toEqual([2_560, 1_920]);
    await keepVisit(page);
    await expect(page.locator('main').getByText(words.kept)).toHaveCount(2);
    await lookAt(page, 'visit-kept-photos');

    await region.start();
    await laptop.context().setOffline(false);
    await expect(header(page)).toContainText(words.allSent, { timeout: 70_000 });
    await expect(page.locator('main').getByText(words.sent)).toHaveCount(2);
    const [photo, ...others] = await photosOf(region, subject);
    expect([photo?.state, photo?.description, others]).toEqual(['verified', 'De verhoogde werkbank', []]);
    const [kept] = await region.query<{ readonly record_id: string }>(`select record_id from record where record_id = $1 and kind = 'visit'`, [photo?.visit]);
    expect(kept?.record_id).toBe(photo?.visit);
    const content = await fetched(page, region, photo?.id ?? '');
    expect([content.type, content.width, content.height]).toEqual(['image/jpeg', 2_560, 1_920]);
    expect(content.text).not.toContain('GPS');
    expect(content.text).not.toContain('Exif');
    // Nor did the name of the file go anywhere.
    expect(region.output()).not.toContain('Fatima');
  });

  test('in the candidate’s file, without a visit; what is no photo is refused in words', async () => {
    const page = laptop.page();
    await openFile(page, subject);
    await choose(page, [{ name: 'verslag.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') }, await phonePhoto(page, { width: 1_200, height: 1_600 })]);
    await expect(page.getByRole('alert')).toContainText('verslag.jpg is geen foto die Veldwerk kan lezen.');
    await expect(page.getByText('Opgeslagen op dit apparaat, nog niet vastgelegd.')).toBeVisible();
    await page.getByLabel('Wat staat erop?').fill('Typeplaatje van de machine');
    await lookAt(page, 'candidate-photos-draft');
    await page.getByRole('button', { name: 'Foto vastleggen' }).click();
    const photo = page.locator('.candidate-photos').getByRole('listitem').filter({ hasText: 'Typeplaatje van de machine' });
    await expect(photo).toContainText(/Verstuurd (om|vandaag)/, { timeout: 30_000 });
    await expect(header(page)).toContainText(words.allSent);
    await photo.getByRole('button', { name: 'Groter: Typeplaatje van de machine' }).click();
    await expect(photo.getByRole('button', { name: 'Kleiner: Typeplaatje van de machine' })).toHaveAttribute('aria-expanded', 'true');
    await lookAt(page, 'candidate-photos');
    expect((await photosOf(region, subject)).map(({ state, description }) => [state, description])).toEqual([['verified', 'De verhoogde werkbank'], ['verified', 'Typeplaatje van de machine']]);
  });

  test('[F25] in a real browser: killed again and again while large photos are on their way, each arrives once and whole', async () => {
    test.setTimeout(240_000);
    let page = laptop.page();
    await openFile(page, subject);
    // Those of the tests before it, when they ran.
    const already = (await photosOf(region, subject)).length;
    const all = already + 3;
    await region.stop();
    // Noise does not compress: several pieces each.
    const photos = [];
    for (const noise of [1, 2, 3]) photos.push(await phonePhoto(page, { width: 2_560, height: 1_920, noise }));
    await choose(page, photos);
    await expect(page.getByRole('button', { name: '3 foto’s vastleggen' })).toBeVisible({ timeout: 60_000 });
    // What it shows is asked of each before it is recorded.
    await page.getByRole('button', { name: '3 foto’s vastleggen' }).click();
    await expect(page.getByText('Schrijf wat er op deze foto staat.')).toHaveCount(3);
    await expect(page.getByLabel('Wat staat erop?')).toBeFocused();
    await page.keyboard.type('De eerste machine');
    await page.getByLabel('Wat staat op foto 2?').fill('De tweede machine');
    await page.getByLabel('Wat staat op foto 3?').fill('De derde machine');
    await page.getByRole('button', { name: '3 foto’s vastleggen' }).click();
    await expect(page.locator('.candidate-photos').getByText('Opgeslagen op dit apparaat, nog niet verstuurd')).toHaveCount(3);
    await region.start();
    let kills = 0;
    for (let turn = 0; turn < 4; turn += 1) {
      // Somewhere in the middle: a row is there, and not all are verified.
      const before = Number((await region.query<{ readonly n: string }>(`select count(*) as n from attachment`))[0]?.n ?? 0);
      await expect.poll(async () => {
        const [row] = await region.query<{ readonly n: string; readonly done: string }>(`select count(*) as n, count(*) filter (where state = 'verified') as done from attachment`);
        return Number(row?.done) === all || Number(row?.n) > before || Number(row?.n) > Number(row?.done);
      }, { timeout: 60_000, intervals: [15] }).toBe(true);
      if (Number((await region.query<{ readonly n: string }>(`select count(*) as n from attachment where state = 'verified'`))[0]?.n) === all) break;
      await laptop.kill();
      kills += 1;
      page = await laptop.open();
      await unlock(page, sanne);
    }
    console.log(`killed ${kills} times with a photo on its way`);
    expect(kills).toBeGreaterThan(0);
    await expect(header(page)).toContainText(words.allSent, { timeout: 90_000 });
    const rows = await photosOf(region, subject);
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: all }, () => 'verified'));
    for (const { id, size } of rows.slice(already)) {
      expect(Number(size)).toBeGreaterThan(2 * 1024 * 1024);
      expect((await fetched(page, region, id)).width).toBe(2_560);
    }
    const [operations] = await region.query<{ readonly n: string }>(`select count(*) as n from operation where kind = 'attachment' and outcome = 'applied'`);
    expect(Number(operations?.n)).toBe(all);
  });

  test('nothing of a photo can be read on the disk, nor what was said about it', async () => {
    const page = laptop.page();
    const [large] = (await photosOf(region, subject)).slice(-1);
    const { text } = await fetched(page, region, large?.id ?? '');
    // [PROOF1] The same session without the device's key gets nothing of it, locked or not.
    expect(await readInConsole(page, ['/v1/session', `/v1/attachments/${large?.id ?? ''}/content`, '/v1/changes?after=0', '/v1/live'])).toEqual([200, 401, 401, 401]);
    await openFile(page, subject);
    await expect(page.locator('.photo img').first()).toBeVisible();
    await laptop.close();
    const middle = Math.floor(text.length / 2);
    // Letters only: noise as JPEG has every byte.
    const piece = Buffer.from(text.slice(middle, middle + 48), 'latin1');
    const files = (await readdir(laptop.profileDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    expect(files.filter((file) => readFileSync(file).includes(piece)).map((file) => path.relative(laptop.profileDir, file))).toEqual([]);
    const { hits } = await scanFolder(laptop.profileDir, [{ what: 'description', text: 'Typeplaatje van de machine' }, { what: 'name of the file', text: 'Fatima thuis' }]);
    expect(hits).toEqual([]);
    // The same search finds what is there.
    writeFileSync(path.join(laptop.profileDir, 'control.bin'), Buffer.concat([Buffer.alloc(100), piece]));
    expect(readFileSync(path.join(laptop.profileDir, 'control.bin')).includes(piece)).toBe(true);
  });

  test('nothing of it broke the page’s own rules, and nothing went anywhere else', () => {
    expect(laptop.seen.violations).toEqual([]);
    expect(laptop.seen.requests.filter((address) => !address.startsWith(`${region.url}/`) && !address.startsWith('blob:'))).toEqual([]);
  });
});
