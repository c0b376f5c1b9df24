import { useTranslation } from 'react-i18next';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { Groups } from '#shared/domain/kinds.ts';
import { useHours } from './use-hours.ts';

/** What a half-yearly report says; read on its own page, and by those who sign it. */
export function CoachingReportContent({ groups: { facts, report }, headingLevel = 2 }: { readonly groups: Groups<'coachingReport'>; readonly headingLevel?: 2 | 3 }) {
  const { t } = useTranslation(['coaching', 'words']);
  const hours = useHours();
  return (
    <>
      {facts !== undefined && (
        <DataList
          items={[
            { key: 'regime', label: t('report.regime'), value: t(`words:coachingRegime.${facts.regime}`) },
            { key: 'hours', label: t('report.hours'), value: t('hours.used', { used: hours(facts.usedMinutes), granted: hours(facts.grantedMinutes) }) },
            { key: 'visits', label: t('report.visits'), value: t('hours.visits', { count: facts.visits }) },
          ]}
        />
      )}
      {report === undefined && <p>{t('report.noText')}</p>}
      {report !== undefined && (
        <>
          {report.goals.length > 0 && (
            <section className="coaching__section">
              <Heading level={headingLevel}>{t('plan.goals')}</Heading>
              <ul className="coaching__goals">
                {report.goals.map(({ goal, progress, explanation }) => (
                  <li key={goal}>
                    <p>{goal}</p>
                    <p className="coaching__detail">{[t(`words:goalProgress.${progress}`), explanation].filter((part) => part !== '').join('. ')}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Part level={headingLevel} title={t('report.results')} text={report.results} />
          <Part level={headingLevel} title={t('report.employerEvaluation')} text={report.employerEvaluation} who={report.contactPerson} />
          <Part level={headingLevel} title={t('report.candidateView')} text={report.candidateView} who={t(`words:satisfaction.${report.candidateSatisfaction}`)} />
          {report.advice.trim() !== '' && <Part level={headingLevel} title={t('report.advice')} text={report.advice} />}
        </>
      )}
    </>
  );
}

function Part({ title, text, level, who = '' }: { readonly title: string; readonly text: string; readonly level: 2 | 3; readonly who?: string }) {
  return (
    <section className="coaching__section">
      <Heading level={level}>{title}</Heading>
      {who !== '' && <p className="coaching__detail">{who}</p>}
      <p className="coaching__text">{text}</p>
    </section>
  );
}
