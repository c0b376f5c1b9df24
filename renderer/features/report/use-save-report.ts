import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { AlertKind } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { SavedReport } from './save-report.ts';

export interface ReportMessage {
  readonly kind: AlertKind;
  readonly text: string;
}

export interface SavingReport {
  /** Which file is being made now. */
  readonly busy: string | null;
  /** It takes so long that it must be said. */
  readonly longer: boolean;
  readonly message: ReportMessage | null;
  /** @param name of the file that is made: the button that waits */
  readonly start: (name: string, make: (device: UnlockedDevice) => Promise<SavedReport>) => void;
}

/** After this a person wonders whether anything happens [ms]. */
const longerAfterMs = 1_000;

/** Makes one file at a time and says in words what became of it. */
export function useSaveReport(): SavingReport {
  const { t } = useTranslation('report');
  const device = useDevice();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<string | null>(null);
  const [longer, setLonger] = useState(false);
  const [message, setMessage] = useState<ReportMessage | null>(null);

  const messageOf = (result: SavedReport): ReportMessage => {
    switch (result.kind) {
      case 'saved':
      case 'handed-over': {
        const text = `${t(result.kind === 'saved' ? 'saved' : 'handedOver', { fileName: result.fileName })} ${t('leavesDevice')}`;
        return result.noted ? { kind: 'ok', text } : { kind: 'warning', text: `${text} ${t('notNoted')}` };
      }
      case 'cancelled':
        return { kind: 'info', text: t('cancelled') };
      case 'failed':
        return { kind: 'error', text: `${t('failed')} ${t(`reason.${result.reason}`)}` };
    }
  };

  const run = async (name: string, make: (device: UnlockedDevice) => Promise<SavedReport>) => {
    setBusy(name);
    setLonger(false);
    setMessage(null);
    const patience = setTimeout(() => {
      setLonger(true);
      announce(t('busyLonger'));
    }, longerAfterMs);
    let made: ReportMessage;
    try {
      made = messageOf(await make(device));
    } catch {
      made = { kind: 'error', text: t('notMade') };
    }
    clearTimeout(patience);
    setLonger(false);
    setMessage(made);
    announce(made.text);
    setBusy(null);
  };

  return {
    busy,
    longer,
    message,
    start: (name, make) => {
      if (busy === null) void run(name, make);
    },
  };
}
