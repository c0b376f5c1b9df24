import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { Alert, type AlertKind } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { writeWorkbook } from '#renderer/data/export/workbook.ts';
import { useWords } from '#renderer/features/week/use-words.ts';
import { saveFile } from '#renderer/platform/save-file.ts';
import type { CoachWeek } from '#shared/export/coach-week.ts';
import { coachWeekCsv, coachWeekFileName, coachWeekSheets } from '#shared/export/coach-week-sheets.ts';
import { hashJson, type JsonValue } from '#shared/lib/canonical-json.ts';

type FileKind = 'xlsx' | 'csv';

const mediaTypes: Readonly<Record<FileKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

/** The week as a file without names, to hand in. */
export function CoachWeekExport({ week }: { readonly week: CoachWeek }) {
  const { t } = useTranslation(['coachweek', 'week']);
  const device = useDevice();
  const words = useWords();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<FileKind | null>(null);
  const [message, setMessage] = useState<{ readonly kind: AlertKind; readonly text: string } | null>(null);

  const make = async (kind: FileKind): Promise<{ readonly kind: AlertKind; readonly text: string }> => {
    const bytes = kind === 'xlsx' ? await writeWorkbook(coachWeekSheets(week, device.principal.displayName, words)) : new TextEncoder().encode(coachWeekCsv(week, words));
    const suggestedName = coachWeekFileName(week, kind, words);
    const result = await saveFile({ suggestedName, mediaType: mediaTypes[kind], bytes });
    if (result.kind === 'cancelled') return { kind: 'info', text: t('week:export.cancelled') };
    if (result.kind === 'failed') return { kind: 'error', text: `${t('week:export.failed')} ${t(`week:export.reason.${result.reason}`)}` };
    const text = t(result.kind === 'saved' ? 'week:export.saved' : 'week:export.handedOver', { fileName: result.fileName });
    const noted = await device.noteExport({ name: suggestedName, hash: hashJson(week as unknown as JsonValue), rows: week.visits }).then(() => true, () => false);
    return noted ? { kind: 'ok', text } : { kind: 'warning', text: `${text} ${t('week:export.notNoted')}` };
  };
  const start = async (kind: FileKind) => {
    if (busy !== null) return;
    setBusy(kind);
    setMessage(null);
    const made = await make(kind).catch(() => ({ kind: 'error' as const, text: `${t('week:export.failed')} ${t('week:export.reason.other')}` }));
    setMessage(made);
    announce(made.text);
    setBusy(null);
  };

  return (
    <section aria-labelledby="coach-week-file" className="coach-week__file">
      <Heading level={2} id="coach-week-file">
        {t('file.title')}
      </Heading>
      <p>{t('file.note')}</p>
      <ButtonRow>
        <Button appearance="primary" aria-disabled={busy !== null} onClick={() => void start('xlsx')}>
          {t('file.xlsx')}
        </Button>
        <Button aria-disabled={busy !== null} onClick={() => void start('csv')}>
          {t('file.csv')}
        </Button>
      </ButtonRow>
      {message !== null && (
        <Alert kind={message.kind}>
          <p>{message.text}</p>
        </Alert>
      )}
    </section>
  );
}
