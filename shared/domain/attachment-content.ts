import type { AttachmentMediaType } from './records/attachment.ts';

const extensions: Readonly<Record<AttachmentMediaType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' };

/** A name for a file that tells nothing about a person. @param attachmentId the id of its record */
export function attachmentFileName(attachmentId: string, mediaType: AttachmentMediaType): string {
  return `bijlage-${attachmentId.slice(0, 8)}.${extensions[mediaType]}`;
}

/** @returns what the bytes themselves say they are, or null when it is nothing that may be attached */
export function mediaTypeOfContent(bytes: Uint8Array): AttachmentMediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  return null;
}

/**
 * Whether a picture carries data beside what is seen: where it was taken, with which phone, a text. The device draws
 * every photo anew, which leaves that out; a picture that still has it did not go that way. A PDF is not looked into.
 * @param bytes the whole content, of this media type
 */
export function carriesHiddenData(bytes: Uint8Array, mediaType: AttachmentMediaType): boolean {
  switch (mediaType) {
    case 'image/jpeg':
      return jpegCarriesHiddenData(bytes);
    case 'image/png':
      return pngCarriesHiddenData(bytes);
    case 'image/webp':
      return webpCarriesHiddenData(bytes);
    case 'application/pdf':
      return false;
  }
}

const startOfScan = 0xda;
const colours = 0xe2;
/** Exif and XMP, IPTC, a comment. JFIF (e0), a colour profile and Adobe's colour transform (ee) say nothing about a person. */
const hiddenSegments = new Set([0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xfe]);

function jpegCarriesHiddenData(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker === startOfScan) return false;
    else if (hiddenSegments.has(marker) || (marker === colours && textAt(bytes, at + 4, 11) !== 'ICC_PROFILE')) return true;
    else at += 2 + numberAt(bytes, at + 2, 2);
  }
  return false;
}

const hiddenChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function pngCarriesHiddenData(bytes: Uint8Array): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + numberAt(bytes, at, 4)) {
    if (hiddenChunks.has(textAt(bytes, at + 4, 4))) return true;
  }
  return false;
}

function webpCarriesHiddenData(bytes: Uint8Array): boolean {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = textAt(bytes, at, 4);
    if (name === 'EXIF' || name === 'XMP ') return true;
    // Lengths are written with the smallest byte first, and chunks begin at even places.
    const length = (bytes[at + 4] ?? 0) + (bytes[at + 5] ?? 0) * 2 ** 8 + (bytes[at + 6] ?? 0) * 2 ** 16 + (bytes[at + 7] ?? 0) * 2 ** 24;
    at += 8 + length + (length % 2);
  }
  return false;
}

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);

const textAt = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));

/** The largest byte first. */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
