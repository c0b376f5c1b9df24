/** Work between two looks at whether the person did something: two of these and a drawing still make one frame of 30 in a second [ms]. */
const longestMs = 12;

/** Long work that shares this thread with keys and drawing: it looks often whether its slice is over, and then rests. */
export interface Slices {
  isOver(): boolean;
  /** Keys that were pressed and frames that are due come first; then the next slice begins. */
  rest(): Promise<void>;
}

export function beginSlices(): Slices {
  let beganMs = performance.now();
  return {
    isOver: () => performance.now() - beganMs >= longestMs,
    async rest() {
      await new Promise((resolve) => setTimeout(resolve));
      beganMs = performance.now();
    },
  };
}
