import { expect, test, type Page } from '@playwright/test';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday, typed } from '../support/e2e/days.ts';
import { findSubject, type Subject } from '../support/e2e/figures.ts';
import { header, ineke, mehmet, sanne, setUpDevice, words, type Person } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { dossiersOn, keepUnsent, openFileOf, openUnsent, outboxIds, visitsOnServer } from '../support/e2e/workday.ts';

/* What people do to each other's work, each on a laptop of their own, with a real server between them. */

const today = amsterdamToday();

test.describe('several people and one file', () => {
  let region: Region;
  let subject: Subject;
  const laptops: Laptop[] = [];
  const laptopOf = async (person: Person): Promise<{ readonly laptop: Laptop; readonly page: Page }> => {
    const laptop = await newLaptop(region.url);
    laptops.push(laptop);
    const page = await laptop.open();
    await setUpDevice(page, person);
    return { laptop, page };
  };
  test.beforeAll(async () => {
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, today);
  });
  test.afterEach(async () => {
    for (const laptop of laptops.splice(0)) await laptop.remove();
    await region.start();
  });
  test.afterAll(() => region.end());

  const candidateGroup = async (group: string, field: string): Promise<unknown> => {
    const [row] = await region.query<{ value: unknown }>(`select groups->$1->'data'->$2 as value from record where kind = 'candidate' and dossier_id = $3`, [group, field, subject.dossierId]);
    return row?.value;
  };

  test('[F23] [FGT1] [FGT2] [FGT4] a file goes to a colleague while a visit in it waits: it leaves the laptop, and who is responsible now reads the visit and says what becomes of it', async () => {
    test.setTimeout(240_000);
    const coach = await laptopOf(sanne);
    const { page: consultant } = await laptopOf(mehmet);
    await coach.laptop.context().setOffline(true);
    await keepUnsent(coach.page, subject, ['Onderweg genoteerd']);
    const ids = await outboxIds(coach.page, sanne.userId);
    expect(await dossiersOn(coach.page, sanne.userId)).toContain(subject.dossierId);

    await openData(consultant, subject);
    await consultant.getByRole('link', { name: 'Overdragen aan een collega' }).click();
    await consultant.getByRole('group', { name: 'Jobcoach' }).or(consultant.getByRole('radiogroup', { name: 'Jobcoach' })).getByRole('radio', { name: 'Daan Verhoeven' }).check();
    await keepSection(consultant);
    await expect(header(consultant)).toContainText(words.allSent, { timeout: 40_000 });
    expect(await candidateGroup('team', 'jobcoach')).toBe('jobcoach-daan');

    await coach.laptop.context().setOffline(false);
    await expect(header(coach.page)).toContainText(words.allSent, { timeout: 60_000 });
    await expect.poll(() => dossiersOn(coach.page, sanne.userId)).not.toContain(subject.dossierId);
    expect(await outboxIds(coach.page, sanne.userId)).toEqual([]);
    await coach.page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
    await coach.page.getByRole('searchbox').fill(subject.listName);
    await expect(coach.page.getByRole('link', { name: subject.listName })).toHaveCount(0);
    // It is no visit that counts, and it is not gone.
    expect(await visitsOnServer(region, 'Onderweg')).toEqual([]);
    const handovers = () => region.query<{ op: string; author: string; choice: string | null }>(
      `select groups->'about'->'data'->>'opId' as op, groups->'about'->'data'->>'authorId' as author, groups->'handling'->'data'->>'choice' as choice from record where kind = 'handover' and dossier_id = $1`, [subject.dossierId],
    );
    expect(await handovers()).toEqual([{ op: ids[0], author: sanne.userId, choice: null }]);

    await consultant.getByRole('link', { name: 'Te doen', exact: true }).click();
    const mine = consultant.getByRole('button', { name: 'Alleen mijn kandidaten' });
    if ((await mine.getAttribute('aria-pressed')) === 'true') await mine.click();
    await consultant.getByRole('button', { name: /^Overdracht/ }).click();
    await expect(consultant.getByText('Overgedragen werk lezen')).toBeVisible({ timeout: 40_000 });
    await consultant.getByRole('link', { name: subject.listName }).first().click();
    await expect(consultant.getByRole('heading', { name: `Bezoek van ${sanne.name}` })).toBeVisible();
    await expect(consultant.getByText('Onderweg genoteerd').first()).toBeVisible();
    await lookAt(consultant, 'handover-01-open');
    await consultant.getByLabel('Opmerking').fill('Gelezen en met Daan besproken.');
    await consultant.getByRole('button', { name: /^Overgenomen/ }).click();
    await expect(consultant.getByRole('heading', { name: 'Overgedragen werk', exact: true })).toHaveCount(0);
    await consultant.getByText('1 overgedragen stuk is gelezen').click();
    await expect(consultant.getByText(/^Overgenomen door Mehmet Yilmaz/)).toBeVisible();
    await lookAt(consultant, 'handover-02-read');
    await expect(header(consultant)).toContainText(words.allSent, { timeout: 40_000 });
    expect(await handovers()).toEqual([{ op: ids[0], author: sanne.userId, choice: 'taken-over' }]);
  });

  test('[F21] [APPLY2] [CON1] [CON4] [CON5] [CON6] one changes what another changes, and closes the file in which a third writes: nothing is dropped, and whoever may decide does', async () => {
    test.setTimeout(300_000);
    const other = await findOther(region, subject);
    const { page: first } = await laptopOf(mehmet);
    const { laptop, page: second } = await laptopOf(mehmet);
    const coach = await laptopOf(sanne);
    await region.stop();
    await changePhone(first, other, '06-00001111');
    await closeFile(first, other, 'Anders');
    await changePhone(second, other, '06-00002222');
    await closeFile(second, other, 'Verhuisd');
    await keepUnsent(coach.page, other, ['Nog langs geweest']);
    const ids = await outboxIds(coach.page, sanne.userId);

    await laptop.context().setOffline(true);
    await coach.laptop.context().setOffline(true);
    await region.start();
    await expect(header(first)).toContainText(words.allSent, { timeout: 60_000 });
    await laptop.context().setOffline(false);
    // What nobody else changed is there; what somebody did waits for a person.
    await expect(header(second)).toContainText('2 wijzigingen: actie nodig', { timeout: 60_000 });
    await expect(header(second)).not.toContainText(words.allSent);
    const of = (group: string, field: string) => region.query<{ value: string }>(`select groups->$1->'data'->>$2 as value from record where kind = 'candidate' and dossier_id = $3`, [group, field, other.dossierId]).then(([row]) => row?.value);
    expect(await of('contact', 'phone')).toBe('06-00001111');
    expect(await of('registration', 'closedOn')).toBe(today);
    await coach.laptop.context().setOffline(false);
    await expect(header(coach.page)).toContainText(words.allSent, { timeout: 60_000 });
    expect(await visitsOnServer(region, 'Nog langs')).toEqual([{ text: 'Nog langs geweest', author: sanne.userId, operations: ids }]);

    // Where to reach somebody the jobcoach may write down too, so she hears that two versions wait. Whether somebody leaves is not hers.
    await coach.page.getByRole('link', { name: 'Te doen', exact: true }).click();
    await coach.page.getByRole('button', { name: /^Twee versies/ }).click();
    await expect(coach.page.getByText('Kiezen tussen twee versies')).toHaveCount(1);
    await coach.page.getByRole('link', { name: other.listName }).first().click();
    await expect(coach.page.getByRole('link', { name: /^Kies:/ })).toHaveCount(1);
    await expect(coach.page.getByText(`De wachtende versie is van ${mehmet.name}`)).toBeVisible();
    await lookAt(coach.page, 'people-01-conflict-in-file');
    await coach.page.getByRole('link', { name: 'Kies: Kandidaat: contactgegevens' }).click();
    for (const phone of ['06-00001111', '06-00002222']) await expect(coach.page.getByText(phone)).toBeVisible();
    await expect(coach.page.getByText(`Eén versie wacht: die is van ${mehmet.name}`)).toBeVisible();
    await lookAt(coach.page, 'people-02-conflict-of-colleague');
    await decideFor(coach.page, `Overal de versie van ${mehmet.name}`);
    await coach.page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await decideFor(coach.page, `Overal de versie van ${mehmet.name}`);
    await lookAt(coach.page, 'people-03-conflict-decided');
    // Its author hears of it by themselves: the list holds what is still theirs to decide.
    await expect(header(second)).toContainText('1 wijziging: actie nodig', { timeout: 60_000 });
    expect(await of('contact', 'phone')).toBe('06-00002222');
    expect(await decisions(region, other)).toEqual([{ kind: 'coachConflict', choice: 'waiting', by: sanne.userId }, { kind: 'conflict', choice: null, by: null }]);
    await coach.page.getByRole('link', { name: 'Dossier', exact: true }).first().click();
    await expect(coach.page.getByRole('link', { name: /^Kies:/ })).toHaveCount(0);
    await coach.page.getByText('Er is 1 keer gekozen tussen twee versies').click();
    await expect(coach.page.getByText(/is gebruikt\. Gekozen door Sanne de Wit/)).toBeVisible();

    await openUnsent(second);
    await second.getByRole('link', { name: /^Kies/ }).click();
    await expect(second.getByRole('heading', { name: 'Twee versies: kies' })).toBeVisible();
    await decideFor(second, 'Overal mijn versie');
    await expect(header(second)).toContainText(words.allSent, { timeout: 60_000 });
    expect(await decisions(region, other)).toEqual([{ kind: 'coachConflict', choice: 'waiting', by: sanne.userId }, { kind: 'conflict', choice: 'waiting', by: mehmet.userId }]);
    // The other laptop hears of it by itself.
    await openData(first, other);
    await expect(first.getByText('06-00002222').first()).toBeVisible({ timeout: 40_000 });
  });
});

