import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormPath } from '#shared/forms/change-values.ts';
import { Heading } from '../heading.tsx';
import { focusField } from './focus-field.ts';
import { elementIdOf } from './form-context.tsx';

export interface FormError {
  /** Null when no field of the form can say it. */
  readonly path: FormPath | null;
  /** What it is about, e.g. "Afspraak 2, Klaar op". */
  readonly where: string;
  readonly sentence: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  /** Counts attempts: with each the focus comes here. */
  readonly attempt: number;
}

/** Everything that stands in the way, on top, each with a link to where it is put right. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const { t } = useTranslation('form');
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="form-errors-title" className="form-errors">
      <Heading level={2} look={3} id="form-errors-title">
        {t('errors.title', { count: errors.length })}
      </Heading>
      <p>{t('errors.safe')}</p>
      <ul className="form-errors__list">
        {errors.map(({ path, where, sentence }) => (
          <li key={`${where} ${sentence}`}>
            {path === null ? (
              sentence
            ) : (
              <a
                className="utrecht-link utrecht-link--html-a"
                href={`#${elementIdOf(path)}`}
                onClick={(event) => {
                  if (focusField(elementIdOf(path))) event.preventDefault();
                }}
              >
                {withPlace(where, sentence)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Datum: ..." and "Waar was het contact? ..." */
function withPlace(where: string, sentence: string): string {
  if (where === '') return sentence;
  return where.endsWith('?') ? `${where} ${sentence}` : `${where}: ${sentence}`;
}
