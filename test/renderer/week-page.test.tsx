// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import readWorkbook from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppProvider } from '#renderer/app/app-context.tsx';
import type { AppDependencies } from '#renderer/app/dependencies.ts';
import { DeviceProvider } from '#renderer/app/device-context.tsx';
import { startTexts } from '#renderer/app/texts.ts';
import { Announcer } from '#renderer/components/announcer.tsx';
import { WeekPage } from '#renderer/features/week/week-page.tsx';
import type { SyncStatus } from '#renderer/data/views.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { weekDevice, type WeekDevice } from '../support/week/week-device.ts';
import { smallRegion } from '../support/week/week-export.ts';
import { aCandidate, aVisit, day } from '../support/week/week-records.ts';

/** Sunday 22 November 2026, 14:32 in the Netherlands. */
const nowMs = Date.UTC(2026, 10, 22, 13, 32);

let root: Root;
let saved: { readonly suggestedName: string; readonly bytes: Uint8Array<ArrayBuffer> }[];

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  startTexts('nl');
  saved = [];
  // The shell's save dialog, answered with "saved"; the page behind it is the real one.
  Object.assign(window, {
    veldwerkShell: {
      saveFile: (file: (typeof saved)[number]) => {
        saved.push(file);
        return Promise.resolve({ kind: 'saved', fileName: file.suggestedName });
      },
    },
  });
  document.body.innerHTML = '<div id="root"></div>';
});

afterEach(() => act(() => root.unmount()));

const text = (): string => document.body.textContent;

