import type { Dice } from './dice.ts';
import type { Faults } from './faults.ts';
import type { DeskWindow } from './desk-window.ts';
import { goodLine } from './network.ts';
import type { Workload } from './workload.ts';
import type { World } from './world.ts';

/*
 * Days that chance alone seldom puts together, each a skeleton of a few steps that needs the one before it. What people do in them,
 * when, and what else goes wrong, is left to chance as in every other run.
 */
export type StoryName = 'restored-day' | 'lost-reach' | 'frozen-leader';

export interface StoryParts {
  readonly world: World;
  readonly dice: Dice;
  readonly workload: Workload;
  readonly faults: Faults;
  /** Lets time pass. @returns when it did, or when something broke */
  readonly pass: (leastMs: number, mostMs: number) => Promise<void>;
}

export const stories: Readonly<Record<StoryName, (parts: StoryParts) => Promise<void>>> = {
  /** A backup is made; people work on, on what the others did; the backup is put back. */
  async 'restored-day'(parts) {
    const { world, dice, workload, faults, pass } = parts;
    await pass(2_000, 4_000);
    world.server.backUp();
    // Somebody new, of whom the backup knows nothing.
    if (dice.chance(0.25)) for (const window of windowsOf(world)) workload.take(window);
    await work(parts, dice.between(2, 7));
    faults.putBackupBack();
    const noticed = dice.chance(0.65);
    for (let turns = 0; turns < 6; turns += 1) {
      world.server.up = true;
      if (noticed) for (const window of windowsOf(world)) if (dice.chance(0.5)) window.wake();
      await pass(500, 3_000);
    }
  },

  /** Two windows of one person: the one that leads stands still with an answer under way, the other goes on, the first wakes. */
  async 'frozen-leader'(parts) {
    const { world, dice, faults, pass } = parts;
    await pass(2_000, 4_000);
    const [laptop] = world.laptops;
    if (laptop === undefined) return;
    for (let turns = dice.between(1, 3); turns > 0; turns -= 1) {
      if (laptop.windows.length < 2) faults.secondWindow(laptop);
      await pass(500, 2_000);
      laptop.line.slowestMs = dice.pick([200, 1_000, 5_000]);
      await work(parts, dice.between(1, 3));
      faults.freeze(laptop);
      await pass(1_000, 25_000);
      await work(parts, dice.between(1, 5));
      await pass(5_000, 40_000);
    }
  },

  /** Somebody works without a connection, or has something in their list, while a colleague gives their files to another. */
  async 'lost-reach'(parts) {
    const { world, dice, workload, faults, pass } = parts;
    await pass(2_000, 4_000);
    await work(parts, dice.between(1, 4));
    const [away] = world.laptops;
    if (away === undefined) return;
    if (dice.chance(0.6)) faults.line(away, { cutUp: true, cutDown: dice.chance(0.7) });
    for (let acts = dice.between(1, 5); acts > 0; acts -= 1) {
      for (const laptop of world.laptops) {
        const window = laptop.windows[0];
        if (window !== undefined && (laptop === away || dice.chance(0.5))) workload.act(window);
      }
      await pass(50, 1_500);
    }
    if (dice.chance(0.5)) faults.poison();
    if (dice.chance(0.5)) Object.assign(away.line, goodLine());
    await pass(0, 6_000);
    for (const window of windowsOf(world)) workload.giveAway(window);
    await pass(1_000, 20_000);
  },
};

export const storyNames = Object.keys(stories) as readonly StoryName[];

const windowsOf = (world: World): readonly DeskWindow[] => world.laptops.flatMap((laptop) => laptop.windows);

/** Long enough apart that most of it is sent, and seen by the others. */
async function work({ world, dice, workload, pass }: StoryParts, acts: number): Promise<void> {
  for (let act = 0; act < acts; act += 1) {
    const windows = windowsOf(world);
    if (windows.length > 0) workload.act(dice.pick(windows));
    for (const window of windows) window.wake();
    await pass(300, 2_000);
  }
}
