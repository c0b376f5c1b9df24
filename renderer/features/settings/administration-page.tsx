import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { Loaded } from '#renderer/data/live.ts';
import { publishableIds } from '#renderer/features/region-document/publishable.ts';
import { regionDocumentsOf, type ListedDocument } from './region-documents.ts';
import './settings.css';

/** The documents of the region as they are on this device: to check, not yet to change. */
export function AdministrationPage() {
  const { t } = useTranslation(['settings', 'app']);
  const documents = useRegionDocuments();
  return (
    <div className="settings">
      <PageHeader title={t('administration.title')} documentTitle={t('administration.title')} lead={t('administration.lead')} actions={<ActionLink to={paths.lksTable}>{t('administration.lksTable')}</ActionLink>} />
      <section className="settings__section">
        <Heading level={2}>{t('administration.own.title')}</Heading>
        <p className="settings__text">{t('administration.own.text')}</p>
        <ButtonRow>
          {publishableIds.map((id) => (
            <ActionLink key={id} to={paths.regionDocument(id)} aria-label={t('administration.own.open', { name: t(`administration.names.${id}`) })}>
              {t(`administration.names.${id}`)}
            </ActionLink>
          ))}
        </ButtonRow>
      </section>
      {documents.kind === 'failed' && (
        <Alert kind="error" title={t('app:failed.read')}>
          <p>{t('app:failed.safe')}</p>
        </Alert>
      )}
      {documents.kind === 'ready' && documents.value.length === 0 && <EmptyState title={t('administration.empty')}>{t('administration.emptyText')}</EmptyState>}
      {documents.kind === 'ready' && documents.value.length > 0 && <DocumentList documents={documents.value} />}
    </div>
  );
}

function DocumentList({ documents }: { readonly documents: readonly ListedDocument[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <ul className="document-list">
      {documents.map((document) => {
        const name = t(`administration.names.${document.id}`, document.id);
        return (
          <li key={document.recordId}>
            <div className="document-list__head">
              <p className="document-list__name">{name}</p>
              <p>
                {t('administration.version')} {document.version}
              </p>
              <p className="document-list__changed">
                {t('administration.changed')} {format.moment(document.changedAtMs)}
              </p>
            </div>
            <details>
              <summary aria-label={t('administration.showItem', { document: name, version: document.version })}>{t('administration.show')}</summary>
              {/* It scrolls inside itself, so the keyboard must be able to reach it. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
              <pre role="region" tabIndex={0} aria-label={name}>{JSON.stringify(document.content, null, 2)}</pre>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** Read again after each pull; there are a handful. */
function useRegionDocuments(): Loaded<readonly ListedDocument[]> {
  const device = useDevice();
  const { lastPullAtMs } = useLive(device.syncStatus);
  const [documents, setDocuments] = useState<Loaded<readonly ListedDocument[]>>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    device.readAllRecords().then(
      (records) => {
        if (!gone) setDocuments({ kind: 'ready', value: regionDocumentsOf(records) });
      },
      () => {
        if (!gone) setDocuments({ kind: 'failed' });
      },
    );
    return () => {
      gone = true;
    };
  }, [device, lastPullAtMs]);
  return documents;
}
