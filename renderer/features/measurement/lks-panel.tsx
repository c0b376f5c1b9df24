import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { LksResult } from '#shared/domain/loonkostensubsidie/lks-result.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { Outcome } from '#shared/lib/outcome.ts';
import { formatEuros } from '#shared/lib/money.ts';
import { LksWorking } from './lks-working.tsx';

export interface LksPanelProps {
  /** Null while the loonwaarde, the hours or the contract are not known yet. */
  readonly lks: Outcome<LksResult, readonly Violation[]> | null;
  /** The person works without a wage: what would follow is about the contract after that. */
  readonly provisional: boolean;
}

/** What the employer would get each month, with its whole working: an advice. */
export function LksPanel({ lks, provisional }: LksPanelProps) {
  const { t } = useTranslation('measurement');
  const { language } = useFormat();
  const sentenceOf = useSentenceOf();
  return (
    <section className="panel" aria-labelledby="lks-title">
      <Heading level={2} look={3} id="lks-title">
        {t('lks.title')}
      </Heading>
      {lks === null && <p className="panel__wait">{t('lks.wait')}</p>}
      {lks?.ok === false && (
        <>
          {lks.problem.map((violation) => (
            <p key={violation.code}>{sentenceOf(violation)}</p>
          ))}
          <p>{t('lks.notInTheWay')}</p>
        </>
      )}
      {lks?.ok === true && (
        <>
          <p className="panel__figure panel__figure--small">{t('lks.perMonth', { amount: formatEuros(lks.value.totalEuros, language) })}</p>
          {provisional && <p>{t('lks.provisional')}</p>}
          <LksWorking result={lks.value} />
        </>
      )}
    </section>
  );
}
