import { useTranslation } from 'react-i18next';
import { figureFamilies, workPlaceFamilies } from '#shared/export/week-figures.ts';
import type { WeekParameters } from '#shared/export/week-tally.ts';

const rules = ['week', 'end', 'place', 'late'] as const;

/** What every number means, in the words that also travel with the file. */
export function Definitions({ parameters }: { readonly parameters: WeekParameters }) {
  const { t } = useTranslation('week');
  const hoursPerJob = parameters.hoursPerJob.replace('.', t('decimalSign'));
  const lines = [
    ...[...figureFamilies, ...workPlaceFamilies].map(({ id }) => ({ id, label: t(`figure.${id}.label`), text: t(`figure.${id}.definition`, { hoursPerJob }) })),
    ...rules.map((rule) => ({ id: rule, label: t(`rule.${rule}.label`), text: t(`rule.${rule}.definition`) })),
  ];
  return (
    <details className="week-definitions">
      <summary>{t('section.definitions')}</summary>
      <dl className="week-definitions__list">
        {lines.map(({ id, label, text }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
