import { useTranslation } from 'react-i18next';
import { BoxField } from '#renderer/components/form/box-field.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { FormReading } from '#shared/forms/read-form.ts';
import { personField } from '#shared/forms/several-people.ts';
import { divisionOf, type GroupMember } from './group-visit-of-form.ts';

/** Who gets how much of the time: equal shares that add up to the minute, until somebody fills in another one. */
export function DivisionOfTime({ members, names, reading }: { readonly members: readonly GroupMember[]; readonly names: readonly string[]; readonly reading: FormReading }) {
  const { t } = useTranslation(['groupvisit', 'words']);
  const { errorAt } = useForm();
  const { wholeMinutes, fixedMinutes, shares } = divisionOf(reading, members);
  const sum = shares === null ? fixedMinutes.reduce<number>((total, share) => total + (share ?? 0), 0) : shares.reduce((total, share) => total + share, 0);
  return (
    <section aria-labelledby="division-title" className="form-section">
      <Heading level={2} id="division-title">
        {t('division.title')}
      </Heading>
      <p>{t('division.how')}</p>
      <ul className="division">
        {members.map(({ key }, index) => {
          const fixed = fixedMinutes[index] ?? null;
          const share = shares?.[index];
          return (
            <li key={key} className="division__line">
              <BoxField path={[personField(key, 'candidateMinutes')]} label={t('division.minutesOf', { name: names[index] ?? '' })} />
              <p className="division__share">
                {share !== undefined && (fixed === null ? t('division.share', { minutes: t('words:minutes', { count: share }) }) : t('division.own', { minutes: t('words:minutes', { count: fixed }) }))}
              </p>
            </li>
          );
        })}
      </ul>
      <p className={shares === null && wholeMinutes !== null ? 'division__sum division__sum--wrong' : 'division__sum'}>
        {wholeMinutes === null ? t('division.unknown') : shares === null ? t('division.wrong', { sum, whole: wholeMinutes }) : t('division.right', { count: wholeMinutes })}
      </p>
      {members[0] !== undefined && errorAt([personField(members[0].key, 'candidateMinutes')]) === null && <p className="division__journey">{t('division.journey')}</p>}
    </section>
  );
}
