import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { paths } from './paths.ts';
import './crash-page.css';

export interface CrashPageProps {
  /** Where it broke. */
  readonly code: string;
  /** One page inside the shell broke, or everything. */
  readonly around: 'page' | 'app';
}

/** What happened, what is safe, what to do next. Needs neither device nor router: either may be what broke. */
export function CrashPage({ code, around }: CrashPageProps) {
  const { t } = useTranslation('app');
  // A page has one main; inside the shell it is already there.
  const Frame = around === 'app' ? 'main' : 'div';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${t('crash.documentTitle')} · ${t('product')}`;
    heading.current?.focus();
  }, [t]);
  return (
    <Frame className="crash-page">
      <h1 ref={heading} tabIndex={-1} className="utrecht-heading-1 crash-page__title">
        {t('crash.title')}
      </h1>
      <p>{t('crash.what')}</p>
      <p className="crash-page__safe">{t('crash.safe')}</p>
      <p>{t('crash.next')}</p>
      <p className="crash-page__code">{t('crash.code', { code })}</p>
      <ButtonRow>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
        <Button onClick={() => window.location.assign(paths.home)}>{t('crash.home')}</Button>
      </ButtonRow>
    </Frame>
  );
}
