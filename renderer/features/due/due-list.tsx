import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierId } from '#shared/domain/ids.ts';
import type { DueItem } from '#shared/domain/due/due-item.ts';
import type { DueLine } from './due-lines.ts';
import '#renderer/components/dated-list.css';

/** Each line: by when, who, what, and the reason. */
export function DueList({ lines, format }: { readonly lines: readonly DueLine[]; readonly format: Format }) {
  return (
    <ul className="dated-list">
      {lines.map(({ row, item, period }) => (
        <DueLineItem key={`${item.what}-${item.recordId}-${'text' in item ? item.text : ''}-${item.dueOn}`} row={row} item={item} period={period} format={format} />
      ))}
    </ul>
  );
}

/** Drawn again only when something of itself changed: of a hundred lines a save changes one. */
const DueLineItem = memo(function DueLineItem({ row, item, period, format }: DueLine & { readonly format: Format }) {
  const { t } = useTranslation('due');
  const words = wordsOf(item, format, t);
  const action = t(`action.${item.what}`);
  return (
    <li className="dated-list__item">
      <p className={period === 'late' ? 'due-list__day due-list__day--late' : 'due-list__day'}>
        {period === 'late' && <span className="visually-hidden">{t('late')} </span>}
        {format.nearDay(item.dueOn)}
      </p>
      <div>
        <p>
          <TextLink to={paths.candidate(row.dossierId)} className="dated-list__name">
            {row.name}
          </TextLink>
        </p>
        <p>{t(`item.${item.what}`, words)}</p>
        <p className="due-list__reason">{t(reasonOf(item), words)}</p>
      </div>
      <ActionLink to={actionOf(row.dossierId, item)} aria-label={`${action}, ${row.name}`}>
        {action}
      </ActionLink>
    </li>
  );
});

/** A day that the law names is not one that somebody agreed. */
const reasonOf = (item: DueItem): string => (item.what === 'measurement' && item.rule !== undefined ? `rule.${item.rule}` : `reason.${item.what}`);

type Words = (key: string) => string;

function wordsOf(item: DueItem, format: Format, t: Words): Readonly<Record<string, string>> {
  switch (item.what) {
    case 'contact':
      return { day: format.day(item.agreedOn) };
    case 'agreement':
      return { day: format.day(item.agreedOn), text: item.text, owner: t(`owner.${item.owner}`) };
    case 'plan-agreement':
      return { day: format.day(item.agreedOn), text: item.text, owner: t(`owner.${item.owner}`) };
    case 'plan-review':
      return { day: format.day(item.agreedOn) };
    case 'coaching-report':
      return { number: format.count(item.halfYear), employer: item.employer };
    case 'trial-end':
      return { employer: item.employer };
    case 'forfaitary':
      return { day: format.day(item.since), employer: item.employer };
    case 'measurement':
      return { day: format.day(item.measuredOn), value: format.count(item.loonwaarde) };
    case 'handover':
    case 'two-versions':
      return { day: format.day(item.dueOn) };
    case 'appointment':
      return { day: format.day(item.dueOn), about: t(`about.${item.about}`) };
  }
}

/** Where it is done. */
function actionOf(dossierId: DossierId, item: DueItem): string {
  switch (item.what) {
    case 'contact':
      return paths.newAppointment(dossierId);
    case 'agreement':
      return paths.visit(dossierId, item.recordId);
    // There its outcome is noted, and the next version begun.
    case 'plan-review':
    case 'plan-agreement':
      return paths.plan(dossierId, item.recordId);
    case 'measurement':
    case 'forfaitary':
    case 'trial-end':
    case 'coaching-report':
    case 'handover':
    case 'two-versions':
      return paths.candidate(dossierId);
    case 'appointment':
      return paths.agenda;
  }
}
