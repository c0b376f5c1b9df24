import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import type { UnusableForm } from '#shared/forms/delivered-forms.ts';

/** A version arrived that cannot be asked: which one is asked instead. Nothing when all is as it should be. */
export function FormNotice({ version, unusable }: { readonly version: number; readonly unusable: readonly UnusableForm[] }) {
  const { t } = useTranslation('intake');
  const newer = unusable.filter((each) => each.version > version);
  if (newer.length === 0) return null;
  return (
    <Alert kind="warning" title={t('brokenForm.title')} className="restored-notice">
      <p>{t('brokenForm.text', { broken: Math.max(...newer.map((each) => each.version)), version })}</p>
    </Alert>
  );
}
