import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '@utrecht/form-field-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormLabel } from '@utrecht/form-label-react';
import { Heading } from '#renderer/components/heading.tsx';
import { guardWordsId } from '#shared/domain/guard/guard-words.ts';
import { jsonOf, textsIn, wordBoxes, type WordTexts } from './words-of-list.ts';

export interface WordsEditorProps {
  /** The list as JSON text. */
  readonly text: string;
  readonly version: number;
  readonly onChange: (text: string) => void;
}

/** The words of the guard, a word a line. Nothing when the text is no list of words: then that is what must be mended. */
export function WordsEditor({ text, version, onChange }: WordsEditorProps) {
  const { t } = useTranslation('regiondocument');
  // What was typed here last, with the line that is still empty; the JSON does not have it.
  const [typed, setTyped] = useState<{ readonly text: string; readonly texts: WordTexts } | null>(null);
  const texts = typed?.text === text ? typed.texts : textsIn(text);
  if (texts === null) return null;
  return (
    <section className="form-editor__whole" aria-labelledby="words-editor-title">
      <Heading level={2} id="words-editor-title">
        {t('wordsEdit.title')}
      </Heading>
      <p>{t('wordsEdit.lead', { version })}</p>
      <p>{t('wordsEdit.star')}</p>
      {wordBoxes.map((box) => {
        const id = `words-${box.replace('.', '-')}`;
        return (
          <FormField
            key={box}
            className="field form-area"
            label={<FormLabel htmlFor={id}>{t(`wordsEdit.box.${box}.label`)}</FormLabel>}
            description={<FormFieldDescription id={`${id}-description`}>{t(`wordsEdit.box.${box}.hint`)}</FormFieldDescription>}
          >
            <textarea
              id={id}
              className="utrecht-textarea utrecht-textarea--html-textarea region-document__words"
              rows={6}
              spellCheck={false}
              autoComplete="off"
              aria-describedby={`${id}-description`}
              value={texts[box]}
              onChange={(event) => {
                const next = { ...texts, [box]: event.target.value };
                const json = jsonOf({ id: guardWordsId, version }, next);
                setTyped({ text: json, texts: next });
                onChange(json);
              }}
            />
          </FormField>
        );
      })}
    </section>
  );
}
