import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useColleagues } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { LeadingFile } from './leading-file.tsx';
import { PlacementList } from '../placement-list.tsx';
import { DraftList } from '../draft-list.tsx';
import { JoinedFiles } from '../duplicate/joined-files.tsx';
import { FileFrame } from './file-frame.tsx';
import { fileSections, mayReadSection, type FileSection } from './file-sections.ts';
import { RegistrationActions } from './registration-actions.tsx';
import { SectionView } from './section-view.tsx';

/** Who somebody is and where they stand. */
export function CandidateDataPage() {
  return <LeadingFile>{(dossier) => <Sections page="data" dossier={dossier} />}</LeadingFile>;
}

/** What somebody can do, wants and has done. */
export function CandidateWorkPage() {
  return <LeadingFile>{(dossier) => <Sections page="work" dossier={dossier} />}</LeadingFile>;
}

function Sections({ page, dossier }: { readonly page: FileSection['page']; readonly dossier: DossierView }) {
  const { t } = useTranslation('file');
  const { principal } = useDevice();
  const format = useFormat();
  const colleagues = [...useColleagues().values()];
  const shown = fileSections.filter((section) => section.page === page && section.onlyForm !== true && mayReadSection(principal, dossier, section));
  return (
    <FileFrame dossier={dossier} documentTitle={t(page === 'data' ? 'nav.data' : 'nav.work')}>
      <DraftList dossierId={dossier.dossierId} dossier={dossier} format={format} />
      <div className="file-sections">
        {page === 'work' && <PlacementList dossier={dossier} format={format} />}
        {shown.map((section) => (
          <SectionView key={section.id} section={section} dossier={dossier} colleagues={colleagues} format={format} />
        ))}
      </div>
      {page === 'data' && <JoinedFiles dossier={dossier} />}
      {page === 'data' && <RegistrationActions dossier={dossier} />}
    </FileFrame>
  );
}
