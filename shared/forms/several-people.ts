import type { Violation } from '../domain/violation.ts';
import type { Condition, FormDefinition, FormField, FormRule, FormSection, FormValues } from './form-definition.ts';
import { fieldsOf } from './form-definition.ts';
import type { FormReading } from './read-form.ts';

/** One of several people that a form is asked about at once. */
export interface PersonOnForm {
  /** Names this person's fields on the form, e.g. 'p1'; never changes while the draft lives. */
  readonly key: string;
  /** Stands above their questions. */
  readonly name: string;
}

/**
 * A form about one person, asked about several at once: what is the same for all is asked once, the rest once for each.
 * The result is a definition like any other, so drafts, reading, errors and keyboard come with it.
 * @param perPerson the ids of the fields that each person has of their own
 */
export function formForSeveral(definition: FormDefinition, perPerson: readonly string[], people: readonly PersonOnForm[]): FormDefinition {
  const own = new Set(perPerson);
  const common = definition.sections.map((section): FormSection => ({ ...section, fields: section.fields.filter(({ id }) => !own.has(id)) })).filter(({ fields }) => fields.length > 0);
  const ofPeople = people.map(({ key }): FormSection => ({
    id: personField(key, 'person'),
    fields: perPerson.flatMap((id) => fieldsOf(definition).filter((field) => field.id === id)).map((field) => ofPerson(field, key, own)),
  }));
  return {
    id: definition.id,
    version: definition.version,
    sections: [...common, ...ofPeople],
    rules: definition.rules.flatMap((rule): readonly FormRule[] => (own.has(rule.field) ? people.map(({ key }) => ruleOfPerson(rule, key, own)) : [rule])),
    texts: { nl: textsFor(definition.texts.nl, perPerson, people), en: textsFor(definition.texts.en, perPerson, people) },
  };
}

/** The id of one person's field: 'p1_observations'. */
export function personField(key: string, id: string): string {
  return `${key}_${id}`;
}

/** @returns the form about one person as it would have been filled in for them alone; what is wrong elsewhere is left out */
export function readingOf(definition: FormDefinition, perPerson: readonly string[], reading: FormReading, key: string): FormReading {
  const own = new Set(perPerson);
  const idOf = (id: string) => (own.has(id) ? personField(key, id) : id);
  const fields = fieldsOf(definition);
  return {
    answers: Object.fromEntries(fields.map(({ id }) => [id, reading.answers[idOf(id)] ?? null])),
    positions: Object.fromEntries(fields.flatMap(({ id }) => (reading.positions[idOf(id)] === undefined ? [] : [[id, reading.positions[idOf(id)] ?? []]]))),
    rests: Object.fromEntries(fields.flatMap(({ id }) => (reading.rests[idOf(id)] === undefined ? [] : [[id, reading.rests[idOf(id)] ?? []]]))),
    violations: [],
  };
}

/** Where on the form of several people a fault on one person's form stands. */
export function pathOfPerson(perPerson: readonly string[], key: string, path: Violation['path']): Violation['path'] {
  const [id, ...rest] = path;
  return typeof id === 'string' && perPerson.includes(id) ? [personField(key, id), ...rest] : path;
}

/** What is known of one person, by the ids of the form of several. */
export function valuesOfPerson(key: string, known: FormValues): FormValues {
  return Object.fromEntries(Object.entries(known).map(([id, value]) => [personField(key, id), value]));
}

function ofPerson(field: FormField, key: string, own: ReadonlySet<string>): FormField {
  const renamed = { ...field, id: personField(key, field.id), ...(field.shownWhen === undefined ? {} : { shownWhen: renamedCondition(field.shownWhen, key, own) }) };
  if (renamed.type !== 'minutes') return renamed;
  // Left empty it is a share here, not the whole.
  const { sameAs: _sameAs, ...share } = renamed;
  return share;
}

function ruleOfPerson(rule: FormRule, key: string, own: ReadonlySet<string>): FormRule {
  const field = personField(key, rule.field);
  return rule.rule === 'requiredWhen' ? { ...rule, field, when: renamedCondition(rule.when, key, own) } : { ...rule, field };
}

function renamedCondition(condition: Condition, key: string, own: ReadonlySet<string>): Condition {
  const idOf = (id: string) => (own.has(id) ? personField(key, id) : id);
  if ('all' in condition) return { all: condition.all.map((each) => renamedCondition(each, key, own)) };
  if ('any' in condition) return { any: condition.any.map((each) => renamedCondition(each, key, own)) };
  if ('not' in condition) return { not: renamedCondition(condition.not, key, own) };
  if ('differsFromSuggestion' in condition) return { differsFromSuggestion: idOf(condition.differsFromSuggestion) };
  return { ...condition, field: idOf(condition.field) };
}

function textsFor(texts: Readonly<Record<string, string>>, perPerson: readonly string[], people: readonly PersonOnForm[]): Readonly<Record<string, string>> {
  const all: Record<string, string> = { ...texts };
  for (const { key, name } of people) {
    all[`${personField(key, 'person')}.title`] = name;
    for (const [word, text] of Object.entries(texts)) {
      const [id = '', ...rest] = word.split('.');
      if (perPerson.includes(id)) all[[personField(key, id), ...rest].join('.')] = text;
    }
  }
  return all;
}
