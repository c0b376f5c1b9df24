import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '#shared/domain/ids.ts';
import type { Colleague } from '#shared/domain/records/colleagues.ts';
import { useDevice, useLive } from './device-context.tsx';

const nobody: ReadonlyMap<UserId, Colleague> = new Map();

/** Who works in the region, by id. */
export function useColleagues(): ReadonlyMap<UserId, Colleague> {
  const { colleagues } = useDevice();
  const loaded = useLive(colleagues);
  return loaded.kind === 'ready' ? loaded.value : nobody;
}

/** "jou", the name of a colleague, or "een collega" for one whom this device does not know. */
export function useNameOfColleague(): (userId: UserId) => string {
  const { t } = useTranslation('file');
  const { principal } = useDevice();
  const colleagues = useColleagues();
  return useCallback((userId) => (userId === principal.userId ? principal.displayName : (colleagues.get(userId)?.displayName ?? t('colleague.unknown'))), [t, principal, colleagues]);
}
