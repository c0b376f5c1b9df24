import type { Signature } from '../records/signature.ts';
import { signedContentOf, type SignableRecord } from './content-hash.ts';

/** What can be said, without a connection, about what somebody signed. */
export type SignatureCheck =
  | { readonly kind: 'unchanged' }
  /** It says something else now; `parts` names the fields ('tasks.hoofdtaken') as far as they can be named. The signature belongs to the earlier version. */
  | { readonly kind: 'changed'; readonly parts: readonly string[] }
  /** The reader has not got all of it: nothing can be said. */
  | { readonly kind: 'incomplete'; readonly groups: readonly string[] }
  /** It is a signature under something else, or what it signed is not here. */
  | { readonly kind: 'missing' };

/** Recomputes the hash from what is here. @throws never */
export function checkSignature({ signs }: Pick<Signature, 'signs'>, record: SignableRecord | undefined): SignatureCheck {
  if (record === undefined || record.recordId !== signs.recordId || record.kind !== signs.kind) return { kind: 'missing' };
  const absent = signs.groups.filter((group) => record.groups[group] === undefined);
  if (absent.length > 0) return { kind: 'incomplete', groups: absent };
  const now = signedContentOf(record, signs.groups);
  if (now.contentHash === signs.contentHash) return { kind: 'unchanged' };
  const fields = new Set([...Object.keys(signs.parts), ...Object.keys(now.parts)]);
  return { kind: 'changed', parts: [...fields].filter((field) => signs.parts[field] !== now.parts[field]).sort() };
}

/** Of several signatures by one role under one record the last counts; the earlier ones stay in the file. */
export function newestByRole<Item extends { readonly signature: Signature }>(items: readonly Item[]): readonly Item[] {
  const newest = new Map<string, Item>();
  for (const item of items.toSorted((a, b) => a.signature.signedAtMs - b.signature.signedAtMs)) newest.set(item.signature.role, item);
  return [...newest.values()];
}

/** The short form of a hash for people to compare: eight groups of four. */
export function hashInGroups(contentHash: string): string {
  return (contentHash.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}
