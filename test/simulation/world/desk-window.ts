import type { OpId } from '#shared/domain/ids.ts';
import type { Violation } from '#shared/domain/violation.ts';
import { keepBaseOf, makeOperation, type KeepIntent } from '#shared/sync/keep-operation.ts';
import type { DeviceStore, Transport } from '#shared/sync/ports.ts';
import { DatabaseUnusable, startJournal, type StartedJournal } from '#renderer/data/journal/start-journal.ts';
import type { KeptWork } from '#renderer/data/journal/kept-work.ts';
import { foldPendingRecords } from '#renderer/data/queries/fold-dossier.ts';
import { startSyncEngine, type EngineReport, type SyncEngine, type Timer } from '#renderer/sync/engine.ts';
import { createFetchTransport } from '#renderer/sync/fetch-transport.ts';
import { createProvenFetch } from '#renderer/sync/proven-fetch.ts';
import { electLeader } from '#renderer/sync/leader.ts';
import { DiskFull } from './disk.ts';
import type { Dice } from './dice.ts';
import { fakeLineSeal, signerWith, signWith } from './fake-seals.ts';
import type { Profile } from './laptop.ts';
import { createMemoryDeviceStore, inOrder } from './memory-device-store.ts';
import type { World } from './world.ts';
import { Process } from './schedule.ts';

export type KeepAnswer =
  | { readonly kind: 'kept'; readonly opId: OpId }
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] }
  | { readonly kind: 'storage' };

/** What a planted mistake may put in the place of a part of the device. */
export interface DeviceParts {
  wrapStore(store: DeviceStore, window: DeskWindow): DeviceStore;
  wrapTransport(transport: Transport, window: DeskWindow): Transport;
  wrapWork(work: KeptWork, window: DeskWindow): KeptWork;
  /** Called between signing and the commit of what a person keeps. */
  beforeCommit(window: DeskWindow, operation: ReturnType<typeof signWith>, keptAtMs: number): Promise<void>;
}

const mostTries = 20;

const ordersOf = (entries: readonly { readonly order: number }[]): string => entries.map(({ order }) => order).join(' ');

/**
 * One window of the product on a simulated laptop: the product's loop, leader election, transport, journal and rules,
 * over memory. All that runs in it ends with its process.
 */
export class DeskWindow {
  readonly process: Process;
  readonly profile: Profile;
  /** The journal was compared with the database: from here on the person sees their work. */
  started = false;
  lastReport: EngineReport | null = null;
  journal: StartedJournal['journal'] = null;
  readonly dice: Dice;
  readonly #world: World;
  #engine: SyncEngine | null = null;
  #heardAlive: () => void = () => undefined;
  #compareAgain: () => Promise<number> = () => Promise.resolve(0);
  /** The epoch of the server in which this window last offered what its journal holds. */
  comparedIn: number | null = null;

  constructor(world: World, profile: Profile, name: string) {
    this.#world = world;
    this.profile = profile;
    this.process = new Process(name);
    this.dice = world.dice.stream(name);
    void this.#start();
  }

