import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { classNames } from '#renderer/components/class-names.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { compare } from '#shared/lib/rational.ts';
import { decimal as exact } from '#shared/lib/percentage.ts';
import { lineParams } from './line-params.ts';
import type { LiveLoonwaarde } from './task-checks.ts';
import { useDecimal } from './use-decimal.ts';

/** The loonwaarde as it stands, and how it came about, while the numbers are being typed. */
export function LoonwaardePanel({ live: { preview, result } }: { readonly live: LiveLoonwaarde }) {
  const { t } = useTranslation('measurement');
  const { language } = useFormat();
  const decimal = useDecimal();
  return (
    <section className="panel" aria-labelledby="loonwaarde-title">
      <Heading level={2} look={3} id="loonwaarde-title">
        {t('loonwaarde.title')}
      </Heading>
      <p className={classNames('panel__figure', result === null && 'panel__figure--none')}>{result === null ? t('loonwaarde.none') : t('percentage', { percentage: result.loonwaarde })}</p>
      {result?.regularPerformance !== true && (
        <div className="shares">
          <p className={preview.shareLeft === '0' ? undefined : 'shares__words'}>{shareWords()}</p>
          {/* The words above say the same: the bar is for the eye. */}
          <div className="shares__bar" aria-hidden="true">
            {preview.tasks.map((task, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a share has no identity but its place
              <span key={index} className="shares__part" style={{ flexBasis: `${Math.min(Number(task?.aandeel ?? 0), 100)}%` }} />
            ))}
          </div>
        </div>
      )}
      {result !== null && (
        <ol className="working">
          {result.lines.map((line) => (
            <li key={`${line.code} ${line.params['position'] ?? ''} ${line.params['factor'] ?? ''}`}>
              {t(line.code === 'loonwaarde.line.task' && line.params['inzetbaarheid'] !== undefined ? 'loonwaarde.line.taskDariuz' : line.code, { ...lineParams(line.params, language), factorName: t(`factor.${line.params['factor'] ?? 'tempo'}`) })}
            </li>
          ))}
        </ol>
      )}
    </section>
  );

  function shareWords(): string {
    const sum = decimal(preview.shareSum);
    const left = exact(preview.shareLeft.replace('-', ''));
    if (compare(left, exact(0)) === 0) return t('shares.whole');
    return preview.shareLeft.startsWith('-') ? t('shares.over', { sum, over: decimal(preview.shareLeft.slice(1)) }) : t('shares.left', { sum, left: decimal(preview.shareLeft) });
  }
}
