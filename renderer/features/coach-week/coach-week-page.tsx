import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { WeekChooser } from '#renderer/features/week/week-chooser.tsx';
import { weekRangeWords } from '#renderer/features/week/week-range-text.ts';
import { coachWeek } from '#shared/export/coach-week.ts';
import { compareWeeks, parseWeekName, weekName } from '#shared/export/week-name.ts';
import { amsterdamDayOf, isoWeekOf, type IsoWeek } from '#shared/lib/calendar.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { CoachWeekExport } from './coach-week-export.tsx';
import { CoachWeekTable } from './coach-week-table.tsx';
import './coach-week.css';

const weekParameter = 'week';

/** A coach's own hours and travel in a week, to look at and to hand in. */
export function CoachWeekPage() {
  const { t } = useTranslation('coachweek');
  const { principal } = useDevice();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const latest = isoWeekOf(amsterdamDayOf(format.nowMs));
  const chosen = chosenWeek(search.get(weekParameter), latest);
  const records = useAllRecords();
  const week = records === null || records === 'failed' ? null : coachWeek(records, { userId: principal.userId, isoWeek: chosen });
  return (
    <div className="coach-week">
      <PageHeader
        title={t('title', { week: chosen.week })}
        documentTitle={t('documentTitle')}
        lead={t('range', weekRangeWords(chosen, format.language))}
        actions={<WeekChooser chosen={chosen} latest={latest} onChoose={(next) => setSearch({ [weekParameter]: weekName(next) }, { replace: true })} />}
      />
      {records === 'failed' && <Alert kind="error" title={t('failed')} />}
      {week !== null && week.visits === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {week !== null && week.visits > 0 && (
        <>
          <CoachWeekTable week={week} />
          <CoachWeekExport week={week} />
        </>
      )}
    </div>
  );
}

/** Everything on this device, read again when something of it moved; null while reading. */
function useAllRecords(): readonly StoredRecord[] | null | 'failed' {
  const device = useDevice();
  const caseload = useLive(device.caseload);
  const [records, setRecords] = useState<readonly StoredRecord[] | null | 'failed'>(null);
  useEffect(() => {
    let stale = false;
    device.readAllRecords().then(
      (found) => void (stale || setRecords(found)),
      () => void (stale || setRecords('failed')),
    );
    return () => {
      stale = true;
    };
    // The list is another object whenever a file in it changed.
  }, [device, caseload]);
  return records;
}

/** The week in the address; without one, or with one that is still to come, the running week. */
function chosenWeek(asked: string | null, latest: IsoWeek): IsoWeek {
  const week = parseWeekName(asked ?? '');
  return week !== null && compareWeeks(week, latest) <= 0 ? week : latest;
}
