import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { FormFields } from '#renderer/components/form/form-fields.tsx';
import { inNotation } from '#renderer/components/form/normalise.ts';
import type { DraftStart } from '#renderer/components/form/use-draft-start.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { DraftFormPage } from '#renderer/features/draft/draft-form-page.tsx';
import { seenIn, seenKey } from '#renderer/features/draft/seen-in-draft.ts';
import { useDraftForm } from '#renderer/features/draft/use-draft-form.ts';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { formatDay } from '#renderer/components/format.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import { startValues, type FormReading } from '#shared/forms/read-form.ts';
import { valuesOfGroups } from '#shared/forms/values-of-groups.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import type { FileSection } from './file-sections.ts';
import { changedGroups, draftOfSection, judgeSection, seenBy, type Seen } from './section-of-form.ts';

export interface SectionEditorProps {
  readonly section: FileSection;
  readonly definition: FormDefinition;
  readonly title: string;
  readonly dossier: DossierView;
  readonly start: DraftStart;
  readonly back: ReactNode;
  readonly begin: (draftId: string) => void;
}

/** The form of one part of the file: begins with what stands there, and names what was seen, so that nobody's work is overwritten. */
export function SectionEditor({ section, definition, title, dossier, start, back, begin }: SectionEditorProps) {
  const { t } = useTranslation(['file', 'sync']);
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { dossierId, candidate } = dossier;
  const { draftId, found } = start;
  // What was on the screen when the person began: of this drawing, or of the one that the draft was begun in.
  const [seen] = useState<Seen>(() => seenIn(found?.values, seenBy(dossier, section)));
  const [initial] = useState<FormValues>(() => ({
    ...(found?.values ?? valuesNow(section, definition, dossier, formatDay(moment.today, format.language), format.language)),
    [draftOfSection]: section.id,
    [seenKey]: seen,
  }));

  const form = useDraftForm({
    start,
    begin,
    dossierId,
    form: 'candidateFile',
    definition,
    initial,
    judge: useCallback((reading: FormReading) => judgeSection(section, definition, reading, dossier), [section, definition, dossier]),
    keepNow: ({ reading }) =>
      device.keepRecord({ dossierId, recordId: candidate?.recordId ?? null, kind: 'candidate', groups: changedGroups(section, definition, reading, dossier), draftId, bases: seen }),
  });
  const { phase } = form;
  useEffect(() => {
    if (phase.kind !== 'kept') return;
    announce(t('sync:record.kept'));
    void navigate(section.page === 'work' ? paths.candidateWork(dossierId) : paths.candidateData(dossierId));
  }, [phase, announce, navigate, t, section, dossierId]);

  return (
    <DraftFormPage form={form} title={title} back={back} notices={<MeanwhileNotice dossier={dossier} section={section} seen={seen} />} keepLabel={t('keep')}>
      <FormFields definition={definition} />
    </DraftFormPage>
  );
}

/** What stands there now, but for what every change asks anew: its day, and its reason. */
function valuesNow(section: FileSection, definition: FormDefinition, dossier: DossierView, today: string, language: Parameters<typeof inNotation>[2]): FormValues {
  if (section.startsEmpty === true) return startValues(definition);
  const askedAnew: readonly string[] = section.askedAnew ?? [];
  const groups = Object.fromEntries(Object.entries(dossier.candidate?.groups ?? {}).filter(([group]) => !askedAnew.includes(group)));
  const known = valuesOfGroups(definition, groups, (field, answer) => inNotation(field, answer, language));
  return startValues(definition, { ...known, ...(askedAnew.includes('move') ? { movedOn: today } : {}) });
}

/** Somebody else changed it while this form was open: said before keeping, so that the choice afterwards is no surprise. */
function MeanwhileNotice({ dossier, section, seen }: { readonly dossier: DossierView; readonly section: FileSection; readonly seen: Seen }) {
  const { t } = useTranslation('file');
  const format = useFormat();
  const nameOf = useNameOfColleague();
  const changed = useMemo(() => {
    const changes = dossier.candidate?.changes ?? {};
    return section.groups.flatMap((group) => {
      const change = changes[group];
      return change === undefined || 'afterOp' in (change.base ?? {}) || sameBase(change.base, seen[group] ?? null) ? [] : [change];
    })[0];
  }, [dossier, section, seen]);
  if (changed === undefined) return null;
  return (
    <Alert kind="warning" title={t('meanwhile.title', { name: nameOf(changed.by), moment: format.moment(changed.atMs) })}>
      <p>{t('meanwhile.text')}</p>
    </Alert>
  );
}

const sameBase = (a: unknown, b: unknown): boolean => canonicalJson(a as JsonValue) === canonicalJson(b as JsonValue);
