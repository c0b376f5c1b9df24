import { digestText, rowDigest } from '#shared/sync/digest.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Tally } from './user-database.ts';

export const emptyTally: Tally = { rows: 0, xor: '0000000000000000' };

const hex = (xor: bigint) => xor.toString(16).padStart(16, '0');
const number = (tally: Tally) => BigInt(`0x${tally.xor}`);

export function tallyOf(records: readonly StoredRecord[]): Tally {
  let xor = 0n;
  for (const record of records) xor ^= rowDigest(record.recordId, record.n);
  return { rows: records.length, xor: hex(xor) };
}

/** The whole with one part taken out and another put in. */
export function replaceTally(whole: Tally, out: Tally, into: Tally): Tally {
  return { rows: whole.rows - out.rows + into.rows, xor: hex(number(whole) ^ number(out) ^ number(into)) };
}

/** @returns as the server writes its digest [DIG1] */
export const tallyText = (tally: Tally) => digestText(tally.rows, number(tally));
