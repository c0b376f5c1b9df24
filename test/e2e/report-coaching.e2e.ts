import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { createPool } from '#server/db/pool.ts';
import { withTransaction } from '#server/db/transaction.ts';
import { importRecords, type SeedRecord } from '#server/storage/import-records.ts';
import { newLaptop, type Laptop } from '../support/e2e/browser.ts';
import { amsterdamToday } from '../support/e2e/days.ts';
import { findSubject, type Subject } from '../support/e2e/figures.ts';
import { ineke, mehmet, sanne, setUpDevice, unlock } from '../support/e2e/person.ts';
import { startRegion, type Region } from '../support/e2e/region.ts';
import { aCoachingPlan, aHalfYear, aPlan, internalNote } from '../support/reports/a-plan.ts';
import { nodesOf } from '../support/reports/read-pdf.ts';
import { expectNothingBeyond, savedReport } from '../support/reports/saved-report.ts';

/* The reports that a jobcoach takes along, from their own pages, without a connection. */

test.describe('reports of a plan and of coaching', () => {
  let region: Region;
  let subject: Subject;
  let laptop: Laptop;
  test.beforeAll(async () => {
    region = await startRegion();
    subject = await findSubject(region, sanne.userId, ineke.userId, amsterdamToday());
    laptop = await newLaptop(region.url);
  });
  test.afterAll(async () => {
    await laptop.remove();
    await region.end();
  });

  test('a plan, a coachingsplan without what stays inside, and a half-yearly report are made from their pages', async () => {
    test.setTimeout(240_000);
    const { dossierId } = subject;
    const [plan, coachingPlan, halfYear] = [aPlan(), aCoachingPlan(), aHalfYear()];
    const ids = { plan: randomUUID(), coachingPlan: randomUUID(), halfYear: randomUUID() };
    const record = (recordId: string, kind: SeedRecord['kind'], groups: unknown, createdBy = sanne.userId) =>
      ({ dossierId, recordId, kind, createdBy, changedAtMs: 1_000, groups }) as unknown as SeedRecord;
    const pool = createPool(region.databaseUrl);
    await withTransaction(pool, 'system', 'write', (client) =>
      importRecords(client, 'rijk-van-nijmegen', [
        record(ids.plan, 'plan', { facts: { ...plan.facts, version: 1, replaces: null, reviewedOn: null }, content: plan.content, agreements: { items: plan.agreements.map(({ agreement }) => agreement) }, agreed: plan.agreed }, mehmet.userId),
        record(ids.coachingPlan, 'coachingPlan', { shared: coachingPlan.shared, internal: { note: internalNote } }),
        record(ids.halfYear, 'coachingReport', { facts: halfYear.facts, report: halfYear.report }),
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

    await openAddress(page, `/kandidaten/${dossierId}/begeleiding/plannen/${ids.coachingPlan}`);
    await expect(page.getByText(internalNote)).toBeVisible();
    const shared = await savedReport(page, 'Coachingsplan als PDF', /^coachingsplan-2026-09-03-/);
    expect(shared.pdf.text).toContain('Rond tien uur een kwartier aan een rustige tafel');
    expect(shared.pdf.text).not.toContain('Alleen voor collega');
    expect(shared.pdf.text).not.toContain('twijfelt over verlengen');

    await openAddress(page, `/kandidaten/${dossierId}/begeleiding/verslagen/${ids.halfYear}`);
    const report = await savedReport(page, 'Halfjaarverslag als PDF', /^halfjaarverslag-2026-09-02-/);
    expect(nodesOf(report.pdf.tree, 'TR').map(({ text }) => text)).toContain('Gebruikt 68 uur en 45 minuten');
    for (const said of ['Verder met lichtere coaching', 'Wij zijn blij met Fatima.', 'Tevreden']) expect(report.pdf.text, said).toContain(said);
    expect(report.pdf.title).toBe('Halfjaarverslag jobcoaching');
    expectNothingBeyond(laptop, region);
  });

  /** A new address is a new page, and a new page is locked. */
  async function openAddress(page: Page, address: string): Promise<void> {
    await page.goto(`${region.url}${address}`);
    await unlock(page, sanne);
  }
});
