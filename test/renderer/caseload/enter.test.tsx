// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes, useParams } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { AppProvider } from '#renderer/app/app-context.tsx';
import type { AppDependencies } from '#renderer/app/dependencies.ts';
import { DeviceProvider } from '#renderer/app/device-context.tsx';
import { startTexts } from '#renderer/app/texts.ts';
import { Announcer } from '#renderer/components/announcer.tsx';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { CaseloadPage } from '#renderer/features/caseload/caseload-page.tsx';
import type { DossierId } from '#shared/domain/ids.ts';
import { deskNowMs, sanne } from '../../support/forms/a-dossier.ts';

const row = (name: string): CaseloadRow => ({
  dossierId: name.toLowerCase() as DossierId, name, birthDate: null, municipality: null, candidateGroup: null, regeling: null, employerName: null, lastVisitOn: null,
  nextContactOn: null, risk: null, loonwaarde: null, team: null, due: [], appointments: [], unsent: 0,
});
const fixed = <Value,>(value: Value) => ({ current: () => value, subscribe: () => () => undefined });
const status = { phase: 'idle', connection: 'connected', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: 1, progress: null, allSent: true } as const;
const device = {
  principal: sanne,
  caseload: fixed({ kind: 'ready' as const, rows: ['Aalbers', 'Bakker', 'Zonneveldt'].map(row) }),
  syncStatus: fixed(status),
  newCandidateDrafts: () => fixed({ kind: 'ready' as const, value: [] }),
} as unknown as UnlockedDevice;

function Opened() {
  return <p id="opened">{useParams()['dossierId']}</p>;
}

let root: Root | null = null;
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => {
  act(() => root?.unmount());
  root = null;
});

it('Enter opens the first of what was typed, also when the list still shows what was typed before', async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  startTexts('nl');
  // What this browser made of JavaScript does not have: it measures nothing.
  window.matchMedia = (() => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined })) as unknown as typeof window.matchMedia;
  globalThis.ResizeObserver ??= class { observe(): void {} unobserve(): void {} disconnect(): void {} } as unknown as typeof ResizeObserver;
  window.scrollTo = () => undefined;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
  await act(async () => {
    root?.render(
      <AppProvider dependencies={{ clock: { nowMs: () => deskNowMs }, shell: null } as unknown as AppDependencies}>
        <DeviceProvider device={device}>
          <MemoryRouter initialEntries={['/kandidaten']}>
            <Announcer>
              <Routes>
                <Route path="/kandidaten" element={<CaseloadPage />} />
                <Route path="/kandidaten/:dossierId" element={<Opened />} />
              </Routes>
            </Announcer>
          </MemoryRouter>
        </DeviceProvider>
      </AppProvider>,
    );
    await Promise.resolve();
  });
  const search = document.querySelector<HTMLInputElement>('input[type=search]');
  if (search === null) throw new Error('no search box');
  // Both in one breath, as somebody who types fast does: the list had no moment to follow.
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, 'zonne');
    search.dispatchEvent(new Event('input', { bubbles: true }));
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await Promise.resolve();
  });
  expect(document.getElementById('opened')?.textContent).toBe('zonneveldt');
});
