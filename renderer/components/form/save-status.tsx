import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import type { SaveState } from './autosave.ts';

export interface SaveStatusProps {
  readonly state: SaveState;
  /** "om 14:32" @param atMs [ms] */
  readonly at: (atMs: number) => string;
  readonly onRetry: () => void;
}

/** Exactly as much as is true, and nothing while nothing was typed. */
export function SaveStatus({ state, at, onRetry }: SaveStatusProps) {
  const { t } = useTranslation('form');
  if (state.kind === 'untouched') return null;
  if (state.kind === 'failed') {
    return (
      <div className="save-status save-status--failed">
        <p>{t('draft.failed')}</p>
        <Button appearance="subtle" onClick={onRetry}>
          {t('draft.retry')}
        </Button>
      </div>
    );
  }
  return <p className="save-status">{state.kind === 'saving' ? t('draft.saving') : t('draft.saved', { at: at(state.savedAtMs) })}</p>;
}
