import type { DossierView } from '#renderer/data/views.ts';
import type { FormFinding } from '#renderer/components/form/use-record-form.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { numbersOfStatus } from '#shared/forms/candidate/status.v1.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import type { BaseReference } from '#shared/sync/operation.ts';
import type { FileSection } from './file-sections.ts';

/** What stands in the draft beside the answers: which part it is of. */
export const draftOfSection = '$section';

export type Seen = Readonly<Record<string, BaseReference>>;

export function seenBy(dossier: DossierView, { groups }: FileSection): Seen {
  return Object.fromEntries(groups.map((group) => [group, dossier.candidate?.changes[group]?.base ?? null]));
}

/**
 * The groups as the form says them, laid over what stands there: what the form does not ask stays [OP6].
 * @returns only the groups in which something changed, with those that are asked anew; nothing when nothing did
 */
export function changedGroups(section: FileSection, definition: FormDefinition, reading: FormReading, dossier: DossierView): Groups<'candidate'> {
  const now = dossier.candidate?.groups ?? {};
  const read = groupsOfForm(definition, reading);
  const wanted = Object.fromEntries(
    section.groups.map((group) => {
      const answers = read[group] ?? {};
      return [group, { ...now[group], ...(group === 'status' ? numbersOfStatus(answers) : answers) }];
    }),
  );
  const differs = (group: string): boolean => canonicalJson((now[group as keyof typeof now] ?? null) as unknown as JsonValue) !== canonicalJson(wanted[group] as unknown as JsonValue);
  const askedAnew: readonly string[] = section.askedAnew ?? [];
  if (!section.groups.some((group) => !askedAnew.includes(group) && differs(group))) return {};
  return Object.fromEntries(Object.entries(wanted).filter(([group]) => askedAnew.includes(group) || differs(group))) as unknown as Groups<'candidate'>;
}

/** What the file's rule has against these answers, each beside its field. */
export function judgeSection(section: FileSection, definition: FormDefinition, reading: FormReading, dossier: DossierView): readonly FormFinding[] {
  if (reading.violations.length > 0) return [];
  const changed = changedGroups(section, definition, reading, dossier);
  if (Object.keys(changed).length === 0) return [{ path: [], code: 'candidate.nothingChanged' }];
  const whole = { ...dossier.candidate?.groups, ...changed };
  return judgeRecord('candidate', whole).map((violation) => ({ ...violation, path: formPathOf(definition, reading, violation.path) ?? [] }));
}
