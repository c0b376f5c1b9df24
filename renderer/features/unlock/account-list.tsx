import { useTranslation } from 'react-i18next';
import type { Principal } from '#shared/domain/roles.ts';
import './account-list.css';

export interface AccountListItem {
  readonly principal: Principal;
  readonly detail?: string;
}

export interface AccountListProps {
  readonly items: readonly AccountListItem[];
  readonly busyUser?: string | null;
  readonly onChosen: (principal: Principal) => void;
}

/** People to choose from, each a button as wide as the list. */
export function AccountList({ items, busyUser = null, onChosen }: AccountListProps) {
  const { t } = useTranslation('words');
  return (
    <ul className="account-list">
      {items.map(({ principal, detail }) => (
        <li key={principal.userId}>
          <button type="button" className="account-list__button" aria-busy={busyUser === principal.userId} onClick={() => onChosen(principal)}>
            <span className="account-list__name">{principal.displayName}</span>
            <span>{t(`role.${principal.role}`)}</span>
            {detail !== undefined && <span className="account-list__detail">{detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
