/** A stored value: one format byte, a nonce of 12 bytes, then AES-256-GCM ciphertext with its tag. */
export type Box = Uint8Array<ArrayBuffer>;

const formatByte = 1;
const nonceBytes = 12;

/** It begins like no box of ours. */
export class BoxDamaged extends Error {
  override readonly name = 'BoxDamaged';
}

/** What turns values into boxes and back. Implemented by WebCrypto; the key never leaves memory. */
export interface Cipher {
  /** @param place table and id: a box moved to another row does not open. */
  seal(place: string, value: unknown): Promise<Box>;
  /** @throws Error when the box was damaged, moved, or sealed with another key */
  open(place: string, box: Box): Promise<unknown>;
  /** The same for bytes that are no value of ours: a piece of a photo. */
  sealBytes(place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Box>;
  openBytes(place: string, box: Box): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The nonce is random: 2^32 boxes under one key keep the chance of a repeat below 2^-32 (NIST SP 800-38D 8.3),
 * which is two hundred years of ten thousand boxes a day.
 */
export function createCipher(dataKey: CryptoKey): Cipher {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const sealBytes = async (place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Box> => {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(place) }, dataKey, bytes));
    const whole = new Uint8Array(1 + nonceBytes + sealed.length);
    whole[0] = formatByte;
    whole.set(nonce, 1);
    whole.set(sealed, 1 + nonceBytes);
    return whole;
  };
  const openBytes = async (place: string, box: Box): Promise<Uint8Array<ArrayBuffer>> => {
    if (box[0] !== formatByte) throw new BoxDamaged(`box of ${place.split('/')[0]}: unknown format ${box[0]}`);
    const iv = box.subarray(1, 1 + nonceBytes);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(place) }, dataKey, box.subarray(1 + nonceBytes)));
  };
  return {
    seal: (place, value) => sealBytes(place, encoder.encode(JSON.stringify(value))),
    open: async (place, box) => JSON.parse(decoder.decode(await openBytes(place, box))) as unknown,
    sealBytes,
    openBytes,
  };
}
