import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { Progress } from '#renderer/components/progress.tsx';
import type { ReportDocument, ReportId } from '#shared/reports/report-document.ts';
import { saveReport } from './save-report.ts';
import { useSaveReport } from './use-save-report.ts';
import './report.css';

export interface ReportChoice {
  readonly id: ReportId;
  /** Made when it is asked for, of what the device holds at that moment. */
  readonly make: () => ReportDocument;
}

/** The reports of what is on this page, as files. Nothing is shown when there is none to make. */
export function ReportButtons({ reports }: { readonly reports: readonly ReportChoice[] }) {
  const { t } = useTranslation('report');
  const { busy, longer, message, start } = useSaveReport();
  if (reports.length === 0) return null;
  const startWith = (id: ReportId, report: ReportDocument) => start(id, report, (device) => saveReport(device, report));
  return (
    <section className="report-files" aria-labelledby="report-files-title">
      <Heading level={2} look={3} id="report-files-title">
        {t('title')}
      </Heading>
      <ButtonRow>
        {reports.map(({ id, make }) => (
          <Button key={id} aria-disabled={busy !== null} onClick={() => startWith(id, make())}>
            {busy === id ? t('busy') : t(`make.${id}`)}
          </Button>
        ))}
      </ButtonRow>
      {longer && <Progress label={t('busyLonger')} done={0} total={0} />}
      {message === null ? <p className="report-files__note">{t('note')}</p> : <Alert kind={message.kind}><p>{message.text}</p></Alert>}
    </section>
  );
}
