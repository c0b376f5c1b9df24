import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import type { KnownAccount } from '#renderer/data/device.ts';
import { AccountList } from './account-list.tsx';
import { UnlockFrame } from './unlock-frame.tsx';

export interface ChooseAccountProps {
  readonly accounts: readonly KnownAccount[];
  readonly onChosen: (account: KnownAccount) => void;
  readonly onSomeoneElse: () => void;
}

export function ChooseAccount({ accounts, onChosen, onSomeoneElse }: ChooseAccountProps) {
  const { t } = useTranslation('unlock');
  const format = useFormat();
  return (
    <UnlockFrame title={t('choose.title')} lead={t('choose.lead')} focusHeading>
      <AccountList
        items={accounts.map((account) => ({ principal: account.principal, detail: t('choose.lastUsed', { moment: format.moment(account.lastUsedAtMs) }) }))}
        onChosen={(principal) => {
          const account = accounts.find((known) => known.principal.userId === principal.userId);
          if (account !== undefined) onChosen(account);
        }}
      />
      <div>
        <Button appearance="subtle" onClick={onSomeoneElse}>
          {t('choose.other')}
        </Button>
      </div>
    </UnlockFrame>
  );
}
