import type { Needle } from './disk-scan.ts';
import type { Region } from './region.ts';

/** Every name, BSN, contact and text of the region's people, as a thief would look for them. */
export async function secretsOf(region: Region): Promise<readonly Needle[]> {
  const records = await region.query<{ readonly kind: string; readonly groups: Readonly<Record<string, { readonly data: Readonly<Record<string, unknown>> }>> }>(
    `select kind, groups from record where kind in ('candidate', 'visit', 'measurement')`,
  );
  const needles = new Map<string, Needle>();
  const add = (what: string, text: unknown): void => {
    // The first letters will do: a text cut in two by a page of a file is still found by one of its sentences.
    if (typeof text === 'string') for (const sentence of text.split(/(?<=[.?!])\s+/)) if (sentence.length >= 12) needles.set(sentence, { what, text: sentence.slice(0, 60) });
  };
  for (const { kind, groups } of records) {
    const data = (group: string): Readonly<Record<string, unknown>> => groups[group]?.data ?? {};
    if (kind === 'candidate') {
      const { givenName, namePrefix, familyName } = data('identity') as Readonly<Record<string, string>>;
      const prefix = namePrefix === '' ? '' : ` ${namePrefix}`;
      for (const name of [`${givenName}${prefix} ${familyName}`, `${familyName}, ${givenName}`]) if (name.length >= 8) needles.set(name, { what: 'a name', text: name });
      const { bsn } = data('bsn') as { readonly bsn?: string };
      if (bsn !== undefined) needles.set(bsn, { what: 'a BSN', text: bsn });
      for (const field of ['phone', 'email', 'street']) {
        const text = data('contact')[field];
        if (typeof text === 'string' && text.length >= 8) needles.set(text, { what: `a ${field}`, text });
      }
    }
    if (kind === 'visit') {
      const note = data('note') as { readonly observations?: string; readonly goals?: readonly { readonly goal: string }[]; readonly agreements?: readonly { readonly what: string }[] };
      add('a note', note.observations);
      for (const { goal } of note.goals ?? []) add('a goal', goal);
      for (const { what } of note.agreements ?? []) add('an agreement', what);
    }
    if (kind === 'measurement') {
      const { hoofdtaken = [] } = data('tasks') as { readonly hoofdtaken?: readonly Readonly<Record<string, string>>[] };
      for (const task of hoofdtaken) for (const [field, text] of Object.entries(task)) if (field.endsWith('Explanation')) add('an explanation', text);
      for (const view of Object.values(data('views'))) add('a view', view);
    }
  }
  return [...needles.values()];
}
