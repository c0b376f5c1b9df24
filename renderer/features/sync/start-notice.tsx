import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import './start-notice.css';

/** What the start found wrong with this device's storage, said once and plainly. Nothing when all is well. */
export function StartNotice() {
  const { t } = useTranslation('sync');
  const { restored, unopened, shortened, secondCopy } = useDevice().start;
  const format = useFormat();
  const [understood, setUnderstood] = useState(false);
  const damaged = shortened || restored > 0 || unopened > 0;
  if (understood || (!damaged && secondCopy)) return null;
  return (
    <div className="start-notice">
      {damaged && (
        <Alert kind="warning" title={t('start.title')}>
          {restored > 0 && <p>{t('start.restored', { count: restored, n: format.count(restored) })}</p>}
          {shortened && <p>{t('start.shortened')}</p>}
          {unopened > 0 && <p>{t('start.unopened', { count: unopened, n: format.count(unopened) })}</p>}
        </Alert>
      )}
      {!secondCopy && (
        <Alert kind="warning" title={t('start.noSecondCopyTitle')}>
          <p>{t('start.noSecondCopy')}</p>
        </Alert>
      )}
      <Button onClick={() => setUnderstood(true)}>{t('start.understood')}</Button>
    </div>
  );
}
