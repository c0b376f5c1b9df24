import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON with sorted keys and without white space, so that two sides hash the same bytes.
 * @throws Error for a number that JSON cannot hold (NaN, Infinity)
 * @source the idea of RFC 8785; keys are sorted by UTF-16 code unit, numbers as ECMAScript prints them
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonicalJson: a number must be finite');
    return JSON.stringify(value);
  }
  // Text put to text: lists of parts would be most of what a thousand operations leave to collect.
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value as readonly JsonValue[]) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const object = value as { readonly [key: string]: JsonValue | undefined };
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** @returns SHA-256 over the canonical JSON, 64 lower-case hexadecimal characters */
export function hashJson(value: JsonValue): string {
  return hashText(canonicalJson(value));
}

/** @returns SHA-256 over the text as UTF-8, 64 lower-case hexadecimal characters */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
