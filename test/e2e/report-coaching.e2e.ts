import { expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRecords, type SeedRecord } from '#server/storage/import-records.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { mehmet, sanne, setUpDevice, unlock } from '../support/e2e/person.ts';
import { lookAt } from '../support/e2e/screen.ts';
import { aCoachingPlan, aHalfYear, aPlan, internalNote } from '../support/reports/a-plan.ts';
import { nodesOf } from '../support/reports/read-pdf.ts';
import { expectNothingBeyond, savedReport } from '../support/reports/saved-report.ts';

/* The reports that a jobcoach takes along, from their own pages, without a connection. */

const test = testsOfOneRegion();

test.describe('reports of a plan and of coaching', () => {
  test('a plan, a coachingsplan without what stays inside, and a half-yearly report are made from their pages', async ({ region, laptop, subject }) => {
    test.setTimeout(240_000);
    const { dossierId } = subject;
    const ids = { coaching: randomUUID(), plan: randomUUID(), coachingPlan: randomUUID(), halfYear: randomUUID(), corrected: randomUUID(), correctedApart: randomUUID() };
    const [plan, coachingPlan, given] = [aPlan(), aCoachingPlan(), aHalfYear()];
    const halfYear = { facts: { ...given.facts, coachingId: ids.coaching }, report: given.report };
    const correction = (reason: string) => ({ facts: { ...halfYear.facts, finalisedOn: '2026-09-10', corrects: ids.halfYear, version: 2 }, report: { ...halfYear.report, correctionReason: reason } });
    const record = (recordId: string, kind: SeedRecord['kind'], groups: unknown, createdBy = sanne.userId) =>
      ({ dossierId, recordId, kind, createdBy, changedAtMs: 1_000, groups }) as unknown as SeedRecord;
    const pool = createPool(region.databaseUrl);
    await withTransaction(pool, 'system', 'write', (client) =>
      importRecords(client, 'rijk-van-nijmegen', [
        record(ids.plan, 'plan', { facts: { ...plan.facts, version: 1, replaces: null, reviewedOn: null }, content: plan.content, agreements: { items: plan.agreements.map(({ agreement }) => agreement) }, agreed: plan.agreed }, mehmet.userId),
        record(ids.coachingPlan, 'coachingPlan', { shared: coachingPlan.shared, internal: { note: internalNote } }),
        record(ids.coaching, 'coaching', {
          facts: { placementId: null, employerId: null, employerName: 'Bakkerij Dekkers', beganOn: '2026-03-01', endedOn: null, periods: [{ from: '2026-03-01', regime: 'intensief', contractHoursPerHalfYear: 500, grantedOn: '2026-02-20' }] },
        }),
        record(ids.halfYear, 'coachingReport', { facts: halfYear.facts, report: halfYear.report }),
        record(ids.corrected, 'coachingReport', correction('De leidinggevende heet anders.')),
        record(ids.correctedApart, 'coachingReport', correction('De uren klopten niet.')),
      ]),
    );
    await pool.end();
    await setUpDevice(await laptop.open(), sanne);
    await laptop.close();
    await region.stop();
    const page = await laptop.open({ offline: true, url: `${region.url}/kandidaten/${dossierId}/plannen/${ids.plan}` });
    await unlock(page, sanne);
    const planFile = await savedReport(page, 'Plan van aanpak als PDF', /^plan-van-aanpak-2026-11-12-/);
    expect(nodesOf(planFile.pdf.tree, 'TR').map(({ text }) => text)).toEqual(['Afspraak Wie Uiterlijk Uitkomst', 'Twee bedrijven bellen Kandidaat 24-11-2026 Open', 'Reiskosten vergoeden Gemeente 01-12-2026 Open']);
    for (const said of [subject.fullName, 'Heftruckopleiding beginnen', 'Voor een deel vrijgesteld', 'Mehmet Yilmaz', 'Nog niet getekend']) expect(planFile.pdf.text, said).toContain(said);

    await openAddress(page, `${region.url}/kandidaten/${dossierId}/begeleiding/plannen/${ids.coachingPlan}`);
    // Folded shut, for the employer may look at this screen as well.
    await expect(page.getByText(internalNote)).toBeHidden();
    await page.getByText('Alleen voor collega’s', { exact: true }).click();
    await expect(page.getByText(internalNote)).toBeVisible();
    const shared = await savedReport(page, 'Coachingsplan als PDF', /^coachingsplan-2026-09-03-/);
    expect(shared.pdf.text).toContain('Rond tien uur een kwartier aan een rustige tafel');
    expect(shared.pdf.text).not.toContain('Alleen voor collega');
    expect(shared.pdf.text).not.toContain('twijfelt over verlengen');

    await openAddress(page, `${region.url}/kandidaten/${dossierId}/begeleiding/verslagen/${ids.halfYear}`);
    const report = await savedReport(page, 'Halfjaarverslag als PDF', /^halfjaarverslag-2026-09-02-/);
    expect(nodesOf(report.pdf.tree, 'TR').map(({ text }) => text)).toContain('Gebruikt 68 uur en 45 minuten');
    for (const said of ['Verder met lichtere coaching', 'Wij zijn blij met Fatima.', 'Tevreden']) expect(report.pdf.text, said).toContain(said);
    expect(report.pdf.title).toBe('Halfjaarverslag jobcoaching');
    expect(report.pdf.text).toContain('Dit is versie 1; er is een nieuwere versie');

    // Two corrections that were made apart: each says which it replaces and beside which it stands, on the screen and on paper.
    await openAddress(page, `${region.url}/kandidaten/${dossierId}/begeleiding/verslagen/${ids.correctedApart}`);
    await expect(page.getByText('Dit is versie 2b; er geldt nog een versie')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Versie 2a van 10 september 2026' })).toBeVisible();
    await lookAt(page, 'coaching-report-beside');
    const apart = await savedReport(page, 'Halfjaarverslag als PDF', /^halfjaarverslag-2026-09-10-/);
    for (const said of ['Dit is versie 2b en vervangt een eerdere versie', `heeft kenmerk ${ids.halfYear}`, `heeft kenmerk ${ids.corrected}`, 'Reden: De uren klopten niet.']) expect(apart.pdf.text, said).toContain(said);
    await page.getByRole('link', { name: 'Eén nieuwe versie maken' }).click();
    await expect(page.getByText('Deze versie vervangt ook een andere')).toBeVisible();
    await page.getByLabel('Waarom verbeter je het verslag?').fill('Eén verslag van twee.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Versie 3 geldt nu.')).toBeVisible();
    await page.getByRole('link', { name: 'Bekijk het verslag' }).click();
    await page.getByRole('link', { name: 'Begeleiding', exact: true }).click();
    await expect(page.locator('#coaching-reports ~ ul > li').filter({ hasText: 'ersie' })).toContainText(['Versie 3', 'Versie 2', 'Versie 2', 'Versie 1, vervangen door versie 2a, 2b']);
    expectNothingBeyond(laptop, region);
  });
});

/** A new address is a new page, and a new page is locked. */
async function openAddress(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await unlock(page, sanne);
}
