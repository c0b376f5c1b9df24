import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asking } from '#shared/forms/asking.ts';
import type { FormPath } from '#shared/forms/change-values.ts';
import type { FormDefinition, FormField, FormLanguage, FormValues, ListField } from '#shared/forms/form-definition.ts';
import { fieldsOf, formText, hasFormText } from '#shared/forms/form-definition.ts';
import type { FormMoment, PlainField } from '#shared/forms/read-field.ts';

/** Everything a field needs of the form it stands in. */
export interface FormControl {
  readonly definition: FormDefinition;
  readonly language: FormLanguage;
  readonly moment: FormMoment;
  readonly values: FormValues;
  /** What the values make of the form: which questions are asked, what is proposed. */
  readonly asking: Asking;
  readonly setValue: (path: FormPath, value: unknown) => void;
  readonly addItem: (listId: string, position: number, item: FormValues) => void;
  readonly removeItem: (listId: string, position: number) => void;
  /** The sentence to show beside this field, or null. */
  readonly errorAt: (path: FormPath) => string | null;
  /** A field was left: what is unreadable in it may be said now. */
  readonly left: (path: FormPath) => void;
}

const FormContext = createContext<FormControl | null>(null);

export function FormProvider({ form, children }: { readonly form: FormControl; readonly children: ReactNode }) {
  return <FormContext value={form}>{children}</FormContext>;
}

/** @throws Error outside a form */
export function useForm(): FormControl {
  const form = useContext(FormContext);
  if (form === null) throw new Error('useForm: no FormProvider above this component');
  return form;
}

/** @throws Error when the definition has no such field: a mistake in the code of the page */
export function fieldAt(definition: FormDefinition, path: FormPath): PlainField {
  const field = topField(definition, path);
  const found = field.type === 'list' ? field.fields.find(({ id }) => id === path[2]) : field;
  if (found === undefined) throw new Error(`fieldAt: ${path.join('.')}`);
  return found;
}

export function listAt(definition: FormDefinition, listId: string): ListField {
  const field = topField(definition, [listId]);
  if (field.type !== 'list') throw new Error(`listAt: ${listId}`);
  return field;
}

function topField(definition: FormDefinition, path: FormPath): FormField {
  const field = fieldsOf(definition).find(({ id }) => id === path[0]);
  if (field === undefined) throw new Error(`topField: ${path.join('.')}`);
  return field;
}

/** The id of the element that says this field, so that an error can link to it. */
export function elementIdOf(path: FormPath): string {
  return ['field', ...path].join('-');
}

/** The words of the form in the reader's language. */
export function useFormText(): (key: string, params?: Readonly<Record<string, string | number>>) => string {
  const { definition, language } = useForm();
  return (key, params = {}) => formText(definition, language, key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** @returns undefined where the form has nothing to explain */
export function useHint(fieldId: string): string | undefined {
  const { definition } = useForm();
  const text = useFormText();
  return hasFormText(definition, `${fieldId}.hint`) ? text(`${fieldId}.hint`) : undefined;
}

/** Says so where a field may be left empty, unless its explanation does or it stands in a line of a list. */
export function useLabel(path: FormPath): string {
  const { t } = useTranslation('form');
  const { definition } = useForm();
  const text = useFormText();
  const field = fieldAt(definition, path);
  const label = text(`${field.id}.label`);
  const saysSo = field.required === true || path.length > 1 || (field.type === 'minutes' && field.sameAs !== undefined);
  return saysSo ? label : t('optional', { label });
}
