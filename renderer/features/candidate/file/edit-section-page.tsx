import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { draftParameter, paths } from '#renderer/app/paths.ts';
import { useColleagues } from '#renderer/app/use-colleagues.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useDraftStart } from '#renderer/components/form/use-draft-start.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { findDraft } from '#renderer/features/draft/find-draft.ts';
import { withServedMunicipalities } from '#shared/forms/candidate/served-municipalities.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { candidateName } from '../candidate-name.ts';
import { DossierGate } from '../dossier-gate.tsx';
import { mayWriteSection, sectionOf, titleOfSection, type FileSection } from './file-sections.ts';
import { SectionEditor } from './section-editor.tsx';
import { draftOfSection } from './section-of-form.ts';
import '../candidate.css';
import './file.css';

/** Changing one part of a file. */
export function EditSectionPage() {
  const section = sectionOf(useParams().section);
  return <DossierGate isTypedIn>{(dossier) => <OfFile dossier={dossier} section={section} />}</DossierGate>;
}

function OfFile({ dossier, section }: { readonly dossier: DossierView; readonly section: FileSection | undefined }) {
  const { t } = useTranslation('file');
  const { principal } = useDevice();
  const back = <BackLink to={section?.page === 'work' ? paths.candidateWork(dossier.dossierId) : paths.candidateData(dossier.dossierId)}>{candidateName(dossier)}</BackLink>;
  if (section === undefined || dossier.candidate === null || !mayWriteSection(principal, dossier, section)) {
    return (
      <>
        <PageHeader title={t('notAllowed.title')} documentTitle={t('notAllowed.title')} back={back} />
        <EmptyState title={t('notAllowed.title')}>{t('notAllowed.text')}</EmptyState>
      </>
    );
  }
  return <WithDraft key={section.id} dossier={dossier} section={section} back={back} />;
}

function WithDraft({ dossier, section, back }: { readonly dossier: DossierView; readonly section: FileSection; readonly back: ReactNode }) {
  const { t } = useTranslation(['file', 'app']);
  const device = useDevice();
  const format = useFormat();
  const colleagues = useColleagues();
  const [search, setSearch] = useSearchParams();
  const { dossierId } = dossier;
  const find = useCallback(
    (wanted: string | null) => findDraft(device, dossierId, 'candidateFile', wanted, (draft) => draft.values[draftOfSection] === section.id),
    [device, dossierId, section],
  );
  const start = useDraftStart(search.get(draftParameter), find);
  const begin = useCallback((draftId: string) => setSearch({ [draftParameter]: draftId }, { replace: true }), [setSearch]);
  const definition = useMemo(() => withServedMunicipalities(section.form({ colleagues: [...colleagues.values()], dossier }), device.principal.municipalities), [section, colleagues, dossier, device]);
  const title = titleOfSection(definition, format.language);
  if (start === null) return <p className="visually-hidden">{t('app:loading')}</p>;
  return <SectionEditor key={start.draftId} section={section} definition={definition} title={title} dossier={dossier} start={start} back={back} begin={begin} />;
}
