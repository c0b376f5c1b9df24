import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { tempoFromTimedCount } from '#shared/domain/loonwaarde/tempo-from-counts.ts';
import { elapsedOf, isRunning, noTimer, readTimer, startTimer, stopTimer } from '#shared/domain/loonwaarde/work-timer.ts';
import { typedAt, valueAt } from '#shared/forms/change-values.ts';
import { parseLooseMinutes } from '#shared/lib/loose-time.ts';
import { parseDutchDecimal } from '#shared/lib/percentage.ts';
import { useDecimal } from './use-decimal.ts';
import { useTickingMoment, useTimerMoment } from './use-timer-moment.ts';

/** What is timed and counted of one hoofdtaak; it stays in the draft, also while the laptop is shut. */
export function TaskTimer({ position }: { readonly position: number }) {
  const { t } = useTranslation('measurement');
  const form = useForm();
  const announce = useAnnounce();
  const decimal = useDecimal();
  const moment = useTimerMoment();
  const at = (field: string) => ['hoofdtaken', position, field] as const;
  const timer = readTimer(valueAt(form.values, at('timer')));
  const running = isRunning(timer);
  const now = useTickingMoment(running);
  const { elapsedMs: timedMs, doubt } = elapsedOf(timer, now);
  const made = typedAt(form.values, at('timerMade'));
  const norm = typedAt(form.values, at('timerNorm'));
  const corrected = typedAt(form.values, at('timerMinutes'));
  const [open, setOpen] = useState(running);
  const hintId = useId();

  const correctedMinutes = corrected.trim() === '' ? null : parseLooseMinutes(corrected);
  const elapsedMs = correctedMinutes?.ok === true ? correctedMinutes.value * 60_000 : timedMs;
  const [madeCount, normCount] = [parseDutchDecimal(made), parseDutchDecimal(norm)];
  const tempo = !running && elapsedMs >= 1_000 && madeCount.ok && normCount.ok ? tempoFromTimedCount(madeCount.value, Math.round(elapsedMs), normCount.value) : null;

  const set = (field: string, value: unknown) => form.setValue(at(field), value);
  const toggle = () => {
    const next = running ? stopTimer(timer, moment()) : startTimer(timer, moment());
    set('timer', next);
    set('timerMinutes', '');
    // Now, not after a pause: the next thing may be a laptop that is shut.
    form.left(at('timer'));
    announce(running ? t('timer.stopped', { time: clockText(elapsedOf(next, moment()).elapsedMs) }) : t('timer.started'));
  };
  const count = () => set('timerMade', String((madeCount.ok ? Math.floor(Number(madeCount.value)) : 0) + 1));
  const anew = () => {
    set('timer', noTimer);
    set('timerMade', '');
    set('timerMinutes', '');
  };
  const takeOver = () => {
    if (tempo?.ok !== true) return;
    set('tempo', decimal(tempo.value.tempo));
    if (typedAt(form.values, at('tempoExplanation')).trim() === '') set('tempoExplanation', t('timer.explanation', { made: decimal(made), time: clockText(elapsedMs), norm: decimal(norm) }));
    form.left(at('tempo'));
    announce(t('timer.taken', { tempo: decimal(tempo.value.tempo) }));
  };

  return (
    <details className="task-timer" open={open || running} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{running ? t('timer.runs', { time: clockText(timedMs) }) : t('timer.title')}</summary>
      <div className="task-timer__body">
        {/* Read when it is asked for: a screen reader must not count the seconds aloud. */}
        <p className="task-timer__time" role="timer" aria-live="off">
          {clockText(elapsedMs)}
        </p>
        <Button appearance={running ? 'primary' : 'secondary'} className="task-timer__big" onClick={toggle} aria-describedby={hintId}>
          {t(running ? 'timer.stop' : timer.runs.length === 0 ? 'timer.start' : 'timer.goOn')}
        </Button>
        <Button appearance="secondary" className="task-timer__big" onClick={count}>
          {t('timer.count', { count: madeCount.ok ? Number(madeCount.value) : 0 })}
        </Button>
        <p id={hintId} className="task-timer__hint">
          {t('timer.hint')}
        </p>
        {doubt !== null && <p className="task-timer__doubt">{t(`timer.doubt.${doubt}`)}</p>}
        <div className="task-timer__fields">
          <TextField className="form-box form-box--percentage" label={t('timer.made')} inputMode="decimal" autoComplete="off" value={made} onChange={(event) => set('timerMade', event.target.value)} onBlur={() => form.left(at('timerMade'))} />
          <TextField className="form-box form-box--percentage" label={t('timer.norm')} inputMode="decimal" autoComplete="off" value={norm} onChange={(event) => set('timerNorm', event.target.value)} onBlur={() => form.left(at('timerNorm'))} />
          {!running && (
            <TextField
              className="form-box form-box--minutes"
              label={t('timer.minutes')}
              error={correctedMinutes?.ok === false ? t('timer.minutesInvalid') : null}
              autoComplete="off"
              value={corrected}
              onChange={(event) => set('timerMinutes', event.target.value)}
              onBlur={() => form.left(at('timerMinutes'))}
            />
          )}
        </div>
        {tempo?.ok === true && (
          <p>
            {t('timer.result', { made: decimal(made), time: clockText(elapsedMs), norm: decimal(norm), tempo: decimal(tempo.value.tempo) })}{' '}
            <Button appearance="secondary" onClick={takeOver}>
              {t('timer.take', { tempo: decimal(tempo.value.tempo) })}
            </Button>
          </p>
        )}
        {!running && timer.runs.length > 0 && (
          <Button appearance="subtle" onClick={anew}>
            {t('timer.anew')}
          </Button>
        )}
      </div>
    </details>
  );
}

/** 1:02:03 or 12:34. @param elapsedMs [ms] */
function clockText(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
