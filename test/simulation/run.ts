import type { Plant } from './plants/plant.ts';
import type { Profile } from './world/laptop.ts';
import { goodLine } from './world/network.ts';
import { Faults } from './world/faults.ts';
import { stories } from './world/stories.ts';
import { Workload } from './world/workload.ts';
import { World, type Breach } from './world/world.ts';

export interface RunResult {
  readonly seed: number;
  readonly breach: Breach | null;
  /** The same seed gives the same [I8]. */
  readonly hash: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly lines: readonly string[];
  readonly operations: number;
}

export interface RunOptions {
  readonly trace?: boolean;
  readonly plant?: Plant | null;
}

const secondMs = 1_000;
/** A request that hangs may take 30 s to be given up, and the wait after it 30 s more; with the answer to the next the minute of I6 begins. */
const longestRestMs = (30 + 30 + 60) * secondMs;

/** One run of one region from one seed: people work, things go wrong, then all heals and everything must have come right. */
export async function simulate(seed: number, { trace = false, plant = null }: RunOptions = {}): Promise<RunResult> {
  const world = new World(seed, { trace, plant });
  const { schedule, server } = world;
  const dice = world.dice.stream('steps');
  const workload = new Workload(world);
  const faults = new Faults(world);
  const check = () => world.checks.afterStep();

  for (const laptop of world.laptops) {
    const [profile] = laptop.profiles;
    if (profile === undefined) continue;
    world.signIn(laptop, profile.person);
    world.openWindow(profile);
  }
  if (world.story !== null) {
    const pass = (leastMs: number, mostMs: number) => (world.breach === null ? schedule.runUntil(schedule.nowMs + dice.between(leastMs, mostMs), check) : Promise.resolve());
    await stories[world.story]({ world, dice: world.dice.stream('story'), workload, faults, pass });
    world.happened(world.story);
  }
  const faulty = dice.pick([0.1, 0.25, 0.4, 0.6]);
  // Most are short; what needs a history of its own comes up in the long ones.
  const length = dice.chance(0.12) ? dice.between(90, 180) : dice.between(10, 70);
  for (let steps = length; steps > 0 && world.breach === null; steps -= 1) {
    if (!server.up && dice.chance(0.4)) server.up = true;
    if (dice.chance(faulty)) faults.strike();
    else {
      const windows = world.laptops.flatMap((laptop) => laptop.windows);
      if (windows.length > 0) workload.act(dice.pick(windows));
    }
    const gapMs = dice.chance(0.65) ? dice.between(0, 300) : dice.chance(0.75) ? dice.between(300, 3_000) : dice.between(3_000, 18_000);
    await schedule.runUntil(schedule.nowMs + gapMs, check);
  }
  if (world.breach === null) await comeToRest(world, dice.chance(0.5));
  return { seed, breach: world.breach, hash: world.trace.hash(), counts: world.counts, lines: world.trace.lines ?? [], operations: world.ledger.size };
}

async function comeToRest(world: World, noticed: boolean): Promise<void> {
  heal(world);
  const seats = Math.max(...world.laptops.map((laptop) => laptop.profiles.length));
  // Whoever shares a laptop comes one after the other, and the first once more.
  for (const seat of seats === 1 ? [0] : [0, 1, 0]) {
    const current = world.laptops.flatMap((laptop) => laptop.profiles[Math.min(seat, laptop.profiles.length - 1)] ?? []);
    for (const profile of current) sitDown(world, profile, noticed);
    const endMs = world.schedule.nowMs + longestRestMs;
    while (world.breach === null && world.schedule.nowMs < endMs && !current.every((profile) => isDrained(world, profile))) {
      await world.schedule.runUntil(world.schedule.nowMs + secondMs, () => world.checks.afterStep());
      world.checks.drained(current);
    }
    if (world.breach === null) world.checks.atRest(current);
  }
}

function heal(world: World): void {
  world.healing = true;
  world.note('world', 'everything heals');
  world.server.up = true;
  Object.assign(world.server.weather, { dieBeforeCommit: 0, dieAfterCommit: 0, slowLoad: 0, later: 0 });
  for (const laptop of world.laptops) {
    Object.assign(laptop.line, goodLine());
    for (const profile of laptop.profiles) {
      profile.disk.full = false;
      profile.journals.full = false;
    }
    for (const window of laptop.windows) if (window.process.frozen) world.schedule.thaw(window.process);
  }
}

function sitDown(world: World, profile: Profile, noticed: boolean): void {
  const { laptop } = profile;
  profile.goodSinceMs = null;
  for (const window of Array.from(laptop.windows)) if (window.profile !== profile) world.closeWindow(window);
  world.signIn(laptop, profile.person);
  if (laptop.windows.length === 0) world.openWindow(profile);
  else if (noticed) for (const window of laptop.windows) window.wake();
}

function isDrained(world: World, profile: Profile): boolean {
  const { position, outbox } = profile.disk.state;
  const { epoch, n } = world.server.shelf.region;
  // Whoever just sat down has not read their journal yet.
  if (profile.openWindows().length === 0) return false;
  if (position.epoch !== epoch || position.cursor !== n || position.rebuilding) return false;
  if (profile.openWindows().some((window) => window.comparedIn !== epoch)) return false;
  return [...outbox.values()].every((entry) => entry.state === 'conflict' || entry.state === 'refused');
}