  /** A moment passes; never returns when this window is gone. Often nothing comes in between. */
  readonly turn = (): Promise<void> => {
    if (this.process.alive && !this.process.frozen && this.dice.chance(0.7)) return Promise.resolve();
    return new Promise((resolve) => this.#world.schedule.after(this.dice.between(0, 30), resolve, this.process));
  };

  readonly nowMs = (): number => this.#world.schedule.nowMs + this.profile.laptop.clockOffMs;

  wake(): void {
    if (this.#engine !== null) this.#engine.wake();
    else this.#say((window) => window.#engine?.wake());
  }

  /** Keeps what a person did, in the steps of the product's command. */
  async keep(intent: KeepIntent, replaces: OpId | null = null): Promise<KeepAnswer> {
    const { profile, dice } = this;
    const { disk } = profile;
    const { dossierId, recordId } = intent.record;
    for (let tries = 0; tries < mostTries; tries += 1) {
      await this.turn();
      const copy = disk.state.dossiers.get(dossierId);
      const ours = inOrder(disk.state).filter((entry) => entry.operation.record.dossierId === dossierId);
      const pending = ours.filter((entry) => entry.operation.opId !== replaces);
      const records = copy?.records ?? [];
      const base = keepBaseOf(recordId, records, foldPendingRecords(records, pending), pending);
      const identity = { deviceId: profile.deviceId, userId: profile.person.userId };
      const made = makeOperation(intent, base, { identity, opId: dice.uuid() as OpId, authoredAtMs: Math.max(0, this.nowMs()) });
      if (!made.ok) return { kind: 'invalid', violations: made.problem };
      const operation = signWith(profile.secret, made.value);
      await this.turn();
      const keptAtMs = this.nowMs();
      await this.#world.device.beforeCommit(this, operation, keptAtMs);

      // The transaction: what moved since is found out in here [KEEP2].
      const now = disk.state;
      const here = inOrder(now).filter((entry) => entry.operation.record.dossierId === dossierId);
      if (ordersOf(here) !== ordersOf(ours) || now.dossiers.get(dossierId) !== copy) continue;
      const outbox = new Map(now.outbox);
      const receipts = new Map(now.receipts);
      outbox.set(operation.opId, { order: (inOrder(now).at(-1)?.order ?? 0) + 1, state: 'waiting', operation, keptAtMs, outcome: null });
      if (replaces !== null) {
        receipts.set(replaces, { settled: 'replaced', recordId, dossierId, n: 0, epoch: 0, receivedAtMs: now.position.epoch === null ? keptAtMs : now.position.serverTimeMs });
        outbox.delete(replaces);
      }
      const entry = this.#world.ledger.begin(operation, profile);
      try {
        disk.commit({ ...now, outbox, receipts }, 'strict');
      } catch (error) {
        if (!(error instanceof DiskFull)) throw error;
        entry.told = 'failed';
        this.#world.note(this, `${entry.label} was not kept: the disk is full`);
        return { kind: 'storage' };
      }
      const replaced = replaces === null ? undefined : this.#world.ledger.find(replaces);
      if (replaced !== undefined) replaced.replacedBy = operation.opId;
      entry.secondCopy = this.journal !== null && (await this.journal.append(operation, keptAtMs).then(() => true, () => false));
      entry.told = 'saved';
      profile.changed = true;
      this.#world.note(this, `${entry.label} saved: ${operation.record.kind} ${recordId} ${Object.keys(operation.payload).join('+')}${entry.secondCopy ? '' : ', no second copy'}`);
      this.wake();
      return { kind: 'kept', opId: operation.opId };
    }
    return { kind: 'storage' };
  }

  /** Gives refused work to those responsible, in the steps of the product's command [FGT6]. */
  async handOver(opId: OpId): Promise<void> {
    await this.turn();
    const { disk, secret } = this.profile;
    const entry = disk.state.outbox.get(opId);
    if (entry?.state !== 'refused' || entry.outcome?.outcome !== 'refused') return;
    const { signature: _signature, ...operation } = entry.operation;
    const asking = signWith(secret, { ...operation, resolves: opId });
    await this.turn();
    const now = disk.state.outbox.get(opId);
    if (now?.state !== 'refused') return;
    try {
      disk.commit({ ...disk.state, outbox: new Map([...disk.state.outbox, [opId, { ...now, operation: asking, state: 'waiting' as const }]]) }, 'strict');
    } catch (error) {
      if (!(error instanceof DiskFull)) throw error;
      return;
    }
    this.#world.note(this, `${this.#world.ledger.labelOf(opId)} is to be handed over`);
    this.wake();
  }

  async #start(): Promise<void> {
    const { profile, process } = this;
    await this.turn();
    const started = await this.#openJournal();
    if (started === null) {
      this.#world.happened('start-refused');
      // The person reads that the disk is full, makes room, and tries again.
      this.#world.schedule.after(3_000, () => void this.#start(), process);
      return;
    }
    this.journal = started.journal;
    this.#compareAgain = () => started.compareAgain();
    this.started = true;
    profile.changed = true;
    this.#world.note(this, `started${started.restored > 0 ? `, ${started.restored} back from the journal` : ''}${started.journal === null ? ', no journal' : ''}`);
    if (started.restored > 0) this.#world.happened('journal-restored');
    this.#elect();
  }

  async #openJournal(): Promise<StartedJournal | null> {
    const { profile, process } = this;
    const parts = {
      work: this.#world.device.wrapWork(this.#keptWork(), this),
      userId: profile.person.userId,
      seal: fakeLineSeal(profile.deviceId, profile.person.userId, profile.secret),
      files: profile.journals.filesFor(process, this.turn),
    };
    return startJournal(parts).catch((error: unknown) => {
      if (error instanceof DatabaseUnusable) return null;
      throw error;
    });
  }

