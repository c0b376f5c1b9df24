import { useTranslation } from 'react-i18next';
import { formText, type FormDefinition, type FormField, type FormLanguage } from '#shared/forms/form-definition.ts';
import { DataList, type DataListItem } from '../data-list.tsx';
import { Heading } from '../heading.tsx';
import { inNotation } from './normalise.ts';

export interface AnswersViewProps {
  /** The version that was asked: its words are those that were read then. */
  readonly definition: FormDefinition;
  readonly language: FormLanguage;
  /** @returns what was answered, or undefined when it was not asked */
  readonly answerTo: (field: FormField) => unknown;
  /** Fields that stand elsewhere on the page. */
  readonly hidden?: readonly string[];
}

/** What was asked and what was answered, section by section; what was skipped or left empty is not named. */
export function AnswersView({ definition, language, answerTo, hidden = [] }: AnswersViewProps) {
  const { t } = useTranslation('form');
  const text = (key: string): string => formText(definition, language, key);
  const wordsFor = (field: FormField, answer: unknown): string | null => wordsOf(field, answer, language, text, t('answer.yes'));
  return definition.sections.map((section) => {
    const fields = section.fields.filter(({ id }) => !hidden.includes(id));
    const items = fields.flatMap((field): readonly DataListItem[] => {
      const answer = answerTo(field);
      if (field.type !== 'list') {
        const value = wordsFor(field, answer);
        return value === null ? [] : [{ key: field.id, label: text(`${field.id}.label`), value }];
      }
      const lines = (Array.isArray(answer) ? answer : []).map((item: Readonly<Record<string, unknown>>) =>
        field.fields.map((each) => wordsFor(each, item[each.writesTo?.[0] ?? each.id])).filter((words) => words !== null).join(', '),
      );
      if (lines.length === 0) return [];
      const value = (
        <ol className="answers-view__lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      );
      return [{ key: field.id, label: text(`${field.id}.label`), value }];
    });
    if (items.length === 0) return null;
    return (
      <section key={section.id} className="answers-view">
        <Heading level={2}>{text(`${section.id}.title`)}</Heading>
        <DataList items={items} />
      </section>
    );
  });
}

/** @returns null for nothing said */
function wordsOf(field: FormField, answer: unknown, language: FormLanguage, text: (key: string) => string, yes: string): string | null {
  if (answer === undefined || answer === null || answer === '') return null;
  if (Array.isArray(answer)) return answer.length === 0 ? null : answer.map((each) => text(`${field.id}.${String(each)}`)).join(', ');
  if (typeof answer === 'boolean') return answer ? yes : null;
  if (field.type === 'list' || (typeof answer !== 'string' && typeof answer !== 'number')) return null;
  return field.type === 'choice' ? text(`${field.id}.${answer}`) : inNotation(field, answer, language);
}
