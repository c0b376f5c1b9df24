import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@utrecht/checkbox-react';
import { useFormat } from '#renderer/app/use-format.ts';
import { TextField } from '#renderer/components/field.tsx';
import { formText, type FormDefinition, type FormField, type FormLanguage } from '#shared/forms/form-definition.ts';
import { ChoicesEditor } from './choices-editor.tsx';
import { limitsOf, withRequired, withText } from './edit-form.ts';

export interface FieldEditorProps {
  readonly field: FormField;
  readonly definition: FormDefinition;
  readonly onChange: (next: FormDefinition, what: string) => void;
  /** A question inside a list: its words only. */
  readonly inList?: boolean;
}

const languages: readonly FormLanguage[] = ['nl', 'en'];

/** One question, closed to its words and what kind it is; open to all that may be changed of it. */
export function FieldEditor({ field, definition, onChange, inList = false }: FieldEditorProps) {
  const { t } = useTranslation('regiondocument');
  const { language } = useFormat();
  const [open, setOpen] = useState(false);
  const name = formText(definition, language, `${field.id}.label`);
  const facts = [t(`edit.kind.${field.type}`), ...(field.required === true ? [t('edit.isRequired')] : []), ...(field.shownWhen === undefined ? [] : [t('edit.isConditional')])];
  return (
    <details className="form-editor__question" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="form-editor__name">{name}</span> <span className="form-editor__facts">{facts.join(', ')}</span>
      </summary>
      {open && <Body field={field} definition={definition} onChange={onChange} inList={inList} />}
    </details>
  );
}

function Body({ field, definition, onChange, inList = false }: FieldEditorProps) {
  const { t } = useTranslation('regiondocument');
  const limits = limitsOf(definition, field, inList);
  const words = (language: FormLanguage, part: 'label' | 'hint') => {
    const key = `${field.id}.${part}`;
    const value = definition.texts[language][key] ?? '';
    return (
      <TextField
        key={`${language} ${part}`}
        label={t(`edit.${part}.${language}`)}
        lang={language}
        value={value}
        error={part === 'label' && value.trim() === '' ? t('edit.empty') : null}
        onChange={(event) => onChange(withText(definition, language, key, event.target.value), `${language} ${key}`)}
      />
    );
  };
  return (
    <div className="form-editor__body">
      <div className="form-row">{languages.map((language) => words(language, 'label'))}</div>
      <div className="form-row">{languages.map((language) => words(language, 'hint'))}</div>
      {!inList && field.type !== 'switch' && (
        <div className="form-switch">
          <label className="form-switch__line" htmlFor={`edit-${field.id}-required`}>
            <Checkbox
              id={`edit-${field.id}-required`}
              checked={field.required === true}
              disabled={limits.mustBeAsked}
              aria-describedby={limits.mustBeAsked ? `edit-${field.id}-must` : undefined}
              onChange={(event) => onChange(withRequired(definition, field.id, event.target.checked), '')}
            />
            <span>{t('edit.required')}</span>
          </label>
          {limits.mustBeAsked && <p id={`edit-${field.id}-must`} className="form-editor__facts">{t('edit.mustBeAsked')}</p>}
        </div>
      )}
      {(field.type === 'choice' || field.type === 'multiple') && <ChoicesEditor field={field} limits={limits} definition={definition} onChange={onChange} />}
      {field.type === 'list' && (
        <ul className="form-editor__fields">
          {field.fields.map((each) => (
            <li key={each.id}>
              <FieldEditor field={each} definition={definition} onChange={onChange} inList />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
