import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { formText, type ChoiceField, type FormDefinition, type FormLanguage, type MultipleField } from '#shared/forms/form-definition.ts';
import { withChoiceAdded, withChoiceMoved, withoutChoice, withText, type FieldLimits } from './edit-form.ts';
import { useKeepFocus } from './use-keep-focus.ts';

export interface ChoicesEditorProps {
  readonly field: ChoiceField | MultipleField;
  readonly limits: FieldLimits;
  readonly definition: FormDefinition;
  readonly onChange: (next: FormDefinition, what: string) => void;
}

const languages: readonly FormLanguage[] = ['nl', 'en'];

/** The answers one can choose from. Which there are is the record's where it counts them; their words are always the region's. */
export function ChoicesEditor({ field, limits, definition, onChange }: ChoicesEditorProps) {
  const { t } = useTranslation('regiondocument');
  const { language } = useFormat();
  const announce = useAnnounce();
  const keepFocus = useKeepFocus();
  const elementOf = (choice: string, part: string): string => `edit-${field.id}-${choice}-${part}`;
  const move = (choice: string, by: -1 | 1, place: number) => {
    onChange(withChoiceMoved(definition, field.id, choice, by), '');
    keepFocus(elementOf(choice, by === -1 ? 'up' : 'down'));
    announce(t('edit.moved', { place: place + by, count: field.choices.length }));
  };
  const remove = (choice: string, index: number) => {
    onChange(withoutChoice(definition, field.id, choice), '');
    const next = field.choices[index + 1] ?? field.choices[index - 1];
    if (next !== undefined) keepFocus(elementOf(next, 'nl'));
    announce(t('edit.removed'));
  };
  return (
    <fieldset className="form-editor__choices">
      <legend>{t('edit.choices')}</legend>
      {limits.fixedChoices && <p className="form-editor__facts">{t('edit.fixedChoices')}</p>}
      <ol className="form-editor__fields">
        {field.choices.map((choice, index) => {
          const name = formText(definition, language, `${field.id}.${choice}`);
          const isUsed = limits.usedChoices.has(choice);
          return (
            <li key={choice} className="form-editor__choice">
              <div className="form-row">
                {languages.map((each) => {
                  const value = definition.texts[each][`${field.id}.${choice}`] ?? '';
                  return (
                    <TextField
                      key={each}
                      id={elementOf(choice, each)}
                      label={t(`edit.choice.${each}`, { number: index + 1 })}
                      lang={each}
                      value={value}
                      error={value.trim() === '' ? t('edit.empty') : null}
                      onChange={(event) => onChange(withText(definition, each, `${field.id}.${choice}`, event.target.value), `${each} ${field.id}.${choice}`)}
                    />
                  );
                })}
              </div>
              <div className="form-editor__move">
                <Button id={elementOf(choice, 'up')} appearance="subtle" aria-disabled={index === 0} aria-label={t('edit.upOf', { name })} onClick={() => index > 0 && move(choice, -1, index + 1)}>
                  {t('edit.up')}
                </Button>
                <Button id={elementOf(choice, 'down')} appearance="subtle" aria-disabled={index === field.choices.length - 1} aria-label={t('edit.downOf', { name })} onClick={() => index < field.choices.length - 1 && move(choice, 1, index + 1)}>
                  {t('edit.down')}
                </Button>
                {!limits.fixedChoices && !isUsed && field.choices.length > 2 && (
                  <Button appearance="subtle" aria-label={t('edit.removeOf', { name })} onClick={() => remove(choice, index)}>
                    {t('edit.remove')}
                  </Button>
                )}
                {!limits.fixedChoices && isUsed && <span className="form-editor__facts">{t('edit.usedChoice')}</span>}
              </div>
            </li>
          );
        })}
      </ol>
      {!limits.fixedChoices && <NewChoice field={field} definition={definition} onChange={onChange} />}
    </fieldset>
  );
}

/** In both languages at once: an answer without words in one of them could not be published. */
function NewChoice({ field, definition, onChange }: Omit<ChoicesEditorProps, 'limits'>) {
  const { t } = useTranslation('regiondocument');
  const announce = useAnnounce();
  const [words, setWords] = useState<Readonly<Record<FormLanguage, string>>>({ nl: '', en: '' });
  const [tried, setTried] = useState(false);
  const add = () => {
    if (words.nl.trim() === '' || words.en.trim() === '') return setTried(true);
    onChange(withChoiceAdded(definition, field.id, { nl: words.nl.trim(), en: words.en.trim() }), '');
    announce(t('edit.added', { name: words.nl.trim() }));
    setWords({ nl: '', en: '' });
    setTried(false);
  };
  return (
    <div className="form-editor__new">
      <div className="form-row">
        {languages.map((language) => (
          <TextField
            key={language}
            label={t(`edit.newChoice.${language}`)}
            lang={language}
            value={words[language]}
            error={tried && words[language].trim() === '' ? t('edit.empty') : null}
            onChange={(event) => setWords({ ...words, [language]: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        ))}
      </div>
      <Button onClick={add}>{t('edit.addChoice')}</Button>
    </div>
  );
}
