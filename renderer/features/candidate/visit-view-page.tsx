import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { PhotosOfVisit } from '#renderer/features/attachment/photos-of-visit.tsx';
import { candidateName } from './candidate-name.ts';
import { DossierGate } from './dossier-gate.tsx';
import { MissingRecord } from './missing-record.tsx';
import { StatusNotice } from './status-notice.tsx';
import { useRecordId } from './use-dossier-id.ts';
import { VisitView } from './visit-view.tsx';
import './candidate.css';

export function VisitViewPage() {
  const recordId = useRecordId();
  return (
    <DossierGate>
      {(dossier) => {
        const record = dossier.visits.find((visit) => visit.recordId === recordId);
        return record === undefined ? <MissingRecord dossierId={dossier.dossierId} /> : <Page record={record} dossier={dossier} />;
      }}
    </DossierGate>
  );
}

/** One visit as it was recorded, to read. */
function Page({ record, dossier }: { readonly record: RecordView<'visit'>; readonly dossier: DossierView }) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const heldOn = record.groups.facts?.heldOn;
  return (
    <div className="candidate">
      <PageHeader
        back={<BackLink to={paths.candidate(record.dossierId)}>{candidateName(dossier)}</BackLink>}
        title={heldOn === undefined ? t('visit.documentTitle') : t('visit.title', { day: format.dayInWords(heldOn) })}
        documentTitle={t('visit.documentTitle')}
      />
      <StatusNotice status={record.status} />
      <VisitView record={record} dossier={dossier} format={format} />
      <PhotosOfVisit dossier={dossier} visitId={record.recordId} />
    </div>
  );
}
