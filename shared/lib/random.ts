/** Randomness as an argument: real in the product, seeded in a simulation. */
export interface Randomness {
  /** @returns a random UUID version 4 (122 random bits), lower case */
  uuid(): string;
  /** @returns a number in [0, 1) */
  fraction(): number;
}
