import { LksPanel } from './lks-panel.tsx';
import { LoonwaardePanel } from './loonwaarde-panel.tsx';
import type { LiveMeasurement } from './use-measurement-form.ts';

/** What the measurement comes to as it stands: the loonwaarde, and the subsidy that would follow from it. */
export function LivePanels({ live, lks, provisional = false }: Pick<LiveMeasurement, 'live' | 'lks'> & { readonly provisional?: boolean }) {
  return (
    <div className="panels">
      <LoonwaardePanel live={live} />
      <LksPanel lks={lks} provisional={provisional} />
    </div>
  );
}
