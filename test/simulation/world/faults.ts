import type { DeskWindow } from './desk-window.ts';
import type { Dice } from './dice.ts';
import type { Laptop, Profile } from './laptop.ts';
import { goodLine, type Line } from './network.ts';
import { everyone } from './people.ts';
import type { World } from './world.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Everything that can go wrong in a run, by name. A fault mends itself after a while, or the end of the run does it. */
export class Faults {
  readonly #world: World;
  readonly #dice: Dice;
  readonly #backups = new Map<Profile, { readonly at: number; readonly texts: readonly string[] }>();
  /** The kinds that this run knows, each as often as it weighs. */
  readonly #deck: readonly FaultName[];
  /** A server that is restored every minute keeps everybody from working: in most runs it comes once [count]. */
  #restoresLeft: number;
  /** How often one accident brings another. */
  readonly #chain: number;

  constructor(world: World) {
    this.#world = world;
    this.#dice = world.dice.stream('faults');
    this.#deck = dealFaults(this.#dice);
    this.#chain = this.#dice.pick([0, 0, 0.3, 0.6]);
    this.#restoresLeft = this.#dice.pick([1, 1, 2, 6]);
    // The backup of last night, before anybody works.
    if (this.#dice.chance(0.5)) world.server.backUp();
    if (this.#dice.chance(0.5)) world.server.weather.pageSize = this.#dice.pick([1, 2, 3, 5, 8]);
  }

  strike(): void {
    const name = this.#dice.pick(this.#deck);
    const laptop = this.#dice.pick(this.#world.laptops);
    if (kinds[name].call(this, laptop)) this.#world.happened(name);
    if (this.#dice.chance(this.#chain)) this.#later(0, 1_500, () => this.strike());
  }

  /** The line of a laptop is bad in one way, for a while. */
  line(laptop: Laptop, bad: Partial<Line>): boolean {
    Object.assign(laptop.line, bad);
    const good = goodLine();
    this.#later(5_000, 60_000, () => {
      for (const name of Object.keys(bad) as (keyof Line)[]) Object.assign(laptop.line, { [name]: good[name] });
      // The browser noticed that the connection is back, or it did not.
      if (this.#dice.chance(0.5)) for (const window of laptop.windows) window.wake();
    });
    return true;
  }

  chance(): number {
    return this.#dice.pick([0.1, 0.3, 0.6]);
  }

  /** The browser is gone, with all its windows; then what lies on its disk suffers; then somebody starts it again. */
  stop(laptop: Laptop, suffer: (profile: Profile) => void = () => undefined): boolean {
    const current = laptop.windows[0]?.profile;
    if (current === undefined) return false;
    for (const window of Array.from(laptop.windows)) this.#world.closeWindow(window);
    laptop.sockets += 1;
    for (const profile of laptop.profiles) {
      suffer(profile);
      profile.changed = true;
    }
    this.#later(200, 30_000, () => {
      if (laptop.windows.length === 0) this.#world.openWindow(current);
    });
    return true;
  }

