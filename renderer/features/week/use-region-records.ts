import { useCallback, useEffect, useRef, useState } from 'react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { sortIntoDossiers } from '#shared/export/week-dossiers.ts';
import type { CountedRegion } from '#shared/export/week-dossiers.ts';
import { runSteps } from './run-steps.ts';

export interface RegionRecords {
  readonly region: CountedRegion;
  /** The last whole pull before this reading [ms]: what the figures go through. */
  readonly throughMs: number;
}

export interface RegionReading {
  /** `incomplete`: no pull has arrived whole yet; figures of a part would be wrong without looking wrong. */
  readonly state: { readonly kind: 'reading' } | { readonly kind: 'incomplete' } | { readonly kind: 'failed' } | ({ readonly kind: 'ready' } & RegionRecords);
  /** Something came in since, and reading again takes so long that a person decides when. */
  readonly stale: boolean;
  readonly readAgain: () => void;
}

/** A region that is read within this time is read again by itself after every pull [ms]. */
const quickReadingMs = 400;

/** All records of this device, sorted for counting, read again when a pull brought something. */
export function useRegionRecords(): RegionReading {
  const device = useDevice();
  const { lastPullAtMs } = useLive(device.syncStatus);
  const caseload = useLive(device.caseload);
  const [state, setState] = useState<RegionReading['state']>({ kind: 'reading' });
  const [turn, setTurn] = useState(0);
  const last = useRef<{ readonly tookMs: number; readonly caseload: unknown } | null>(null);

  const readAgain = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const ending = new AbortController();
    void (async () => {
      const beganMs = performance.now();
      // Noted before the reading: a pull in between may bring more than this says, never less.
      const throughMs = device.syncStatus.current().lastPullAtMs;
      if (throughMs === null) return setState({ kind: 'incomplete' });
      const seen = device.caseload.current();
      try {
        const region = await runSteps(sortIntoDossiers(await device.readAllRecords()), ending.signal);
        if (region === null) return;
        last.current = { tookMs: performance.now() - beganMs, caseload: seen };
        setState({ kind: 'ready', region, throughMs });
      } catch {
        if (!ending.signal.aborted) setState({ kind: 'failed' });
      }
    })();
    return () => ending.abort();
  }, [device, turn]);

  const behind = (state.kind === 'ready' && lastPullAtMs !== state.throughMs) || (state.kind === 'incomplete' && lastPullAtMs !== null);
  const quick = last.current !== null && last.current.tookMs < quickReadingMs;
  useEffect(() => {
    if (behind && (quick || state.kind === 'incomplete')) readAgain();
    // Once per pull: a reading that failed must not start itself again and again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [lastPullAtMs, behind]);

  return { state, stale: state.kind === 'ready' && behind && !quick && last.current?.caseload !== caseload, readAgain };
}
