import type { DeviceId, DossierId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { Randomness } from '#shared/lib/random.ts';
import { placeOf } from '#shared/sync/dossier-place.ts';
import type { Dossier } from '#server/sync/server-store.ts';
import { Checks } from '../checks/checks.ts';
import type { Plant } from '../plants/plant.ts';
import { DeskWindow, type DeviceParts } from './desk-window.ts';
import { Dice } from './dice.ts';
import { publicKeyOf } from './fake-seals.ts';
import { Laptop, Profile } from './laptop.ts';
import { Ledger } from './ledger.ts';
import { Network } from './network.ts';
import { anna, bram, candidatePayload, cora, daan, dossierName, mainRecordOf, mina } from './people.ts';
import { Schedule } from './schedule.ts';
import { SimServer } from './sim-server.ts';
import { storyNames, type StoryName } from './stories.ts';
import { Trace } from './trace.ts';

export interface Breach {
  readonly invariant: string;
  readonly what: string;
  readonly atMs: number;
}

const startMs = 1_763_700_000_000;

/** Everything of one run: a region's server, its laptops, the network between them, and what is remembered of both. */
export class World {
  readonly dice: Dice;
  readonly schedule = new Schedule(startMs);
  readonly trace: Trace;
  readonly ledger = new Ledger();
  readonly counts = new Map<string, number>();
  readonly laptops: Laptop[] = [];
  readonly server: SimServer;
  readonly network: Network;
  readonly checks: Checks;
  device: DeviceParts;
  breach: Breach | null = null;
  /** While everything heals at the end nothing new goes wrong. */
  healing = false;
  /** Two people and one file: whatever happens, happens to the same thing. */
  readonly #isSmall: boolean;
  /** The skeleton of this run's beginning, or chance alone. */
  readonly story: StoryName | null;
  #windows = 0;

  constructor(seed: number, options: { readonly trace: boolean; readonly plant: Plant | null }) {
    this.dice = new Dice(seed);
    const size = this.dice.stream('size');
    const story = size.chance(0.3) ? size.pick(storyNames) : null;
    this.story = options.plant?.story ?? story;
    this.#isSmall = size.chance(this.story === null ? 0.2 : 0.7);
    this.trace = new Trace(options.trace);
    this.checks = new Checks(this);
    const happened = (what: string) => this.happened(what);
    this.server = new SimServer({
      dice: this.dice.stream('server'),
      nowMs: () => this.schedule.nowMs,
      pause: (delayMs) => new Promise((resolve) => this.schedule.after(delayMs, resolve)),
      committed: (before, after, principal) => this.checks.serverCommitted(before, after, principal),
      stores: (changes) => this.checks.serverStores(changes),
      happened,
    });
    this.network = new Network({ schedule: this.schedule, dice: this.dice.stream('network'), server: this.server, happened, note: (who, what) => this.note(who, what) });
    this.device = {
      wrapStore: (store) => store,
      wrapTransport: (transport) => transport,
      wrapWork: (work) => work,
      beforeCommit: () => Promise.resolve(),
      ...options.plant?.device?.(this),
    };
    Object.assign(this.server, options.plant?.server?.(this));
    this.#people();
    this.#region();
  }

  note(who: DeskWindow | string, what: string): void {
    this.trace.note(this.schedule.nowMs - startMs, `${typeof who === 'string' ? who : who.process.name}: ${what}`);
  }

  happened(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    this.trace.note(this.schedule.nowMs - startMs, `* ${what}`);
  }

  violate(invariant: string, what: string): void {
    if (this.breach !== null) return;
    this.breach = { invariant, what, atMs: this.schedule.nowMs - startMs };
    this.trace.note(this.schedule.nowMs - startMs, `!! ${invariant}: ${what}`);
  }

  openWindow(profile: Profile): DeskWindow {
    this.#windows += 1;
    const window = new DeskWindow(this, profile, `${profile.name}#${this.#windows}`);
    profile.laptop.windows.push(window);
    return window;
  }

  /** The window ends, in whatever it was doing. */
  closeWindow(window: DeskWindow): void {
    const { process, profile } = window;
    const { laptop } = profile;
    process.alive = false;
    laptop.windows.splice(laptop.windows.indexOf(window), 1);
    profile.journals.letGoOf(process, window.dice);
    const lock = laptop.lockOf(profile.person.userId);
    const living = lock.waiting.filter((request) => request.process.alive);
    lock.waiting.splice(0, lock.waiting.length, ...living);
    if (lock.holder?.process === process) {
      lock.holder = lock.waiting.shift() ?? null;
      lock.holder?.lead();
    }
  }

  signIn(laptop: Laptop, person: Principal): void {
    laptop.session = this.server.signIn(person.userId);
  }

  partsFor(window: DeskWindow): { readonly device: DeviceParts; readonly network: Network; readonly randomness: Randomness } {
    return { device: this.device, network: this.network, randomness: window.dice };
  }

  #people(): void {
    const dice = this.dice.stream('people');
    const seats: (readonly Principal[])[] = this.#isSmall ? dice.pick([[[cora], [daan]], [[cora], [cora]], [[anna], [cora]], [[anna], [cora], [anna]]]) : [[anna], [cora]];
    if (!this.#isSmall && dice.chance(0.85)) seats.push(dice.pick([[anna], [bram], [bram, anna], [daan], [cora], [cora], [mina, cora]]));
    if (!this.#isSmall && dice.chance(0.35)) seats.push(dice.pick([[daan], [daan], [mina], [cora], [bram]]));
    for (const [index, persons] of seats.entries()) {
      const laptop = new Laptop(`laptop${index + 1}`);
      this.laptops.push(laptop);
      for (const person of persons) {
        const profile = new Profile(laptop, person, dice.uuid() as DeviceId, dice.uuid());
        profile.disk.onCommit = (before, after) => this.checks.diskCommitted(profile, before, after);
        laptop.profiles.push(profile);
        this.server.registerDevice(profile.deviceId, person.userId, publicKeyOf(profile.secret));
      }
    }
  }

  /** A few candidates that were there before. */
  #region(): void {
    const dice = this.dice.stream('region');
    const { store } = this.server;
    const dossiers = new Map(store.shelf.dossiers);
    const records = new Map(store.shelf.records);
    let n = 0;
    for (let number = 1; number <= (this.#isSmall ? 1 : dice.between(2, 4)); number += 1) {
      n += 1;
      const dossierId = dossierName(number);
      const recordId = mainRecordOf(dossierId);
      const payload = candidatePayload(`start${number}`, this.#isSmall ? 'GM0268' : dice.pick(['GM0268', 'GM0268', 'GM0296']), dice.pick<UserId | null>([anna.userId, anna.userId, bram.userId, null]));
      const groups = Object.fromEntries(Object.entries(payload).map(([name, data]) => [name, { version: { epoch: 1, n }, changedBy: cora.userId, changedAtMs: startMs, data: data as JsonValue }]));
      const record = { dossierId, recordId, kind: 'candidate' as const, createdBy: cora.userId, n, groups };
      const dossier: Dossier = { dossierId, type: 'candidate', mainRecordId: recordId, place: placeOf('candidate', payload) };
      dossiers.set(dossierId as DossierId, dossier);
      records.set(recordId as RecordId, { record, n });
    }
    store.shelf = { ...store.shelf, dossiers, records, region: { ...store.shelf.region, n } };
    this.checks.remember(store.shelf);
  }
}
