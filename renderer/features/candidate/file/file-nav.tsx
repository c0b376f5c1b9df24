import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { paths } from '#renderer/app/paths.ts';
import type { DossierId } from '#shared/domain/ids.ts';

/** The pages of one file. Plain links: each page has its own address, its own heading and its own place in the history. */
export function FileNav({ dossierId }: { readonly dossierId: DossierId }) {
  const { t } = useTranslation('file');
  const pages = [
    [paths.candidate(dossierId), t('nav.overview')],
    [paths.candidateData(dossierId), t('nav.data')],
    [paths.candidateWork(dossierId), t('nav.work')],
    [paths.candidateTimeline(dossierId), t('nav.timeline')],
  ] as const;
  return (
    <nav aria-label={t('nav.label')} className="file-nav">
      <ul>
        {pages.map(([to, label]) => (
          <li key={to}>
            <NavLink to={to} end className="file-nav__link">
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
