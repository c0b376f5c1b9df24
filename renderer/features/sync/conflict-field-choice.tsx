import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { RadioButton } from '@utrecht/radio-button-react';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import type { Format } from '#renderer/app/use-format.ts';
import type { ConflictChoice, ConflictField } from '#renderer/data/views.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { fieldName, valueWords } from './field-words.ts';

export interface ConflictFieldChoiceProps {
  readonly name: string;
  readonly kind: Kind;
  readonly field: ConflictField;
  /** What the version that waits is called here. */
  readonly mineLabel: string;
  readonly format: Format;
  readonly chosen: ConflictChoice | null;
  readonly isMissing: boolean;
  readonly onChosen: (choice: ConflictChoice) => void;
}

/** Both versions of one field, side by side where there is room. */
export function ConflictFieldChoice({ name, kind, field, mineLabel, format, chosen, isMissing, onChosen }: ConflictFieldChoiceProps) {
  const { t } = useTranslation(['sync', 'words']);
  const nameOf = useNameOfColleague();
  const place = { kind, group: field.group, field: field.field };
  const errorId = useId();
  const options: readonly ConflictChoice[] = field.isText ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <fieldset className="conflict-field" aria-describedby={isMissing ? errorId : undefined}>
      <legend className="conflict-field__name">{fieldName(t, place)}</legend>
      {isMissing && <FormFieldErrorMessage id={errorId}>{t('conflictPage.missing')}</FormFieldErrorMessage>}
      <div className="conflict-field__options">
        {options.map((option) => (
          <label key={option} className="conflict-field__option">
            <RadioButton name={name} value={option} checked={chosen === option} invalid={isMissing} onChange={() => onChosen(option)} />
            <span>
              <span className="conflict-field__label">{option === 'mine' ? mineLabel : t(`conflictPage.choice.${option}`)}</span>
              {option !== 'both' && <span className="conflict-field__value">{valueWords({ t, format, nameOf }, place, field[option])}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
