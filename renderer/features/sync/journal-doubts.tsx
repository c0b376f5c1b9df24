import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { Doubts } from '#renderer/data/views.ts';

const kinds = ['unopened', 'lost'] as const;

/** What this device cannot be sure of: how much, what it may mean, and what to do, until the person has read it. */
export function JournalDoubts() {
  const { t } = useTranslation('sync');
  const device = useDevice();
  const format = useFormat();
  const doubts = useLive(useMemo(() => device.doubts(), [device]));
  if (doubts.kind !== 'ready') return null;
  const value: Doubts = doubts.value;
  const journal = kinds.filter((kind) => value[kind] > 0).map((kind) => (
    <Alert key={kind} kind="warning" title={t(`doubts.${kind}.title`)}>
      <p>{t(`doubts.${kind}.text`, { count: value[kind], n: format.count(value[kind]) })}</p>
      <p>{t(`doubts.${kind}.whatToDo`)}</p>
      <Button onClick={() => void device.markDoubtsSeen(kind)}>{t('doubts.seen')}</Button>
    </Alert>
  ));
  return (
    <>
      {journal}
      {value.photos.length > 0 && (
        <Alert kind="warning" title={t('doubts.photo.title', { count: value.photos.length })}>
          {value.photos.map(({ addedAtMs, names }) => (
            <p key={`${addedAtMs} ${names.join()}`}>{t('doubts.photo.item', { at: format.moment(addedAtMs), names: names.join('; ') })}</p>
          ))}
          <p>{t('doubts.photo.whatToDo')}</p>
          <Button onClick={() => void device.markDoubtsSeen('photo')}>{t('doubts.seen')}</Button>
        </Alert>
      )}
    </>
  );
}
