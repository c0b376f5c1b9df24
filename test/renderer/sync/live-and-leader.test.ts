import { describe, expect, it } from 'vitest';
import type { Timer } from '#renderer/sync/engine.ts';
import { electLeader, frozenAfterMs } from '#renderer/sync/leader.ts';
import { joinWindows, type WindowMessage } from '#renderer/sync/window-channel.ts';
import { deadAfterMs, listenLive, type LiveParts } from '#renderer/sync/live-signal.ts';

/** Time that passes when the test says so. */
function virtualTime() {
  let nowMs = 0;
  const waits = new Set<{ readonly atMs: number; readonly done: () => void }>();
  const timer: Timer = {
    wait(delayMs, done) {
      const wait = { atMs: nowMs + delayMs, done };
      waits.add(wait);
      return () => waits.delete(wait);
    },
  };
  return {
    timer,
    pass(byMs: number) {
      const untilMs = nowMs + byMs;
      for (;;) {
        const next = [...waits].filter((wait) => wait.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        waits.delete(next);
        nowMs = next.atMs;
        next.done();
      }
      nowMs = untilMs;
    },
  };
}

describe('the live signal', () => {
  function listening() {
    const time = virtualTime();
    const opened: { heard: Parameters<LiveParts['open']>[0]; lost: () => void; closed: boolean }[] = [];
    let changes = 0;
    const end = listenLive({
      timer: time.timer,
      changed: () => (changes += 1),
      open(heard, lost) {
        const source = { heard, lost, closed: false };
        opened.push(source);
        return { close: () => (source.closed = true) };
      },
    });
    return { time, opened, end, changes: () => changes };
  }

  it('[LIV1] a change asks for a pull, a heartbeat does not; opening does, for what was missed', () => {
    const { opened, changes } = listening();
    opened[0]?.heard('hello');
    opened[0]?.heard('heartbeat');
    expect(changes()).toBe(1);
    opened[0]?.heard('changed');
    expect(changes()).toBe(2);
  });

  it('[F8] [LIV2] a socket that says nothing for 25 s is closed and opened again within 30 s, one that beats stays', () => {
    const { time, opened } = listening();
    opened[0]?.heard('hello');
    for (let beat = 0; beat < 20; beat += 1) {
      time.pass(10_000);
      opened[0]?.heard('heartbeat');
    }
    expect(opened).toHaveLength(1);
    expect(deadAfterMs).toBe(25_000);
    time.pass(24_999);
    expect(opened[0]?.closed).toBe(false);
    time.pass(1);
    expect(opened[0]?.closed).toBe(true);
    time.pass(30_000 - 25_000);
    expect(opened).toHaveLength(2);
  });

  it('a server that is away is not knocked at all the time', () => {
    const { time, opened } = listening();
    for (let minute = 0; minute < 10; minute += 1) {
      opened.at(-1)?.lost();
      time.pass(60_000);
    }
    expect(opened.length).toBeLessThan(40);
  });

  it('ends for good', () => {
    const { time, opened, end } = listening();
    end();
    time.pass(600_000);
    expect(opened).toHaveLength(1);
    expect(opened[0]?.closed).toBe(true);
  });
});

describe('windows of one person', () => {
  /** Web Locks as far as two windows see them: one holder, a queue, and stealing. */
  function locks() {
    let holder: { lost: () => void } | null = null;
    const queue: { grant: () => void }[] = [];
    return (steal: boolean, lead: () => void, lost: () => void) => {
      const grant = () => {
        holder = { lost };
        lead();
      };
      if (holder === null) grant();
      else if (steal) {
        const old = holder;
        grant();
        old.lost();
      } else queue.push({ grant });
    };
  }

  function twoWindows() {
    const time = virtualTime();
    const lock = locks();
    const leads: string[] = [];
    const windows = new Map<string, { frozen: boolean; heardAlive: () => void; end: () => void }>();
    const open = (name: string) => {
      const me = { frozen: false, heardAlive: () => undefined as void, end: () => undefined as void };
      windows.set(name, me);
      const elected = electLeader({
        lock,
        timer: { wait: (delayMs, done) => time.timer.wait(delayMs, () => void (me.frozen || done())) },
        sayAlive: () => windows.forEach((other) => other !== me && other.heardAlive()),
        lead: () => void leads.push(`${name} leads`),
        follow: () => void leads.push(`${name} follows`),
      });
      me.heardAlive = () => elected.heardAlive();
      me.end = () => elected.end();
      return me;
    };
    return { time, leads, open };
  }

  it('[WIN1] the first leads, the second waits as long as the first lives', () => {
    const { time, leads, open } = twoWindows();
    open('one');
    open('two');
    time.pass(10 * frozenAfterMs);
    expect(leads).toEqual(['one leads']);
  });

  it('[F15] [WIN2] the second takes over when the first freezes, and the first follows when it wakes', () => {
    const { time, leads, open } = twoWindows();
    const one = open('one');
    open('two');
    time.pass(frozenAfterMs);
    one.frozen = true;
    // [WIN2] Twenty seconds after its last sign of life, which may be five ago.
    time.pass(20_000 - 5_000 - 1);
    expect(leads).toEqual(['one leads']);
    time.pass(5_001);
    expect(leads).toEqual(['one leads', 'two leads', 'one follows']);
  });

  it('[WIN1] any window may wake the loop, all hear how it goes, and only the one that runs it is woken', () => {
    const heardBy = new Map<string, (event: { readonly data: WindowMessage }) => void>();
    const seen: string[] = [];
    const open = (name: string, leads: boolean) =>
      joinWindows({
        channel: {
          postMessage: (data) => [...heardBy].forEach(([other, heard]) => other !== name && heard({ data })),
          addEventListener: (_type, heard) => void heardBy.set(name, heard),
        },
        loop: () => (leads ? { wake: () => void seen.push(`${name} wakes`) } : null),
        heardAlive: () => void seen.push(`${name} hears that it lives`),
        show: ({ phase }) => void seen.push(`${name} shows ${phase}`),
      });
    const saw = (what: () => void): readonly string[] => {
      seen.splice(0);
      what();
      return [...seen];
    };
    const first = open('first', false);
    const leader = open('leader', true);
    open('third', false);
    expect(saw(() => first.wake())).toEqual(['leader wakes']);
    expect(saw(() => leader.wake())).toEqual(['leader wakes']);
    expect(saw(() => leader.tell({ phase: 'sending', connection: 'connected', progress: null }))).toEqual(['leader shows sending', 'first shows sending', 'third shows sending']);
    expect(saw(() => leader.sayAlive())).toEqual(['first hears that it lives', 'third hears that it lives']);
    // It froze, woke, and does not know yet that another leads.
    expect(saw(() => first.tell({ phase: 'waiting', connection: 'unreachable', progress: null }))).toEqual(['first shows waiting', 'third shows waiting']);
  });
});
