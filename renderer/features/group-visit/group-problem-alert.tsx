import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import type { KeepTogetherProblem } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { GroupMember } from './group-visit-of-form.ts';

/** Nothing was kept: which of them stands in the way, and why. */
export function GroupProblemAlert({ problem, members }: { readonly problem: KeepTogetherProblem; readonly members: readonly GroupMember[] }) {
  const { t } = useTranslation(['groupvisit', 'form']);
  const sentenceOf = useSentenceOf();
  const nameOf = (recordId: string) => {
    const member = members.find((each) => each.recordId === recordId);
    return member === undefined ? '' : candidateName(member.dossier);
  };
  return (
    <Alert kind="error" role="alert" title={t('form:keep.storageTitle')} className="restored-notice">
      {problem.kind === 'storage' ? (
        <p>{t('form:keep.storage')}</p>
      ) : (
        <>
          <p>{t('refused')}</p>
          <ul>
            {problem.records.map(({ recordId, violations }) => (
              <li key={recordId}>{`${nameOf(recordId)}: ${violations.map(sentenceOf).join(' ')}`}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
