// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppProvider } from '#renderer/app/app-context.tsx';
import { DayTurns } from '#renderer/app/day-turns.tsx';
import type { AppDependencies } from '#renderer/app/dependencies.ts';
import { DeviceProvider } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import { startTexts } from '#renderer/app/texts.ts';

let nowMs = 0;
let turned = 0;
let root: Root;

const Probe = () => <p>{useFormat().nearDay('2026-11-23')}</p>;
const said = () => document.querySelector('p')?.textContent;

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  startTexts('nl');
  // Ten seconds before midnight in Amsterdam.
  nowMs = Date.UTC(2026, 10, 22, 22, 59, 50);
  turned = 0;
  const device: Partial<UnlockedDevice> = { dayTurned: () => void (turned += 1) };
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() =>
    root.render(
      <AppProvider dependencies={{ clock: { nowMs: () => nowMs }, shell: null } as unknown as AppDependencies}>
        <DeviceProvider device={device as UnlockedDevice}>
          <DayTurns />
          <Probe />
        </DeviceProvider>
      </AppProvider>,
    ),
  );
  turned = 0;
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
  document.body.innerHTML = '';
});

describe('an app that stays open', () => {
  it('says "morgen" until midnight and "vandaag" after it, and tells the device once that the day turned', () => {
    expect(said()).toBe('morgen');
    act(() => {
      nowMs += 30_000;
      vi.advanceTimersByTime(30_000);
    });
    expect([said(), turned]).toEqual(['vandaag', 1]);
    act(() => {
      nowMs += 60_000;
      vi.advanceTimersByTime(60_000);
    });
    expect(turned).toBe(1);
  });

  it('knows the day at once when somebody comes back to a laptop that slept, whose timers slept too', () => {
    for (const sign of [() => window.dispatchEvent(new Event('focus')), () => document.dispatchEvent(new Event('visibilitychange'))]) {
      nowMs += 24 * 3_600_000;
      act(() => void sign());
    }
    expect([said(), turned]).toEqual(['gisteren', 2]);
  });
});
