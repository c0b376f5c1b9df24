import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import { useAnnounce } from '../announcer.tsx';
import { Button } from '../button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FormProvider } from './form-context.tsx';
import { SaveStatus } from './save-status.tsx';
import { useFormShortcuts } from './use-form-shortcuts.ts';
import type { RecordForm } from './use-record-form.ts';
import './form.css';

export interface FormPageProps {
  readonly form: RecordForm;
  /** "om 14:32" @param atMs [ms] */
  readonly at: (atMs: number) => string;
  readonly keepLabel: string;
  readonly keeping: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  /** Beside the form in a wide window, after it in a narrow one. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A form with its draft's truth and its actions always in sight. */
export function FormPage({ form, at, keepLabel, keeping, onKeep, onDiscard, aside, children }: FormPageProps) {
  const { t } = useTranslation('form');
  const announce = useAnnounce();
  const blind = useWindowState((state) => state.blind);
  const setBlind = useWindowState((state) => state.setBlind);
  const save = () =>
    void form.autosave.flush().then((state) => {
      if (state.kind === 'failed') announce(t('draft.failed'));
      else announce(state.kind === 'saved' ? t('draft.saved', { at: at(state.savedAtMs) }) : t('draft.nothing'));
    });
  useFormShortcuts({ onSave: save, onKeep });
  return (
    <FormProvider form={form.control}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <div className={aside === undefined ? 'form-page' : 'form-page form-page--with-aside'}>
        {/* No submit: Enter in a line of text must not make a record. And a browser writes what stands in a form into its session
            file, in the open, unless it is told not to. Inert: what is typed while it is kept would be in neither. */}
        <form className="form-page__form" noValidate autoComplete="off" inert={keeping} onSubmit={(event) => event.preventDefault()}>
          {children}
        </form>
        {aside !== undefined && <aside className="form-page__aside">{aside}</aside>}
      </div>
      <div className="form-bar">
        <div className="form-bar__actions">
          <Button appearance="primary" onClick={onKeep} busy={keeping} aria-keyshortcuts="Control+Enter">
            {keepLabel}
          </Button>
          {!blind && (
            <Button appearance="subtle" onClick={() => setBlind(true)}>
              {t('blind')}
            </Button>
          )}
          {form.saveState.kind !== 'untouched' && (
            <Button appearance="subtle" onClick={onDiscard}>
              {t('discard')}
            </Button>
          )}
        </div>
        <SaveStatus state={form.saveState} at={at} onRetry={save} />
        <p className="form-bar__keys">{t('keys')}</p>
      </div>
    </FormProvider>
  );
}
