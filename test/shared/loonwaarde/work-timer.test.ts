import { describe, expect, it } from 'vitest';
import { elapsedOf, isRunning, noTimer, readTimer, startTimer, stopTimer, type TimerMoment } from '#shared/domain/loonwaarde/work-timer.ts';

const minuteMs = 60_000;
/** 9:00 on the work floor; the page is a second old. */
const beganAtMs = Date.UTC(2026, 10, 20, 8, 0);
const at = (wallMinutes: number, tickMinutes = wallMinutes, session = 'page-1'): TimerMoment => ({ atMs: beganAtMs + wallMinutes * minuteMs, ticksMs: 1_000 + tickMinutes * minuteMs, session });
const started = startTimer(noTimer, at(0));

describe('a timer on the work floor', () => {
  it('runs from one touch to the next, and adds up what it ran', () => {
    expect(elapsedOf(started, at(10))).toEqual({ elapsedMs: 10 * minuteMs, running: true, doubt: null });
    const paused = stopTimer(started, at(10));
    expect(elapsedOf(paused, at(60))).toEqual({ elapsedMs: 10 * minuteMs, running: false, doubt: null });
    const again = startTimer(paused, at(60));
    expect(elapsedOf(again, at(65)).elapsedMs).toBe(15 * minuteMs);
  });

  it('starts once and stops once, however often it is touched', () => {
    expect(startTimer(started, at(5))).toBe(started);
    const stopped = stopTimer(started, at(5));
    expect(stopTimer(stopped, at(9))).toBe(stopped);
    expect(stopTimer(noTimer, at(9))).toBe(noTimer);
    expect(isRunning(stopped)).toBe(false);
  });

  it('goes on through a restart, when the counter of the page is a new one', () => {
    expect(elapsedOf(started, at(45, 0, 'page-2'))).toEqual({ elapsedMs: 45 * minuteMs, running: true, doubt: null });
  });

  it('counts the time that the device slept, and asks whether that is right', () => {
    expect(elapsedOf(started, at(50, 20))).toEqual({ elapsedMs: 50 * minuteMs, running: true, doubt: 'slept-or-clock-set' });
  });

  it('does not believe a clock that was set back while it ran', () => {
    expect(elapsedOf(started, at(-30, 12))).toEqual({ elapsedMs: 12 * minuteMs, running: true, doubt: 'clock-set-back' });
    expect(elapsedOf(started, at(-30, 0, 'page-2'))).toEqual({ elapsedMs: 0, running: true, doubt: 'clock-set-back' });
    expect(stopTimer(started, at(-30, 12)).runs[0]?.ranMs).toBe(12 * minuteMs);
  });

  it('asks whether it was forgotten after twelve hours', () => {
    expect(elapsedOf(started, at(13 * 60)).doubt).toBe('very-long');
    expect(elapsedOf(started, at(11 * 60)).doubt).toBeNull();
  });

  it('is read back from a draft as it was, and from nonsense as nothing', () => {
    expect(readTimer(JSON.parse(JSON.stringify(started)))).toEqual(started);
    for (const nonsense of [undefined, null, 'x', { runs: 3 }, { runs: [{ from: { atMs: 'x' }, ranMs: null }, null] }]) expect(readTimer(nonsense)).toEqual(noTimer);
  });
});
