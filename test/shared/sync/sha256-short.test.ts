import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { rowDigest } from '#shared/sync/digest.ts';
import { sha256OfShort } from '#shared/sync/sha256-short.ts';

function first64BitsOf(text: string): bigint {
  const hash = sha256(utf8ToBytes(text));
  return new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
}

describe('the short hash of the digest', () => {
  it('is the SHA-256 of the standard: "abc", and nothing at all', () => {
    expect(sha256OfShort('abc')).toBe(0xba7816bf_8f01cfean);
    expect(sha256OfShort('')).toBe(0xe3b0c442_98fc1c14n);
  });

  it('[DIG1] says of every short text what a hash of any length says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 55 }), (text) => {
        expect(sha256OfShort(text)).toBe(first64BitsOf(text));
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it('leaves what is longer than a block, or no ASCII, to the hash of any length', () => {
    expect([sha256OfShort('a'.repeat(55)), sha256OfShort('a'.repeat(56)), sha256OfShort('é')]).toEqual([first64BitsOf('a'.repeat(55)), null, null]);
    for (const recordId of ['a'.repeat(80), 'dossier-é']) expect(rowDigest(recordId as RecordId, 12)).toBe(first64BitsOf(`${recordId}:12`));
  });
});
