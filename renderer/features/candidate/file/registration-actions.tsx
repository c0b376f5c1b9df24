import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import type { DossierView, KeepProblem } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { mayWriteSection, sectionOf } from './file-sections.ts';

/** Handing on to a colleague, closing a registration, and opening it again: nothing of the file is ever removed by it. */
export function RegistrationActions({ dossier }: { readonly dossier: DossierView }) {
  const { t } = useTranslation(['file', 'sync']);
  const device = useDevice();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const { candidate, dossierId } = dossier;
  const registration = candidate?.groups.registration;
  const may = (id: string): boolean => {
    const section = sectionOf(id);
    return section !== undefined && mayWriteSection(device.principal, dossier, section);
  };
  if (candidate === null || registration === undefined || !may('uitschrijven')) return null;

  const reopen = async () => {
    const base = candidate.changes['registration']?.base;
    const kept = await device.keepRecord({
      dossierId,
      recordId: candidate.recordId,
      kind: 'candidate',
      groups: { registration: { ...registration, closedOn: null, closeReason: null } },
      draftId: null,
      ...(base === undefined ? {} : { bases: { registration: base } }),
    });
    setProblem(kept.ok ? null : kept.problem);
    if (kept.ok) announce(t('reopened'));
  };
  return (
    <section className="file-actions" aria-label={t('actions.label')}>
      {problem !== null && <KeepProblemAlert problem={problem} />}
      <ButtonRow>
        {may('team') && <ActionLink to={paths.editCandidate(dossierId, 'team')}>{t('actions.handOn')}</ActionLink>}
        {registration.closedOn === null ? (
          <ActionLink to={paths.editCandidate(dossierId, 'uitschrijven')}>{t('actions.close')}</ActionLink>
        ) : (
          <Button appearance="secondary" onClick={() => void reopen()}>
            {t('actions.reopen')}
          </Button>
        )}
      </ButtonRow>
    </section>
  );
}
