import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordId } from '../domain/ids.ts';
import { sha256OfShort } from './sha256-short.ts';

/** What one row adds to a digest: 64 bits of SHA-256 over its id and its n. XOR of rows is the digest of a set [DIG1]. */
export function rowDigest(recordId: RecordId, n: number): bigint {
  const text = `${recordId}:${n}`;
  const short = sha256OfShort(text);
  if (short !== null) return short;
  const hash = sha256(utf8ToBytes(text));
  return new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
}

/** @returns the digest as both sides write it: the number of rows and the XOR, e.g. "204-00f3…" */
export function digestText(rows: number, xor: bigint): string {
  return `${rows}-${BigInt.asUintN(64, xor).toString(16).padStart(16, '0')}`;
}
