import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { DossierGate } from '../dossier-gate.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { FileFrame } from './file-frame.tsx';

/** Everything that happened, from the registration on. */
export function CandidateTimelinePage() {
  const { t } = useTranslation('file');
  const format = useFormat();
  return (
    <DossierGate>
      {(dossier) => (
        <FileFrame dossier={dossier} documentTitle={t('nav.timeline')}>
          <div className="file-timeline">
            <Timeline dossier={dossier} format={format} />
          </div>
        </FileFrame>
      )}
    </DossierGate>
  );
}
