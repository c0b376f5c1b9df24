import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a signed challenge counts, by the server's clock [ms]: a device that polls always holds a younger one. */
export const challengeLivesMs = 120_000;

/** When it was made, and that we made it for this session: nothing needs to be remembered. */
export function makeChallenge(key: Uint8Array, nowMs: number): string {
  const madeAt = nowMs.toString(36);
  return `${madeAt}.${seal(key, madeAt).toString('base64url')}`;
}

/** @returns whether it was made for this session, and lately. After a clock that jumped it is not: the next one is */
export function isLivingChallenge(key: Uint8Array, challenge: string, nowMs: number): boolean {
  const [madeAt = '', mac = ''] = challenge.split('.');
  const given = Buffer.from(mac, 'base64url');
  const expected = seal(key, madeAt);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const ageMs = nowMs - Number.parseInt(madeAt, 36);
  return ageMs >= 0 && ageMs <= challengeLivesMs;
}

const seal = (key: Uint8Array, madeAt: string): Buffer => createHmac('sha256', key).update(madeAt).digest();
