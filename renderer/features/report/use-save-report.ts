import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { AlertKind } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { useTextFinder } from '#renderer/components/form/text-guard.tsx';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { ReportDocument } from '#shared/reports/report-document.ts';
import { textsOfReport } from '#shared/reports/texts-of-report.ts';
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
  /**
   * @param name of the file that is made: the button that waits
   * @param report what is looked through for what seems medical: it warns and never blocks
   */
  readonly start: (name: string, report: ReportDocument, make: (device: UnlockedDevice) => Promise<SavedReport>) => void;
}

/** A warning that goes on is not read [count]. */
const mostWords = 5;
/** After this a person wonders whether anything happens [ms]. */
const longerAfterMs = 1_000;

/** Makes one file at a time and says in words what became of it. */
export function useSaveReport(): SavingReport {
  const { t } = useTranslation('report');
  const device = useDevice();
  const announce = useAnnounce();
  const find = useTextFinder();
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

  const withMedicalWarning = (made: ReportMessage, report: ReportDocument): ReportMessage => {
    if (made.kind !== 'ok' && made.kind !== 'warning') return made;
    const found = textsOfReport(report).flatMap((text) => find(text).filter(({ kind }) => kind !== 'bsn').map((finding) => finding.found));
    if (found.length === 0) return made;
    const words = [...new Set(found)].slice(0, mostWords).map((word) => `‘${word}’`).join(', ');
    return { kind: 'warning', text: `${made.text} ${t('medical', { words })}` };
  };

  const run = async (name: string, report: ReportDocument, make: (device: UnlockedDevice) => Promise<SavedReport>) => {
    setBusy(name);
    setLonger(false);
    setMessage(null);
    const patience = setTimeout(() => {
      setLonger(true);
      announce(t('busyLonger'));
    }, longerAfterMs);
    let made: ReportMessage;
    try {
      made = withMedicalWarning(messageOf(await make(device)), report);
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
    start: (name, report, make) => {
      if (busy === null) void run(name, report, make);
    },
  };
}
