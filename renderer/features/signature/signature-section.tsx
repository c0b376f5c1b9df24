import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { hashInGroups } from '#shared/domain/signature/check-signature.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import { SignedLine } from './signed-line.tsx';
import { finalSignable, signersOf, versionSigned, type Signer } from './signers-of.ts';
import './signature.css';

export interface SignatureSectionProps {
  readonly dossier: DossierView;
  readonly record: RecordView;
}

/** Under a final record: who signed it, who has still to, and whether it is what they signed. Nothing for what nobody signs. */
export function SignatureSection({ dossier, record }: SignatureSectionProps) {
  const { t } = useTranslation('signature');
  const { principal } = useDevice();
  const signable = finalSignable(record);
  const signers = signersOf(dossier, record, principal);
  if (signable === null || signers.length === 0) return null;
  const open = signers.filter(({ given }) => given === null);
  const version = versionSigned(record);
  return (
    <section className="report__section" aria-labelledby="signatures-title">
      <Heading level={2} id="signatures-title">
        {t('title')}
      </Heading>
      {version !== null && <p>{t('ofVersion', { version })}</p>}
      <ul className="signatures__list">
        {signers.map((signer) => (
          <li key={signer.role} className="signatures__item">
            <Heading level={3} look={4}>
              {t(`role.${signer.role}`)}
            </Heading>
            {signer.given === null ? <p className="signatures__open">{t('notYet')}</p> : <SignedLine given={signer.given} />}
          </li>
        ))}
      </ul>
      {open.some(({ mayGive }) => mayGive) && (
        <ButtonRow>
          <ActionLink appearance="primary" to={paths.sign(dossier.dossierId, record.recordId)}>
            {t(open.length === signers.length ? 'start' : 'goOn')}
          </ActionLink>
        </ButtonRow>
      )}
      <ContentCheck record={record} signers={signers} groups={signable.groups} />
    </section>
  );
}

interface ContentCheckProps {
  readonly record: RecordView;
  readonly signers: readonly Signer[];
  readonly groups: readonly string[];
}

/** "Dit rapport is ongewijzigd": computed here and now from what the device holds, also without a connection. */
function ContentCheck({ record, signers, groups }: ContentCheckProps) {
  const { t } = useTranslation('signature');
  const announce = useAnnounce();
  const [asked, setAsked] = useState(false);
  const checks = signers.flatMap(({ role, given }) => (given === null || given.signature.method === 'declined' ? [] : [{ role, check: given.check }]));
  const changed = checks.flatMap(({ role, check }) => (check.kind === 'changed' ? [{ role, parts: check.parts }] : []));
  const incomplete = checks.some(({ check }) => check.kind === 'incomplete' || check.kind === 'missing');
  const complete = groups.every((group) => (record.groups as Readonly<Record<string, unknown>>)[group] !== undefined);
  if (checks.length === 0 || !complete) return null;
  const verdict = changed.length > 0 ? 'changed' : incomplete ? 'incomplete' : 'unchanged';
  const titleOf = () => t([`check.${verdict}.${record.kind}`, `check.${verdict}.title`]);
  const look = () => {
    setAsked(true);
    announce(titleOf());
  };
  return (
    <div className="content-check">
      {verdict === 'unchanged' && (
        <Alert kind="ok" title={titleOf()}>
          <p>{t('check.unchanged.text', { count: checks.length })}</p>
        </Alert>
      )}
      {verdict === 'incomplete' && (
        <Alert kind="warning" title={t('check.incomplete.title')}>
          <p>{t('check.incomplete.text')}</p>
        </Alert>
      )}
      {verdict === 'changed' && (
        <Alert kind="warning" title={t('check.changed.title')}>
          <p>{t('check.changed.text')}</p>
          <ul>
            {changed.map(({ role, parts }) => (
              <li key={role}>{t('check.changed.since', { role: t(`role.${role}`), parts: parts.map((part) => t(`part.${part.replace('.', '-')}`, part)).join(', ') })}</li>
            ))}
          </ul>
        </Alert>
      )}
      <details className="content-check__how">
        <summary>{t('check.how')}</summary>
        <div className="content-check__explained">
          <p>{t('check.explained')}</p>
          <p>
            {t('check.code')} <code className="content-check__code">{hashInGroups(signedContentOf(record, groups).contentHash)}</code>
          </p>
          <Button appearance="secondary" onClick={look}>
            {t('check.again')}
          </Button>
          {asked && <p>{titleOf()}</p>}
        </div>
      </details>
    </div>
  );
}
