import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import type { RecordForm } from '#renderer/components/form/use-record-form.ts';
import type { Kept, UnlockedDevice } from '#renderer/data/device.ts';
import type { KeepProblem } from '#renderer/data/views.ts';
import type { Outcome } from '#shared/lib/outcome.ts';

/** Where a page with a draft stands. */
export type KeepPhase =
  | { readonly kind: 'editing'; readonly problem: KeepProblem | null }
  | { readonly kind: 'keeping' }
  | { readonly kind: 'kept'; readonly kept: Kept }
  | { readonly kind: 'discarded' };

export interface Keeping {
  readonly phase: KeepPhase;
  readonly keep: () => void;
  readonly discard: () => void;
  readonly undoDiscard: () => void;
}

/**
 * Keeps what the form says, or throws its draft away: both only after no autosave can come late and bring the draft back.
 * @param keepNow builds the record and gives it to the device; only called when nothing stands in the way
 */
export function useKeep(device: UnlockedDevice, draftId: string, form: RecordForm, keepNow: () => Promise<Outcome<Kept, KeepProblem>>): Keeping {
  const { t } = useTranslation('form');
  const announce = useAnnounce();
  const [phase, setPhase] = useState<KeepPhase>({ kind: 'editing', problem: null });
  const busy = useRef(false);
  const { autosave, values, findings, showAll } = form;

  const keep = useCallback(() => {
    if (busy.current) return;
    if (findings.length > 0) {
      showAll();
      void autosave.flush();
      announce(t('keep.blocked', { title: t('errors.title', { count: findings.length }) }));
      return;
    }
    const goOn = (problem: KeepProblem | null) => {
      autosave.resume(values);
      busy.current = false;
      setPhase({ kind: 'editing', problem });
    };
    busy.current = true;
    setPhase({ kind: 'keeping' });
    void (async () => {
      // Were keeping to fail or the power to go, what was typed is at least a draft.
      await autosave.flush();
      await autosave.stop();
      const kept = await keepNow().catch((error: unknown) => {
        goOn(null);
        throw error;
      });
      if (kept.ok) setPhase({ kind: 'kept', kept: kept.value });
      else goOn(kept.problem);
    })();
  }, [autosave, values, findings, showAll, keepNow, announce, t]);

  const discard = useCallback(() => {
    if (busy.current) return;
    busy.current = true;
    void (async () => {
      await autosave.stop();
      await device.discardDraft(draftId);
      busy.current = false;
      setPhase({ kind: 'discarded' });
    })();
  }, [autosave, device, draftId]);

  const undoDiscard = useCallback(() => {
    autosave.resume(values);
    void autosave.flush();
    setPhase({ kind: 'editing', problem: null });
  }, [autosave, values]);

  return { phase, keep, discard, undoDiscard };
}