/** Gives readings, slices of counting and redraws their turn until the screen says what it should. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    if (holds()) return;
    await act(() => new Promise((resolve) => setTimeout(resolve)));
  }
  throw new Error(`never happened: ${what}; on the screen: ${text()}`);
}
const untilText = (words: string) => until(() => text().includes(words), words);

async function open(records: readonly StoredRecord[], { address = '/week', status = { lastPullAtMs: nowMs } as Partial<SyncStatus>, broken = false } = {}): Promise<WeekDevice> {
  const device = weekDevice(records, status);
  device.broken = broken;
  root = createRoot(document.getElementById('root') as HTMLElement);
  act(() =>
    root.render(
      <AppProvider dependencies={{ clock: { nowMs: () => nowMs }, shell: null } as unknown as AppDependencies}>
        <DeviceProvider device={device.device}>
          <MemoryRouter initialEntries={[address]}>
            <Announcer>
              <WeekPage />
            </Announcer>
          </MemoryRouter>
        </DeviceProvider>
      </AppProvider>,
    ),
  );
  await until(() => document.querySelector('.week-headline, .empty-state, .utrecht-alert--error') !== null, 'a page that is ready');
  return device;
}

const headline = () =>
  Object.fromEntries([...document.querySelectorAll('.week-headline__item')].map((item) => [item.querySelector('dt')?.textContent, item.querySelector('dd')?.textContent]));
const table = (heading: string) => {
  const id = [...document.querySelectorAll('h2')].find((element) => element.textContent === heading)?.id ?? '';
  const rows = [...(document.querySelector(`table[aria-labelledby="${id}"]`)?.querySelectorAll('tr') ?? [])];
  return rows.map((row) => [...row.children].map((cell) => cell.textContent));
};
const press = async (name: string, outcome: string) => {
  const button = [...document.querySelectorAll('button')].find((element) => element.textContent === name);
  if (button === undefined) throw new Error(`no button ${name}`);
  await act(async () => button.click());
  await untilText(outcome);
};

describe('the manager opens the week', () => {
  it('shows the region in four numbers, the running week as running', async () => {
    await open(smallRegion);
    expect(document.querySelector('h1')?.textContent).toBe('Week 47');
    expect(headline()).toEqual({ 'Nazorg gedaan': '2', 'Nazorg te laat': '1', 'Mensen met risico op uitval': '1', 'Plaatsingen gestart': '1' });
    expect(text()).toContain('Gegevens bijgewerkt vandaag 14:32.');
    expect(text()).toContain('Deze week loopt nog: geteld tot en met vandaag.');
    expect(document.title).toBe('Week 47 van 2026 · Veldwerk');
  });

  it('shows each municipality, the region and the region a week before', async () => {
    await open(smallRegion);
    const rows = table('Nazorg');
    expect(rows[0]).toEqual(['Gemeente', 'Nazorg gedaan', 'Nazorg te laat', 'Dreigende uitval', 'Let op']);
    expect(rows).toContainEqual(['Nijmegen', '1', '1', '1', '0']);
    expect(rows).toContainEqual(['Druten', '1', '0', '0', '0']);
    expect(rows.at(-2)).toEqual(['Regio', '2', '1', '1', '0']);
    expect(rows.at(-1)).toEqual(['Regio, week ervoor', '1', '0', '0', '0']);
    expect(table('Banenafspraak, loonwaarde en subsidie').find(([place]) => place === 'Nijmegen')?.slice(1, 4)).toEqual(['0,94', '1', '62,0%']);
  });

  it('goes to another week and back, says so, and keeps the focus on the last button', async () => {
    await open(smallRegion);
    await press('Vorige week', '9 t/m 15 november 2026 ·');
    expect(document.querySelector('h1')?.textContent).toBe('Week 46');
    expect(headline()['Nazorg gedaan']).toBe('1');
    await untilText('Week 46, 9 tot en met 15 november 2026');
    await press('Volgende week', '16 t/m 22 november 2026 ·');
    expect(document.querySelector('h1')?.textContent).toBe('Week 47');
    await press('Volgende week', '16 t/m 22 november 2026 ·');
    expect(document.querySelector('h1')?.textContent).toBe('Week 47');
    expect([...document.querySelectorAll('button')].find((button) => button.textContent === 'Volgende week')?.disabled).toBe(false);
  });

  it('opens the week in the address, and the running one when that week is none', async () => {
    await open(smallRegion, { address: '/week?week=2026-W46' });
    expect(document.querySelector('h1')?.textContent).toBe('Week 46');
    act(() => root.unmount());
    await open(smallRegion, { address: '/week?week=2026-W60' });
    expect(document.querySelector('h1')?.textContent).toBe('Week 47');
  });

  it('counts again by itself when a pull brought something', async () => {
    const device = await open(smallRegion);
    device.records = [...smallRegion, aCandidate('chris'), aVisit('chris', 'v9', { heldOn: day('2026-11-22') })];
    await act(async () => device.change({ lastPullAtMs: nowMs + 20_000 }));
    await until(() => headline()['Nazorg gedaan'] === '3', 'three contacts');
  });
});

describe('what may be missing', () => {
  it('shows no figures of a part: until the first pull arrived whole it says that data is missing', async () => {
    const device = await open(smallRegion, { status: { lastPullAtMs: null, connection: 'unreachable' } });
    expect(text()).toContain('De gegevens zijn nog niet compleet');
    await act(async () => device.change({ connection: 'connected', phase: 'fetching', progress: { done: 4_000, total: 20_000 } }));
    expect(document.querySelector('progress')?.value).toBe(4_000);
    expect(document.querySelector('.week-headline')).toBeNull();
    await act(async () => device.change({ phase: 'idle', progress: null, lastPullAtMs: nowMs }));
    await until(() => headline()['Nazorg gedaan'] === '2', 'the figures after the first pull');
  });

  it('says that there is nothing to count in a week before everything', async () => {
    await open(smallRegion, { address: '/week?week=2020-W10' });
    expect(text()).toContain('Niets te tellen in deze week');
    expect(text()).not.toContain('Maak Excel-bestand');
  });

  it('says per when the figures are while there is no connection, and that is no error', async () => {
    await open(smallRegion, { status: { lastPullAtMs: nowMs - 24 * 3_600_000, connection: 'unreachable' } });
    expect(text()).toContain('Gegevens bijgewerkt gisteren 14:32.');
    expect(text()).toContain('Er is nu geen verbinding.');
    expect(text()).toContain('geteld tot en met gisteren');
    expect(document.querySelector('.utrecht-alert--error')).toBeNull();
  });

  it('says it when the device cannot be read, and reads it when asked again', async () => {
    const device = await open(smallRegion, { broken: true });
    expect(text()).toContain('De cijfers konden niet worden gelezen');
    device.broken = false;
    await press('Opnieuw proberen', 'Plaatsingen gestart');
    expect(headline()['Nazorg gedaan']).toBe('2');
  });
});

describe('the manager takes the week away', () => {
  it('saves a workbook with the figures on the screen, and notes that it was made', async () => {
    const device = await open(smallRegion, { status: { lastPullAtMs: nowMs, unsentCount: 1, problemCount: 2 } });
    await press('Maak Excel-bestand', 'weekstatus-2026-W47.xlsx is opgeslagen.');
    const [file] = saved;
    const sheets = await readWorkbook(Buffer.from(file?.bytes ?? new Uint8Array()));
    expect(sheets[0]?.data.find(([figure]) => figure === 'Nazorg gedaan')).toEqual(['Nazorg gedaan', 'Totaal', 2, 1, 1, 'aantal']);
    const account = sheets[4]?.data ?? [];
    expect(account.find(([subject]) => subject === 'Wijzigingen op dit apparaat die nog niet zijn verstuurd')?.[1]).toBe(3);
    const hash = account.find(([subject]) => subject === 'Controlegetal (SHA-256)')?.[1];
    expect(device.exported).toEqual([{ name: 'weekstatus-2026-W47.xlsx', hash, rows: account.find(([subject]) => subject === 'Getelde gegevens')?.[1] }]);
  });

  it('saves CSV', async () => {
    await open(smallRegion);
    await press('Maak CSV-bestand', 'weekstatus-2026-W47.csv is opgeslagen.');
    expect(saved[0]?.suggestedName).toBe('weekstatus-2026-W47.csv');
    expect([...(saved[0]?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('notes nothing when the person cancels, and says that there is no file', async () => {
    const device = await open(smallRegion);
    Object.assign(window, { veldwerkShell: { saveFile: () => Promise.resolve({ kind: 'cancelled' }) } });
    await press('Maak Excel-bestand', 'Er is geen bestand gemaakt.');
    expect(device.exported).toEqual([]);
  });

  it('says why a file could not be saved', async () => {
    const device = await open(smallRegion);
    Object.assign(window, { veldwerkShell: { saveFile: () => Promise.resolve({ kind: 'failed', reason: 'in-use' }) } });
    await press('Maak Excel-bestand', 'Het bestand is nog open in een ander programma.');
    expect(device.exported).toEqual([]);
  });
});
