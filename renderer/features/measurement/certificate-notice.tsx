import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import { addMonths, type Day } from '#shared/lib/calendar.ts';

export interface CertificateNoticeProps {
  readonly certificate: Certificate | null;
  /** The day of the visit: the certificate must have been valid then. */
  readonly on: Day;
}

/** The certificate that the report names; a warning when it was not valid, and in good time before. Never in the way. */
export function CertificateNotice({ certificate, on }: CertificateNoticeProps) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const change = <TextLink to={paths.settings}>{t('certificate.change')}</TextLink>;
  if (certificate === null) {
    return (
      <Alert kind="info" title={t('certificate.none')}>
        <p>{t('certificate.noneText')}</p>
        <p>{change}</p>
      </Alert>
    );
  }
  const { number, validThrough } = certificate;
  const day = format.dayInWords(validThrough);
  if (validThrough < on) {
    return (
      <Alert kind="warning" title={t('certificate.expired', { day })}>
        <p>{t('certificate.expiredText', { number })}</p>
        <p>{change}</p>
      </Alert>
    );
  }
  const soon = validThrough < addMonths(on, 3);
  return (
    <p>
      {t('certificate.valid', { number, day })} {soon && t('certificate.soon')} {soon && change}
    </p>
  );
}
