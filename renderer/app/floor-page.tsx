import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import type { BelowFloor } from '#renderer/data/db/version-floor.ts';
import './crash-page.css';

/** A newer version was on this device: nothing was opened, and nothing can go wrong with what is there. */
export function FloorPage({ below }: { readonly below: BelowFloor }) {
  const { t } = useTranslation('app');
  useEffect(() => {
    document.title = `${t('floor.title')} · ${t('product')}`;
  }, [t]);
  return (
    <main className="crash-page">
      <h1 className="utrecht-heading-1 crash-page__title">{t('floor.title')}</h1>
      <p>{t(`floor.${below}`)}</p>
      <p className="crash-page__safe">{t('floor.safe')}</p>
      <p>{t(`floor.next.${below}`)}</p>
      <ButtonRow>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t('floor.reload')}
        </Button>
      </ButtonRow>
    </main>
  );
}
