import { useTranslation } from 'react-i18next';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import type { Format } from '#renderer/app/use-format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { historyOf, reasonOf } from '../history/group-history.ts';
import { answersInWords } from './answers-in-words.ts';
import type { FileSection } from './file-sections.ts';

export interface SectionHistoryProps {
  readonly dossier: DossierView;
  readonly section: FileSection;
  readonly definition: FormDefinition;
  readonly format: Format;
}

/** What stood there before: who changed it, when, and from what to what. */
export function SectionHistory({ dossier, section, definition, format }: SectionHistoryProps) {
  const { t } = useTranslation(['file', 'words']);
  const nameOf = useNameOfColleague();
  const words = { yes: t('words:yes'), no: t('words:no') };
  const [group] = section.groups;
  const versions = historyOf(dossier, group);
  if (versions.length < 2) return null;
  const inWords = (data: unknown) => new Map(answersInWords(definition, { [group]: data }, format, words).map((answer) => [answer.id, answer]));
  const changes = versions.slice(1).map((version, index) => {
    const [before, after] = [inWords(versions[index]?.data), inWords(version.data)];
    const fields = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id)?.text !== after.get(id)?.text);
    return { version, fields: fields.map((id) => ({ id, label: (after.get(id) ?? before.get(id))?.label ?? '', from: before.get(id)?.text ?? '', to: after.get(id)?.text ?? '' })) };
  });
  return (
    <details className="section-history">
      <summary>{t('history.title', { count: changes.length })}</summary>
      <ol className="section-history__changes">
        {changes.toReversed().map(({ version, fields }) => (
          <li key={version.key}>
            <p className="section-history__when">{t('history.by', { moment: format.moment(version.atMs), name: nameOf(version.by) })}</p>
            {group === 'status' && <p>{reasonOf(dossier, version)?.reason}</p>}
            <ul>
              {fields.map(({ id, label, from, to }) => (
                <li key={id}>
                  {label}: {/* A BSN is not shown by looking at what it was before. */}
                  {group === 'bsn' ? t('history.hidden') : t('history.fromTo', { from: from === '' ? t('history.nothing') : from, to: to === '' ? t('history.nothing') : to })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
