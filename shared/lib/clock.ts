/** Wall-clock time of this device, which may be wrong by years: it is shown, never used for ordering. */
export interface Clock {
  /** @returns milliseconds since 1970-01-01T00:00Z */
  nowMs(): number;
}
