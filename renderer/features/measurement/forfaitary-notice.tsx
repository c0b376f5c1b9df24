import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { forfaitaryEnd } from '#shared/domain/loonkostensubsidie/deadlines.ts';
import type { PlacementFacts } from '#shared/domain/records/placement.ts';
import type { Day } from '#shared/lib/calendar.ts';

/** The employer gets 50 % for at most six months: this measurement must come before the end. */
export function ForfaitaryNotice({ placement, today }: { readonly placement: PlacementFacts | undefined; readonly today: Day }) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const since = placement?.forfaitaryFrom ?? null;
  if (since === null) return null;
  const lastDay = forfaitaryEnd(since);
  return (
    <Alert kind={lastDay < today ? 'warning' : 'info'} title={t(lastDay < today ? 'forfaitary.over' : 'forfaitary.title', { day: format.dayInWords(lastDay) })}>
      <p>{t('forfaitary.text', { day: format.dayInWords(since) })}</p>
    </Alert>
  );
}
