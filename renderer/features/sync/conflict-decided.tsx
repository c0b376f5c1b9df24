import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNowMs } from '#renderer/app/clock-context.tsx';
import { useDevice } from '#renderer/app/device-context.tsx';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { OpId } from '#shared/domain/ids.ts';

/** The decision is kept; for a moment it can be taken back. @param untilMs [ms] @param way where to go on */
export function ConflictDecided({ opId, untilMs, way }: { readonly opId: OpId; readonly untilMs: number; readonly way: { readonly to: string; readonly label: string } }) {
  const { t } = useTranslation('sync');
  const device = useDevice();
  const announce = useAnnounce();
  const nowMs = useNowMs(1_000);
  const [tooLate, setTooLate] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const canUndo = nowMs < untilMs && !tooLate;
  // The form that had the focus is gone; what may be wanted next is to take it back.
  useEffect(() => undo.current?.focus(), []);

  const takeBack = async () => {
    const done = await device.takeBack(opId);
    setTooLate(!done);
    announce(done ? t('conflictPage.decided.undone') : t('conflictPage.decided.tooLate'));
  };
  return (
    <section className="conflict__decided">
      <Heading level={2}>{t('conflictPage.decided.title')}</Heading>
      <p>{tooLate ? t('conflictPage.decided.tooLate') : canUndo ? t('conflictPage.decided.soon') : t('conflictPage.decided.late')}</p>
      <ButtonRow>
        {canUndo && (
          <Button ref={undo} onClick={() => void takeBack()}>
            {t('conflictPage.decided.undo')}
          </Button>
        )}
        <ActionLink to={way.to}>{way.label}</ActionLink>
      </ButtonRow>
    </section>
  );
}
