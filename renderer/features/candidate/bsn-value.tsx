import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import { maskBsn } from '#shared/domain/bsn.ts';
import type { DossierId } from '#shared/domain/ids.ts';

/** The seam for the audit: a device that can note who looked at whose BSN does so. */
type NotesReveal = Partial<{ readonly noteReveal: (input: { readonly dossierId: DossierId; readonly group: 'bsn' }) => Promise<void> }>;

/** Three digits, until somebody needs all nine and says so by a click. It hides itself again with the page. */
export function BsnValue({ dossierId, bsn }: { readonly dossierId: DossierId; readonly bsn: string }) {
  const { t } = useTranslation('candidate');
  const device: UnlockedDevice & NotesReveal = useDevice();
  const [shown, setShown] = useState(false);
  const toggle = () => {
    if (!shown) void device.noteReveal?.({ dossierId, group: 'bsn' });
    setShown(!shown);
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
