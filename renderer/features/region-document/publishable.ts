import { deliveredGuardWords } from '#shared/domain/guard/delivered-guard-words.ts';
import { guardWordsId, guardWordsSchema } from '#shared/domain/guard/guard-words.ts';
import { checkForm } from '#shared/forms/check-form.ts';
import { deliveredForms, nextRegionVersion } from '#shared/forms/delivered-forms.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { regionForms } from '#shared/forms/form-places.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';

/** Something wrong with what is about to be published; `code` is a key of `regiondocument:fault`. */
export interface DocumentFault {
  readonly where: string;
  readonly code: string;
  readonly detail: string;
}

export interface Publishable {
  /** What is used now, as text to change. */
  readonly current: { readonly version: number; readonly content: unknown };
  readonly nextVersion: number;
  /** Versions that arrived and cannot be used, the newest first. */
  readonly unusable: readonly { readonly version: number; readonly faults: readonly DocumentFault[] }[];
  /** @returns the form to try out, or null for a document that is no form */
  readonly check: (content: unknown) => Outcome<FormDefinition | null, readonly DocumentFault[]>;
}

export const publishableIds: readonly string[] = [...regionForms, guardWordsId];

type Documents = readonly { readonly id: string; readonly version: number; readonly content: unknown }[];

/** What an administrator can publish under this name, given what the region has. @returns null for any other name */
export function publishableOf(documentId: string, documents: Documents): Publishable | null {
  if (!publishableIds.includes(documentId)) return null;
  const nextVersion = nextRegionVersion(documents, documentId);
  const fits = (content: { readonly id: string; readonly version: number }): readonly DocumentFault[] =>
    content.id === documentId && content.version === nextVersion ? [] : [{ where: 'version', code: 'otherVersion', detail: `${documentId} ${nextVersion}` }];
  if (documentId === guardWordsId) {
    const { current, unusable } = deliveredGuardWords(documents);
    return {
      current: { version: current.version, content: current },
      nextVersion,
      unusable: unusable.map((version) => ({ version, faults: [] })),
      check(content) {
        const parsed = guardWordsSchema.safeParse(content);
        if (!parsed.success) return failure(parsed.error.issues.slice(0, 50).map(({ path, message }) => wordFault(content, path) ?? { where: path.map(String).join('.'), code: 'shape', detail: message }));
        const faults = fits(parsed.data);
        return faults.length > 0 ? failure(faults) : success(null);
      },
    };
  }
  const { current, unusable } = deliveredForms(documentId, documents);
  return {
    current: { version: current.version, content: current },
    nextVersion,
    unusable: unusable.toSorted((a, b) => b.version - a.version),
    check(content) {
      const checked = checkForm(content);
      if (!checked.ok) return checked;
      const faults = fits(checked.value);
      return faults.length > 0 ? failure(faults) : success(checked.value);
    },
  };
}

/** A word that cannot be searched for, by the word itself: whoever typed it knows no places in JSON. */
function wordFault(content: unknown, path: readonly PropertyKey[]): DocumentFault | null {
  let found: unknown = content;
  for (const step of path) found = typeof found === 'object' && found !== null ? (found as Readonly<Record<PropertyKey, unknown>>)[step] : undefined;
  return path.length > 1 && typeof found === 'string' && path.at(-1) !== 'kind' ? { where: '', code: 'word', detail: found } : null;
}

/** As it stands in the box: what is used now, with the number that the next version has. */
export function textToChange({ current, nextVersion }: Publishable): string {
  return JSON.stringify({ ...(current.content as object), version: nextVersion }, null, 2);
}

