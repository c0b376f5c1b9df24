import { createHash } from 'node:crypto';
import type { Randomness } from '#shared/lib/random.ts';

/** Randomness that replays: the same seed and label always give the same values, whatever other streams were asked. */
export interface RandomStream extends Randomness {
  /** @returns a whole number, `from` and `to` included */
  whole(from: number, to: number): number;
  /** @param probability 0..1 */
  chance(probability: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item;
  /** @param choices pairs of an item and its weight; weights need not add up to anything */
  weighted<Item>(choices: readonly (readonly [item: Item, weight: number])[]): Item;
  /** @returns a new list in another order */
  shuffled<Item>(items: readonly Item[]): readonly Item[];
}

/**
 * One stream per thing that is made ("candidate 17"), so that a larger region holds the smaller one unchanged.
 * @source xoshiro128** 1.1 by Blackman and Vigna (prng.di.unimi.it), its state taken from SHA-256 over seed and label
 */
export function randomStream(seed: string, label: string): RandomStream {
  const digest = createHash('sha256').update(`${seed}\n${label}`).digest();
  const state = Uint32Array.from([0, 4, 8, 12], (offset) => digest.readUInt32LE(offset));

  const next = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const mixedC = c ^ a;
    const mixedD = d ^ b;
    state[1] = b ^ mixedC;
    state[0] = a ^ mixedD;
    state[2] = mixedC ^ (b << 9);
    state[3] = rotate(mixedD, 11);
    return result;
  };
  const fraction = (): number => next() / 0x1_0000_0000;
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));

  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick: (items) => itemAt(items, whole(0, items.length - 1)),
    weighted: (choices) => {
      let left = fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const found = choices.find(([, weight]) => (left -= weight) < 0);
      return (found ?? itemAt(choices, choices.length - 1))[0];
    },
    shuffled: (items) => {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [order[last], order[other]] = [itemAt(order, other), itemAt(order, last)];
      }
      return order;
    },
    uuid: () => {
      const bytes = Buffer.alloc(16);
      for (const offset of [0, 4, 8, 12]) bytes.writeUInt32BE(next(), offset);
      bytes[6] = (bytes[6] ?? 0) & 0x0f | 0x40;
      bytes[8] = (bytes[8] ?? 0) & 0x3f | 0x80;
      const hex = bytes.toString('hex');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    },
  };
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new RangeError(`a choice from ${items.length} items has no place ${index}`);
  return items[index] as Item;
}
