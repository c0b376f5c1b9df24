/** In a plain window a passphrase is all there is between a stolen laptop and the files: it must not be guessable offline. */
const shortestPassphrase = 12;

export function isStrongEnough(passphrase: string): boolean {
  const letters = Array.from(passphrase.normalize('NFC'));
  return letters.length >= shortestPassphrase && new Set(letters).size >= 6;
}

/** After so many wrong ones in a row the person signs in at the server before the next [count]. */
export const mostFailures = 10;

/**
 * How long to wait after wrong passphrases: nothing for the first three, then doubling from 5 s up to 15 minutes.
 * @param failures wrong ones in a row [count]
 * @returns wait [ms]
 */
export function waitAfterFailuresMs(failures: number): number {
  return failures < 3 ? 0 : Math.min(15 * 60_000, 5_000 * 2 ** (failures - 3));
}
