/**
 * Divides whole units (minutes, metres) over people so that the shares add up exactly: everyone gets the whole part, and
 * the first of them one more until the remainder is gone. 100 minutes for three are 34, 33 and 33.
 * @param whole [units], a whole number from 0 @param people [count], at least 1 @returns one share per person, in their order
 * @throws RangeError for anything else @source DOMAIN "Placement, coaching, nazorg": a group of 6 in 120 minutes has 20 each
 */
export function divideEvenly(whole: number, people: number): readonly number[] {
  if (!Number.isInteger(whole) || whole < 0 || !Number.isInteger(people) || people < 1) throw new RangeError(`divideEvenly: ${whole} over ${people}`);
  const share = Math.floor(whole / people);
  const remainder = whole - share * people;
  return Array.from({ length: people }, (_, position) => share + (position < remainder ? 1 : 0));
}

/**
 * The shares when a person set some of them by hand: what is left is divided over the others.
 * @param fixed per person the share that was set, or null @returns null when the fixed shares do not fit in the whole:
 *   more than there is, or all of them set and together something else
 */
export function divideRest(whole: number, fixed: readonly (number | null)[]): readonly number[] | null {
  const free = fixed.filter((share) => share === null).length;
  const rest = whole - fixed.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  if (rest < 0 || (free === 0 && rest !== 0)) return null;
  const shares = free === 0 ? [] : divideEvenly(rest, free);
  let next = 0;
  return fixed.map((share) => share ?? shares[next++] ?? 0);
}
