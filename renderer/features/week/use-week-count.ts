import { useEffect, useState } from 'react';
import type { Day, IsoWeek } from '#shared/lib/calendar.ts';
import type { CountedRegion } from '#shared/export/week-dossiers.ts';
import { countWeek } from '#shared/export/week.ts';
import type { WeekCount } from '#shared/export/week.ts';
import { addWeeks, weekName } from '#shared/export/week-name.ts';
import { runSteps } from './run-steps.ts';

export interface TwoWeeks {
  readonly current: WeekCount;
  readonly previous: WeekCount;
}

export interface WeekCounting {
  /** The last week that was counted; the week before stays in sight until the next one is ready. */
  readonly counted: TwoWeeks | null;
  /** The share that is done while it takes longer than a blink [0..1], else null. */
  readonly share: number | null;
}

/** Counts the chosen week and the one before it. @param asOf the last day that the records cover */
export function useWeekCount(region: CountedRegion | null, isoWeek: IsoWeek, asOf: Day): WeekCounting {
  const [counted, setCounted] = useState<TwoWeeks | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const name = weekName(isoWeek);

  useEffect(() => {
    if (region === null) return undefined;
    const ending = new AbortController();
    void (async () => {
      const current = await runSteps(countWeek(region, { isoWeek, asOf }), ending.signal, (done) => setShare(done / 2));
      const previous = await runSteps(countWeek(region, { isoWeek: addWeeks(isoWeek, -1), asOf }), ending.signal, (done) => setShare(0.5 + done / 2));
      if (current === null || previous === null) return;
      setCounted({ current, previous });
      setShare(null);
    })();
    return () => ending.abort();
    // `isoWeek` is a new object on every draw; its name is what counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [region, name, asOf]);

  return { counted, share };
}
