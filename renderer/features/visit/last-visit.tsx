import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import type { RecordView } from '#renderer/data/views.ts';

/** What was said and agreed last time, beside the form, so that nobody has to leave it to look. */
export function LastVisit({ visit, titled = true }: { readonly visit: RecordView<'visit'> | null; readonly titled?: boolean }) {
  const { t } = useTranslation(['visit', 'words']);
  const format = useFormat();
  const { facts, note } = visit?.groups ?? {};
  return (
    <div className="last-visit">
      {titled && (
        <Heading level={2} look={3}>
          {t('last.title')}
        </Heading>
      )}
      {facts === undefined && <p>{t('last.none')}</p>}
      {facts !== undefined && <p>{t('last.heldOn', { day: format.dayInWords(facts.heldOn), activity: t(`words:activity.${facts.activity}`) })}</p>}
      {note !== undefined && (
        <>
          <p className="last-visit__text">{note.observations}</p>
          {note.agreements.length > 0 && (
            <>
              <Heading level={3} look={4}>
                {t('last.agreements')}
              </Heading>
              <ul className="last-visit__list">
                {note.agreements.map(({ id, what, owner, dueOn }) => (
                  <li key={id ?? `${what} ${owner}`}>
                    {dueOn === null
                      ? t('last.agreement', { what, owner: t(`words:agreementOwner.${owner}`) })
                      : t('last.agreementDue', { what, owner: t(`words:agreementOwner.${owner}`), day: format.day(dueOn) })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}
