import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { foldPendingRecords } from '#renderer/data/queries/fold-dossier.ts';
import type { DeskWindow } from './desk-window.ts';
import type { Dice } from './dice.ts';
import { inOrder } from './memory-device-store.ts';
import { anna, bram, candidatePayload, mainRecordOf, noteOf, placementFacts, visitPayload, type GroupValue, type Payload } from './people.ts';
import type { World } from './world.ts';

const habitNames = ['visit', 'status', 'contact', 'dates', 'team', 'move', 'candidate', 'placement'] as const;
type Habit = (typeof habitNames)[number];

/** What people do all day, on what they see. A save of something that is not valid is an ordinary Tuesday. */
export class Workload {
  readonly #world: World;
  readonly #dice: Dice;
  /** What a consultant does in this run, each as often as it weighs: every run has habits of its own. */
  readonly #habits: readonly Habit[];
  readonly #visitsOfCoach: number;
  /** Everybody works on the same few files. */
  readonly #crowded: boolean;
  #marks = 0;
  #made = 0;

  constructor(world: World) {
    this.#world = world;
    this.#dice = world.dice.stream('workload');
    const dice = this.#dice;
    const habits = habitNames.flatMap((name) => Array.from({ length: dice.pick([0, 1, 1, 2, 5]) }, () => name));
    // Some regions do little else than give files to each other.
    if (dice.chance(0.2)) habits.push(...Array.from({ length: 12 }, () => dice.pick(['team', 'team', 'move'] as const)));
    // And some do one thing, all day.
    this.#habits = dice.chance(0.2) || habits.length === 0 ? [dice.pick(habitNames)] : habits;
    this.#visitsOfCoach = dice.pick([0.2, 0.55, 0.9]);
    this.#crowded = dice.chance(0.4);
  }

  /** Something that this person does now. */
  act(window: DeskWindow): void {
    if (!window.started || window.process.frozen) return;
    const dice = this.#dice;
    if (dice.chance(0.08)) return window.wake();
    if (dice.chance(0.15) && this.#offerAgain(window)) return;
    switch (window.profile.person.role) {
      case 'jobcoach':
        return dice.chance(this.#visitsOfCoach) ? this.#visit(window) : this.#changeNote(window);
      case 'consultant':
        return this.#doAs(dice.pick(this.#habits), window);
      case 'loonwaarde-expert':
      case 'manager':
      case 'administrator':
        return window.wake();
    }
  }

  /** A consultant takes somebody in. */
  take(window: DeskWindow): void {
    if (window.started && !window.process.frozen && window.profile.person.role === 'consultant') this.#newCandidate(window);
  }

  /** A consultant gives files to another jobcoach or municipality. */
  giveAway(window: DeskWindow): void {
    if (!window.started || window.process.frozen || window.profile.person.role !== 'consultant') return;
    if (this.#dice.chance(0.7)) this.#changeTeam(window);
    else this.#move(window);
  }

  #doAs(habit: Habit, window: DeskWindow): void {
    switch (habit) {
      case 'visit':
        return this.#visit(window);
      case 'status':
        return this.#changeStatus(window);
      case 'contact':
        return this.#changeContact(window);
      case 'dates':
        return this.#changeDates(window);
      case 'team':
        return this.#changeTeam(window);
      case 'move':
        return this.#move(window);
      case 'candidate':
        return this.#newCandidate(window);
      case 'placement':
        return this.#placement(window);
    }
  }

  #visit(window: DeskWindow): void {
    const dossierId = this.#someDossier(window);
    if (dossierId !== undefined) this.#keep(window, 'visit', dossierId, this.#newId('visit'), visitPayload(this.#mark(), window.profile.person.userId));
  }

  #changeNote(window: DeskWindow): void {
    const own = this.#shown(window).filter((record) => record.kind === 'visit' && record.createdBy === window.profile.person.userId);
    if (own.length === 0) return this.#visit(window);
    const record = this.#dice.pick(own);
    this.#keep(window, 'visit', record.dossierId, record.recordId, { note: noteOf(this.#mark()) });
    // And once more, before anything was sent.
    if (this.#dice.chance(0.3)) this.#keep(window, 'visit', record.dossierId, record.recordId, { note: noteOf(this.#mark()) });
  }

  #changeStatus(window: DeskWindow): void {
    this.#changeCandidate(window, 'status', (status) => ({ ...status, selfReliance: this.#dice.between(1, 5) }));
  }

