import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { RiskBadge } from '#renderer/features/candidate/risk-badge.tsx';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { municipalityName } from '#shared/domain/municipalities.ts';
import { isOverdue } from './scopes.ts';

export interface CaseloadCellProps {
  readonly column: CaseloadColumn;
  readonly row: CaseloadRow;
  readonly format: Format;
  readonly today: string;
  /** One link of the list is in the tab order; the arrow keys move which. */
  readonly isActive: boolean;
  readonly t: TFunction<['caseload', 'words']>;
}

export function CaseloadCell({ column, row, format, today, isActive, t }: CaseloadCellProps) {
  switch (column) {
    case 'name':
      return (
        <>
          <Link to={paths.candidate(row.dossierId)} className="caseload__link" tabIndex={isActive ? 0 : -1} data-dossier={row.dossierId}>
            {row.name}
          </Link>
          {row.unsent > 0 && <span className="caseload__unsent">{t('unsentMark', { count: row.unsent })}</span>}
        </>
      );
    case 'municipality':
      return row.municipality === null ? null : municipalityName(row.municipality);
    case 'group':
      return row.candidateGroup === null ? null : `${row.candidateGroup} ${t(`words:candidateGroupShort.${row.candidateGroup}`)}`;
    case 'regeling':
      return row.regeling === null ? null : t(`words:regeling.${row.regeling}`, row.regeling);
    case 'employer':
      return row.employerName;
    case 'lastVisit':
      return row.lastVisitOn === null ? null : format.day(row.lastVisitOn);
    case 'nextContact':
      if (row.nextContactOn === null) return null;
      return isOverdue(row, today) ? (
        <span className="caseload__late">
          {format.day(row.nextContactOn)} <strong>{t('late')}</strong>
        </span>
      ) : (
        format.day(row.nextContactOn)
      );
    case 'risk':
      return row.risk === null ? null : <RiskBadge risk={row.risk} />;
    case 'loonwaarde':
      return row.loonwaarde === null ? null : t('percentage', { value: format.count(row.loonwaarde) });
  }
}
