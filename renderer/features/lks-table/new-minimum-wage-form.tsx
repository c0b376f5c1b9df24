import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { ErrorSummary } from '#renderer/components/form/error-summary.tsx';
import { useFormShortcuts } from '#renderer/components/form/use-form-shortcuts.ts';
import { formatDay } from '#renderer/components/format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { computeLks } from '#shared/domain/loonkostensubsidie/compute-lks.ts';
import { withMinimumWage } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import type { LksParameters } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import { addMonths, type Day } from '#shared/lib/calendar.ts';
import { parseLooseDay } from '#shared/lib/loose-day.ts';
import { formatEuros } from '#shared/lib/money.ts';
import { parseDutchDecimal } from '#shared/lib/percentage.ts';

export interface NewMinimumWageFormProps {
  readonly table: LksParameters;
  readonly version: number;
  readonly onPublish: (table: LksParameters) => Promise<void>;
}

const fields = ['from', 'monthly', 'hourly', 'through', 'source'] as const;
type Field = (typeof fields)[number];

/** A new minimum wage as it stands in the Staatscourant, with what it does to one subsidy, before everybody calculates with it. */
export function NewMinimumWageForm({ table, version, onPublish }: NewMinimumWageFormProps) {
  const { t } = useTranslation('lkstable');
  const format = useFormat();
  const announce = useAnnounce();
  const sentenceOf = useSentenceOf();
  const { today } = useMoment();
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({ from: '', monthly: '', hourly: '', through: '', source: '' });
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const change = (field: Field, text: string) => setTyped((before) => ({ ...before, [field]: text }));

  const days = { from: parseLooseDay(typed.from, today, 'future'), through: parseLooseDay(typed.through, today, 'future') };
  const amounts = { monthly: amountOf(typed.monthly), hourly: typed.hourly.trim() === '' ? '' : amountOf(typed.hourly) };
  const wrong: Readonly<Record<Field, string | null>> = {
    from: days.from.ok ? null : typed.from.trim() === '' ? 'day.required' : 'day.invalid',
    monthly: amounts.monthly === null ? 'lks.amountInvalid' : null,
    hourly: amounts.hourly === null ? 'lks.amountInvalid' : null,
    through: days.through.ok ? null : typed.through.trim() === '' ? 'day.required' : 'day.invalid',
    source: typed.source.trim() === '' ? 'text.required' : null,
  };
  const { from, through } = days;
  const { monthly, hourly } = amounts;
  const source = typed.source.trim();
  const next = from.ok && through.ok && monthly !== null && hourly !== null && source !== '' ? withMinimumWage(table, { from: from.value, monthlyEuros: monthly, hourlyEuros: hourly, validThrough: through.value, source }, version) : null;
  const errors = [
    ...fields.flatMap((field) => (wrong[field] === null ? [] : [{ path: ['wage', 0, field], where: t(`form.${field}`), sentence: sentenceOf({ code: wrong[field] }) }])),
    ...(next?.ok === false ? next.problem.map(({ path, code }) => ({ path: ['wage', 0, path === 'validThrough' || code === 'parameters.beyondValidity' ? 'through' : 'from'], where: '', sentence: sentenceOf({ code }) })) : []),
  ];
  const publish = async () => {
    if (busy) return;
    if (next?.ok !== true) return setAttempt((count) => count + 1);
    setBusy(true);
    await onPublish(next.value);
    setBusy(false);
  };
  useFormShortcuts({ onSave: () => announce(t('form.nothingToSave')), onKeep: () => void publish() });

  const box = (field: Field, hint?: string) => (
    <TextField
      id={`field-wage-0-${field}`}
      className={`form-box form-box--${field === 'source' ? 'line' : 'day'}`}
      label={t(`form.${field}`)}
      description={hint}
      error={attempt > 0 && wrong[field] !== null ? sentenceOf({ code: wrong[field] }) : null}
      autoComplete="off"
      value={typed[field]}
      onChange={(event) => change(field, event.target.value)}
      onBlur={() => {
        if (field !== 'from' && field !== 'through') return;
        const day = days[field];
        if (day.ok) change(field, formatDay(day.value, format.language));
      }}
    />
  );
  return (
    <section className="lks-table__section" aria-labelledby="new-wage">
      <Heading level={2} id="new-wage">
        {t('form.title')}
      </Heading>
      <p>{t('form.lead')}</p>
      <ErrorSummary attempt={attempt} errors={attempt === 0 ? [] : errors} />
      <form className="form-page" noValidate autoComplete="off" inert={busy} onSubmit={(event) => event.preventDefault()}>
        <div className="form-row">
          {box('from')}
          {box('through')}
        </div>
        <div className="form-row">
          {box('monthly', t('form.monthlyHint'))}
          {box('hourly')}
        </div>
        {box('source', t('form.sourceHint'))}
        {next?.ok === true && from.ok && <Example before={table} after={next.value} from={from.value} />}
        <div>
          <Button appearance="primary" busy={busy} onClick={() => void publish()} aria-keyshortcuts="Control+Enter">
            {t('form.publish', { version })}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** What one subsidy is before and after: a figure with its comma in the wrong place shows at once. */
function Example({ before, after, from }: { readonly before: LksParameters; readonly after: LksParameters; readonly from: Day }) {
  const { t } = useTranslation('lkstable');
  const { language } = useFormat();
  const on = (parameters: LksParameters, day: Day): string | null => {
    const lks = computeLks({ calculatedFor: day, contractStart: day, ageYears: 40, loonwaarde: 50, contractHoursPerWeek: 36, fullTimeHoursPerWeek: 36, forfaitary: false }, parameters);
    return lks.ok ? formatEuros(lks.value.totalEuros, language) : null;
  };
  const earlier = on(before, addMonths(from, -6));
  const later = on(after, from);
  return later === null ? null : <p className="recomputed">{t(earlier === null ? 'form.exampleLater' : 'form.example', { earlier, later })}</p>;
}

/** "2337" and "2.337,00" are 2337.00. @returns null when it cannot be read */
function amountOf(typed: string): string | null {
  const read = parseDutchDecimal(typed, 2);
  if (!read.ok || Number(read.value) === 0) return null;
  const [whole = '0', cents = ''] = read.value.split('.');
  return `${whole}.${cents.padEnd(2, '0')}`;
}
