// @vitest-environment jsdom
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idleLimitMs, idleWarningMs, useIdleLock } from '#renderer/app/use-idle-lock.ts';

let nowMs = 0;
const clock = { nowMs: () => nowMs };
let locks = 0;
const seen = { warned: false };
let root: Root;

function Probe() {
  const warned = useIdleLock(clock, () => {
    locks += 1;
  });
  useEffect(() => {
    seen.warned = warned;
  }, [warned]);
  return null;
}

/** Time passes: the clock moves and the timers of that time go off. */
const pass = (durationMs: number) =>
  act(() => {
    nowMs += durationMs;
    vi.advanceTimersByTime(durationMs);
  });
const touch = (sign: string) => act(() => void window.dispatchEvent(new Event(sign)));

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  nowMs = Date.UTC(2026, 10, 22, 13, 32);
  locks = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<Probe />));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

describe('locking by itself', () => {
  it('locks after five minutes without a touch, and says so half a minute before', () => {
    pass(idleLimitMs - idleWarningMs - 1_000);
    expect(seen.warned).toBe(false);
    pass(1_000);
    expect(seen.warned).toBe(true);
    expect(locks).toBe(0);
    pass(idleWarningMs);
    expect(locks).toBe(1);
  });

  it('begins again with every key, movement and touch', () => {
    for (const sign of ['keydown', 'pointermove', 'pointerdown', 'wheel', 'touchstart']) {
      pass(idleLimitMs - 1_000);
      touch(sign);
      expect(seen.warned).toBe(false);
    }
    expect(locks).toBe(0);
  });

  it('locks at the first second awake after a sleep, also when a key woke the laptop', () => {
    nowMs += 9 * 60 * 60_000;
    touch('keydown');
    expect(locks).toBe(1);
  });

  it('locks when the window is seen again after a long time in the background', () => {
    nowMs += idleLimitMs + 1;
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(locks).toBe(1);
  });

  it('counts anew when the clock is set back, instead of staying open for years', () => {
    pass(60_000);
    nowMs -= 3 * 365 * 24 * 60 * 60_000;
    pass(1_000);
    pass(idleLimitMs);
    expect(locks).toBe(1);
  });

  it('locks once', () => {
    pass(idleLimitMs * 3);
    expect(locks).toBe(1);
  });
});
