import { expect, test } from '@playwright/test';
import path from 'node:path';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday, mondayOf, plusDays, typed } from '../support/e2e/days.ts';
import { differences, figuresFromRecords, findSubject, readFigures, type Subject } from '../support/e2e/figures.ts';
import { subsidyCents } from '../support/e2e/subsidy.ts';
import {
  exportWorkbook, header, ineke, keepMeasurement, keepVisit, openFile, openMeasurementForm, openVisitForm, openWeek, ruud, sanne, setUpDevice, typeMeasurement, typeVisit,
  unlock, words, type Person, type TypedMeasurement, type TypedVisit,
} from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';

/*
 * The main job, end to end: a jobcoach and a loonwaarde expert record without network, the manager counts it in the week.
 * The figures that must come out are computed here, from what is typed in and from the stored records, not by the product.
 */
const today = amsterdamToday();
const monday = mondayOf(today);

const visit: TypedVisit = {
  heldOn: typed(today), beganAt: '9:30', duration: '45', place: 'Op de werkplek', attendees: 'Allebei', activity: 'Begeleiding op het werk',
  observations: 'Pakt de bestellingen op volgorde in. Vraagt zelf om uitleg bij een nieuw product. De drukte rond tien uur kost veel moeite.',
  goal: { goal: 'Zelf de volgorde van de dag bepalen', progress: 'Loopt' },
  risk: 'Dreigende uitval',
  agreement: { what: 'Rond tien uur een kwartier aan een rustige tafel werken', owner: 'Werkgever', dueOn: typed(plusDays(today, 7)) },
  nextContactOn: typed(plusDays(today, 14)),
};

/** A case of the method whose answer is known: 61.74, so 62 %. */
const loonwaarde = 62;
const measurement: TypedMeasurement = {
  visitedOn: typed(today), employerName: 'Inpakkerij De Waal', contactPerson: 'Joris van Dam', normFunction: 'Productiemedewerker', functionPerformed: 'Inpakker',
  contractHours: '32', fullTimeHours: '36', workingDaysPerWeek: '4', contractBeganOn: typed(monday),
  tasks: [
    { name: 'Inpakken', aandeel: '50', tempo: '70', kwaliteit: '90', nettoWerktijd: '100' },
    { name: 'Etiketten plakken', aandeel: '30', tempo: '80', kwaliteit: '100', nettoWerktijd: '90' },
    { name: 'Dozen vouwen', aandeel: '20', tempo: '60', kwaliteit: '80', nettoWerktijd: '90' },
  ],
  employeeView: 'Ik herken dit. Het inpakken gaat het best.', employerView: 'Klopt met wat wij zien op de afdeling.',
  nextMeasurementOn: typed(plusDays(today, 730)), expertPhone: '06-00001234',
};