/** Somebody else of the same jobcoach: the first one's file has gone. */
async function findOther(region: Region, subject: Subject): Promise<Subject> {
  const [row] = await region.query<{ readonly id: string; readonly given: string; readonly prefix: string; readonly family: string }>(
    `select c.dossier_id as id, i->>'givenName' as given, i->>'namePrefix' as prefix, i->>'familyName' as family from record c
     cross join lateral (select c.groups->'identity'->'data' as i) g join caseload j on j.dossier_id = c.dossier_id and j.user_id = $1
     where c.kind = 'candidate' and c.dossier_id <> $2 and c.groups->'registration'->'data'->>'closedOn' is null and c.groups->'contact' is not null
     and exists (select 1 from record p where p.dossier_id = c.dossier_id and p.kind = 'placement' and p.groups->'facts'->'data'->>'endedOn' is null) order by c.dossier_id limit 1`,
    [sanne.userId, subject.dossierId],
  );
  if (row === undefined) throw new Error('the demo region has nobody else');
  const { id, given, prefix, family } = row;
  return { ...subject, dossierId: id, listName: `${family}, ${given}${prefix === '' ? '' : ` ${prefix}`}`, fullName: [given, prefix, family].filter((part) => part !== '').join(' ') };
}

async function openData(page: Page, subject: Subject): Promise<void> {
  await openFileOf(page, subject);
  await page.getByRole('link', { name: 'Gegevens', exact: true }).click();
}

async function changePhone(page: Page, subject: Subject, phone: string): Promise<void> {
  await openData(page, subject);
  await page.getByRole('link', { name: 'Wijzigen: Contact' }).click();
  await page.getByLabel('Telefoon').fill(phone);
  await keepSection(page);
}

async function closeFile(page: Page, subject: Subject, because: string): Promise<void> {
  await openData(page, subject);
  await page.getByRole('link', { name: 'Uitschrijven' }).click();
  await page.getByLabel('Uitgeschreven op').fill(typed(today));
  await page.getByLabel('Waarom?').selectOption(because);
  await keepSection(page);
}

async function decideFor(page: Page, all: string): Promise<void> {
  await page.getByRole('button', { name: all }).click();
  await page.getByRole('button', { name: 'Keuze vastleggen' }).click();
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible();
}

/** What was decided about two versions in this file, and by whom. */
function decisions(region: Region, { dossierId }: Subject): Promise<readonly unknown[]> {
  return region.query(`select kind, groups->'decision'->'data'->>'choice' as choice, groups->'decision'->>'changedBy' as by from record where dossier_id = $1 and kind like '%onflict' order by kind`, [dossierId]);
}

async function keepSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Vastleggen', exact: true })).toHaveCount(0);
}
