import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import type { RecordView } from '#renderer/data/views.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { CoachingReportContent } from '#renderer/features/coaching/coaching-report-content.tsx';
import { TaskTable } from '#renderer/features/measurement/task-table.tsx';
import type { Groups } from '#shared/domain/kinds.ts';
import '#renderer/features/coaching/coaching.css';
import '#renderer/features/measurement/measurement.css';

/** The heart of what lies under the pen, in words of the person who signs. Another kind of record brings its own part. */
export function WhatIsSigned({ record }: { readonly record: RecordView }) {
  switch (record.kind) {
    case 'measurement':
      return <SignedMeasurement groups={record.groups as Groups<'measurement'>} />;
    case 'coachingReport':
      return <SignedCoachingReport groups={record.groups as Groups<'coachingReport'>} />;
    case 'plan':
      return <SignedPlan groups={record.groups as Groups<'plan'>} />;
    default:
      return null;
  }
}

function SignedCoachingReport({ groups }: { readonly groups: Groups<'coachingReport'> }) {
  const { t } = useTranslation(['signature', 'words']);
  if (groups.facts === undefined) return null;
  return (
    <section className="sign-page__content" aria-labelledby="what-is-signed">
      <Heading level={2} id="what-is-signed">
        {t(`words:coachingResult.${groups.facts.result}`)}
      </Heading>
      <CoachingReportContent groups={groups} headingLevel={3} />
    </section>
  );
}

function SignedMeasurement({ groups: { facts, tasks, views, result } }: { readonly groups: Groups<'measurement'> }) {
  const { t } = useTranslation(['signature', 'measurement']);
  if (facts === undefined || tasks === undefined || result === undefined) return null;
  return (
    <section className="sign-page__content" aria-labelledby="what-is-signed">
      <Heading level={2} id="what-is-signed">
        {t('what.measurement', { loonwaarde: result.loonwaarde })}
      </Heading>
      <p>{t('what.function', { function: facts.functionPerformed, employer: facts.employerName })}</p>
      {views !== undefined && (
        <dl className="explanations">
          {(['employee', 'employer'] as const).map((who) => (
            <div key={who}>
              <dt>{t(`what.view.${who}`)}</dt>
              <dd className="report__text">{views[who]}</dd>
            </div>
          ))}
        </dl>
      )}
      <details className="working-details">
        <summary>{t('what.tasks')}</summary>
        {tasks.regularPerformance ? <p>{t('measurement:loonwaarde.line.regularPerformance')}</p> : <TaskTable tasks={tasks} result={result} />}
      </details>
    </section>
  );
}

/** What both sides promise: that is what one signs a plan for. */
function SignedPlan({ groups: { content, agreements } }: { readonly groups: Groups<'plan'> }) {
  const { t } = useTranslation(['signature', 'words']);
  const format = useFormat();
  if (content === undefined || agreements === undefined) return null;
  return (
    <section className="sign-page__content" aria-labelledby="what-is-signed">
      <Heading level={2} id="what-is-signed">
        {content.goal}
      </Heading>
      <p className="report__text">{content.ownPart}</p>
      <ul className="sign-page__agreements">
        {agreements.items.map(({ id, what, owner, dueOn }) => (
          <li key={id}>
            {what}
            <span className="signed-line__statement">{t('what.agreement', { owner: t(`words:planOwner.${owner}`), day: format.dayInWords(dueOn) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
