import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { useDevice } from '#renderer/app/device-context.tsx';
import { Alert, type AlertKind } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { exportWeek, type WeekFileKind, type WeekFileResult } from './export-week.ts';
import type { TwoWeeks } from './use-week-count.ts';
import { useWords } from './use-words.ts';

export interface ExportButtonsProps extends TwoWeeks {
  readonly region: string;
  readonly dataThroughMs: number | null;
}

interface Message {
  readonly kind: AlertKind;
  readonly text: string;
}

/** Makes a file of the week and says what became of it. */
export function ExportButtons(props: ExportButtonsProps) {
  const { t } = useTranslation('week');
  const { clock } = useApp();
  const device = useDevice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<WeekFileKind | null>(null);
  const [message, setMessage] = useState<Message | null>(null);

  const messageOf = (result: WeekFileResult): Message => {
    switch (result.kind) {
      case 'saved':
      case 'handed-over': {
        const text = t(result.kind === 'saved' ? 'export.saved' : 'export.handedOver', { fileName: result.fileName });
        return result.noted ? { kind: 'ok', text } : { kind: 'warning', text: `${text} ${t('export.notNoted')}` };
      }
      case 'cancelled':
        return { kind: 'info', text: t('export.cancelled') };
      case 'failed':
        return { kind: 'error', text: `${t('export.failed')} ${t(`export.reason.${result.reason}`)}` };
    }
  };

  const make = async (kind: WeekFileKind) => {
    if (busy !== null) return;
    setBusy(kind);
    setMessage(null);
    let made: Message;
    try {
      made = messageOf(await exportWeek({ ...props, kind, device, words, madeAtMs: clock.nowMs() }));
    } catch {
      made = { kind: 'error', text: `${t('export.failed')} ${t('export.reason.other')}` };
    }
    setMessage(made);
    announce(made.text);
    setBusy(null);
  };

  return (
    <div className="week-export">
      <ButtonRow>
        <Button appearance="primary" aria-disabled={busy !== null} onClick={() => void make('xlsx')}>
          {busy === 'xlsx' ? t('export.busy') : t('export.xlsx')}
        </Button>
        <Button aria-disabled={busy !== null} onClick={() => void make('csv')}>
          {busy === 'csv' ? t('export.busy') : t('export.csv')}
        </Button>
      </ButtonRow>
      {message === null ? <p className="week-export__note">{t('export.note')}</p> : <Alert kind={message.kind}><p>{message.text}</p></Alert>}
    </div>
  );
}
