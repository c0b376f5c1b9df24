import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import type { SyncPart } from './sync-words.ts';

/** The words of one part of the header's sentence, in this window's language. */
export function useSyncText(): (part: SyncPart) => string {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return useCallback(
    (part) => {
      switch (part.key) {
        case 'header.problems':
        case 'header.unsent':
        case 'header.photos':
          return t(part.key, { count: part.count, n: format.count(part.count) });
        case 'header.progress':
          return t(part.key, { done: format.count(part.done), total: format.count(part.total) });
        case 'header.lastPull':
          return t(part.key, { moment: format.moment(part.atMs) });
        default:
          return t(part.key);
      }
    },
    [t, format],
  );
}
