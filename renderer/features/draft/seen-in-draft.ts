import type { FormValues } from '#shared/forms/form-definition.ts';

/** Where a draft notes what stood on the screen when it was begun. */
export const seenKey = '$seen';

/**
 * What the person saw when they began: of this drawing, or of the one that the draft was begun in. A draft that is taken up
 * again later must not stand for having seen what a colleague wrote meanwhile. What is not readable counts as seen now.
 */
export function seenIn<Seen extends object>(draft: FormValues | undefined, now: Seen): Seen {
  const stored = draft?.[seenKey];
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Seen) : now;
}
