/** Of FIPS 180-4, section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = Uint32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
  0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
  0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
  0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
  0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);

/** What fits into one block beside the mark and the length [bytes]. */
const longest = 55;

// Used again for every hash: a device counts one per row, and what is made per row is most of the time.
const words = new Int32Array(64);

/**
 * SHA-256 of a text of one block, for the digest [DIG1]: a third of the time of a hash for any length, and a first sync takes
 * twenty thousand.
 * @returns the first 64 bits; null for a text that is not short ASCII, which is for a hash of any length
 */
export function sha256OfShort(text: string): bigint | null {
  const { length } = text;
  if (length > longest) return null;
  words.fill(0, 0, 16);
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return null;
    words[at >> 2] = (words[at >> 2] ?? 0) | (code << (24 - 8 * (at & 3)));
  }
  words[length >> 2] = (words[length >> 2] ?? 0) | (0x80 << (24 - 8 * (length & 3)));
  words[15] = 8 * length;
  for (let at = 16; at < 64; at += 1) {
    const near = words[at - 2] ?? 0;
    const far = words[at - 15] ?? 0;
    const nearSum = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    const farSum = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    words[at] = (nearSum + (words[at - 7] ?? 0) + farSum + (words[at - 16] ?? 0)) | 0;
  }
  let [a, b, c, d, e, f, g, h] = [0x6a09e667, 0xbb67ae85 | 0, 0x3c6ef372, 0xa54ff53a | 0, 0x510e527f, 0x9b05688c | 0, 0x1f83d9ab, 0x5be0cd19];
  for (let at = 0; at < 64; at += 1) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (roundConstants[at] ?? 0) + (words[at] ?? 0)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  return (BigInt((a + 0x6a09e667) >>> 0) << 32n) | BigInt((b + 0xbb67ae85) >>> 0);
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));
