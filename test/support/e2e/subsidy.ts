/**
 * Loonkostensubsidie for an adult with a new contract, by hand: the formula of Participatiewet article 10d in whole
 * numbers, with the published reference months. Beside the product's own computation, not made of it.
 * @returns [cents], or null when no minimum wage of that day is known here
 */
export function subsidyCents(input: { readonly loonwaarde: number; readonly contractHours: number; readonly fullTimeHours: number; readonly contractBeganOn: string }): { readonly lks: number; readonly total: number } | null {
  const { loonwaarde, contractHours, fullTimeHours, contractBeganOn } = input;
  const wage = referenceMonths.filter(({ from }) => from <= contractBeganOn).at(-1);
  if (wage === undefined || contractBeganOn >= nothingKnownFrom) return null;
  const percentage = Math.min(100 - loonwaarde, 70);
  const hours = Math.min(contractHours, fullTimeHours);
  // cents x 108/100 x percentage/100 x hours/36; with 23.5 % on top x 1235/1000.
  const top = BigInt(wage.cents) * 108n * BigInt(percentage) * BigInt(Math.round(hours * 4));
  const below = 100n * 100n * 36n * 4n;
  return { lks: halfUp(top, below), total: halfUp(top * 1_235n, below * 1_000n) };
}

const referenceMonths = [
  { from: '2026-01-01', cents: 229_440 },
  { from: '2026-07-01', cents: 233_700 },
] as const;
const nothingKnownFrom = '2027-01-01';

const halfUp = (top: bigint, below: bigint): number => Number((2n * top + below) / (2n * below));

/** As it stands on paper: € 1.060,01. */
export const dutchCents = (cents: number): string => `€ ${String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '.')},${String(cents % 100).padStart(2, '0')}`;
