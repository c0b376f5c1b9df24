import { expect, type Locator, type Page } from '@playwright/test';

/* What a person does, in the words that stand on the screen. */

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly passphrase: string;
}

export const sanne: Person = { userId: 'jobcoach-sanne', name: 'Sanne de Wit', passphrase: 'zeven paarse fietsen in de sloot' };
export const mehmet: Person = { userId: 'consulent-mehmet', name: 'Mehmet Yilmaz', passphrase: 'vier ganzen lopen achter de bus' };
export const ineke: Person = { userId: 'expert-ineke', name: 'Ineke Willems', passphrase: 'een kikker telt geen knikkers' };
export const ruud: Person = { userId: 'manager-ruud', name: 'Ruud Peters', passphrase: 'maandag is geen lekker broodje' };
export const lotte: Person = { userId: 'beheer-lotte', name: 'Lotte Smits', passphrase: 'tabellen slapen nooit op zolder' };

/** The words that promise something. */
export const words = {
  kept: 'Opgeslagen op dit apparaat, nog niet verstuurd',
  draftSaved: /Concept opgeslagen op dit apparaat/,
  sent: /^Verstuurd (om|vandaag|gisteren|op) /,
  allSent: /Alles verstuurd/,
  unreachable: 'Geen verbinding met de server. Je kunt gewoon doorwerken.',
} as const;

export const header = (page: Page): Locator => page.getByRole('complementary', { name: 'Versturen en bijwerken' });

/**
 * First use of this device by this person, until everything of theirs has come and the app itself is there for the field.
 * @param options storesApp false for a build without a service worker
 */
