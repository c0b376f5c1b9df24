import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import type { EmployerLine } from '#renderer/data/views.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import type { EditorProps } from '#renderer/features/draft/draft-page.tsx';
import { KeptPanel } from '#renderer/features/draft/kept-panel.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import { forfaitaryEnd } from '#shared/domain/loonkostensubsidie/deadlines.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import { amsterdamDayOf, isDay } from '#shared/lib/calendar.ts';
import { placementBefore, startAfter } from './placement-before.ts';
import { TrialSection } from './trial-section.tsx';
import { employersToChoose, othersAt, placementFormWith, placementGroups, placementOf, runsAlready, startOfPlacement } from './placement-of-form.ts';
import './placement.css';

/** The questions about where somebody works, their draft, and what became of it. */
export function PlacementEditor({ dossier, start, name, back, begin, employers: region }: EditorProps & { readonly employers: readonly EmployerLine[] }) {
  const { t } = useTranslation('placement');
  const device = useDevice();
  const format = useFormat();
  const { dossierId } = dossier;
  const { draftId, found } = start;
  const today = amsterdamDayOf(format.nowMs);
  // As it was when this page opened: what a colleague changes meanwhile must be a conflict, not a silent overwrite.
  const known = useMemo(() => placementOf(dossier, draftId), [draftId]); // oxlint-disable-line react-hooks/exhaustive-deps
  const [seen] = useState(() => seenIn(found?.values, known?.versions ?? {}));
  const facts = known?.groups.facts;
  // Who is chosen from stays the same while one chooses.
  const [employers] = useState(() => employersToChoose(region, facts));
  const [definition] = useState(() => placementFormWith(employers, facts));
  const [before] = useState(() => (known === null ? placementBefore(dossier, today) : null));
  const [initial] = useState(() => ({ ...(found?.values ?? startOfPlacement(definition, known, format.language, startAfter(dossier, before, employers, format.language))), [seenKey]: seen }));
  const ownId = known?.recordId ?? null;
  const others = useCallback((employerId: string) => othersAt(dossier, employerId, ownId), [dossier, ownId]);
  const form = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'placement',
    definition,
    initial,
    judge: useCallback((reading: FormReading) => placementGroups(definition, reading, facts, employers, others).findings, [definition, facts, employers, others]),
    keepNow: ({ reading }) =>
      device.keepRecord({
        // Of two files that were joined it stays in its own.
        dossierId: known?.dossierId ?? dossierId,
        recordId: known?.recordId ?? null,
        kind: 'placement',
        groups: placementGroups(definition, reading, facts, employers, others).groups,
        draftId,
        ...(known === null ? {} : { seen }),
      }),
  });
  const { phase, reading } = form;
  const { employerId, forfaitaryFrom, endedOn, beganOn } = reading.answers;
  const written = placementGroups(definition, reading, facts, employers, others).groups.facts;
  const people = employers.find(({ recordId }) => recordId === employerId)?.people ?? [];
  // The running work at the same employer is then no surprise: it is what this goes on from.
  const goesOn = before !== null && employerId === before.employerId;
  if (phase.kind === 'kept') {
    const { recordId } = phase.kept;
    return (
      <KeptPanel
        title={t('kept.title')}
        lead={t('kept.lead', { name })}
        kept={phase.kept}
        status={dossier.placements.find((placement) => placement.recordId === recordId)?.status}
        actions={
          <ActionLink appearance="primary" to={paths.candidate(dossierId)}>
            {t('kept.file')}
          </ActionLink>
        }
      />
    );
  }
  return (
    <DraftFormPage form={form} title={t(known === null ? 'title' : 'change')} back={back} keepLabel={t('keep')}>
      {employers.length === 0 && <Alert kind="warning" title={t('noEmployers.title')}>{t('noEmployers.text')}</Alert>}
      <FormSection sectionId="work">
        <PlainFieldView path={['employerId']} />
        {people.length > 0 && (
          <ul className="placement__contacts" aria-label={t('contacts')}>
            {people.map(({ name: who, jobTitle, phone }) => (
              <li key={`${who} ${jobTitle}`}>{t('contact', { who: [who, jobTitle, phone].filter((part) => part !== '').join(', ') })}</li>
            ))}
          </ul>
        )}
        {goesOn && <Alert kind="info" title={t('goesOn')} />}
        {!goesOn && typeof employerId === 'string' && endedOn === null && runsAlready(dossier, employerId, ownId, today) && <Alert kind="info" title={t('runsAlready')} />}
        <PlainFieldView path={['jobTitle']} />
        <PlainFieldView path={['form']} />
        <FormRow>
          <PlainFieldView path={['hoursPerWeek']} />
          <PlainFieldView path={['beganOn']} />
        </FormRow>
      </FormSection>
      {written.form === 'proefplaatsing' && <TrialSection facts={written} beganOn={typeof beganOn === 'string' && isDay(beganOn) ? beganOn : null} others={typeof employerId === 'string' ? others(employerId) : []} />}
      <FormSection sectionId="terms">
        <PlainFieldView path={['forfaitaryFrom']} />
        {typeof forfaitaryFrom === 'string' && isDay(forfaitaryFrom) && <p>{t('forfaitaryThrough', { day: format.dayInWords(forfaitaryEnd(forfaitaryFrom)) })}</p>}
        <PlainFieldView path={['benefitExit']} />
        <PlainFieldView path={['banenafspraak']} />
        <PlainFieldView path={['prioritair']} />
      </FormSection>
      <FormSection sectionId="end">
        <PlainFieldView path={['endedOn']} />
        {endedOn !== null && <PlainFieldView path={['endReason']} />}
      </FormSection>
    </DraftFormPage>
  );
}
