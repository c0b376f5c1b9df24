import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Progress } from '#renderer/components/progress.tsx';
import type { DossierId } from '#shared/domain/ids.ts';
import { hashText } from '#shared/lib/canonical-json.ts';
import { indicationRequestJson } from '#shared/reports/fill-indication-request.ts';
import { indicationReport } from '#shared/reports/indication-report.ts';
import type { IndicationRequest } from '#shared/reports/indication-request.ts';
import { reportFileName } from '#shared/reports/report-file-name.ts';
import { savedAndNoted, saveReport } from './save-report.ts';
import { useSaveReport } from './use-save-report.ts';

/** The only files with a whole BSN. That somebody takes it along is noted first; what could not be noted is not made. */
export function IndicationFiles({ dossierId, request }: { readonly dossierId: DossierId; readonly request: IndicationRequest }) {
  const { t } = useTranslation('report');
  const { busy, longer, message, start } = useSaveReport();
  const reveal = { dossierId, group: 'bsn', purpose: 'indication-request' } as const;
  const report = indicationReport(request);
  const makePdf = () =>
    start('pdf', report, async (device) => {
      await device.noteReveal(reveal);
      return saveReport(device, report);
    });
  const makeJson = () =>
    start('json', report, async (device) => {
      await device.noteReveal(reveal);
      const text = indicationRequestJson(request);
      const suggestedName = reportFileName(report, 'json');
      return savedAndNoted(device, { suggestedName, mediaType: 'application/json', bytes: new TextEncoder().encode(text) }, hashText(text));
    });
  return (
    <section className="report-files" aria-label={t('title')}>
      <Alert kind="warning" title={t('indication.warning.title')}>
        <p>{t('indication.warning.text')}</p>
      </Alert>
      <ButtonRow>
        <Button appearance="primary" aria-disabled={busy !== null} onClick={makePdf}>
          {busy === 'pdf' ? t('busy') : t('make.indicatieaanvraag')}
        </Button>
        <Button aria-disabled={busy !== null} onClick={makeJson}>
          {t('indication.json')}
        </Button>
      </ButtonRow>
      {longer && <Progress label={t('busyLonger')} done={0} total={0} />}
      {message !== null && <Alert kind={message.kind}><p>{message.text}</p></Alert>}
    </section>
  );
}
