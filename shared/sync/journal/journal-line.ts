import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { deviceIdSchema, opIdSchema, userIdSchema } from '../../domain/ids.ts';
import { canonicalJson, type JsonValue } from '../../lib/canonical-json.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/**
 * One kept operation in the second journal. The body is sealed under a content key of its own; that key is wrapped for
 * the user's data key (so that this device can rebuild the outbox) and for the server's public key (so that the line can
 * still be delivered after the user's key was destroyed) [JRN2].
 */
export const journalLineSchema = z.strictObject({
  v: z.literal(1),
  opId: opIdSchema,
  deviceId: deviceIdSchema,
  userId: userIdSchema,
  keptAtMs: z.int(),
  /** The operation was taken back, or another took its place: no line of it is ever given back, whatever file it lies in [JRN13]. */
  withdrawn: z.literal(true).optional(),
  /** SHA-256 of the previous line's JSON, 64 zeros for the first line of a file [JRN3]. */
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  forUser: z.strictObject({ nonce: base64, key: base64 }),
  forServer: z.strictObject({ keyId: z.string().max(64), encapsulated: base64, key: base64 }),
  nonce: base64,
  body: base64,
  /** Ed25519 by the device over everything else: anyone who knows the server's public key could forge a line [JRN4]. */
  signature: base64,
});

export type JournalLine = z.output<typeof journalLineSchema>;

export const firstPrev = '0'.repeat(64);

/** @returns the text that the device signs: the canonical JSON of all but the signature */
export function journalTextToSign(line: Omit<JournalLine, 'signature'>): string {
  return canonicalJson(line as unknown as JsonValue);
}

/** What binds the parts of a line together: a key or a body that was moved to another line does not open [JRN2]. */
export function journalBinding({ userId, deviceId, opId }: Pick<JournalLine, 'userId' | 'deviceId' | 'opId'>): string {
  return `veldwerk/journal/v1/${userId}/${deviceId}/${opId}`;
}

const hashOf = (json: string) => bytesToHex(sha256(utf8ToBytes(json)));

/** @returns what the next line names as its `prev` */
export function hashJournalLine(line: JournalLine): string {
  return hashOf(JSON.stringify(line));
}

/** One line of the file: length of the JSON [bytes], the first 16 digits of its SHA-256, the JSON. */
export function encodeJournalLine(line: JournalLine): string {
  const json = JSON.stringify(line);
  return `${utf8ToBytes(json).length} ${hashOf(json).slice(0, 16)} ${json}\n`;
}

export interface ReadJournal {
  readonly lines: readonly JournalLine[];
  /** Lines that cannot be read: damaged, or written by something that is not this product [count]. */
  readonly damaged: number;
  /** The last line was cut: the machine stopped while it was written, before anyone was told "opgeslagen". */
  readonly cutTail: boolean;
  /** Places where a line does not name its predecessor: something between was lost [count]. */
  readonly gaps: number;
  /** One name for each place where lines are damaged or missing, the same at every reading: it is told until a person has seen it. */
  readonly losses: readonly string[];
}

/**
 * Reads what is left of a journal. Damage costs only the damaged lines: every line stands on its own, the chain only
 * tells whether something is missing [JRN3].
 */
export function readJournal(text: string): ReadJournal {
  const pieces = text.split('\n');
  const tail = pieces.pop() ?? '';
  const lines: JournalLine[] = [];
  let damaged = 0;
  let gaps = 0;
  let expected: string | null = null;
  const losses: string[] = [];
  let damagedHere: string | null = null;
  for (const piece of pieces) {
    const line = parsePiece(piece);
    if (line === null) {
      damaged += 1;
      damagedHere ??= hashOf(piece);
      continue;
    }
    const isGap = expected !== null && line.prev !== expected;
    if (isGap) gaps += 1;
    expected = hashJournalLine(line);
    // Named after what follows: once the damaged lines were cut out, the gap that they leave is the same loss.
    if (isGap || damagedHere !== null) losses.push(line.opId + (line.withdrawn === true ? ' withdrawn' : ''));
    damagedHere = null;
    lines.push(line);
  }
  if (damagedHere !== null) losses.push(damagedHere);
  return { lines, damaged, cutTail: tail !== '', gaps, losses };
}

function parsePiece(piece: string): JournalLine | null {
  const match = /^([0-9]{1,8}) ([0-9a-f]{16}) (.*)$/.exec(piece);
  const [, length, checksum, json] = match ?? [];
  if (json === undefined || checksum === undefined) return null;
  if (utf8ToBytes(json).length !== Number(length) || hashOf(json).slice(0, 16) !== checksum) return null;
  try {
    const parsed = journalLineSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // Whoever wrote a fitting checksum over something that is no JSON: not one of our lines.
    return null;
  }
}
