import { describe, expect, it } from 'vitest';
import { createAutosave, type SaveState } from '#renderer/components/form/autosave.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';

type Saved = Outcome<{ readonly savedAtMs: number }, { readonly kind: 'storage' }>;

/** A device whose every save ends when the test says so, and a pause that ends when the test says so. */
function desk({ savedAtMs = null }: { savedAtMs?: number | null } = {}) {
  const saves: { readonly text: string; readonly end: (outcome: Saved) => void }[] = [];
  let pause: (() => void) | null = null;
  const autosave = createAutosave<string>({
    save: (text) => new Promise((end) => saves.push({ text, end })),
    pauseMs: 500,
    after: (_delayMs, run) => {
      pause = run;
      return () => {
        if (pause === run) pause = null;
      };
    },
    savedAtMs,
  });
  const said: SaveState['kind'][] = [];
  autosave.subscribe(() => said.push(autosave.current().kind));
  return {
    autosave,
    saves,
    said,
    isWaiting: () => pause !== null,
    pauseEnds: () => {
      const run = pause;
      pause = null;
      run?.();
    },
  };
}

/** Lets every promise that is ready go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the draft that saves itself', () => {
  it('says nothing before anything was typed, and the time of a draft that came back', () => {
    expect(desk().autosave.current()).toEqual({ kind: 'untouched' });
    expect(desk({ savedAtMs: 5 }).autosave.current()).toEqual({ kind: 'saved', savedAtMs: 5 });
  });

  it('saves once after a pause, however much was typed before it', async () => {
    const { autosave, saves, pauseEnds } = desk();
    for (const text of ['B', 'Be', 'Bel']) autosave.change(text);
    expect(saves).toEqual([]);
    pauseEnds();
    expect(saves.map(({ text }) => text)).toEqual(['Bel']);
    saves[0]?.end(success({ savedAtMs: 10 }));
    await settle();
    expect(autosave.current()).toEqual({ kind: 'saved', savedAtMs: 10 });
  });

  it('does not say "saved" before the device did', async () => {
    const { autosave, saves, pauseEnds, said } = desk();
    autosave.change('Bel');
    pauseEnds();
    await settle();
    expect(autosave.current().kind).toBe('saving');
    saves[0]?.end(success({ savedAtMs: 10 }));
    await settle();
    expect(said.at(-1)).toBe('saved');
    expect(said.slice(0, -1)).not.toContain('saved');
  });

  it('saves what was typed during a save after it, one at a time, and says "saved" only for the newest', async () => {
    const { autosave, saves, said } = desk();
    autosave.change('Bel');
    void autosave.flush();
    autosave.change('Bel de werkgever');
    expect(saves).toHaveLength(1);
    saves[0]?.end(success({ savedAtMs: 10 }));
    await settle();
    expect(saves.map(({ text }) => text)).toEqual(['Bel', 'Bel de werkgever']);
    expect(said).not.toContain('saved');
    saves[1]?.end(success({ savedAtMs: 20 }));
    await settle();
    expect(autosave.current()).toEqual({ kind: 'saved', savedAtMs: 20 });
  });

  it('[F13] says so when the device refuses, keeps the words and tries again when asked', async () => {
    const { autosave, saves } = desk();
    autosave.change('Bel');
    const first = autosave.flush();
    saves[0]?.end(failure({ kind: 'storage' }));
    expect(await first).toEqual({ kind: 'failed' });
    const second = autosave.flush();
    expect(saves.map(({ text }) => text)).toEqual(['Bel', 'Bel']);
    saves[1]?.end(success({ savedAtMs: 30 }));
    expect(await second).toEqual({ kind: 'saved', savedAtMs: 30 });
  });

  it('has nothing to do, and says nothing new, when all is saved', async () => {
    const { autosave, saves } = desk({ savedAtMs: 5 });
    expect(await autosave.flush()).toEqual({ kind: 'saved', savedAtMs: 5 });
    expect(saves).toEqual([]);
  });

  it('once stopped, waits for the save that runs and begins no other: a late one would bring a kept draft back', async () => {
    const { autosave, saves, isWaiting } = desk();
    autosave.change('Bel');
    void autosave.flush();
    autosave.change('Bel nu');
    let hasStopped = false;
    void autosave.stop().then(() => {
      hasStopped = true;
    });
    await settle();
    expect(hasStopped).toBe(false);
    saves[0]?.end(success({ savedAtMs: 10 }));
    await settle();
    expect(hasStopped).toBe(true);
    autosave.change('Te laat');
    await autosave.flush();
    expect(saves.map(({ text }) => text)).toEqual(['Bel']);
    expect(isWaiting()).toBe(false);
  });

  it('goes on after keeping did not go through', () => {
    const { autosave, saves, pauseEnds } = desk();
    void autosave.stop();
    autosave.resume('Alles staat er nog');
    pauseEnds();
    expect(saves.map(({ text }) => text)).toEqual(['Alles staat er nog']);
  });
});
