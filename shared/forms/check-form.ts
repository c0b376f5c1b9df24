import { hasSentence } from '../domain/sentences.ts';
import { failure, success, type Outcome } from '../lib/outcome.ts';
import { fieldsOf, type Condition, type FormDefinition, type FormField } from './form-definition.ts';
import { placesThatMustBeFilled } from './form-places.ts';
import { formDefinitionSchema } from './form-schema.ts';

/** What is wrong with a definition, for the administrator who publishes it: where, and a code of the catalogue `formcheck`. */
export interface FormFault {
  /** "sections.0.fields.2", or the id that it is about. */
  readonly where: string;
  readonly code: 'shape' | 'idTwice' | 'unknownField' | 'unknownChoice' | 'fieldBelow' | 'wordsMissing' | 'sentenceMissing' | 'placeMissing' | 'placeTwice' | 'suggestionForNoChoice' | 'notInside' | 'differsWithoutSuggestion' | 'otherVersion';
  readonly detail: string;
}

/**
 * Judges a definition wherever it comes from: the administrator's screen before it is published, a device when it
 * arrives. What passes can be asked, read, kept and shown.
 * @throws never
 */
export function checkForm(content: unknown): Outcome<FormDefinition, readonly FormFault[]> {
  const parsed = formDefinitionSchema.safeParse(content);
  if (!parsed.success) return failure(parsed.error.issues.slice(0, 50).map((issue) => ({ where: issue.path.map(String).join('.'), code: 'shape', detail: issue.message })));
  const definition = parsed.data;
  const faults = [...idFaults(definition), ...conditionFaults(definition), ...suggestionFaults(definition), ...wordFaults(definition), ...placeFaults(definition)];
  return faults.length > 0 ? failure(faults) : success(definition);
}

function idFaults(definition: FormDefinition): readonly FormFault[] {
  const twice = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index).map((id): FormFault => ({ where: id, code: 'idTwice', detail: id }));
  const fields = fieldsOf(definition);
  // Words are found by the id alone, so the fields of a list share one room with those of the form.
  const inLists = fields.flatMap((field) => (field.type === 'list' ? field.fields.map(({ id }) => id) : []));
  return [...twice(definition.sections.map(({ id }) => id)), ...twice([...fields.map(({ id }) => id), ...new Set(inLists)])];
}

function conditionFaults(definition: FormDefinition): readonly FormFault[] {
  const faults: FormFault[] = [];
  const above: FormField[] = [];
  const suggested = new Set(definition.suggestions?.map((each) => each.for));
  const check = (condition: Condition | undefined, known: readonly FormField[], where: string): void => {
    if (condition === undefined) return;
    if ('all' in condition) return condition.all.forEach((each) => check(each, known, where));
    if ('any' in condition) return condition.any.forEach((each) => check(each, known, where));
    if ('not' in condition) return check(condition.not, known, where);
    const id = 'differsFromSuggestion' in condition ? condition.differsFromSuggestion : condition.field;
    const field = known.find((each) => each.id === id);
    if (field === undefined) faults.push({ where, code: fieldsOf(definition).some((each) => each.id === id) ? 'fieldBelow' : 'unknownField', detail: id });
    else if ('differsFromSuggestion' in condition) {
      if (!suggested.has(id)) faults.push({ where, code: 'differsWithoutSuggestion', detail: id });
    } else for (const word of condition.isOneOf) if (!canBe(field, word)) faults.push({ where, code: 'unknownChoice', detail: `${id}: ${String(word)}` });
  };
  for (const section of definition.sections) {
    check(section.shownWhen, above, section.id);
    for (const field of section.fields) {
      check(field.shownWhen, above, field.id);
      const [fromHere] = [above.length];
      if (field.type === 'list') for (const [index, each] of field.fields.entries()) check(each.shownWhen, [...above.slice(0, fromHere), ...field.fields.slice(0, index)], `${field.id}.${each.id}`);
      for (const suggestion of definition.suggestions ?? []) if (suggestion.for === field.id) for (const rule of suggestion.rules) check(rule.when, above, `${field.id}: ${rule.value}`);
      above.push(field);
    }
  }
  for (const rule of definition.rules) {
    if (!above.some(({ id }) => id === rule.field)) faults.push({ where: rule.field, code: 'unknownField', detail: rule.field });
    if (rule.rule === 'requiredWhen') check(rule.when, above, rule.field);
    if (!hasSentence(rule.code)) faults.push({ where: rule.field, code: 'sentenceMissing', detail: rule.code });
  }
  return faults;
}

function canBe(field: FormField, word: string | boolean): boolean {
  if (field.type === 'switch') return typeof word === 'boolean';
  return (field.type === 'choice' || field.type === 'multiple') && typeof word === 'string' && field.choices.includes(word);
}

function suggestionFaults(definition: FormDefinition): readonly FormFault[] {
  return (definition.suggestions ?? []).flatMap(({ for: id, takes, rules }): readonly FormFault[] => {
    const field = fieldsOf(definition).find((each) => each.id === id);
    if (field === undefined || field.type !== (takes === 'first' ? 'choice' : 'multiple')) return [{ where: id, code: 'suggestionForNoChoice', detail: id }];
    return rules.filter(({ value }) => !canBe(field, value)).map(({ value }) => ({ where: id, code: 'unknownChoice', detail: value }));
  });
}

function wordFaults(definition: FormDefinition): readonly FormFault[] {
  const needed = new Set<string>(definition.sections.map(({ id }) => `${id}.title`));
  const add = (field: FormField): void => {
    needed.add(`${field.id}.label`);
    if (field.type === 'choice' || field.type === 'multiple') for (const choice of field.choices) needed.add(`${field.id}.${choice}`);
    if (field.type !== 'list') return;
    for (const word of ['item', 'add', 'remove']) needed.add(`${field.id}.${word}`);
    field.fields.forEach(add);
  };
  fieldsOf(definition).forEach(add);
  for (const { rules } of definition.suggestions ?? []) for (const { because } of rules) needed.add(because);
  return (['nl', 'en'] as const).flatMap((language) =>
    [...needed].filter((key) => definition.texts[language][key] === undefined).map((key): FormFault => ({ where: `texts.${language}`, code: 'wordsMissing', detail: key })),
  );
}

function placeFaults(definition: FormDefinition): readonly FormFault[] {
  const places = fieldsOf(definition).flatMap(({ writesTo, id }) => (writesTo === undefined ? [] : [{ id, place: writesTo.join('.') }]));
  const twice = places.filter(({ place }, index) => places.findIndex((each) => each.place === place) !== index);
  const faults: FormFault[] = twice.map(({ id, place }) => ({ where: id, code: 'placeTwice', detail: place }));
  const needed = placesThatMustBeFilled(definition.id);
  if (needed === null) return faults;
  for (const { place, type, choices } of needed.fields) {
    const field = fieldsOf(definition).find((each) => each.writesTo?.join('.') === place);
    const fits = field !== undefined && field.type === type && field.required === true && field.shownWhen === undefined && (choices === undefined || ('choices' in field && field.choices.every((each) => choices.includes(each))));
    if (!fits) faults.push({ where: place, code: 'placeMissing', detail: `${place} (${type})` });
  }
  for (const { id, place } of places) if (!needed.inside.some((group) => place.startsWith(`${group}.`))) faults.push({ where: id, code: 'notInside', detail: place });
  return faults;
}
