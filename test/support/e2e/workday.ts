import { expect, type Page } from '@playwright/test';
import { amsterdamToday, plusDays, typed } from './days.ts';
import type { Subject } from './figures.ts';
import { header, keepVisit, openVisitForm, typeVisit, words, type TypedVisit } from './person.ts';
import type { Region } from './region.ts';

/* A jobcoach's work in short, and what is known of it on both sides: for tests in which something else is the point. */

const today = amsterdamToday();

export const shortVisit = (observations: string): TypedVisit => ({
  heldOn: typed(today), beganAt: '10:00', duration: '30', place: 'Op de werkplek', attendees: 'De werknemer', activity: 'Structureren', observations,
  risk: 'Het gaat goed', nextContactOn: typed(plusDays(today, 10)),
});

/** By name and by link: how fast somebody types is not what these tests are about. */
export async function openFileOf(page: Page, subject: Subject): Promise<void> {
  await page.getByRole('link', { name: 'Kandidaten', exact: true }).click();
  await page.getByRole('searchbox').fill(subject.listName);
  await page.getByRole('link', { name: subject.listName }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject.fullName })).toBeVisible();
}

/**
 * Each visit until the screen promised it. The server is away.
 * @param total what waits then, with what waited before [count]
 */
export async function keepUnsent(page: Page, subject: Subject, texts: readonly string[], total = texts.length, change: Partial<TypedVisit> = {}): Promise<void> {
  for (const text of texts) {
    await openFileOf(page, subject);
    await openVisitForm(page);
    await typeVisit(page, { ...shortVisit(text), ...change });
    await expect(page.locator('main').getByText(words.draftSaved)).toBeVisible();
    await keepVisit(page);
    await expect(page.locator('main').getByText(words.kept)).toBeVisible();
  }
  await expect(header(page)).toContainText(unsentWords(total));
}

export const unsentWords = (count: number): string => (count === 1 ? '1 wijziging nog niet verstuurd' : `${count} wijzigingen nog niet verstuurd`);

/** The page with what waits, with its button to send now. */
export async function openUnsent(page: Page): Promise<void> {
  await header(page).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Niet verstuurd' })).toBeVisible();
}

/** The ids in this person's outbox, in the order of keeping. */
export async function outboxIds(page: Page, userId: string): Promise<readonly string[]> {
  const { rows } = await tableOn(page, userId, 'outbox');
  return (rows as { readonly opId: string; readonly order: number }[]).sort((a, b) => a.order - b.order).map((row) => row.opId);
}

/** The files that lie on this device. */
export async function dossiersOn(page: Page, userId: string): Promise<readonly string[]> {
  return (await tableOn(page, userId, 'dossiers')).keys as string[];
}

/** One table of this person's database, read past the product. */
function tableOn(page: Page, userId: string, table: string): Promise<{ readonly keys: unknown[]; readonly rows: unknown[] }> {
  return page.evaluate(async ([user, store]) => {
    const name = (await indexedDB.databases()).map((each) => each.name ?? '').find((each) => each.includes(user));
    if (name === undefined) throw new Error('this person has no database here');
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
    });
    const database = await done(indexedDB.open(name));
    const rowsOf = () => database.transaction(store).objectStore(store);
    const [keys, rows] = [await done(rowsOf().getAllKeys()), await done(rowsOf().getAll())];
    database.close();
    // What is in boxes stays there: ids and order are all that is asked for.
    return { keys, rows: rows.map((row: { opId?: string; order?: number }) => ({ opId: row.opId, order: row.order })) };
  }, [userId, table] as const);
}

/** What the server did with the visits whose report begins so: its text, whose it is, and the operations that made it. */
export async function visitsOnServer(region: Pick<Region, 'query'>, begin: string): Promise<readonly { readonly text: string; readonly author: string; readonly operations: readonly string[] }[]> {
  return region.query(
    `select groups->'note'->'data'->>'observations' as text, min(o.user_id) as author, array_agg(o.op_id::text) as operations
     from record r join operation o using (region, record_id)
     where r.kind = 'visit' and o.outcome = 'applied' and groups->'note'->'data'->>'observations' like $1 || '%' group by 1 order by 1`,
    [begin],
  );
}
