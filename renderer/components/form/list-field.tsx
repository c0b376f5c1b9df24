import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import type { FormValues } from '#shared/forms/form-definition.ts';
import { itemsOf } from '#shared/forms/form-items.ts';
import { emptyItem, isBlankItem } from '#shared/forms/read-form.ts';
import { Button } from '../button.tsx';
import { UndoNotice } from '../undo-notice.tsx';
import { focusField } from './focus-field.ts';
import { elementIdOf, listAt, useForm, useFormText, useHint } from './form-context.tsx';
import { PlainFieldView } from './plain-field.tsx';

export interface ListFieldProps {
  readonly listId: string;
  /** Draws one item; without it its fields stand beside each other. */
  readonly item?: (position: number) => ReactNode;
  readonly legend?: 'visible' | 'hidden';
  /** Which fields of this item are drawn, where that is not all of them. */
  readonly shows?: (item: FormValues) => readonly string[];
}

/** None, one or several of the same; taking one away can be undone. */
export function ListField({ listId, item, legend = 'visible', shows }: ListFieldProps) {
  const { t } = useTranslation('form');
  const form = useForm();
  const text = useFormText();
  const field = listAt(form.definition, listId);
  const hint = useHint(listId);
  const error = form.errorAt([listId]);
  const items = itemsOf(form.values, listId);
  const [removed, setRemoved] = useState<{ readonly position: number; readonly item: FormValues } | null>(null);
  const id = elementIdOf([listId]);

  const add = () => {
    form.addItem(listId, items.length, emptyItem(field));
    setRemoved(null);
    focusSoon(elementIdOf([listId, items.length, field.fields[0]?.id ?? '']));
  };
  const remove = (position: number) => {
    const gone = items[position] ?? {};
    form.removeItem(listId, position);
    setRemoved(isBlankItem(field, gone) ? null : { position, item: gone });
    focusSoon(`${id}-add`);
  };
  /** From wherever one is in the list, so that a row of four takes no walk past every button of it. */
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || items.length >= field.maximum) return;
    event.preventDefault();
    add();
  };
  const undo = () => {
    if (removed === null) return;
    form.addItem(listId, removed.position, removed.item);
    setRemoved(null);
    focusSoon(elementIdOf([listId, removed.position, field.fields[0]?.id ?? '']));
  };

  return (
    // Each field keeps its own keys; this one is for the list as a whole.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset id={id} className="form-list" tabIndex={-1} onKeyDown={pressed}>
      <legend className={legend === 'hidden' ? 'visually-hidden' : 'form-list__legend'}>{text(`${listId}.label`)}</legend>
      {hint !== undefined && <FormFieldDescription>{hint}</FormFieldDescription>}
      {error !== null && <FormFieldErrorMessage>{error}</FormFieldErrorMessage>}
      {items.map((values, position) => (
        // oxlint-disable-next-line react/no-array-index-key -- an item has no identity but its place; its fields are controlled
        <fieldset key={position} className="form-list__item">
          <legend className={item === undefined ? 'visually-hidden' : 'form-list__item-title'}>{text(`${listId}.item`, { number: position + 1 })}</legend>
          {item === undefined ? (
            <div className="form-list__fields">
              {field.fields.filter(({ id: each }) => shows === undefined || shows(values).includes(each)).map((each) => (
                <PlainFieldView key={each.id} path={[listId, position, each.id]} />
              ))}
            </div>
          ) : (
            item(position)
          )}
          <Button appearance="subtle" className="form-list__remove" aria-label={text(`${listId}.remove`, { number: position + 1 })} onClick={() => remove(position)}>
            {t('remove')}
          </Button>
        </fieldset>
      ))}
      {removed !== null && <UndoNotice message={t('removed', { item: text(`${listId}.item`, { number: removed.position + 1 }) })} undoLabel={t('undo')} onUndo={undo} />}
      {items.length < field.maximum && (
        <p className="form-list__more">
          <Button id={`${id}-add`} appearance="secondary" onClick={add} aria-keyshortcuts="Alt+Enter">
            {text(`${listId}.add`)}
          </Button>
          {items.length > 0 && (
            <kbd className="form-list__keys" aria-hidden="true">
              Alt+Enter
            </kbd>
          )}
        </p>
      )}
    </fieldset>
  );
}

/** After React has drawn what the focus goes to. */
function focusSoon(elementId: string): void {
  requestAnimationFrame(() => void focusField(elementId));
}