export async function setUpDevice(page: Page, person: Person, { storesApp = true }: { readonly storesApp?: boolean } = {}): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${person.name}`) }).click();
  await page.getByLabel('Wachtzin', { exact: true }).fill(person.passphrase);
  await page.getByLabel('Wachtzin nog een keer').fill(person.passphrase);
  await page.getByRole('button', { name: 'Apparaat klaarmaken' }).click();
  await expect(header(page)).toContainText(words.allSent, { timeout: 60_000 });
  if (storesApp) await appIsStored(page);
}

/** The service worker has every file of the app: from here on it opens without network. */
async function appIsStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** A device that knows one person asks for the passphrase at once; one that knows more asks first who it is. */
export async function unlock(page: Page, person: Person): Promise<void> {
  const field = page.getByLabel('Wachtzin', { exact: true });
  const choice = page.getByRole('button', { name: new RegExp(`^${person.name}`) });
  await expect(field.or(choice)).toBeVisible();
  if (await choice.isVisible()) await choice.click();
  await field.fill(person.passphrase);
  await page.getByRole('button', { name: 'Ontgrendelen' }).click();
  await expect(page.getByRole('button', { name: 'Vergrendelen' })).toBeVisible();
}

/** By keyboard, as in the list: `/`, a name, Enter. @param listName "Jansen, Fatima" @param fullName "Fatima Jansen" */
export async function openFile(page: Page, candidate: { readonly listName: string; readonly fullName: string }): Promise<void> {
  await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kandidaten' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(candidate.listName);
  await expect(page.getByRole('link', { name: candidate.listName })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: candidate.fullName })).toBeVisible();
}

export interface TypedVisit {
  readonly heldOn: string;
  readonly beganAt: string;
  readonly duration: string;
  readonly place: string;
  readonly attendees: string;
  readonly activity: string;
  readonly observations: string;
  readonly goal?: { readonly goal: string; readonly progress: string };
  readonly risk: string;
  readonly agreement?: { readonly what: string; readonly owner: string; readonly dueOn: string };
  readonly nextContactOn: string;
}

export async function openVisitForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bezoek vastleggen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastleggen' })).toBeVisible();
}

export async function typeVisit(page: Page, visit: TypedVisit): Promise<void> {
  await page.getByLabel('Datum', { exact: true }).fill(visit.heldOn);
  await page.getByLabel('Begin', { exact: true }).fill(visit.beganAt);
  await page.getByLabel('Duur in minuten').fill(visit.duration);
  await page.getByLabel(visit.place, { exact: true }).check();
  await page.getByLabel(visit.attendees, { exact: true }).check();
  await page.getByLabel('Wat heb je gedaan?').selectOption(visit.activity);
  await page.getByLabel('Wat zag en hoorde je?').fill(visit.observations);
  if (visit.goal !== undefined) {
    // Goals that still ran last time stand there already.
    const goals = page.getByRole('group', { name: /^Doel \d$/ });
    const before = await goals.count();
    await page.getByRole('button', { name: 'Doel toevoegen' }).click();
    await goals.nth(before).getByLabel('Doel', { exact: true }).fill(visit.goal.goal);
    await goals.nth(before).getByLabel('Voortgang').selectOption(visit.goal.progress);
  }
  await page.getByRole('radio', { name: visit.risk, exact: true }).check();
  if (visit.agreement !== undefined) {
    // Agreements that are still open stand there already.
    const agreements = page.getByRole('group', { name: /^Afspraak \d+$/ });
    const before = await agreements.count();
    await page.getByRole('button', { name: 'Afspraak toevoegen' }).click();
    const agreement = agreements.nth(before);
    await agreement.getByLabel('Afspraak', { exact: true }).fill(visit.agreement.what);
    await agreement.getByLabel('Wie doet het?').selectOption(visit.agreement.owner);
    await agreement.getByLabel('Klaar op').fill(visit.agreement.dueOn);
  }
  await page.getByLabel(/^Volgend contact/).fill(visit.nextContactOn);
}

export async function keepVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bezoek vastleggen', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bezoek vastgelegd' })).toBeVisible();
}

export interface TypedTask {
  readonly name: string;
  readonly aandeel: string;
  readonly tempo: string;
  readonly kwaliteit: string;
  readonly nettoWerktijd: string;
}

export interface TypedMeasurement {
  readonly visitedOn: string;
  readonly employerName: string;
  readonly contactPerson: string;
  readonly normFunction: string;
  readonly functionPerformed: string;
  readonly contractHours: string;
  readonly fullTimeHours: string;
  readonly workingDaysPerWeek: string;
  readonly contractBeganOn: string;
  readonly tasks: readonly TypedTask[];
  readonly employeeView: string;
  readonly employerView: string;
  readonly nextMeasurementOn: string;
  readonly expertPhone: string;
}

export async function openMeasurementForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Loonwaarde meten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Loonwaarde meten' })).toBeVisible();
}

export async function typeMeasurement(page: Page, measurement: TypedMeasurement): Promise<void> {
  await page.getByLabel('Datum van het bedrijfsbezoek').fill(measurement.visitedOn);
  await page.getByLabel('Werkgever', { exact: true }).fill(measurement.employerName);
  await page.getByLabel('Contactpersoon', { exact: true }).fill(measurement.contactPerson);
  await page.getByLabel('Normfunctie').fill(measurement.normFunction);
  await page.getByLabel('Functie van de werknemer').fill(measurement.functionPerformed);
  await page.getByLabel('Contracturen per week').fill(measurement.contractHours);
  await page.getByLabel('Voltijd per week').fill(measurement.fullTimeHours);
  await page.getByLabel('Werkdagen per week').fill(measurement.workingDaysPerWeek);
  await page.getByLabel('Begin van het contract').fill(measurement.contractBeganOn);
  for (const [index, task] of measurement.tasks.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Hoofdtaak toevoegen' }).click();
    await typeTask(page.getByRole('group', { name: `Hoofdtaak ${index + 1}`, exact: true }), task);
  }
  await page.getByLabel('Zienswijze van de werknemer').fill(measurement.employeeView);
  await page.getByLabel('Zienswijze van de werkgever').fill(measurement.employerView);
  await page.getByLabel(/^Datum van de volgende meting/).fill(measurement.nextMeasurementOn);
  await page.getByLabel(/^Telefoon/).fill(measurement.expertPhone);
}

export async function typeTask(item: Locator, task: TypedTask): Promise<void> {
  await item.getByLabel('Taak', { exact: true }).fill(task.name);
  await item.getByLabel('Aandeel %').fill(task.aandeel);
  for (const [label, factor, value] of [['Tempo', 'tempo', task.tempo], ['Kwaliteit', 'kwaliteit', task.kwaliteit], ['Netto werktijd', 'netto werktijd', task.nettoWerktijd]] as const) {
    await item.getByLabel(`${label} %`).fill(value);
    await item.getByLabel(`${label} %`).blur();
    // Only what is below the norm must be explained, each with its own cause.
    const explanation = item.getByLabel(`Toelichting bij ${factor}`);
    if (Number(value.replace(',', '.')) < 100) await explanation.fill(`${task.name}: ${factor} nagekeken aan de hand van het werk.`);
  }
}

export async function keepMeasurement(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Meting definitief vastleggen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Meting vastgelegd' })).toBeVisible();
}

/** The manager's week: counts what this device has. */
export async function openWeek(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Week', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Maak Excel-bestand' })).toBeVisible({ timeout: 30_000 });
}

/** @returns where the workbook was saved */
export async function exportWorkbook(page: Page, fileName: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak Excel-bestand' }).click();
  const download = await coming;
  await download.saveAs(fileName);
  expect(download.suggestedFilename()).toMatch(/^weekstatus-\d{4}-W\d{2}\.xlsx$/);
  return fileName;
}
