import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import type { KeepProblem } from '#renderer/data/views.ts';
import { useSentenceOf } from './use-sentence-of.ts';

/** The device could not keep it: what happened, what is safe. */
export function KeepProblemAlert({ problem }: { readonly problem: KeepProblem }) {
  const { t } = useTranslation('form');
  const sentenceOf = useSentenceOf();
  return (
    <Alert kind="error" role="alert" title={t('keep.storageTitle')} className="restored-notice">
      {problem.kind === 'storage' ? (
        <p>{t('keep.storage')}</p>
      ) : (
        <ul>
          {problem.violations.map((violation) => (
            <li key={`${violation.path.join('.')} ${violation.code}`}>{sentenceOf(violation)}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
