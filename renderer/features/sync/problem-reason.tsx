import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import type { RecordStatus } from '#renderer/data/views.ts';
import { sentenceOf } from '#shared/domain/sentences.ts';

/** Why the server did not take it, in plain words. Nothing for what is simply waiting. */
export function ProblemReason({ status }: { readonly status: RecordStatus }) {
  const { t } = useTranslation(['sync', 'words']);
  const { language } = useFormat();
  if (status.kind === 'conflict') return <p>{t('conflict', { groups: status.groups.map((group) => t(`words:group.${group}`, group)).join(', ') })}</p>;
  if (status.kind !== 'refused') return null;
  return (
    <>
      <p>{t(`refusal.${status.reason}`)}</p>
      {status.violations.length > 0 && (
        <ul>
          {status.violations.map((violation) => (
            <li key={`${violation.path.join('/')} ${violation.code}`}>{sentenceOf(violation.code, violation.params ?? {}, language)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
