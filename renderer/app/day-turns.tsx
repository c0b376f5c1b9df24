import { useEffect } from 'react';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { useNowMs } from './clock-context.tsx';
import { useDevice } from './device-context.tsx';

/** Whoever leaves the app open overnight finds the caseload of today in the morning. */
export function DayTurns() {
  const device = useDevice();
  const today = amsterdamDayOf(useNowMs());
  useEffect(() => device.dayTurned(), [device, today]);
  return null;
}
