import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useDrafts } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import { sectionOf, titleOfSection } from './file/file-sections.ts';
import { sectionOfDraft, wordsOfDraft } from './words-of-draft.ts';
import type { DossierView, Draft, DraftForm } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';

/**
 * What was begun and not recorded, with the time it was last saved: also after a crash.
 * @param dossier what says how a part of the file is called; absent where the file is not here
 * @param isFileGone nobody can go on with it here any more: the words can be taken along
 */
export function DraftList({ dossierId, dossier, format, isFileGone = false }: { readonly dossierId: DossierId; readonly dossier?: DossierView; readonly format: Format; readonly isFileGone?: boolean }) {
  const { t } = useTranslation(['candidate', 'app']);
  const device = useDevice();
  const announce = useAnnounce();
  const drafts = useDrafts(dossierId);
  const [discarded, setDiscarded] = useState<Draft | null>(null);
  const found = drafts.kind === 'ready' ? drafts.value : [];
  if (found.length === 0 && discarded === null) return null;

  /** Several parts of a file may be begun at once: each is named. */
  const itemOf = ({ form, values }: Draft): string => {
    const section = form === 'candidateFile' ? sectionOf(sectionOfDraft(values)) : undefined;
    return section === undefined || dossier === undefined ? t(`drafts.${form}`) : t('drafts.ofSection', { section: titleOfSection(section.form({ colleagues: [], dossier }), format.language) });
  };
  const discard = async (draft: Draft) => {
    await device.discardDraft(draft.draftId);
    setDiscarded(draft);
    announce(t('drafts.discarded'));
  };
  const undo = async () => {
    if (discarded === null) return;
    const { savedAtMs: _savedAtMs, ...draft } = discarded;
    const outcome = await device.saveDraft(draft);
    if (outcome.ok) setDiscarded(null);
  };
  const copy = async (draft: Draft) => {
    try {
      await navigator.clipboard.writeText(wordsOfDraft(draft));
      announce(t('drafts.copied'));
    } catch {
      // The clipboard may be refused; the words themselves stand on the screen.
      announce(t('drafts.copyFailed'));
    }
  };
  return (
    <section className="draft-list">
      {found.length > 0 && <Heading level={2}>{t('drafts.title')}</Heading>}
      {found.length > 0 && isFileGone && <p>{t('drafts.fileGone')}</p>}
      {found.length > 0 && (
        <ul className="draft-list__items">
          {found.map((draft) => {
            const item = itemOf(draft);
            const moment = format.moment(draft.savedAtMs);
            return (
              <li key={draft.draftId} className="draft-list__item">
                <div>
                  <p className="draft-list__name">{item}</p>
                  <p className="draft-list__saved">{t('drafts.savedAt', { moment })}</p>
                  {isFileGone && <p className="draft-list__words">{wordsOfDraft(draft)}</p>}
                </div>
                <ButtonRow>
                  {isFileGone ? (
                    <Button onClick={() => void copy(draft)} aria-label={t('drafts.copyItem', { item, moment })}>
                      {t('drafts.copy')}
                    </Button>
                  ) : (
                    <ActionLink to={addressOf(draft)} aria-label={t('drafts.continueItem', { item, moment })}>
                      {t('drafts.continue')}
                    </ActionLink>
                  )}
                  <Button appearance="subtle" onClick={() => void discard(draft)} aria-label={t('drafts.discardItem', { item, moment })}>
                    {t('drafts.discard')}
                  </Button>
                </ButtonRow>
              </li>
            );
          })}
        </ul>
      )}
      {discarded !== null && <UndoNotice message={t('drafts.discarded')} undoLabel={t('app:undo')} onUndo={() => void undo()} />}
    </section>
  );
}

const addresses: Readonly<Record<DraftForm, (dossierId: DossierId, draftId: string, values: Draft['values']) => string>> = {
  visit: paths.newVisit,
  measurement: paths.newMeasurement,
  olderMeasurement: paths.newOlderMeasurement,
  appointment: paths.newAppointment,
  placement: paths.placement,
  intake: paths.newIntake,
  plan: paths.newPlan,
  coaching: paths.newCoachingRecord.coaching,
  coachingEnd: paths.newCoachingRecord.coachingEnd,
  coachingPlan: paths.newCoachingRecord.coachingPlan,
  coachingReport: paths.newCoachingRecord.coachingReport,
  groupVisit: (_, draftId) => paths.groupVisit(draftId),
  candidateFile: (dossierId, draftId, values) => paths.editCandidate(dossierId, sectionOfDraft(values), draftId),
  newCandidate: (_, draftId) => paths.newCandidate(draftId),
};

function addressOf({ form, dossierId, draftId, values }: Draft): string {
  return addresses[form](dossierId, draftId, values);
}
