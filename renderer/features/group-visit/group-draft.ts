import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';

/** Where drafts of visits to several people lie: in no one's file, because they are of several. */
export const groupVisitPlace = 'group-visits' as DossierId;

export interface GroupPerson {
  /** Names this person's fields in the draft. */
  readonly key: string;
  readonly dossierId: DossierId;
  /** Of the record that will be kept: two windows with one draft name the same records. */
  readonly recordId: RecordId;
}

/** What a draft says beside its answers. */
export interface GroupDraft {
  readonly employerName: string;
  readonly people: readonly GroupPerson[];
}

/** @returns null: not a draft of this kind. Drafts hold anything. */
export function groupDraftOf(values: FormValues): GroupDraft | null {
  const { employerName, people } = values;
  if (typeof employerName !== 'string' || !Array.isArray(people)) return null;
  const found = people.filter(isPerson);
  return found.length === 0 ? null : { employerName, people: found };
}

function isPerson(value: unknown): value is GroupPerson {
  const { key, dossierId, recordId } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return [key, dossierId, recordId].every((part) => typeof part === 'string' && part !== '');
}

/** The same people as before keep their answers; who is new gets a name of their own on the form. */
export function withPeople(before: readonly GroupPerson[], dossierIds: readonly DossierId[], newId: () => string): readonly GroupPerson[] {
  let last = before.reduce((highest, { key }) => Math.max(highest, Number(key.slice(1)) || 0), 0);
  return dossierIds.map((dossierId) => before.find((person) => person.dossierId === dossierId) ?? { key: `p${(last += 1)}`, dossierId, recordId: newId() as RecordId });
}
