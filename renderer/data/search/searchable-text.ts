import { definitionOf, type Groups, type Kind } from '#shared/domain/kinds.ts';
import type { RecordId } from '#shared/domain/ids.ts';

/** One record, as far as one can look for it. */
export interface SearchPart {
  readonly kind: Kind;
  readonly recordId: RecordId;
  /** The day it is about, or null. */
  readonly on: string | null;
  readonly text: string;
}

export interface SearchableRecord {
  readonly kind: Kind;
  readonly recordId: RecordId;
  readonly groups: Readonly<Record<string, unknown>>;
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
/** Ids, hashes, numbers as text: nothing that a person reads or types. */
const isNoText = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}|[\d.,:]+)$/i;
/** A name, a word chosen from a list by its code, the strokes of a signature: found by nobody on purpose. */
const skipped = new Set(['form', 'strokes', 'contentHash', 'kind', 'state', 'method']);
/** Who looks after somebody is kept by the colleagues' ids, which nobody types and nobody should have to read. */
const unsearched: ReadonlySet<string> = new Set(['bsn', 'team']);
/** Days that say when a record was, before those that say when it was written down. */
const dayFields = ['heldOn', 'visitedOn', 'plannedOn', 'madeOn', 'drawnUpOn', 'beganOn', 'finalisedOn', 'takenOn', 'registeredOn'];

/**
 * What can be looked for in a record: every text in the groups that the reader has. The BSN is not among them: parts of
 * it would find people digit by digit; a whole one is compared apart.
 */
export function searchPartOf({ kind, recordId, groups }: SearchableRecord): SearchPart {
  const texts: string[] = [];
  const codes = codeFieldsOf(kind);
  for (const [name, group] of Object.entries(groups)) if (!unsearched.has(name)) collect(group, texts, codes);
  return { kind, recordId, on: dayOf(groups), text: texts.join(' · ') };
}

/** @returns nine digits, or null: no right to it, or none known */
export function bsnIn(records: readonly SearchableRecord[]): string | null {
  const candidate = records.find((record) => record.kind === 'candidate');
  return (candidate?.groups as Groups<'candidate'> | undefined)?.bsn?.bsn ?? null;
}

const knownCodeFields = new Map<Kind, ReadonlySet<string>>();

/** Fields that hold a word of ours ("dreigende-uitval"): on the screen stands something else, so nobody looks for it. */
function codeFieldsOf(kind: Kind): ReadonlySet<string> {
  const known = knownCodeFields.get(kind);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const schema of Object.values(definitionOf(kind).groups)) addCodeFields(schema, null, found);
  knownCodeFields.set(kind, found);
  return found;
}

interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, { readonly def: SchemaDefinition }>>;
  readonly element?: { readonly def: SchemaDefinition };
  readonly innerType?: { readonly def: SchemaDefinition };
}

function addCodeFields(schema: { readonly def: unknown }, field: string | null, found: Set<string>): void {
  const { type, shape, element, innerType } = schema.def as SchemaDefinition;
  if ((type === 'enum' || type === 'literal') && field !== null) found.add(field);
  for (const [name, inner] of Object.entries(shape ?? {})) addCodeFields(inner, name, found);
  for (const inner of [element, innerType]) if (inner !== undefined) addCodeFields(inner, field, found);
}

function collect(value: unknown, texts: string[], codes: ReadonlySet<string>): void {
  if (typeof value === 'string') {
    const text = value.trim();
    if (text.length > 1 && !isDay.test(text) && !isNoText.test(text)) texts.push(text.replaceAll(/\s+/g, ' '));
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, texts, codes);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (!skipped.has(key) && !codes.has(key) && !/(?:Id|Ids|By|withUser)$/.test(key)) collect(item, texts, codes);
  }
}

function dayOf(groups: SearchableRecord['groups']): string | null {
  for (const field of dayFields) {
    for (const group of Object.values(groups)) {
      const value = (group as Readonly<Record<string, unknown>> | null | undefined)?.[field];
      if (typeof value === 'string' && isDay.test(value)) return value;
    }
  }
  return null;
}