test.describe('the main job', () => {
  let region: Region;
  let subject: Subject;
  const laptops: Laptop[] = [];
  const laptopOf = async (person: Person): Promise<Laptop> => {
    const laptop = await newLaptop(region.url);
    laptops.push(laptop);
    await setUpDevice(await laptop.open(), person);
    return laptop;
  };

  test.beforeAll(async () => {
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, today);
  });
  test.afterAll(async () => {
    for (const laptop of laptops) await laptop.remove();
    await region.end();
  });

  test('a visit and a measurement recorded without network reach the manager\'s week, and the exported figures are those of what was typed', async () => {
    test.setTimeout(240_000);
    const file = (name: string): string => path.join(test.info().outputDir, name);

    // The week as it was.
    const manager = await laptopOf(ruud);
    await openWeek(manager.page());
    const before = await readFigures(await exportWorkbook(manager.page(), file('before.xlsx')));
    await manager.close();
    expect(before).toMatchObject(await figuresFromRecords(region, monday, today));

    const jobcoach = await laptopOf(sanne);
    const expert = await laptopOf(ineke);

    await region.stop();
    await recordOffline(jobcoach, sanne, async (page) => {
      await openVisitForm(page);
      await typeVisit(page, visit);
      await keepVisit(page);
    });
    await recordOffline(expert, ineke, async (page) => {
      await openMeasurementForm(page);
      await typeMeasurement(page, measurement);
      await expect(page.getByRole('region', { name: 'Loonwaarde', exact: true })).toContainText(`Eén keer afgerond: ${loonwaarde} %`);
      await keepMeasurement(page);
    });

    // The network is back: nobody presses anything.
    await region.start();
    for (const laptop of [jobcoach, expert]) {
      await laptop.context().setOffline(false);
      await expect(laptop.page().locator('main').getByText(words.sent)).toBeVisible({ timeout: 70_000 });
      await expect(header(laptop.page())).toContainText(words.allSent);
      await laptop.close();
    }

    const managerPage = await manager.open();
    await unlock(managerPage, ruud);
    await expect(header(managerPage)).toContainText(words.allSent);
    await openWeek(managerPage);
    // "Alles verstuurd" says nothing of what others sent since: that comes with the pull after the unlocking.
    const onServer = await figuresFromRecords(region, monday, today);
    let after: Awaited<ReturnType<typeof readFigures>> = {};
    await expect(async () => {
      after = await readFigures(await exportWorkbook(managerPage, file('after.xlsx')));
      expect(after).toMatchObject(onServer);
    }).toPass({ timeout: 60_000 });
    expect(withoutAverage(differences(before, after))).toEqual(expectedDifferences(subject));
    // And the screen says what the file says.
    await expect(managerPage.locator('dl').filter({ hasText: 'Nazorg gedaan' }).first()).toContainText(String(after['Nazorg gedaan, Totaal']?.['Rijk van Nijmegen']));
  });

  /** Without server and without network: a reload, a restart of the whole browser, and then the work itself. */
  async function recordOffline(laptop: Laptop, person: Person, record: (page: ReturnType<Laptop['page']>) => Promise<void>): Promise<void> {
    await laptop.context().setOffline(true);
    await laptop.page().reload();
    await unlock(laptop.page(), person);
    await laptop.close();
    const page = await laptop.open({ offline: true });
    await unlock(page, person);
    await openFile(page, subject);
    await record(page);
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
    await expect(header(page)).toContainText('1 wijziging nog niet verstuurd');
    await expect(header(page)).toContainText(words.unreachable);
    await expect(header(page)).not.toContainText(words.allSent);
  }
});

/** What the manager must see change, from the two records alone. */
function expectedDifferences({ municipality, overdueBefore, riskBefore, lksBeforeCents }: Subject): Record<string, Record<string, number>> {
  const both = (difference: number): Record<string, number> => ({ [municipality]: difference, 'Rijk van Nijmegen': difference });
  const lksAfter = subsidyCents({ loonwaarde, contractHours: 32, fullTimeHours: 36, contractBeganOn: monday });
  const lksDifference = ((lksAfter?.total ?? 0) - (lksBeforeCents ?? 0)) / 100;
  return {
    'Nazorg gedaan, Totaal': both(1),
    ...(overdueBefore ? { 'Nazorg te laat, Totaal': both(-1) } : {}),
    ...(riskBefore === null || riskBefore === 'goed' ? { 'Mensen met risico op uitval, Totaal': both(1) } : {}),
    ...(riskBefore === 'dreigende-uitval' ? {} : { 'Mensen met risico op uitval, Dreigende uitval': both(1) }),
    ...(riskBefore === 'let-op' ? { 'Mensen met risico op uitval, Let op': both(-1) } : {}),
    'Loonwaardemetingen vastgesteld, Totaal': both(1),
    ...(lksDifference === 0 ? {} : { 'Loonkostensubsidie per maand, Totaal': both(lksDifference) }),
    ...(lksAfter === null ? { 'Meting zonder bekend bedrag, Totaal': both(1) } : {}),
  };
}

/** Depends on all measurements of the week: the records themselves answer for it. */
function withoutAverage(changed: ReturnType<typeof differences>): ReturnType<typeof differences> {
  const { 'Gemiddelde loonwaarde, Totaal': _average, ...rest } = changed;
  return rest;
}
