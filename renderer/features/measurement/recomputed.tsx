import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { findMethod } from '#shared/domain/loonwaarde/methods.ts';

/** Computed here and now with the stored method and the stored figures: the same, or what differs. Nothing where the reader has not got the numbers. */
export function Recomputed({ groups }: { readonly groups: Groups<'measurement'> }) {
  const { t } = useTranslation('measurement');
  const sentenceOf = useSentenceOf();
  const violations = useMemo(() => judgeRecord('measurement', groups), [groups]);
  const { facts, tasks, result } = groups;
  if (facts === undefined || tasks === undefined || result === undefined) return null;
  const method = t(`methodName.${tasks.method}`);
  const version = tasks.methodVersion;
  if (findMethod(tasks.method, version) === undefined) return <p>{t('recomputed.unknown', { method, version })}</p>;
  if (violations.length === 0) return <p className="recomputed">{t('recomputed.same', { method, version, loonwaarde: result.loonwaarde })}</p>;
  return (
    <Alert kind="warning" title={t('recomputed.differs', { method, version })}>
      <ul>
        {violations.map((violation) => (
          <li key={`${violation.path.join('.')} ${violation.code}`}>{sentenceOf(violation)}</li>
        ))}
      </ul>
    </Alert>
  );
}
