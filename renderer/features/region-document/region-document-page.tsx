import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FormField } from '@utrecht/form-field-react';
import { FormFieldDescription } from '@utrecht/form-field-description-react';
import { FormLabel } from '@utrecht/form-label-react';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useRegionDocuments } from '#renderer/app/use-region-documents.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { KeepProblem } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { regionDossierId, type RecordId } from '#shared/domain/ids.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { regionForms } from '#shared/forms/form-places.ts';
import { FormPreview } from './form-preview.tsx';
import { FormEditor } from './form-editor.tsx';
import { publishableOf, type DocumentFault, type Publishable } from './publishable.ts';
import { WordsEditor } from './words-editor.tsx';
import { useFormText } from './use-form-text.ts';
import './region-document.css';

/** A form or a list of the region: look at what is used, change it, check it, try it out, publish the next version. */
export function RegionDocumentPage() {
  const { t } = useTranslation(['regiondocument', 'settings']);
  const { documentId = '' } = useParams();
  const { principal } = useDevice();
  const documents = useRegionDocuments();
  const publishable = publishableOf(documentId, documents);
  const name = t(`settings:administration.names.${documentId}`, documentId);
  const mayPublish = groupsOfRole('write', principal.role, 'regionDocument').length > 0;
  return (
    <div className="settings region-document">
      <PageHeader title={name} documentTitle={name} back={<BackLink to={paths.administration}>{t('settings:administration.title')}</BackLink>} lead={publishable === null ? undefined : t('used', { version: publishable.current.version })} />
      {publishable === null || !mayPublish ? <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState> : <Publish key={publishable.nextVersion} documentId={documentId} publishable={publishable} />}
    </div>
  );
}

type Checked = { readonly kind: 'fine'; readonly text: string; readonly content: unknown; readonly definition: FormDefinition | null } | { readonly kind: 'wrong'; readonly faults: readonly DocumentFault[] };

function Publish({ documentId, publishable }: { readonly documentId: string; readonly publishable: Publishable }) {
  const { t } = useTranslation('regiondocument');
  const device = useDevice();
  const announce = useAnnounce();
  const { text, definition, past, typed, edited, undo } = useFormText(documentId, publishable);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const { nextVersion } = publishable;
  const isForm = regionForms.includes(documentId);
  const [jsonOpen, setJsonOpen] = useState(false);

  const look = () => {
    const result = check(text, publishable);
    setChecked(result);
    announce(result.kind === 'fine' ? t('check.fine') : t('check.wrong', { count: result.faults.length }));
  };
  const publish = async (content: unknown) => {
    setBusy(true);
    // The name says the version: two administrators who publish at once publish one and the same number once.
    const recordId = `${documentId}-v${nextVersion}` as RecordId;
    const kept = await device.keepRecord({ dossierId: regionDossierId, recordId, kind: 'regionDocument', groups: { document: { id: documentId, version: nextVersion, content: content as never } }, draftId: null });
    setBusy(false);
    if (kept.ok) announce(t('published', { version: nextVersion }));
    else setProblem(kept.problem);
  };
  return (
    <>
      {publishable.unusable.map(({ version, faults }) => (
        <Alert key={version} kind="warning" title={t('unusable', { version })}>
          <Faults faults={faults} />
        </Alert>
      ))}
      {problem !== null && <KeepProblemAlert problem={problem} />}
      {isForm && definition === null && (
        <Alert kind="warning" title={t('edit.notShown')}>
          <p>{t('edit.notShownText')}</p>
        </Alert>
      )}
      {isForm && definition !== null && (
        <section className="form-editor__whole" aria-labelledby="form-editor-title">
          <Heading level={2} id="form-editor-title">
            {t('edit.title')}
          </Heading>
          <p>{t('edit.lead', { version: nextVersion })}</p>
          <FormEditor
            definition={definition}
            onChange={(next, what) => {
              edited(next, what);
              setChecked(null);
            }}
          />
          <ButtonRow>
            <Button
              aria-disabled={past === 0}
              onClick={() => {
                if (past === 0) return;
                undo();
                setChecked(null);
                announce(t('edit.undone'));
              }}
            >
              {t('edit.undo')}
            </Button>
          </ButtonRow>
        </section>
      )}
      {!isForm && (
        <WordsEditor
          text={text}
          version={nextVersion}
          onChange={(next) => {
            typed(next);
            setChecked(null);
          }}
        />
      )}
      <details className="region-document__json" open={jsonOpen} onToggle={(event) => setJsonOpen(event.currentTarget.open)}>
        <summary>{t('text.title')}</summary>
        <FormField
          className="field form-area"
          label={<FormLabel htmlFor="region-document-text">{t('text.label', { version: nextVersion })}</FormLabel>}
          description={<FormFieldDescription id="region-document-text-description">{t('text.hint')}</FormFieldDescription>}
        >
          <textarea
            id="region-document-text"
            className="utrecht-textarea utrecht-textarea--html-textarea region-document__text"
            rows={18}
            spellCheck={false}
            autoComplete="off"
            aria-describedby="region-document-text-description"
            value={text}
            onChange={(event) => {
              typed(event.target.value);
              setChecked(null);
            }}
          />
        </FormField>
      </details>
      {checked?.kind === 'wrong' && (
        <Alert kind="error" title={t('check.wrong', { count: checked.faults.length })}>
          <Faults faults={checked.faults} />
        </Alert>
      )}
      {checked?.kind === 'fine' && (
        <Alert kind="ok" title={t('check.fine')}>
          <p>{t(isForm ? 'check.fineText' : 'check.fineWords')}</p>
        </Alert>
      )}
      <ButtonRow>
        <Button appearance={checked?.kind === 'fine' ? 'secondary' : 'primary'} onClick={look}>
          {t('check.do')}
        </Button>
        {checked?.kind === 'fine' && (
          <Button appearance="primary" busy={busy} onClick={() => void publish(checked.content)}>
            {t('publish', { version: nextVersion })}
          </Button>
        )}
      </ButtonRow>
      {checked?.kind === 'fine' && checked.definition !== null && <FormPreview key={checked.text} definition={checked.definition} />}
    </>
  );
}

function check(text: string, publishable: Publishable): Checked {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { kind: 'wrong', faults: [{ where: '', code: 'noJson', detail: error instanceof Error ? error.message : '' }] };
  }
  const outcome = publishable.check(content);
  return outcome.ok ? { kind: 'fine', text, content, definition: outcome.value } : { kind: 'wrong', faults: outcome.problem };
}

function Faults({ faults }: { readonly faults: readonly DocumentFault[] }) {
  const { t } = useTranslation('regiondocument');
  return (
    <ul className="region-document__faults">
      {faults.map(({ where, code, detail }) => (
        <li key={`${where} ${code} ${detail}`}>
          {t(`fault.${code}`, { detail })} {where !== '' && <code>{where}</code>}
        </li>
      ))}
    </ul>
  );
}
