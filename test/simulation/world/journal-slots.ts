import type { JournalFile } from '#shared/sync/journal/journal-port.ts';
import type { JournalFiles } from '#renderer/data/journal/journal-files.ts';
import type { Dice } from './dice.ts';
import { DiskFull } from './disk.ts';
import type { Process } from './schedule.ts';

/** One file: what is on the disk, and who has it open. */
class Slot {
  text = '';
  holder: Process | null = null;
  /** Under way to the disk; a stop now leaves a part of it. */
  writing = '';
}

/** The journal files of one person on one laptop, outside the database. */
export class JournalSlots {
  readonly #slots = Array.from({ length: 4 }, () => new Slot());
  full = false;
  /** A window that starts takes every place for a moment; the others wait for it. */
  #starting: Process | null = null;
  #waiting: { readonly process: Process; readonly go: () => void }[] = [];
  /** Told after every change of what is on the disk. */
  onChange: () => void = () => undefined;

  /** As the product's slots with Web Locks: a slot whose window is gone is nobody's. */
  filesFor(process: Process, turn: () => Promise<void>): JournalFiles {
    return {
      claim: async () => {
        await turn();
        if (this.#starting !== null) await new Promise<void>((go) => this.#waiting.push({ process, go }));
        // Its turn came in the moment in which it was killed.
        if (!process.alive) await new Promise(() => undefined);
        this.#starting = process;
        const free = this.#slots.filter((slot) => slot.holder === null);
        const [own, ...abandoned] = free;
        if (own === undefined) {
          this.#endStart(process);
          throw new Error('journal: every slot is taken');
        }
        for (const slot of free) slot.holder = process;
        const letGo = (slots: readonly Slot[]) => slots.forEach((slot) => (slot.holder = slot.holder === process ? null : slot.holder));
        return {
          own: this.#fileOf(own, turn),
          abandoned: abandoned.map((slot) => this.#fileOf(slot, turn)),
          releaseAbandoned: () => {
            letGo(abandoned);
            this.#endStart(process);
          },
          release: () => {
            letGo(free);
            this.#endStart(process);
          },
        };
      },
    };
  }

  #fileOf(slot: Slot, turn: () => Promise<void>): JournalFile {
    return {
      read: async () => {
        await turn();
        return slot.text;
      },
      append: async (text) => {
        slot.writing = text;
        await turn();
        slot.writing = '';
        slot.text += this.full ? text.slice(0, text.length >> 1) : text;
        this.onChange();
        if (this.full) throw new DiskFull('journal');
      },
      replace: async (text) => {
        await turn();
        if (this.full) throw new DiskFull('journal');
        slot.text = text;
        this.onChange();
      },
    };
  }

  #endStart(process: Process): void {
    if (this.#starting !== process) return;
    this.#starting = null;
    const next = this.#waiting.find((each) => each.process.alive);
    this.#waiting = this.#waiting.filter((each) => each.process.alive && each !== next);
    if (next === undefined) return;
    this.#starting = next.process;
    next.go();
  }

  /** The window is gone: what it was writing is there in part, and its slots are nobody's. */
  letGoOf(process: Process, dice: Dice): void {
    for (const slot of this.#slots) {
      if (slot.holder !== process) continue;
      slot.holder = null;
      if (slot.writing !== '' && dice.chance(0.5)) slot.text += slot.writing.slice(0, dice.below(slot.writing.length + 1));
      slot.writing = '';
    }
    this.#endStart(process);
    this.onChange();
  }

  /** Somebody deletes the files. */
  clear(): void {
    for (const slot of this.#slots) slot.text = '';
    this.onChange();
  }

  /** @returns whether any file has a whole line of this operation */
  holds(opId: string): boolean {
    return this.#slots.some(({ text }) => {
      const at = text.indexOf(`"opId":"${opId}"`);
      return at >= 0 && text.indexOf('\n', at) >= 0;
    });
  }

  texts(): readonly string[] {
    return this.#slots.map((slot) => slot.text);
  }

  /** An old backup of the files is put back. */
  restore(texts: readonly string[]): void {
    for (const [index, slot] of this.#slots.entries()) slot.text = texts[index] ?? '';
    this.onChange();
  }
}
