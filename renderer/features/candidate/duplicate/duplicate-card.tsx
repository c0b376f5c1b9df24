import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useColleagues } from '#renderer/app/use-colleagues.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { CaseloadRow, DuplicatePair } from '#renderer/data/views.ts';
import { municipalityName } from '#shared/domain/municipalities.ts';
import type { UserId } from '#shared/domain/ids.ts';

export interface DuplicateCardProps {
  readonly pair: DuplicatePair;
  readonly format: Format;
  readonly onJoin: (kept: CaseloadRow) => void;
  readonly onSeparate: () => void;
}

/** Two files side by side, with what speaks for one person, and the choice. */
export function DuplicateCard({ pair, format, onJoin, onSeparate }: DuplicateCardProps) {
  const { t } = useTranslation('file');
  const titleId = useId();
  const { one, other, because } = pair;
  return (
    <article className="duplicate-card" aria-labelledby={titleId}>
      <Heading level={2} id={titleId}>
        {one.name === other.name ? one.name : t('duplicates.and', { one: one.name, other: other.name })}
      </Heading>
      <p>{t(`known.because.${because}`)}</p>
      <div className="duplicate-card__files">
        <OneFile row={one} format={format} number={1} onJoin={() => onJoin(one)} />
        <OneFile row={other} format={format} number={2} onJoin={() => onJoin(other)} />
      </div>
      <ButtonRow>
        <Button appearance="subtle" onClick={onSeparate}>
          {t('duplicates.separate')}
        </Button>
      </ButtonRow>
    </article>
  );
}

function OneFile({ row, format, number, onJoin }: { readonly row: CaseloadRow; readonly format: Format; readonly number: number; readonly onJoin: () => void }) {
  const { t } = useTranslation(['file', 'words']);
  const colleagues = useColleagues();
  const nameOf = (userId: UserId | null | undefined): string => (userId === null || userId === undefined ? t('team.none') : (colleagues.get(userId)?.displayName ?? t('colleague.unknown')));
  return (
    <section className="duplicate-card__file">
      <Heading level={3}>{t('duplicates.file', { number })}</Heading>
      <p>
        <TextLink to={paths.candidate(row.dossierId)}>{row.name}</TextLink>
      </p>
      <dl>
        <dt>{t('duplicates.birthDate')}</dt>
        <dd>{row.birthDate === null ? '' : format.day(row.birthDate)}</dd>
        <dt>{t('duplicates.municipality')}</dt>
        <dd>{row.municipality === null ? '' : municipalityName(row.municipality)}</dd>
        <dt>{t('words:role.jobcoach')}</dt>
        <dd>{nameOf(row.team?.jobcoach)}</dd>
        <dt>{t('duplicates.lastVisit')}</dt>
        <dd>{row.lastVisitOn === null ? t('duplicates.noVisit') : format.dayInWords(row.lastVisitOn)}</dd>
      </dl>
      <Button appearance="secondary" onClick={onJoin}>
        {t('duplicates.join', { number })}
      </Button>
    </section>
  );
}
