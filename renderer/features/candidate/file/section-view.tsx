import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { formText } from '#shared/forms/form-definition.ts';
import { endOfRegister } from '#shared/domain/candidate/end-of-register.ts';
import type { Colleague } from '#shared/domain/records/colleagues.ts';
import { BsnValue } from '../bsn-value.tsx';
import { answersInWords } from './answers-in-words.ts';
import { mayWriteSection, titleOfSection, type FileSection } from './file-sections.ts';
import { SectionHistory } from './section-history.tsx';

export interface SectionViewProps {
  readonly section: FileSection;
  readonly dossier: DossierView;
  readonly colleagues: readonly Colleague[];
  readonly format: Format;
}

/** One part of the file, to read, with the way to change it and what stood there before. */
export function SectionView({ section, dossier, colleagues, format }: SectionViewProps) {
  const { t } = useTranslation(['file', 'words']);
  const { principal } = useDevice();
  const titleId = useId();
  const definition = section.form({ colleagues, dossier });
  const title = titleOfSection(definition, format.language);
  const groups = dossier.candidate?.groups ?? {};
  const [group] = section.groups;
  const isThere = groups[group] !== undefined;
  const items = itemsOf(section, definition, dossier, format, { yes: t('words:yes'), no: t('words:no') }, t('registerEnds'));
  const mayWrite = mayWriteSection(principal, dossier, section);
  return (
    <section id={section.id} aria-labelledby={titleId} className="file-section">
      <div className="file-section__head">
        <Heading level={2} id={titleId}>
          {title}
        </Heading>
        {mayWrite && (
          <TextLink to={paths.editCandidate(dossier.dossierId, section.id)} aria-label={t(isThere ? 'changeSection' : 'fillSection', { title })}>
            {t(isThere ? 'change' : 'fill')}
          </TextLink>
        )}
      </div>
      {items.length === 0 ? <p className="file-section__empty">{t('nothing')}</p> : <DataList items={items} />}
      <SectionHistory dossier={dossier} section={section} definition={definition} format={format} />
    </section>
  );
}

function itemsOf(section: FileSection, definition: ReturnType<FileSection['form']>, dossier: DossierView, format: Format, words: { readonly yes: string; readonly no: string }, registerEnds: string): readonly DataListItem[] {
  const groups = dossier.candidate?.groups ?? {};
  if (section.id === 'bsn') {
    return groups.bsn === undefined ? [] : [{ key: 'bsn', label: formText(definition, format.language, 'bsn.label'), value: <BsnValue dossierId={dossier.dossierId} bsn={groups.bsn.bsn} /> }];
  }
  const answers = answersInWords(definition, groups, format, words).map((answer): DataListItem => ({ key: answer.id, label: answer.label, value: <span className="file-section__text">{answer.text}</span> }));
  const ceasedOn = section.id === 'doelgroepregister' ? (groups.register?.ceasedOn ?? null) : null;
  return ceasedOn === null ? answers : [...answers, { key: 'ends', label: registerEnds, value: format.dayInWords(endOfRegister(ceasedOn)) }];
}
