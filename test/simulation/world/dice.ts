import type { Randomness } from '#shared/lib/random.ts';

/**
 * All chance of one run, from its seed. Every part of the world gets a stream of its own, so that a draw in one place
 * does not shift the draws of another.
 * @source sfc32 (Chris Doty-Humphrey, PractRand), seeded by splitmix32
 */
export class Dice implements Randomness {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
    let state = seed | 0;
    const mix = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = state ^ (state >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.#a = mix();
    this.#b = mix();
    this.#c = mix();
    for (let warm = 0; warm < 8; warm += 1) this.#next();
  }

  /** A stream of its own for one part of the world. */
  stream(name: string): Dice {
    let hash = this.#seed ^ 0x811c9dc5;
    for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
    return new Dice(hash);
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  fraction(): number {
    return this.#next() / 4_294_967_296;
  }

  /** @returns a whole number, 0 to most - 1 */
  below(most: number): number {
    return Math.floor(this.fraction() * most);
  }

  /** @returns a whole number, both ends included */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  uuid(): string {
    const hex = [this.#next(), this.#next(), this.#next(), this.#next()].map((word) => word.toString(16).padStart(8, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
