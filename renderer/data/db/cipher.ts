/** A stored value: one format byte, a nonce of 12 bytes, then AES-256-GCM ciphertext with its tag. */
export type Box = Uint8Array<ArrayBuffer>;

const formatByte = 1;
const nonceBytes = 12;

/** What turns values into boxes and back. Implemented by WebCrypto; the key never leaves memory. */
export interface Cipher {
  /** @param place table and id: a box moved to another row does not open. */
  seal(place: string, value: unknown): Promise<Box>;
  /** @throws Error when the box was damaged, moved, or sealed with another key */
  open(place: string, box: Box): Promise<unknown>;
}

/**
 * The nonce is random: 2^32 boxes under one key keep the chance of a repeat below 2^-32 (NIST SP 800-38D 8.3),
 * which is two hundred years of ten thousand boxes a day.
 */
export function createCipher(dataKey: CryptoKey): Cipher {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    async seal(place, value) {
      const box = new Uint8Array(new ArrayBuffer(1 + nonceBytes));
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const sealed = new Uint8Array(
        await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(place) }, dataKey, encoder.encode(JSON.stringify(value))),
      );
      box[0] = formatByte;
      box.set(nonce, 1);
      const whole = new Uint8Array(box.length + sealed.length);
      whole.set(box);
      whole.set(sealed, box.length);
      return whole;
    },
    async open(place, box) {
      if (box[0] !== formatByte) throw new Error(`box of ${place.split('/')[0]}: unknown format ${box[0]}`);
      const iv = box.subarray(1, 1 + nonceBytes);
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(place) }, dataKey, box.subarray(1 + nonceBytes));
      return JSON.parse(decoder.decode(bytes)) as unknown;
    },
  };
}
