/**
 * One thing wrong with what was entered. `code` names a sentence in `sentences/nl.json` and `en.json`,
 * so that the screen and the server say the same words.
 */
export interface Violation {
  /** Where: group first, then the path inside it, e.g. ['tasks', 'hoofdtaken', 1, 'aandeel']. */
  readonly path: readonly (string | number)[];
  readonly code: string;
  /** What the sentence needs to be concrete, e.g. { sum: '95' }. Never a person's data. */
  readonly params?: Readonly<Record<string, string | number>>;
}
