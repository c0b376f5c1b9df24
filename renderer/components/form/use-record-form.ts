import { useCallback, useMemo, useRef, useState } from 'react';
import { valueAt, type FormPath } from '#shared/forms/change-values.ts';
import { formText, type FormDefinition, type FormLanguage, type FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { inOrder, readForm, type FormReading } from '#shared/forms/read-form.ts';
import type { Outcome } from '#shared/lib/outcome.ts';
import type { Autosave, SaveState } from './autosave.ts';
import type { FormError } from './error-summary.tsx';
import { fieldAt, type FormControl } from './form-context.tsx';
import { useAutosave } from './use-autosave.ts';
import { useFormControl } from './use-form-control.ts';

/** One thing wrong, at its place on the form. */
export interface FormFinding {
  /** Empty: no field of this form can say it. */
  readonly path: FormPath;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface RecordFormParts {
  readonly definition: FormDefinition;
  readonly language: FormLanguage;
  readonly moment: FormMoment;
  readonly initial: FormValues;
  /** When a draft that came back was saved [ms], or null for a new one. */
  readonly savedAtMs: number | null;
  readonly save: (values: FormValues) => Promise<Outcome<{ readonly savedAtMs: number }, unknown>>;
  readonly onBeforeLock: (save: () => Promise<void>) => () => void;
  /** What the record itself has against these answers, beside what the form found. Must be the same function on every draw. */
  readonly judge: (reading: FormReading, values: FormValues) => readonly FormFinding[];
  readonly sentenceOf: (finding: FormFinding) => string;
}

export interface RecordForm {
  readonly control: FormControl;
  readonly values: FormValues;
  readonly reading: FormReading;
  /** What stands in the way of keeping, from top to bottom. */
  readonly findings: readonly FormFinding[];
  /** The same for the list on top: empty until keeping was tried. */
  readonly errors: readonly FormError[];
  /** Times that keeping was tried and could not be [count]. */
  readonly attempt: number;
  /** Shows everything that is wrong. */
  readonly showAll: () => void;
  readonly saveState: SaveState;
  readonly autosave: Autosave<FormValues>;
}

/** The state of a form about a record: what was typed, what it says, what is wrong with it, and its draft. */
export function useRecordForm(parts: RecordFormParts): RecordForm {
  const { definition, language, moment, judge, sentenceOf } = parts;
  const [values, setValues] = useState(parts.initial);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const { autosave, state: saveState } = useAutosave<FormValues>(parts, parts.onBeforeLock);
  // Two changes in one event build on each other, and the draft must hold both.
  const newest = useRef(values);
  const change = useCallback(
    (next: (values: FormValues) => FormValues) => {
      newest.current = next(newest.current);
      setValues(newest.current);
      autosave.change(newest.current);
    },
    [autosave],
  );

  const reading = useMemo(() => readForm(definition, values, moment), [definition, values, moment]);
  const findings = useMemo(() => {
    const known = new Set(reading.violations.map(({ path }) => path.join('.')));
    const further = judge(reading, values).filter(({ path }) => path.length === 0 || !known.has(path.join('.')));
    return inOrder(definition, [...reading.violations, ...further]);
  }, [definition, reading, values, judge]);

  const errorAt = useCallback(
    (path: FormPath) => {
      const key = path.join('.');
      const finding = findings.find((each) => each.path.join('.') === key);
      if (finding === undefined) return null;
      // Before the first attempt only what was typed and cannot be read is said; what is still empty is no mistake yet.
      const typed = valueAt(values, path);
      const spoken = attempt > 0 || (visited.has(key) && typeof typed === 'string' && typed.trim() !== '');
      return spoken ? sentenceOf(finding) : null;
    },
    [findings, values, attempt, visited, sentenceOf],
  );

  const left = useCallback(
    (path: FormPath) => {
      setVisited((before) => new Set(before).add(path.join('.')));
      void autosave.flush();
    },
    [autosave],
  );
  const control = useFormControl({ definition, language, moment, values, errorAt, left, change });

  const errors = attempt === 0 ? [] : findings.map((finding) => ({ path: finding.path.length === 0 ? null : finding.path, where: whereOf(definition, language, finding.path), sentence: sentenceOf(finding) }));
  return { control, values, reading, findings, errors, attempt, showAll: () => setAttempt((count) => count + 1), saveState, autosave };
}

/** "Afspraak 2, Klaar op" */
function whereOf(definition: FormDefinition, language: FormLanguage, path: FormPath): string {
  const [id, position, item] = path;
  if (typeof id !== 'string') return '';
  if (typeof position !== 'number') return formText(definition, language, `${id}.label`);
  const place = formText(definition, language, `${id}.item`).replace('{{number}}', String(position + 1));
  return item === undefined ? place : `${place}, ${formText(definition, language, `${fieldAt(definition, path).id}.label`)}`;
}
