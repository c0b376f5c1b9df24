import { z } from 'zod';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { PullPage, UnknownOutcome } from '#shared/sync/ports.ts';
import { outcomeSchema, pullHeadSchema, pullTailSchema, type Outcome } from '#shared/sync/protocol.ts';
import { opIdSchema, type DossierId } from '#shared/domain/ids.ts';

const knownOutcomes = new Set<string>(outcomeSchema.options.map((option) => option.shape.outcome.value));

/** [VER8] A kind of outcome that came later must not make the whole page unreadable; one that we know must be what we know. */
const unknownOutcomeSchema = z.looseObject({ opId: opIdSchema, outcome: z.string().refine((outcome) => !knownOutcomes.has(outcome)) });
const arrivingTailSchema = pullTailSchema.extend({ outcomes: z.array(z.union([outcomeSchema, unknownOutcomeSchema])) });

/**
 * Reads the lines of a pull. Head and tail are parsed by their schema; the many dossier lines by a check of their
 * envelope alone, because a schema over 20,000 records costs more than storing them, and the server judged each field.
 * @param bytes the whole answer [UTF-8]
 * @returns null when it is not a whole page of ours: a proxy's page, a cut or cached answer [PULL4]
 */
export function parsePull(bytes: Uint8Array<ArrayBuffer>): PullPage | null {
  const lines = linesOf(bytes);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || lines.length < 2) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const head = pullHeadSchema.safeParse(JSON.parse(decoder.decode(first)));
    const tail = arrivingTailSchema.safeParse(JSON.parse(decoder.decode(last)));
    if (!head.success || !tail.success) return null;
    const dossiers = [];
    for (const json of lines.slice(1, -1)) {
      const dossier: unknown = JSON.parse(decoder.decode(json));
      if (!isDossierLine(dossier)) return null;
      dossiers.push({ dossierId: dossier.dossierId, records: dossier.records, json });
    }
    return { ...pageOf(tail.data), epoch: head.data.epoch, serverTimeMs: head.data.serverTimeMs, dossiers };
  } catch (error) {
    // No JSON, or no UTF-8: not ours.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

function linesOf(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const lines = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline;
    if (to > from) lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

type ArrivingTail = z.output<typeof arrivingTailSchema>;

function pageOf({ cursor, more, remaining, outcomes, forget, backedUpThrough, digest }: ArrivingTail) {
  const known: Outcome[] = [];
  const unknown: UnknownOutcome[] = [];
  for (const outcome of outcomes) {
    if (isKnown(outcome)) known.push(outcome);
    else unknown.push(outcome);
  }
  return { cursor, more, remaining, outcomes: known, ...(unknown.length === 0 ? {} : { unknownOutcomes: unknown }), forget, backedUpThrough, digest: digest ?? null };
}

const isKnown = (outcome: Outcome | UnknownOutcome): outcome is Outcome => knownOutcomes.has(outcome.outcome);

function isDossierLine(value: unknown): value is { readonly dossierId: DossierId; readonly records: readonly StoredRecord[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { line, dossierId, records } = value as { line?: unknown; dossierId?: unknown; records?: unknown };
  return line === 'dossier' && typeof dossierId === 'string' && Array.isArray(records) && records.every((record) => isRecordOf(dossierId, record));
}

function isRecordOf(dossierId: string, value: unknown): value is StoredRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as { dossierId?: unknown; recordId?: unknown; kind?: unknown; createdBy?: unknown; n?: unknown; groups?: unknown };
  return (
    record.dossierId === dossierId &&
    typeof record.recordId === 'string' &&
    typeof record.createdBy === 'string' &&
    typeof record.n === 'number' &&
    // A kind that this app does not know yet is kept, for the digest and for the app of tomorrow; no screen shows it.
    typeof record.kind === 'string' &&
    typeof record.groups === 'object' &&
    record.groups !== null &&
    Object.values(record.groups).every(isGroup)
  );
}

function isGroup(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { version, data } = value as { version?: { epoch?: unknown; n?: unknown } | null; data?: unknown };
  return typeof version?.epoch === 'number' && typeof version.n === 'number' && data !== undefined;
}
