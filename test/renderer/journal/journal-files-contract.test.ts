import { describe, it } from 'vitest';
import { journalFilesCases, type JournalDesk } from '../../contract/journal-files.contract.ts';
import { JournalSlots } from '../../simulation/world/journal-slots.ts';
import { Process } from '../../simulation/world/schedule.ts';

function simulatedDesk(): JournalDesk {
  const laptop = new Map<string, JournalSlots>();
  const slotsOf = (person: string): JournalSlots => {
    const slots = laptop.get(person) ?? new JournalSlots();
    laptop.set(person, slots);
    return slots;
  };
  return {
    persons: ['one', 'two'],
    window() {
      const process = new Process('a window');
      return { claim: (person) => slotsOf(person).filesFor(process, () => Promise.resolve()).claim(person) };
    },
  };
}

/** The browser's own, with its locks, is held to the same in test/e2e/contract.e2e.ts. */
describe('the places of the second journal, as the simulation has them', () => {
  it.each(journalFilesCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    await each.run(simulatedDesk());
  });
});
