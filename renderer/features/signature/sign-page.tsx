import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '#renderer/app/app-context.tsx';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { addressOfRecord } from '#renderer/app/record-address.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { DossierGate } from '#renderer/features/candidate/dossier-gate.tsx';
import { MissingRecord } from '#renderer/features/candidate/missing-record.tsx';
import { useRecordId } from '#renderer/features/candidate/use-dossier-id.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import type { DossierView, KeepProblem, RecordView } from '#renderer/data/views.ts';
import type { SignatureMethod, SignatureRole } from '#shared/domain/records/signature.ts';
import { isProfessional } from '#shared/domain/signature/judge-signature.ts';
import type { Signable } from '#shared/domain/signature/signable.ts';
import { HandBack } from './hand-back.tsx';
import { SignForm } from './sign-form.tsx';
import { signatureOf, type SignatureEntry } from './signature-of-form.ts';
import { SignedLine } from './signed-line.tsx';
import { signableOf, signersOf, versionSigned, type Signer } from './signers-of.ts';
import { useQuietPage } from './use-quiet-page.ts';
import { WhatIsSigned } from './what-is-signed.tsx';
import './signature.css';

/** People put their name under something that is final, one after the other, on this screen. */
export function SignPage() {
  const recordId = useRecordId();
  useQuietPage();
  return (
    <DossierGate isTypedIn>
      {(dossier) => {
        const record = dossier.records.find((each) => each.recordId === recordId);
        const signable = record === undefined ? null : signableOf(record);
        return record === undefined || signable === null ? <MissingRecord dossierId={dossier.dossierId} /> : <Signing dossier={dossier} record={record} signable={signable} />;
      }}
    </DossierGate>
  );
}

function Signing({ dossier, record, signable }: { readonly dossier: DossierView; readonly record: RecordView; readonly signable: Signable }) {
  const { t } = useTranslation('signature');
  const { clock } = useApp();
  const device = useDevice();
  const announce = useAnnounce();
  const signers = signersOf(dossier, record, device.principal);
  const [chosen, setChosen] = useState<SignatureRole | null>(null);
  const [method, setMethod] = useState<SignatureMethod>('drawn');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const [guestHasLaptop, setGuestHasLaptop] = useState(false);
  const open = signers.filter(({ given, mayGive }) => given === null && mayGive);
  const active = signers.find(({ role, mayGive }) => role === chosen && mayGive) ?? open[0] ?? null;
  const back = addressOfRecord(record) ?? paths.candidate(dossier.dossierId);

  const sign = async (signer: Signer, entry: SignatureEntry) => {
    setBusy(true);
    setProblem(null);
    // Before it is kept: the list of signers may be drawn anew before keeping has answered.
    setGuestHasLaptop(!isProfessional(signer.role));
    const signature = signatureOf(record, signer, entry, statementOf(signer.role), clock.nowMs());
    const kept = await device.keepRecord({ dossierId: record.dossierId, recordId: null, kind: signable.signedBy, groups: { signature }, draftId: null });
    setBusy(false);
    if (!kept.ok) return setProblem(kept.problem);
    setChosen(null);
    announce(t(kept.value.secondCopy ? 'kept' : 'keptWithoutCopy', { role: t(`role.${signer.role}`) }));
  };
  const version = versionSigned(record);
  const statementOf = (role: SignatureRole) => {
    const statement = t([`statement.${record.kind}.${role}`, `statement.${role}`]);
    return version === null ? statement : t('statementOfVersion', { statement, version });
  };

  // The next guest goes on at once; whoever brought the laptop says that they have it back.
  if (guestHasLaptop && chosen === null && (open[0] === undefined || isProfessional(open[0].role))) return <HandBack onBack={() => setGuestHasLaptop(false)} />;
  return (
    <div className="sign-page">
      <PageHeader back={<BackLink to={back}>{t([`back.${record.kind}`, 'back.other'])}</BackLink>} title={t('pageTitle')} documentTitle={t('pageTitle')} lead={t(`lead.${record.kind}`)} />
      <WhatIsSigned record={record} />
      {problem !== null && <KeepProblemAlert problem={problem} />}
      <ol className="sign-page__signers">
        {signers.map((signer) => (
          <li key={signer.role} className="sign-page__signer">
            <SignerPart
              signer={signer}
              isActive={active?.role === signer.role}
              isNext={open[0]?.role === signer.role && signers[0]?.role !== signer.role && chosen === null}
              onChoose={() => setChosen(signer.role)}
            >
              <SignForm key={signer.role} signer={signer} statement={statementOf(signer.role)} firstMethod={method} onMethod={setMethod} busy={busy} onSign={(entry) => void sign(signer, entry)} />
            </SignerPart>
          </li>
        ))}
      </ol>
      {open.length === 0 && (
        <Alert kind="ok" title={t(signers.every(({ given }) => given !== null) ? 'everybody' : 'allHere')}>
          <ButtonRow>
            <ActionLink appearance="primary" to={back}>
              {t([`toRecord.${record.kind}`, 'toRecord.other'])}
            </ActionLink>
          </ButtonRow>
        </Alert>
      )}
    </div>
  );
}

interface SignerPartProps {
  readonly signer: Signer;
  readonly isActive: boolean;
  /** Comes after somebody who has just signed: the focus goes to this name, so that the keyboard need not look for it. */
  readonly isNext: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function SignerPart({ signer, isActive, isNext, onChoose, children }: SignerPartProps) {
  const { t } = useTranslation('signature');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNext) heading.current?.focus();
  }, [isNext]);
  return (
    <section aria-labelledby={`signer-${signer.role}`}>
      <h2 ref={heading} tabIndex={-1} id={`signer-${signer.role}`} className="utrecht-heading-2">
        {t(`role.${signer.role}`)}
      </h2>
      {signer.given !== null && !isActive && <SignedLine given={signer.given} />}
      {isActive && children}
      {!isActive && signer.given === null && !signer.mayGive && <p>{t('elsewhere')}</p>}
      {!isActive && signer.mayGive && (
        <Button appearance={signer.given === null ? 'secondary' : 'subtle'} onClick={onChoose} aria-label={t(signer.given === null ? 'nowAs' : 'againAs', { role: t(`role.${signer.role}`).toLowerCase() })}>
          {t(signer.given === null ? 'now' : 'again')}
        </Button>
      )}
    </section>
  );
}
