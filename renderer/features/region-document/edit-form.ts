import { fieldsOf, type Condition, type FormDefinition, type FormField, type FormLanguage } from '#shared/forms/form-definition.ts';
import { placesThatMustBeFilled } from '#shared/forms/form-places.ts';

/*
 * The changes that a region makes to a form, each a new definition: nothing here knows a screen. What they lead to is
 * judged by `checkForm` as everything that is published; what can be told beforehand is told by `limitsOf`.
 */

/** Sets the words of a key; without words a help text is gone. */
export function withText(definition: FormDefinition, language: FormLanguage, key: string, text: string): FormDefinition {
  const { [key]: _, ...others } = definition.texts[language];
  return { ...definition, texts: { ...definition.texts, [language]: text === '' && key.endsWith('.hint') ? others : { ...definition.texts[language], [key]: text } } };
}

export function withRequired(definition: FormDefinition, fieldId: string, required: boolean): FormDefinition {
  return withField(definition, fieldId, (field) => {
    const { required: _, ...others } = field;
    return required ? { ...others, required } : others;
  });
}

/** Moves a question within its section. @param by -1 up, 1 down */
export function withFieldMoved(definition: FormDefinition, fieldId: string, by: -1 | 1): FormDefinition {
  return { ...definition, sections: definition.sections.map((section) => ({ ...section, fields: moved(section.fields, section.fields.findIndex(({ id }) => id === fieldId), by) })) };
}

export function withChoiceMoved(definition: FormDefinition, fieldId: string, choice: string, by: -1 | 1): FormDefinition {
  return withChoices(definition, fieldId, (choices) => moved(choices, choices.indexOf(choice), by));
}

/** The word itself is made once and never shown: its texts may change later, the answers that name it may not. */
export function withChoiceAdded(definition: FormDefinition, fieldId: string, words: Readonly<Record<FormLanguage, string>>): FormDefinition {
  const field = findField(definition, fieldId);
  if (field === undefined || !('choices' in field)) return definition;
  const word = newWord(words.nl, field.choices);
  const added = withChoices(definition, fieldId, (choices) => [...choices, word]);
  return withText(withText(added, 'nl', `${fieldId}.${word}`, words.nl), 'en', `${fieldId}.${word}`, words.en);
}

/** What was answered with it before stays readable: earlier versions keep it. */
export function withoutChoice(definition: FormDefinition, fieldId: string, choice: string): FormDefinition {
  const key = `${fieldId}.${choice}`;
  const without = (language: FormLanguage) => Object.fromEntries(Object.entries(definition.texts[language]).filter(([each]) => each !== key));
  return { ...withChoices(definition, fieldId, (choices) => choices.filter((each) => each !== choice)), texts: { nl: without('nl'), en: without('en') } };
}

export interface FieldLimits {
  /** Without an answer to it no record can be made. */
  readonly mustBeAsked: boolean;
  /** The record knows these answers and no others: their words may change, they themselves may not. */
  readonly fixedChoices: boolean;
  /** Answers that a condition or a proposal of the form speaks of. */
  readonly usedChoices: ReadonlySet<string>;
}

/** What must stay as it is for the form to work. */
export function limitsOf(definition: FormDefinition, field: FormField, inList: boolean): FieldLimits {
  const place = field.writesTo?.join('.') ?? '';
  const needed = inList ? undefined : placesThatMustBeFilled(definition.id)?.fields.find((each) => each.place === place);
  return { mustBeAsked: inList || needed !== undefined, fixedChoices: inList || needed?.choices !== undefined, usedChoices: usedChoices(definition, field.id) };
}

export function findField(definition: FormDefinition, fieldId: string): FormField | undefined {
  return fieldsOf(definition).find(({ id }) => id === fieldId);
}

function usedChoices(definition: FormDefinition, fieldId: string): ReadonlySet<string> {
  const used = new Set<string>();
  const look = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    if ('all' in condition) return condition.all.forEach(look);
    if ('any' in condition) return condition.any.forEach(look);
    if ('not' in condition) return look(condition.not);
    if ('isOneOf' in condition && condition.field === fieldId) for (const word of condition.isOneOf) used.add(String(word));
  };
  for (const section of definition.sections) {
    look(section.shownWhen);
    for (const field of section.fields) {
      look(field.shownWhen);
      if (field.type === 'list') for (const each of field.fields) look(each.shownWhen);
    }
  }
  for (const rule of definition.rules) if (rule.rule === 'requiredWhen') look(rule.when);
  for (const suggestion of definition.suggestions ?? []) {
    for (const { value, when } of suggestion.rules) {
      look(when);
      if (suggestion.for === fieldId) used.add(value);
    }
  }
  return used;
}

function withChoices(definition: FormDefinition, fieldId: string, change: (choices: readonly string[]) => readonly string[]): FormDefinition {
  return withField(definition, fieldId, (field) => ('choices' in field ? { ...field, choices: change(field.choices) } : field));
}

function withField(definition: FormDefinition, fieldId: string, change: (field: FormField) => FormField): FormDefinition {
  return { ...definition, sections: definition.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.id === fieldId ? change(field) : field)) })) };
}

function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const item = items[index];
  const other = items[index + by];
  return item === undefined || other === undefined ? items : items.map((each, at) => (at === index ? other : at === index + by ? item : each));
}

/** "Werkt 's nachts" becomes "werkt-s-nachts"; of two that sound the same the second gets a number. */
function newWord(label: string, taken: readonly string[]): string {
  const plain = label.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'antwoord';
  let word = plain;
  for (let number = 2; taken.includes(word); number += 1) word = `${plain}-${number}`;
  return word;
}
