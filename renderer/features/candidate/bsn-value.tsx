import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { maskBsn } from '#shared/domain/bsn.ts';
import type { DossierId } from '#shared/domain/ids.ts';

/** Three digits, until somebody needs all nine and says so by a click. It hides itself again with the page. */
export function BsnValue({ dossierId, bsn }: { readonly dossierId: DossierId; readonly bsn: string }) {
  const { t } = useTranslation('candidate');
  const device = useDevice();
  const announce = useAnnounce();
  const [shown, setShown] = useState(false);
  const toggle = () => {
    if (shown) setShown(false);
    // Noted first: what could not be written down is not shown.
    else void device.noteReveal({ dossierId, group: 'bsn', purpose: 'screen' }).then(() => setShown(true), () => announce(t('bsn.notNoted')));
  };
  return (
    <span className="bsn-value">
      {shown ? (
        <span className="bsn-value__digits">{bsn}</span>
      ) : (
        <>
          <span className="bsn-value__digits" aria-hidden="true">
            {maskBsn(bsn)}
          </span>
          <span className="visually-hidden">{t('bsn.masked', { end: bsn.slice(-3) })}</span>
        </>
      )}
      <Button appearance="subtle" onClick={toggle}>
        {shown ? t('bsn.hide') : t('bsn.show')}
      </Button>
    </span>
  );
}
