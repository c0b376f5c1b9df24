import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioButton } from '@utrecht/radio-button-react';
import { useDevice } from '#renderer/app/device-context.tsx';
import { NoRightsPage } from '#renderer/app/no-rights-page.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { summaryOf } from '#renderer/features/candidate/dossier-summary.ts';
import { mayWriteSection, sectionOf } from '#renderer/features/candidate/file/file-sections.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { fillIndicationRequest, type MissingForRequest } from '#shared/reports/fill-indication-request.ts';
import { indicationKinds, type IndicationKind } from '#shared/reports/indication-request.ts';
import { IndicationContent } from './indication-content.tsx';
import { IndicationFiles } from './indication-files.tsx';
import { useRegionName } from './use-region-name.ts';
import './report.css';

/** A request to UWV, filled from the file: what it will say, what is still missing, and the file to send. */
export function IndicationPage() {
  const { principal } = useDevice();
  if (!groupsOfRole('read', principal.role, 'candidate').includes('bsn')) return <NoRightsPage />;
  return <DossierGate>{(dossier) => <IndicationRequestView key={dossier.dossierId} dossier={dossier} />}</DossierGate>;
}

function IndicationRequestView({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation('report');
  const { principal } = useDevice();
  const format = useFormat();
  const region = useRegionName();
  const [kind, setKind] = useState<IndicationKind>('banenafspraak');
  const requestedOn = amsterdamDayOf(format.nowMs);
  const { placement, result } = summaryOf(dossier, requestedOn);
  const filled = fillIndicationRequest({
    kind,
    region,
    dossierId: dossier.dossierId,
    applicant: principal.displayName,
    requestedOn,
    candidate: dossier.candidate?.groups ?? {},
    placement,
    measurement: result,
  });
  return (
    <div className="indication">
      <PageHeader back={<BackLink to={paths.candidate(dossier.dossierId)}>{candidateName(dossier)}</BackLink>} title={t('indication.title')} documentTitle={t('indication.title')} lead={t('indication.lead')} />
      <KindChoice kind={kind} onChoose={setKind} />
      {filled.ok ? (
        <>
          <IndicationContent request={filled.value} />
          <IndicationFiles dossierId={dossier.dossierId} request={filled.value} />
        </>
      ) : (
        <Missing dossier={dossier} missing={filled.problem} />
      )}
    </div>
  );
}

function KindChoice({ kind, onChoose }: { readonly kind: IndicationKind; readonly onChoose: (kind: IndicationKind) => void }) {
  const { t } = useTranslation('report');
  return (
    <fieldset className="indication__kinds">
      <legend className="indication__legend">{t('indication.kindLegend')}</legend>
      {indicationKinds.map((each) => (
        <label key={each} className="indication__kind">
          <RadioButton name="indication-kind" value={each} checked={kind === each} onChange={() => onChoose(each)} />
          <span>{t(`indication.kind.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Where in the file it is filled in. */
const sectionOfMissing: Readonly<Record<MissingForRequest, string>> = { identity: 'persoon', bsn: 'bsn', address: 'contact', status: 'situatie', consent: 'toestemming', abilities: 'kunnen' };

function Missing({ dossier, missing }: { readonly dossier: DossierView; readonly missing: readonly MissingForRequest[] }) {
  const { t } = useTranslation('report');
  const { principal } = useDevice();
  const { dossierId } = dossier;
  const mayFill = (each: MissingForRequest): boolean => {
    const section = sectionOf(sectionOfMissing[each]);
    return section !== undefined && mayWriteSection(principal, dossier, section);
  };
  return (
    <Alert kind="warning">
      <Heading level={2} look={3}>
        {t('indication.missing.title')}
      </Heading>
      <ul className="indication__missing">
        {missing.map((each) => (
          <li key={each}>
            {t(`indication.missing.${each}`)}{' '}
            {mayFill(each) && (
              <TextLink to={paths.editCandidate(dossierId, sectionOfMissing[each])} aria-label={t('indication.fillItem', { item: t(`indication.missing.${each}`) })}>
                {t('indication.fill')}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
      <p className="indication__to-file">
        <TextLink to={paths.candidate(dossierId)}>{t('indication.toFile')}</TextLink>
      </p>
    </Alert>
  );
}
