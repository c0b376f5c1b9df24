import { hashJson, type JsonValue } from '../../lib/canonical-json.ts';
import type { RecordId } from '../ids.ts';
import type { SignedContent } from '../records/signature.ts';

/** A record as the device holds it: what its reader may see of it. */
export interface SignableRecord {
  readonly kind: string;
  readonly recordId: RecordId;
  readonly groups: Readonly<Record<string, unknown>>;
}

/** How much of a field's hash is kept: enough to point at it. */
const partLength = 16;

/**
 * What a signature under this record is bound to.
 * @param groups the groups that are signed; every group that is there when left out
 * @throws RangeError when one of them is not there: nobody signs what they cannot see
 */
export function signedContentOf(record: SignableRecord, groups: readonly string[] = presentGroups(record)): SignedContent {
  const content = Object.fromEntries(
    groups.map((name) => {
      const data = record.groups[name];
      if (data === undefined) throw new RangeError(`signedContentOf: ${record.kind} without ${name}`);
      return [name, data as JsonValue];
    }),
  );
  const form = formOf(content);
  const hashed = { kind: record.kind, recordId: record.recordId, form: form === null ? null : { id: form.id, version: form.version }, groups: content };
  return { kind: record.kind, recordId: record.recordId, form, groups: [...groups], contentHash: hashJson(hashed), parts: partsOf(content) };
}

function presentGroups({ groups }: SignableRecord): readonly string[] {
  return Object.keys(groups).filter((name) => groups[name] !== undefined).sort();
}

/** The form that the record names, wherever among its groups it does. */
function formOf(groups: Readonly<Record<string, JsonValue>>): SignedContent['form'] {
  for (const data of Object.values(groups)) {
    const form = fieldsOf(data)['form'];
    const { id, version } = fieldsOf(form ?? null);
    if (typeof id === 'string' && typeof version === 'number') return { id, version };
  }
  return null;
}

function partsOf(groups: Readonly<Record<string, JsonValue>>): Readonly<Record<string, string>> & Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [group, data] of Object.entries(groups)) {
    for (const [field, value] of Object.entries(fieldsOf(data))) {
      if (value !== undefined) parts[`${group}.${field}`] = hashJson(value).slice(0, partLength);
    }
  }
  return parts;
}

function fieldsOf(value: JsonValue): Readonly<Record<string, JsonValue | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, JsonValue | undefined>>) : {};
}
