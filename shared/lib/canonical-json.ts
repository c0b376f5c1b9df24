import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON with sorted keys and without white space, so that two sides hash the same bytes.
 * @throws Error for a number that JSON cannot hold (NaN, Infinity)
 * @source the idea of RFC 8785; keys are sorted by UTF-16 code unit, numbers as ECMAScript prints them
 */
export function canonicalJson(value: JsonValue): string {
  // The engine writes a whole value many times faster than we put its parts together.
  const sorted = sortedCopy(value);
  return sorted === notCopied ? textOf(value) : JSON.stringify(sorted);
}

/** Some keys stand where an object wants them, whatever the order in which they are set. */
const notCopied = Symbol('not copied');

/** @returns the value with its keys in order, itself where they are; or `notCopied`, for what an engine would write in another way */
function sortedCopy(value: JsonValue): JsonValue | typeof notCopied {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : notCopied;
  return Array.isArray(value) ? sortedItems(value as readonly JsonValue[]) : sortedMembers(value as { readonly [key: string]: JsonValue | undefined });
}

function sortedItems(items: readonly JsonValue[]): readonly JsonValue[] | typeof notCopied {
  const copy: JsonValue[] = [];
  for (const item of items) {
    const sorted = item === undefined ? notCopied : sortedCopy(item);
    if (sorted === notCopied) return notCopied;
    copy.push(sorted);
  }
  return copy;
}

function sortedMembers(object: { readonly [key: string]: JsonValue | undefined }): { readonly [key: string]: JsonValue | undefined } | typeof notCopied {
  const copy: Record<string, JsonValue> = {};
  for (const key of Object.keys(object).sort()) {
    // '0' to '9' begin what may be an index, and those come first in every object; `__proto__` sets no member; a function
    // would be asked for its text.
    const first = key.charCodeAt(0);
    if ((first >= 0x30 && first <= 0x39) || key === '__proto__' || key === 'toJSON') return notCopied;
    const member = object[key];
    if (member === undefined) continue;
    const sorted = sortedCopy(member);
    if (sorted === notCopied) return notCopied;
    copy[key] = sorted;
  }
  return copy;
}

/** The same, part by part. */
function textOf(value: JsonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonicalJson: a number must be finite');
    return JSON.stringify(value);
  }
  // Text put to text: lists of parts would be most of what a thousand operations leave to collect.
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value as readonly JsonValue[]) text += text === '' ? textOf(item) : `,${textOf(item)}`;
    return `[${text}]`;
  }
  const object = value as { readonly [key: string]: JsonValue | undefined };
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${textOf(member)}`;
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
