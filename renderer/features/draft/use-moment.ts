import { useMemo } from 'react';
import { useNowMs } from '#renderer/app/clock-context.tsx';
import { amsterdamDayOf, amsterdamTimeOf } from '#shared/lib/calendar.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';

/** What 'v' and 'n' mean right now; the same object until that changes. */
export function useMoment(): FormMoment {
  const nowMs = useNowMs();
  const today = amsterdamDayOf(nowMs);
  const now = amsterdamTimeOf(nowMs);
  return useMemo(() => ({ today, now }), [today, now]);
}
