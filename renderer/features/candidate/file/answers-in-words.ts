import type { Format } from '#renderer/app/use-format.ts';
import { fieldsOf, formText, type FormDefinition, type FormField, type ListField } from '#shared/forms/form-definition.ts';
import type { PlainField } from '#shared/forms/read-field.ts';
import { isDay } from '#shared/lib/calendar.ts';

export interface AnswerInWords {
  readonly id: string;
  readonly label: string;
  /** Several lines where there are several items. */
  readonly text: string;
}

export interface YesAndNo {
  readonly yes: string;
  readonly no: string;
}

/**
 * What a record says, in the words of the form that asks it. What was not filled in is left out.
 * @param groups the data of the record's groups
 */
export function answersInWords(definition: FormDefinition, groups: Readonly<Record<string, unknown>>, format: Format, words: YesAndNo): readonly AnswerInWords[] {
  return fieldsOf(definition).flatMap((field) => {
    const answer = field.writesTo === undefined ? undefined : at(groups, field.writesTo);
    const text = field.type === 'list' ? listText(definition, field, answer, format, words) : textOf(definition, field, answer, format, words);
    return text === '' ? [] : [{ id: field.id, label: formText(definition, format.language, `${field.id}.label`), text }];
  });
}

function listText(definition: FormDefinition, field: ListField, answer: unknown, format: Format, words: YesAndNo): string {
  if (!Array.isArray(answer)) return '';
  return answer
    .map((item) =>
      field.fields
        .map((each, place) => {
          const text = textOf(definition, each, each.writesTo === undefined ? undefined : at(item, each.writesTo), format, words);
          // A day or a yes among other words does not explain itself.
          const label = formText(definition, format.language, `${each.id}.label`).toLowerCase();
          if (each.type === 'switch') return text === words.yes ? label : '';
          // In the middle of a line a choice is a word like any other: "UWV, op papier".
          if (place > 0 && each.type === 'choice') return uncapitalised(text);
          return text !== '' && each.type === 'day' ? `${label} ${text}` : text;
        })
        .filter((part) => part !== '')
        .join(', '),
    )
    .join('\n');
}

/** "Op papier" -> "op papier"; an abbreviation stays as it is. */
const uncapitalised = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

function textOf(definition: FormDefinition, field: PlainField | FormField, answer: unknown, format: Format, words: YesAndNo): string {
  if (answer === undefined || answer === null || answer === '') return '';
  const choice = (code: unknown): string => formText(definition, format.language, `${field.id}.${String(code)}`);
  if (field.type === 'choice') return choice(answer);
  if (field.type === 'multiple') return Array.isArray(answer) ? answer.map(choice).join(', ') : '';
  if (typeof answer === 'boolean') return answer ? words.yes : words.no;
  if (typeof answer === 'number') return format.count(answer);
  if (typeof answer !== 'string') return '';
  return field.type === 'day' && isDay(answer) ? format.dayInWords(answer) : answer;
}

function at(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((from, key) => (typeof from === 'object' && from !== null ? (from as Readonly<Record<string, unknown>>)[key] : undefined), tree);
}