  #changeContact(window: DeskWindow): void {
    this.#changeCandidate(window, 'contact', (contact) => ({ ...contact, phone: this.#mark() }));
  }

  /** Two groups, each right by itself, that make a wrong whole when two people change one each. */
  #changeDates(window: DeskWindow): void {
    if (this.#dice.chance(0.5)) this.#changeCandidate(window, 'identity', (identity) => ({ ...identity, birthDate: this.#dice.pick(['1990-05-17', '2001-02-03']) }));
    else this.#changeCandidate(window, 'registration', (registration) => ({ ...registration, registeredOn: this.#dice.pick(['2026-01-12', '1995-01-01']) }));
  }

  #changeTeam(window: DeskWindow): void {
    this.#changeCandidate(window, 'team', (team) => ({ ...team, jobcoach: this.#dice.pick([anna.userId, bram.userId, null]) }));
  }

  #move(window: DeskWindow): void {
    this.#changeCandidate(window, 'registration', (registration) => ({ ...registration, municipality: this.#dice.pick(window.profile.person.municipalities) }));
  }

  #newCandidate(window: DeskWindow): void {
    const dossierId = this.#newId('dossier') as unknown as DossierId;
    const { municipalities } = window.profile.person;
    this.#keep(window, 'candidate', dossierId, mainRecordOf(dossierId), candidatePayload(this.#mark(), this.#dice.pick(municipalities), this.#dice.pick([anna.userId, bram.userId])));
  }

  #placement(window: DeskWindow): void {
    const known = this.#shown(window).filter((record) => record.kind === 'placement');
    if (known.length > 0 && this.#dice.chance(0.6)) {
      const record = this.#dice.pick(known);
      return this.#keep(window, 'placement', record.dossierId, record.recordId, { facts: placementFacts(this.#mark()) });
    }
    const dossierId = this.#someDossier(window);
    if (dossierId !== undefined) this.#keep(window, 'placement', dossierId, this.#newId('placement'), { facts: placementFacts(this.#mark()) });
  }

  /** A person looks at the list of what is not sent, and offers something again, or hands it over. */
  #offerAgain(window: DeskWindow): boolean {
    const refused = inOrder(window.profile.disk.state).filter((entry) => entry.state === 'refused');
    if (refused.length === 0) return false;
    const { operation } = this.#dice.pick(refused);
    // By its id, not by the dice: stories that were found before stay what they were.
    if (/^[0-4]/.test(operation.opId)) {
      this.#world.happened('asked-to-hand-over');
      void window.handOver(operation.opId);
      return true;
    }
    this.#world.happened('offered-again');
    this.#keep(window, operation.record.kind, operation.record.dossierId, operation.record.recordId, operation.payload, operation.opId);
    return true;
  }

  #changeCandidate(window: DeskWindow, group: string, change: (value: GroupValue) => GroupValue): void {
    const known = this.#shown(window).filter((record) => record.kind === 'candidate' && record.groups[group] !== undefined);
    if (known.length === 0) return;
    const record = this.#someOf(known, (each) => each.recordId);
    const value = record.groups[group]?.data as GroupValue;
    this.#keep(window, 'candidate', record.dossierId, record.recordId, { [group]: change(value) as JsonValue });
  }

  #keep(window: DeskWindow, kind: Kind, dossierId: DossierId, recordId: RecordId, payload: Payload, replaces: OpId | null = null): void {
    void window.keep({ record: { dossierId, recordId, kind }, payload }, replaces).then(
      (answer) => {
        if (answer.kind !== 'kept') this.#world.happened(`not-kept-${answer.kind}`);
      },
      (error: unknown) => this.#world.violate('unexpected error', `while keeping: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
  }

  #shown(window: DeskWindow): readonly StoredRecord[] {
    const { state } = window.profile.disk;
    const ours = inOrder(state);
    return [...state.dossiers].flatMap(([dossierId, { records }]) => {
      const pending = ours.filter((entry) => entry.operation.record.dossierId === dossierId);
      return pending.length === 0 ? records : foldPendingRecords(records, pending);
    });
  }

  #someDossier(window: DeskWindow): DossierId | undefined {
    const known = [...window.profile.disk.state.dossiers.keys()];
    return known.length === 0 ? undefined : this.#someOf(known, (dossierId) => dossierId);
  }

  #someOf<Value>(known: readonly Value[], nameOf: (value: Value) => string): Value {
    if (!this.#crowded || !this.#dice.chance(0.85)) return this.#dice.pick(known);
    return known.reduce((first, each) => (nameOf(each) < nameOf(first) ? each : first));
  }

  #mark(): string {
    this.#marks += 1;
    return `mark ${this.#marks}`;
  }

  #newId(what: string): RecordId {
    this.#made += 1;
    return `${what}-new-${this.#made}` as RecordId;
  }
}
