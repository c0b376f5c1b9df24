import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useDossier } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { FormFields } from '#renderer/components/form/form-fields.tsx';
import type { DraftStart } from '#renderer/components/form/use-draft-start.ts';
import { formatDay } from '#renderer/components/format.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { candidateOf, judgeCandidateForm, newCandidateFormOf } from './candidate-of-form.ts';
import { MaybeKnown } from './maybe-known.tsx';
import { fullName } from '../candidate-name.ts';

export interface NewCandidateEditorProps {
  readonly start: DraftStart;
  readonly begin: (draftId: string) => void;
}

/** The questions about somebody new. Who may be there already is said beside them, while they are typed. */
export function NewCandidateEditor({ start, begin }: NewCandidateEditorProps) {
  const { t } = useTranslation('file');
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const { principal } = device;
  const { draftId, found } = start;
  // The file, its record and its draft have one id: two windows with one draft make one file.
  const dossierId = draftId as DossierId;
  const definition = useMemo(() => newCandidateFormOf(principal), [principal]);

  const form = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'newCandidate',
    definition,
    initial: found?.values ?? startValues(definition, { registeredOn: formatDay(moment.today, format.language), ...(principal.municipalities.length === 1 ? { municipality: principal.municipalities[0] } : {}) }),
    judge: useCallback((reading: FormReading) => judgeCandidateForm(definition, reading, principal), [definition, principal]),
    keepNow: ({ reading }) => device.keepRecord({ dossierId, recordId: null, kind: 'candidate', groups: candidateOf(definition, reading, principal), draftId }),
  });
  const { reading, phase } = form;
  const kept = useDossier(dossierId);

  if (phase.kind === 'kept') {
    const { identity } = candidateOf(definition, reading, principal);
    const file = kept.kind === 'ready' ? kept.value : null;
    return (
      <KeptPanel
        title={t('new.kept')}
        lead={identity === undefined ? '' : fullName(identity)}
        kept={phase.kept}
        status={file?.candidate?.status}
        actions={
          <>
            <ActionLink appearance="primary" to={paths.candidate(dossierId)}>
              {t('new.open')}
            </ActionLink>
            <ActionLink to={paths.candidateWork(dossierId)}>{t('new.work')}</ActionLink>
            <Button appearance="subtle" onClick={form.startOver}>
              {t('new.another')}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <DraftFormPage form={form} title={t('new.title')} back={<BackLink to={paths.caseload}>{t('new.back')}</BackLink>} keepLabel={t('new.keep')} aside={<MaybeKnown reading={reading} />}>
      <FormFields definition={definition} />
    </DraftFormPage>
  );
}
