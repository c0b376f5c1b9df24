import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { draftParameter, paths } from '#renderer/app/paths.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useDraftStart, type DraftStart } from '#renderer/components/form/use-draft-start.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { changingForms, type CandidateForm, type DossierView } from '#renderer/data/views.ts';
import { BackLink } from '#renderer/components/back-link.tsx';
import type { Kind } from '#shared/domain/kinds.ts';
import { candidateName } from '#renderer/features/candidate/candidate-name.ts';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { mayRecord } from '#renderer/features/candidate/may-record.ts';
import { findDraft } from './find-draft.ts';

/** What an editor of a new record gets to work with. */
export interface EditorProps {
  readonly dossier: DossierView;
  readonly start: DraftStart;
  readonly name: string;
  readonly back: ReactNode;
  /** Goes on with this draft; its id goes into the address, so that a reload after a crash finds it there. */
  readonly begin: (draftId: string) => void;
}

export interface DraftPageProps {
  readonly form: CandidateForm;
  readonly title: string;
  readonly notAllowed: { readonly title: string; readonly text: string };
  readonly editor: (props: EditorProps) => ReactNode;
}

/** The file of the address and the draft to go on with: what every page that makes a record begins with. */
export function DraftPage(props: DraftPageProps) {
  return <DossierGate isTypedIn>{(dossier) => <OfFile {...props} dossier={dossier} />}</DossierGate>;
}

function OfFile({ form, title, notAllowed, editor, dossier }: DraftPageProps & { readonly dossier: DossierView }) {
  const { t } = useTranslation('app');
  const device = useDevice();
  const [search, setSearch] = useSearchParams();
  const { dossierId } = dossier;
  const find = useCallback((wanted: string | null) => findDraft(device, dossierId, form, wanted), [device, dossierId, form]);
  const named = search.get(draftParameter);
  // Whoever comes back to the address of what they kept begins anew: under that name nothing could be saved or kept again.
  const isKept = !changingForms.includes(form) && dossier.records.some(({ recordId }) => recordId === named);
  const start = useDraftStart(isKept ? null : named, find);
  const begin = useCallback((draftId: string) => setSearch({ [draftParameter]: draftId }, { replace: true }), [setSearch]);
  const name = candidateName(dossier);
  const back = <BackLink to={paths.candidate(dossierId)}>{name}</BackLink>;
  if (!mayRecord(device.principal, kindOf(form), dossier)) {
    return (
      <>
        <PageHeader title={title} documentTitle={title} back={back} />
        <EmptyState title={notAllowed.title}>{notAllowed.text}</EmptyState>
      </>
    );
  }
  if (start === null) return <p className="visually-hidden">{t('loading')}</p>;
  return editor({ dossier, start, name, back, begin });
}

/** What a form makes, where that is not called as the form is. */
function kindOf(form: CandidateForm): Kind {
  return form === 'olderMeasurement' ? 'measurement' : form === 'coachingEnd' ? 'coaching' : form;
}
