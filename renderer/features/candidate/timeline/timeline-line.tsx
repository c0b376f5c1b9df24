import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { RecordStatus } from '#renderer/data/views.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { UserId } from '#shared/domain/ids.ts';

export interface TimelineLineProps {
  readonly title: string;
  /** Where it can be read; left out when this line says everything. */
  readonly to?: string;
  /** Beside the title, when it needs an eye. */
  readonly badge?: ReactNode;
  /** At most two lines of it are shown. */
  readonly text?: string | undefined;
  /** Who did it: a colleague by id, or a name as it was written down. */
  readonly by?: { readonly userId: UserId } | { readonly name: string } | undefined;
  readonly status?: RecordStatus | undefined;
}

/** How everything that happened is told: what, a little of it, by whom, and whether it was sent. */
export function TimelineLine({ title, to, badge, text, by, status }: TimelineLineProps) {
  const { t } = useTranslation('candidate');
  const nameOf = useNameOfColleague();
  return (
    <div className="timeline__body">
      <div className="timeline__head">
        {to === undefined ? (
          <span className="timeline__title">{title}</span>
        ) : (
          <TextLink to={to} className="timeline__link">
            {title}
          </TextLink>
        )}
        {badge}
      </div>
      {text !== undefined && text !== '' && <p className="timeline__text">{text}</p>}
      {(by !== undefined || status !== undefined) && (
        <p className="timeline__status">
          {by !== undefined && <span>{t('timeline.by', { name: 'name' in by ? by.name : nameOf(by.userId) })}</span>}
          {status !== undefined && <RecordStatusText status={status} />}
        </p>
      )}
    </div>
  );
}
