import { useTranslation } from 'react-i18next';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SessionNotice } from '#renderer/features/sync/session-notice.tsx';
import { CertificateSection } from './certificate-section.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { KeyboardChoices } from './keyboard-choices.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LeaveSection } from './leave-section.tsx';
import './settings.css';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <div className="settings">
      <PageHeader title={t('title')} documentTitle={t('title')} />
      <SessionNotice />
      <CertificateSection />
      <section className="settings__section">
        <Heading level={2}>{t('lock.title')}</Heading>
        <LeaveSection />
      </section>
      <section className="settings__section">
        <Heading level={2}>{t('language.title')}</Heading>
        <LanguageChoice />
      </section>
      <section className="settings__section">
        <Heading level={2}>{t('keys.title')}</Heading>
        <KeyboardChoices />
      </section>
      <section className="settings__section">
        <Heading level={2}>{t('device.title')}</Heading>
        <DeviceFacts />
      </section>
    </div>
  );
}
