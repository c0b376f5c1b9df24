import { useTranslation } from 'react-i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { useColleagues, useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { fieldName, valueWords } from '#renderer/features/sync/field-words.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';

export interface HandoverContentProps {
  /** Of the work; one of a newer release has no words here, and is shown as it is stored. */
  readonly kind: Kind;
  /** As their author wanted them; undefined when this reader may not see what is in them. */
  readonly groups: Readonly<Record<string, JsonValue>> | undefined;
  readonly format: Format;
}

/** The work in full, field by field. Left out is what is empty, and what only a program can read. */
export function HandoverContent({ kind, groups, format }: HandoverContentProps) {
  const { t } = useTranslation(['sync', 'words', 'handover']);
  const colleagues = useColleagues();
  const nameOf = useNameOfColleague();
  if (groups === undefined) return <p>{t('handover:restricted')}</p>;
  const fields = Object.entries(groups).flatMap(([group, value]) => fieldsOf(value).map(([field, each]) => ({ group, field, value: each })));
  return (
    <dl className="handover__content">
      {fields.map(({ group, field, value }) => (
        <div key={`${group}.${field}`}>
          <dt>{fieldName(t, { kind, group, field })}</dt>
          <dd>{typeof value === 'string' && colleagues.has(value as UserId) ? nameOf(value as UserId) : valueWords({ t, format, nameOf }, { kind, group, field }, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const fieldsOf = (value: JsonValue): readonly (readonly [string, JsonValue])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([field, each]) => (field === formField || isEmpty(each) || isPointer(each) ? [] : [[field, each] as const])) : [];

const isEmpty = (value: JsonValue | undefined): value is undefined => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Which form was used, and which other record is meant. */
const formField = 'form';
const isPointer = (value: JsonValue | undefined): value is undefined => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
