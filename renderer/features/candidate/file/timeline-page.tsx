import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { FileFrame } from './file-frame.tsx';
import { LeadingFile } from './leading-file.tsx';

/** Everything that happened, from the registration on. */
export function CandidateTimelinePage() {
  const { t } = useTranslation('file');
  const format = useFormat();
  return (
    <LeadingFile>
      {(dossier) => (
        <FileFrame dossier={dossier} documentTitle={t('nav.timeline')}>
          <div className="file-timeline">
            <Timeline dossier={dossier} format={format} />
          </div>
        </FileFrame>
      )}
    </LeadingFile>
  );
}
