import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import type { ConflictChoice, ConflictView, KeepProblem } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { sentenceOf } from '#shared/domain/sentences.ts';
import { ConflictFieldChoice } from './conflict-field-choice.tsx';

export interface ConflictChoicesProps {
  readonly conflict: ConflictView;
  /** The file that it lies in, when it does not wait in one's own list. */
  readonly dossierId: DossierId | null;
  readonly format: Format;
}

const keyOf = (field: { readonly group: string; readonly field: string }): string => `${field.group}.${field.field}`;

/** One choice for each field that differs. Nothing is chosen beforehand: that would decide for a hasty reader. */
export function ConflictChoices({ conflict, dossierId, format }: ConflictChoicesProps) {
  const { t } = useTranslation('sync');
  const device = useDevice();
  const announce = useAnnounce();
  const nameOf = useNameOfColleague();
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // Also when it waits on another device of the same person.
  const isMine = conflict.isOwn || conflict.mineBy === device.principal.userId;
  const missing = conflict.fields.filter((field) => choices[keyOf(field)] === undefined);

  const chooseAll = (choice: 'mine' | 'theirs') => setChoices(Object.fromEntries(conflict.fields.map((field) => [keyOf(field), choice])));
  const decide = async () => {
    setTried(true);
    if (missing.length > 0) {
      const first = missing[0];
      if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(keyOf(first))}"]`)?.focus();
      return;
    }
    setBusy(true);
    const outcome = await device.resolveConflict(conflict.opId, dossierId, choices, conflict.seen);
    setBusy(false);
    if (outcome.ok) announce(t('conflictPage.decided.title'));
    else setProblem(outcome.problem);
  };
  const submitted = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void decide();
  };

  return (
    <form ref={form} className="conflict__form" onSubmit={submitted} noValidate>
      {problem?.kind === 'storage' && <Alert kind="error" role="alert">{t('conflictPage.storage')}</Alert>}
      {problem?.kind === 'invalid' && (
        <Alert kind="error" role="alert" title={t('conflictPage.invalid')}>
          <ul>
            {problem.violations.map((violation) => (
              <li key={`${violation.path.join('/')} ${violation.code}`}>{sentenceOf(violation.code, violation.params ?? {}, format.language)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {tried && missing.length > 0 && <Alert kind="error" role="alert">{t('conflictPage.missingTitle', { count: missing.length })}</Alert>}
      <ButtonRow>
        <Button onClick={() => chooseAll('mine')}>{isMine ? t('conflictPage.allMine') : t('conflictPage.allWaiting', { name: nameOf(conflict.mineBy) })}</Button>
        <Button onClick={() => chooseAll('theirs')}>{t('conflictPage.allTheirs')}</Button>
      </ButtonRow>
      {conflict.fields.map((field) => {
        const key = keyOf(field);
        return (
          <ConflictFieldChoice
            key={key}
            name={key}
            kind={conflict.record.kind}
            field={field}
            mineLabel={isMine ? t('conflictPage.choice.mine') : t('conflictPage.choice.waiting', { name: nameOf(conflict.mineBy) })}
            format={format}
            chosen={choices[key] ?? null}
            isMissing={tried && choices[key] === undefined}
            onChosen={(choice) => setChoices({ ...choices, [key]: choice })}
          />
        );
      })}
      <ButtonRow>
        <Button type="submit" appearance="primary" busy={busy}>
          {busy ? t('conflictPage.busy') : t('conflictPage.submit')}
        </Button>
      </ButtonRow>
    </form>
  );
}
