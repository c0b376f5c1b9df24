import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { formatDay } from '#renderer/components/format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { KeepProblem, RecordView } from '#renderer/data/views.ts';
import { ownCertificate } from '#renderer/features/measurement/own-certificate.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { regionDossierId } from '#shared/domain/ids.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import { parseLooseDay } from '#shared/lib/loose-day.ts';

/** The certificate of who measures; nothing for everybody else. */
export function CertificateSection() {
  const { t } = useTranslation('measurement');
  const device = useDevice();
  const file = useLive(useMemo(() => device.regionFile(), [device]));
  if (groupsOfRole('write', device.principal.role, 'certificate').length === 0 || file.kind !== 'ready') return null;
  const own = ownCertificate(file.value, device.principal.userId);
  return (
    <section className="settings__section">
      <Heading level={2}>{t('certificate.title')}</Heading>
      <p>{t('certificate.lead')}</p>
      <CertificateForm key={own?.recordId ?? 'new'} own={own} />
    </section>
  );
}

function CertificateForm({ own }: { readonly own: RecordView<'certificate'> | null }) {
  const { t } = useTranslation('measurement');
  const device = useDevice();
  const announce = useAnnounce();
  const format = useFormat();
  const sentenceOf = useSentenceOf();
  const { today } = useMoment();
  const known = own?.groups.certificate;
  const [number, setNumber] = useState(known?.number ?? '');
  const [until, setUntil] = useState(known === undefined ? '' : formatDay(known.validThrough, format.language));
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const day = parseLooseDay(until, today, 'future');
  const keep = async () => {
    setTried(true);
    if (number.trim() === '' || !day.ok) return;
    const certificate = { ...known, holderId: device.principal.userId, number: number.trim(), validThrough: day.value };
    const kept = await device.keepRecord({
      dossierId: regionDossierId,
      recordId: own?.recordId ?? null,
      kind: 'certificate',
      groups: { certificate },
      draftId: null,
      ...(own === null ? {} : { seen: own.versions }),
    });
    setProblem(kept.ok ? null : kept.problem);
    if (!kept.ok) return;
    setUntil(formatDay(day.value, format.language));
    announce(t('certificate.saved'));
  };
  return (
    <>
      {problem !== null && <KeepProblemAlert problem={problem} />}
      <TextField label={t('certificate.number')} autoComplete="off" maxLength={60} error={tried && number.trim() === '' ? sentenceOf({ code: 'text.required' }) : null} value={number} onChange={(event) => setNumber(event.target.value)} />
      <TextField
        label={t('certificate.validThrough')}
        autoComplete="off"
        error={tried && !day.ok ? sentenceOf({ code: until.trim() === '' ? 'day.required' : 'day.invalid' }) : null}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        onBlur={() => setUntil(day.ok ? formatDay(day.value, format.language) : until)}
      />
      <div>
        <Button onClick={() => void keep()}>{t('certificate.keep')}</Button>
      </div>
      {own !== null && (
        <p>
          <RecordStatusText status={own.status} always />
        </p>
      )}
    </>
  );
}
