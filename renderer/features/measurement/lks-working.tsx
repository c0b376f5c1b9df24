import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import type { LksResult } from '#shared/domain/loonkostensubsidie/lks-result.ts';
import { lineParams } from './line-params.ts';

/** Each step of the subsidy with its figure and where that comes from. */
export function LksWorking({ result }: { readonly result: LksResult }) {
  const { t } = useTranslation('measurement');
  const { language } = useFormat();
  return (
    <details className="working-details">
      <summary>{t('lks.how')}</summary>
      <ol className="working">
        {result.lines.map((line) => (
          <li key={line.code}>
            {t(line.code, lineParams(line.params, language))}
            {line.source !== null && <span className="working__source">{line.source}</span>}
          </li>
        ))}
      </ol>
      <p className="working__source">{t('lks.table', { version: result.parameters.version })}</p>
    </details>
  );
}
