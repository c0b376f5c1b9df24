/** What happened in one run, as a hash always and as lines when somebody wants to read them [I8]. */
export class Trace {
  readonly lines: string[] | null;
  #high = 0xdeadbeef | 0;
  #low = 0x41c6ce57 | 0;

  constructor(keepLines: boolean) {
    this.lines = keepLines ? [] : null;
  }

  note(atMs: number, text: string): void {
    this.#mix(atMs / 65_536);
    this.#mix(atMs);
    for (let at = 0; at < text.length; at += 1) this.#mix(text.charCodeAt(at));
    this.lines?.push(`${(atMs / 1_000).toFixed(3).padStart(12)}  ${text}`);
  }

  hash(): string {
    return [this.#high, this.#low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #mix(word: number): void {
    this.#high = Math.imul(this.#high ^ word, 0x9e3779b1) ^ (this.#high >>> 15);
    this.#low = Math.imul(this.#low ^ word, 0x5f356495) ^ (this.#low >>> 13);
  }
}
