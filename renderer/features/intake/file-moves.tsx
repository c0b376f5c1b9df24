import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@utrecht/checkbox-react';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { FileMove } from './moves-of-intake.ts';

/** Where the draft notes that the file itself stays as it is. */
export const leaveFileKey = 'leaveFile';

/** What the decision changes in the file, said before it happens. Nothing when it changes nothing. */
export function FileMoves({ moves }: { readonly moves: readonly FileMove[] }) {
  const { t } = useTranslation(['intake', 'words']);
  const form = useForm();
  const id = useId();
  if (moves.length === 0) return null;
  const words = (what: FileMove['what'], value: string | number): string => {
    const word = t(`words:${what}.${value}`);
    return what === 'candidateGroup' || what === 'selfReliance' ? `${value} ${word}` : word;
  };
  return (
    <div className="file-moves">
      <Heading level={3} look={4}>
        {t('moves.title')}
      </Heading>
      <ul id={`${id}-list`} className="file-moves__list">
        {moves.map(({ what, from, to }) => (
          <li key={what}>{t('moves.line', { what: t(`moves.${what}`), from: words(what, from), to: words(what, to) })}</li>
        ))}
      </ul>
      <label className="form-switch__line form-switch" htmlFor={id}>
        <Checkbox id={id} checked={form.values[leaveFileKey] !== true} aria-describedby={`${id}-list`} onChange={(event) => form.setValue([leaveFileKey], !event.target.checked)} />
        <span>{t('moves.apply')}</span>
      </label>
    </div>
  );
}