  /** As the product's worker does it [WIN1] [WIN2]. */
  #elect(): void {
    const { schedule } = this.#world;
    const { profile, process } = this;
    const timer: Timer = { wait: (delayMs, done) => schedule.after(delayMs, done, process) };
    const lock = profile.laptop.lockOf(profile.person.userId);
    const election = electLeader({
      timer,
      sayAlive: () => this.#say((window) => window.#heardAlive()),
      lock: (steal, lead, lost) => {
        const request = { process, lead: () => schedule.after(0, lead, process), lost: () => schedule.after(0, lost, process) };
        if (lock.holder === null || steal) {
          lock.holder?.lost();
          lock.holder = request;
          request.lead();
        } else lock.waiting.push(request);
      },
      lead: () => {
        this.#world.note(this, 'leads');
        this.#engine = this.#startEngine(timer);
      },
      follow: () => {
        this.#world.note(this, 'follows');
        this.#world.happened('leader-lost');
        this.#engine?.stop();
        this.#engine = null;
      },
    });
    this.#heardAlive = () => election.heardAlive();
  }

  #startEngine(timer: Timer): SyncEngine {
    const { device, network, randomness } = this.#world.partsFor(this);
    const { deviceId, person, secret, laptop } = this.profile;
    const fetcher = createProvenFetch({ fetcher: network.fetchOf(laptop, this.process), identity: { deviceId, userId: person.userId }, publicKey: '', sign: signerWith(secret) });
    const plain = createFetchTransport(person.userId, fetcher, network.timeLimitOf(this.process));
    const heard = <Result extends { readonly ok: boolean }>(result: Result): Result => {
      if (result.ok) this.profile.goodSinceMs ??= this.#world.schedule.nowMs;
      return result;
    };
    const transport: Transport = { push: async (batch, epoch) => heard(await plain.push(batch, epoch)), pull: async (request) => heard(await plain.pull(request)) };
    return startSyncEngine({
      store: device.wrapStore(createMemoryDeviceStore(this.profile.disk, this.turn), this),
      transport: device.wrapTransport(transport, this),
      clock: { nowMs: this.nowMs },
      randomness,
      timer,
      report: (report) => {
        this.lastReport = report;
        // Every window hears it.
        if (report.phase === 'idle') {
          void this.#offerAgain();
          this.#say((window) => void window.#offerAgain());
        }
        if (report.phase === 'waiting') this.#world.happened(`problem-${report.problem.kind}`);
      },
      fault: (error) => {
        if (!(error instanceof DiskFull)) this.#world.violate('unexpected error', `in the loop of ${this.process.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      },
    });
  }

  /** After every pull: a server that was restored is offered again what it settled since its backup [JRN10]. */
  async #offerAgain(): Promise<void> {
    const { epoch } = this.profile.disk.state.position;
    const offered = await this.#compareAgain().catch(() => null);
    if (offered === null) return;
    this.comparedIn = epoch;
    if (offered === 0) return;
    this.#world.note(this, `offers ${offered} again to a server that was restored`);
    this.#world.happened('offered-to-restored');
    this.wake();
  }

  #keptWork(): KeptWork {
    const { disk } = this.profile;
    return {
      read: async () => {
        await this.turn();
        const { outbox, receipts, position } = disk.state;
        const kept = inOrder({ ...disk.state, outbox }).map(({ operation, keptAtMs }) => ({ operation, keptAtMs }));
        return { kept, receipts, server: position.epoch === null ? null : { epoch: position.epoch, backedUpThrough: position.backedUpThrough, timeMs: position.serverTimeMs } };
      },
      epochs: async () => {
        await this.turn();
        return { server: disk.state.position.epoch, compared: disk.state.position.journalEpoch, behind: [] };
      },
      notePlace: () => Promise.resolve(),
      noteDoubts: () => Promise.resolve(),
      noteWithdrawn: () => Promise.resolve(),
      noteCompared: async (epoch) => {
        await this.turn();
        const { position } = disk.state;
        if (position.epoch === epoch && position.journalEpoch !== epoch) disk.commit({ ...disk.state, position: { ...position, journalEpoch: epoch } }, 'strict');
      },
      putBack: async (lost, changed) => {
        await this.turn();
        const outbox = new Map(disk.state.outbox);
        let order = inOrder(disk.state).at(-1)?.order ?? 0;
        let orderBefore = (inOrder(disk.state).at(0)?.order ?? 0) - lost.length - 1;
        for (const { operation, keptAtMs, given } of lost) {
          if (outbox.has(operation.opId)) continue;
          const isSettledBefore = given.length > 0;
          if (isSettledBefore) orderBefore += 1;
          else order += 1;
          outbox.set(operation.opId, { order: isSettledBefore ? orderBefore : order, state: 'waiting', operation, keptAtMs, outcome: null, ...(isSettledBefore ? { given } : {}) });
        }
        for (const operation of changed) {
          const there = outbox.get(operation.opId);
          if (there?.state === 'waiting' || there?.state === 'received') outbox.set(operation.opId, { ...there, operation });
        }
        disk.commit({ ...disk.state, outbox }, 'strict');
      },
    };
  }

  /** The channel between the windows of one person. */
  #say(what: (window: DeskWindow) => void): void {
    for (const window of this.profile.laptop.windows) {
      if (window !== this && window.profile === this.profile) this.#world.schedule.after(1, () => what(window), window.process);
    }
  }
}
