import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '#renderer/components/button.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import './privacy-blind.css';

/**
 * In place of everything around the form while an employer or a candidate looks along: no menu, no names of others, no
 * last visit. It ends by its own button, and when somebody goes to another page, which is then what they want to see.
 */
export function PrivacyBlind() {
  const { t } = useTranslation('app');
  const announce = useAnnounce();
  const blind = useWindowState((state) => state.blind);
  const setBlind = useWindowState((state) => state.setBlind);
  const { pathname } = useLocation();
  useEffect(() => () => setBlind(false), [pathname, setBlind]);
  useEffect(() => {
    if (blind) announce(t('blind.isOn'));
  }, [blind, announce, t]);
  if (!blind) return null;
  return (
    <div className="privacy-blind">
      <p>{t('blind.text')}</p>
      <Button appearance="subtle" onClick={() => setBlind(false)}>
        {t('blind.off')}
      </Button>
    </div>
  );
}
