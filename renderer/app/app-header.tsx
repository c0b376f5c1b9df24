import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { HelpButton } from '#renderer/features/help/help-button.tsx';
import { areasOf, pathOf } from './areas.ts';
import { useDevice } from './device-context.tsx';
import { paths } from './paths.ts';
import './app-header.css';

/** Who works, where one can go, and the lock: always in the same place. */
export function AppHeader({ lock }: { readonly lock: () => void }) {
  const { t } = useTranslation(['app', 'words']);
  const { principal } = useDevice();
  return (
    <header className="app-header">
      <div className="app-header__inner">
        <Link to={paths.home} className="app-header__product">
          {t('product')}
        </Link>
        <nav aria-label={t('nav.label')} className="app-header__nav">
          <ul>
            {areasOf(principal.role).map((area) => (
              <li key={area}>
                <NavLink to={pathOf(area)} className="app-header__link">
                  {t(`nav.${area}`)}
                </NavLink>
              </li>
            ))}
            <li>
              <NavLink to={paths.settings} className="app-header__link">
                {t('nav.settings')}
              </NavLink>
            </li>
          </ul>
        </nav>
        <p className="app-header__account">{t('account', { name: principal.displayName, role: t(`words:role.${principal.role}`) })}</p>
        <HelpButton />
        <button type="button" className="app-header__lock" onClick={lock}>
          {t('lock')}
        </button>
      </div>
    </header>
  );
}
