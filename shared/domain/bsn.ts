import { z } from 'zod';
import type { Brand } from '../lib/brand.ts';

export type Bsn = Brand<string, 'Bsn'>;

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * The elfproef for a burgerservicenummer: nine ASCII digits, weighted sum divisible by 11, not all zero.
 * Nothing is corrected silently: full-width digits, spaces or a letter O are simply not a BSN.
 * @source DOMAIN "What must not be"; Wet algemene bepalingen burgerservicenummer
 */
export function isBsn(text: string): text is Bsn {
  if (!/^[0-9]{9}$/.test(text) || /^0+$/.test(text)) return false;
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight * Number(text[index]);
  return sum % 11 === 0;
}

/** Shown anywhere: only the last three digits. Revealing the whole number is logged where it happens. */
export function maskBsn(bsn: string): string {
  return `••••••${bsn.slice(-3)}`;
}

export const bsnSchema = z
  .string()
  .regex(/^[0-9]{9}$/, 'bsn.nineDigits')
  .refine(isBsn, 'bsn.elfproef')
  .transform((text) => text as Bsn);
