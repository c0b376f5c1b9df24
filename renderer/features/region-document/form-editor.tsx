import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { formText, type FormDefinition, type FormSection } from '#shared/forms/form-definition.ts';
import { withFieldMoved, withText } from './edit-form.ts';
import { FieldEditor } from './field-editor.tsx';
import { useKeepFocus } from './use-keep-focus.ts';

export interface FormEditorProps {
  readonly definition: FormDefinition;
  /** @param what which field is typed in: several letters in one box are one change to take back */
  readonly onChange: (next: FormDefinition, what: string) => void;
}

/** The form question by question: its words, its answers, whether it must be answered, and the order. */
export function FormEditor({ definition, onChange }: FormEditorProps) {
  return (
    <div className="form-editor">
      {definition.sections.map((section) => (
        <SectionEditor key={section.id} section={section} definition={definition} onChange={onChange} />
      ))}
    </div>
  );
}

function SectionEditor({ section, definition, onChange }: FormEditorProps & { readonly section: FormSection }) {
  const { t } = useTranslation('regiondocument');
  const { language } = useFormat();
  const announce = useAnnounce();
  const keepFocus = useKeepFocus();
  const title = formText(definition, language, `${section.id}.title`);
  const move = (fieldId: string, by: -1 | 1, place: number) => {
    onChange(withFieldMoved(definition, fieldId, by), '');
    keepFocus(moveId(fieldId, by));
    announce(t('edit.moved', { place: place + by, count: section.fields.length }));
  };
  return (
    <section className="form-editor__section" aria-labelledby={`edit-${section.id}`}>
      <Heading level={3} id={`edit-${section.id}`}>
        {title}
      </Heading>
      <div className="form-row">
        {(['nl', 'en'] as const).map((each) => (
          <TextField
            key={each}
            label={t(`edit.sectionTitle.${each}`)}
            lang={each}
            value={definition.texts[each][`${section.id}.title`] ?? ''}
            error={(definition.texts[each][`${section.id}.title`] ?? '').trim() === '' ? t('edit.empty') : null}
            onChange={(event) => onChange(withText(definition, each, `${section.id}.title`, event.target.value), `${each} ${section.id}.title`)}
          />
        ))}
      </div>
      <ol className="form-editor__fields">
        {section.fields.map((field, index) => {
          const name = formText(definition, language, `${field.id}.label`);
          return (
            <li key={field.id} className="form-editor__field">
              <FieldEditor field={field} definition={definition} onChange={onChange} />
              <div className="form-editor__move">
                <Button id={moveId(field.id, -1)} appearance="subtle" aria-disabled={index === 0} aria-label={t('edit.upOf', { name })} onClick={() => index > 0 && move(field.id, -1, index + 1)}>
                  {t('edit.up')}
                </Button>
                <Button id={moveId(field.id, 1)} appearance="subtle" aria-disabled={index === section.fields.length - 1} aria-label={t('edit.downOf', { name })} onClick={() => index < section.fields.length - 1 && move(field.id, 1, index + 1)}>
                  {t('edit.down')}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const moveId = (fieldId: string, by: -1 | 1): string => `edit-${fieldId}-${by === -1 ? 'up' : 'down'}`;
