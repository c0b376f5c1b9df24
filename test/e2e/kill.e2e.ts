import { expect } from '@playwright/test';
import { amsterdamToday, plusDays, typed } from '../support/e2e/days.ts';
import { pressAndHear } from '../support/e2e/kept-signal.ts';
import { testsOfOneRegion } from '../support/e2e/laptop-test.ts';
import { header, openFile, openVisitForm, sanne, setUpDevice, typeVisit, unlock, words, type TypedVisit } from '../support/e2e/person.ts';

const today = amsterdamToday();
const visitOf = (minutes: number, observations: string): TypedVisit => ({
  heldOn: typed(today), beganAt: '10:00', duration: String(minutes), place: 'Op de werkplek', attendees: 'De werknemer', activity: 'Structureren', observations,
  risk: 'Het gaat goed', nextContactOn: typed(plusDays(today, 10)),
});

const test = testsOfOneRegion();

test.describe('the browser is killed straight after "Opgeslagen op dit apparaat"', () => {
  test('[F1] [KEEP1] each visit is there after the restart, and reaches the server exactly once', async ({ region, laptop, subject }) => {
    test.setTimeout(180_000);
    // Signed in on another day: a browser writes a session's cookie to disk half a minute late.
    await setUpDevice(await laptop.open(), sanne);
    await laptop.close();
    await unlock(await laptop.open(), sanne);
    await region.stop();

    for (const turn of [1, 2, 3]) {
      const page = laptop.page();
      await openFile(page, subject);
      await openVisitForm(page);
      await typeVisit(page, visitOf(20 + turn, `Bezoek nummer ${turn}, net voor de stroom wegviel.`));
      await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
      const killed = new Promise<number>((resolve, reject) => {
        void pressAndHear(page, 'Bezoek vastleggen', () => void laptop.kill().then(resolve, reject)).catch(reject);
      });
      expect(await killed, 'processes of the browser that died').toBeGreaterThan(3);

      const again = await laptop.open({ offline: true });
      await unlock(again, sanne);
      await expect(header(again)).toContainText(turn === 1 ? '1 wijziging nog niet verstuurd' : `${turn} wijzigingen nog niet verstuurd`);
      await openFile(again, subject);
      const kept = again.getByRole('listitem').filter({ hasText: `Bezoek nummer ${turn}, net voor` });
      await expect(kept).toContainText(words.kept);
      // The draft went in the same transaction: nothing is offered twice.
      await expect(again.getByText('Concept van een bezoek')).toHaveCount(0);
    }

    await region.start();
    await laptop.context().setOffline(false);
    await expect(header(laptop.page())).toContainText(words.allSent, { timeout: 70_000 });
    const rows = await region.query<{ readonly text: string; readonly operations: string }>(
      `select groups->'note'->'data'->>'observations' as text,
         (select count(*) from operation o where o.record_id = r.record_id and outcome = 'applied') as operations
       from record r where kind = 'visit' and groups->'note'->'data'->>'observations' like 'Bezoek nummer%' order by 1`,
    );
    expect(rows).toEqual([1, 2, 3].map((turn) => ({ text: `Bezoek nummer ${turn}, net voor de stroom wegviel.`, operations: '1' })));
  });
});
