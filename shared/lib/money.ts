import type { Brand } from './brand.ts';
import { formatDecimalHalfUp, parseDecimal } from './percentage.ts';
import type { DecimalInput, DecimalOutcome } from './percentage.ts';
import type { Rational } from './rational.ts';

/** An amount as it is shown and stored, in euros with two decimals and a point: "1060.01". Never calculate with it. */
export type Euros = Brand<string, 'Euros'>;

const EUROS = /^-?(0|[1-9]\d*)\.\d{2}$/;

export const isEuros = (text: string): text is Euros => EUROS.test(text);

/** Euros with at most two decimals ("1501.80", 1501.8), exact. @throws never */
export const parseEuros = (input: DecimalInput): DecimalOutcome => parseDecimal(input, 2);

/** To whole cents, half up. Only for display and storage of a result; sums are made of unrounded values. */
export const toEuros = (exact: Rational): Euros => {
  const text = formatDecimalHalfUp(exact, 2);
  if (!isEuros(text)) throw new RangeError(`toEuros: ${text}`);
  return text;
};

/** @returns cents of an amount [cents] */
export const centsOf = (amount: Euros): bigint => BigInt(amount.replace('.', ''));

/** "1060.01" -> "€ 1.060,01" in Dutch, "€1,060.01" in English; without Intl, so that a signed report never changes. */
export const formatEuros = (amount: Euros, language: 'nl' | 'en'): string => {
  const negative = amount.startsWith('-');
  const [whole = '0', cents = '00'] = (negative ? amount.slice(1) : amount).split('.');
  const [group, point, prefix] = language === 'nl' ? ['.', ',', '€\u00a0'] : [',', '.', '€'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${negative ? '-' : ''}${prefix}${grouped}${point}${cents}`;
};