  /** The database lost something; what has no second copy cannot be asked for. */
  loseStore(laptop: Laptop, lose: (profile: Profile) => number): boolean {
    return this.stop(laptop, (profile) => {
      const gone = lose(profile);
      this.#world.note(profile.name, `${gone} commits of the database are gone`);
      for (const entry of profile.work) {
        const { opId } = entry.operation;
        if (profile.disk.state.outbox.has(opId) || this.#world.checks.isSettledOnServer(opId)) continue;
        if (!entry.secondCopy && !profile.journals.holds(opId)) entry.excused ??= 'the database lost it, and its person was told that there is no second copy';
      }
    });
  }

  killWindow(laptop: Laptop): boolean {
    const window = laptop.windows.length === 0 ? undefined : this.#dice.pick(laptop.windows);
    if (window === undefined) return false;
    if (laptop.windows.length === 1) return this.stop(laptop);
    this.#world.closeWindow(window);
    return true;
  }

  secondWindow(laptop: Laptop): boolean {
    const first = laptop.windows[0];
    if (first === undefined || laptop.windows.length >= 3) return false;
    this.#world.openWindow(first.profile);
    return true;
  }

  /** A window stands still, mostly the one that leads, with a question under way; another may be there to take over. */
  freeze(laptop: Laptop): boolean {
    const leading = laptop.windows.find((window) => laptop.lockOf(window.profile.person.userId).holder?.process === window.process);
    const window: DeskWindow | undefined = leading !== undefined && this.#dice.chance(0.8) ? leading : laptop.windows[this.#dice.below(Math.max(1, laptop.windows.length))];
    if (window === undefined || window.process.frozen) return false;
    if (laptop.windows.length === 1 && this.#dice.chance(0.6)) this.secondWindow(laptop);
    window.wake();
    this.#world.schedule.after(this.#dice.between(0, 400), () => (window.process.frozen = !this.#world.healing));
    this.#later(1_000, 70_000, () => this.#world.schedule.thaw(window.process));
    return true;
  }

  sleep(hours: number): boolean {
    for (const laptop of this.#world.laptops) laptop.sockets += 1;
    this.#world.schedule.leap(hours * hourMs);
    return true;
  }

  full(what: { full: boolean }): boolean {
    what.full = true;
    this.#later(1_000, 40_000, () => (what.full = false));
    return true;
  }

  clock(laptop: Laptop): boolean {
    laptop.clockOffMs = this.#dice.pick([0, 3 * 365 * dayMs, -dayMs, hourMs, -hourMs, -50 * 365 * dayMs]);
    return true;
  }

  endSessions(): boolean {
    this.#world.server.endSessions();
    for (const laptop of this.#world.laptops) this.#later(1_000, 40_000, () => this.signBackIn(laptop));
    return true;
  }

  /** Somebody else signs in, in another tab of the same browser. */
  otherPerson(laptop: Laptop): boolean {
    const current = laptop.windows[0]?.profile;
    if (current === undefined) return false;
    this.#world.signIn(laptop, this.#dice.pick(everyone.filter((person) => person !== current.person)));
    this.#later(1_000, 40_000, () => this.signBackIn(laptop));
    return true;
  }

  /** One locks and goes, the next unlocks with a profile of their own. */
  handOver(laptop: Laptop): boolean {
    const current = laptop.windows[0]?.profile;
    const next = laptop.profiles.find((profile) => profile !== current);
    if (current === undefined || next === undefined) return false;
    for (const window of Array.from(laptop.windows)) this.#world.closeWindow(window);
    this.#world.signIn(laptop, next.person);
    this.#world.openWindow(next);
    return true;
  }

  signBackIn(laptop: Laptop): void {
    const current = laptop.windows[0]?.profile;
    if (current === undefined) return;
    this.#world.signIn(laptop, current.person);
    for (const window of laptop.windows) window.wake();
  }

  copyProfile(laptop: Laptop): boolean {
    for (const profile of laptop.profiles) this.#backups.set(profile, { at: profile.disk.past.length - 1, texts: profile.journals.texts() });
    return true;
  }

  /** An old backup of the profile comes back: the database alone, or the journal with it. */
  restoreProfile(laptop: Laptop, whole: boolean): boolean {
    if (!laptop.profiles.every((profile) => this.#backups.has(profile))) {
      this.#world.happened('profile-copied');
      this.copyProfile(laptop);
      return false;
    }
    return this.loseStore(laptop, (profile) => {
      const backup = this.#backups.get(profile);
      if (backup === undefined) return 0;
      const gone = profile.disk.restore(Math.min(backup.at, profile.disk.past.length - 1));
      if (whole) {
        profile.journals.restore(backup.texts);
        for (const entry of profile.work) entry.secondCopy = profile.journals.holds(entry.operation.opId);
      }
      return gone;
    });
  }

  loseJournal(laptop: Laptop): boolean {
    return this.stop(laptop, (profile) => {
      profile.journals.clear();
      for (const entry of profile.work) {
        const { opId } = entry.operation;
        entry.secondCopy = false;
        if (!profile.disk.state.outbox.has(opId) && !this.#world.checks.isSettledOnServer(opId)) entry.excused ??= 'first the database or the server lost it, then the journal';
      }
    });
  }

  serverWeather(bad: Partial<World['server']['weather']>): boolean {
    const { weather } = this.#world.server;
    const before = Object.fromEntries(Object.keys(bad).map((name) => [name, 0]));
    Object.assign(weather, bad);
    this.#later(5_000, 60_000, () => Object.assign(weather, before));
    return true;
  }

  serverDown(): boolean {
    this.#world.server.crash();
    return true;
  }

  /** Yesterday's backup is put back; or one is made now, and is put back when a few things happened after it. */
  restoreServer(): boolean {
    if (this.#restoresLeft === 0) return false;
    if (this.#dice.chance(0.5) && this.putBackupBack()) return true;
    this.#world.happened('server-backed-up');
    this.#world.server.backUp();
    this.#later(2_000, 20_000, () => this.putBackupBack() && this.#world.happened('server-restored'));
    return false;
  }

  putBackupBack(): boolean {
    const before = this.#world.server.shelf;
    if (this.#restoresLeft === 0 || !this.#world.server.restore()) return false;
    this.#restoresLeft -= 1;
    this.#world.checks.serverRestored(before, this.#world.server.shelf);
    return true;
  }

  poison(): boolean {
    const { ledger, server } = this.#world;
    const unsent = [...ledger.all()].filter((entry) => !server.shelf.operations.has(entry.operation.opId));
    if (unsent.length === 0) return false;
    server.store.refused.add(this.#dice.pick(unsent).operation.record.recordId);
    return true;
  }

  get dice(): Dice {
    return this.#dice;
  }

  get world(): World {
    return this.#world;
  }

  #later(leastMs: number, mostMs: number, mend: () => unknown): void {
    this.#world.schedule.after(this.#dice.between(leastMs, mostMs), () => {
      if (!this.#world.healing) mend();
    });
  }
}

/** Faults that matter to each other: some runs are dense in one of these, and reach corners that chance alone hardly finds. */
const themes: readonly (readonly FaultName[])[] = [
  ['server-restored', 'server-backed-up', 'line-cut', 'line-cut-up', 'server-down'],
  ['server-restored', 'server-restored', 'line-cut', 'line-slow'],
  ['server-restored', 'store-tail-lost', 'power-lost', 'window-killed'],
  ['second-window', 'window-frozen', 'window-killed', 'line-slow', 'proxy-replays'],
  ['store-wiped', 'store-tail-lost', 'power-lost', 'journal-full', 'disk-full', 'journal-lost'],
  ['line-cut-down', 'line-loses', 'line-doubles', 'server-dies-often', 'server-slow'],
  ['profile-copied', 'store-restored', 'profile-restored', 'clock-wrong', 'two-weeks-pass', 'more-than-a-year-passes', 'server-backed-up'],
  ['sessions-end', 'other-person', 'handed-on', 'line-cut', 'everyone-sleeps'],
];

/**
 * Every run knows another few faults, each with a weight of its own: a mix of everything hides what needs much of a few.
 * @source Groce et al., Swarm Testing (ISSTA 2012)
 */
function dealFaults(dice: Dice): readonly FaultName[] {
  const share = dice.pick([0.08, 0.2, 0.5]);
  const deck = faultNames.filter(() => dice.chance(share)).flatMap((name) => repeated(name, dice.pick([1, 1, 2, 5])));
  if (dice.chance(0.5)) deck.push(...dice.pick(themes).flatMap((name) => repeated(name, dice.pick([1, 3, 8]))));
  return deck.length === 0 ? [dice.pick(faultNames)] : deck;
}

const repeated = (name: FaultName, times: number): readonly FaultName[] => Array.from({ length: times }, () => name);

type Strike = (this: Faults, laptop: Laptop) => boolean;

const kinds = {
  'line-loses': function (laptop) { return this.line(laptop, { lose: this.chance() }); },
  'line-doubles': function (laptop) { return this.line(laptop, { double: this.chance() }); },
  'line-slow': function (laptop) { return this.line(laptop, { slowestMs: this.dice.pick([2_000, 10_000, 40_000]) }); },
  'line-cut': function (laptop) { return this.line(laptop, { cutUp: true, cutDown: true }); },
  'line-cut-up': function (laptop) { return this.line(laptop, { cutUp: true }); },
  'line-cut-down': function (laptop) { return this.line(laptop, { cutDown: true }); },
  'line-truncates': function (laptop) { return this.line(laptop, { truncate: this.chance() }); },
  'line-stalls': function (laptop) { return this.line(laptop, { stall: this.chance() }); },
  'line-garbles': function (laptop) { return this.line(laptop, { garble: this.chance() }); },
  'proxy-replays': function (laptop) { return this.line(laptop, { replay: this.chance() }); },
  portal: function (laptop) { return this.line(laptop, { portal: this.dice.pick(['html', 'redirect', 'json', 'ndjson'] as const) }); },
  'server-errors': function (laptop) { return this.line(laptop, { fault: this.chance() }); },
  'server-busy': function (laptop) { return this.line(laptop, { busy: this.chance() }); },
  'window-killed': function (laptop) { return this.killWindow(laptop); },
  'power-lost': function (laptop) { return this.stop(laptop, (profile) => void profile.disk.loseUnflushed(this.dice)); },
  'store-tail-lost': function (laptop) { return this.loseStore(laptop, (profile) => profile.disk.loseTail(this.dice)); },
  'store-wiped': function (laptop) { return this.loseStore(laptop, (profile) => profile.disk.wipe()); },
  'profile-copied': function (laptop) { return this.copyProfile(laptop); },
  'store-restored': function (laptop) { return this.restoreProfile(laptop, false); },
  'profile-restored': function (laptop) { return this.restoreProfile(laptop, true); },
  'journal-lost': function (laptop) { return this.loseJournal(laptop); },
  'second-window': function (laptop) { return this.secondWindow(laptop); },
  'window-frozen': function (laptop) { return this.freeze(laptop); },
  'everyone-sleeps': function () { return this.sleep(9); },
  'two-weeks-pass': function () { return this.sleep(24 * 15); },
  'more-than-a-year-passes': function () { return this.sleep(24 * 400); },
  'clock-wrong': function (laptop) { return this.clock(laptop); },
  'disk-full': function (laptop) { return this.full(this.dice.pick(laptop.profiles).disk); },
  'journal-full': function (laptop) { return this.full(this.dice.pick(laptop.profiles).journals); },
  'sessions-end': function () { return this.endSessions(); },
  'other-person': function (laptop) { return this.otherPerson(laptop); },
  'handed-on': function (laptop) { return this.handOver(laptop); },
  'server-dies-often': function () { return this.serverWeather({ dieBeforeCommit: this.chance() / 2, dieAfterCommit: this.chance() / 2 }); },
  'server-down': function () { return this.serverDown(); },
  'server-slow': function () { return this.serverWeather({ slowLoad: this.chance() }); },
  'server-says-later': function () { return this.serverWeather({ later: this.chance() }); },
  'server-backed-up': function () { this.world.server.backUp(); return true; },
  'server-restored': function () { return this.restoreServer(); },
  poison: function () { return this.poison(); },
} as const satisfies Record<string, Strike>;

export type FaultName = keyof typeof kinds;
export const faultNames = Object.keys(kinds) as readonly FaultName[];
