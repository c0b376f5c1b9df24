import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { Progress } from '#renderer/components/progress.tsx';
import { amsterdamDayOf, isoWeekOf } from '#shared/lib/calendar.ts';
import type { IsoWeek } from '#shared/lib/calendar.ts';
import { compareWeeks, parseWeekName, weekName } from '#shared/export/week-name.ts';
import { Definitions } from './definitions.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { Headline } from './headline.tsx';
import { useRegionRecords } from './use-region-records.ts';
import { useWeekCount } from './use-week-count.ts';
import { WeekChooser } from './week-chooser.tsx';
import { weekRangeWords } from './week-range-text.ts';
import { WeekSections } from './week-sections.tsx';
import './week.css';

const weekParameter = 'week';

/** The manager's week: four numbers, the tables behind them, and the file to take away. */
export function WeekPage() {
  const { t, i18n } = useTranslation('week');
  const device = useDevice();
  const status = useLive(device.syncStatus);
  const format = useFormat();
  const announce = useAnnounce();
  const [search, setSearch] = useSearchParams();

  const latest = isoWeekOf(amsterdamDayOf(format.nowMs));
  const chosen = chosenWeek(search.get(weekParameter), latest);
  const { state, stale, readAgain } = useRegionRecords();
  const throughMs = state.kind === 'ready' ? state.throughMs : null;
  const { counted, share } = useWeekCount(state.kind === 'ready' ? state.region : null, chosen, amsterdamDayOf(throughMs ?? format.nowMs));

  // What is on the screen is named, not what was asked for: they differ for as long as the counting takes.
  const shown = counted?.current.period.isoWeek ?? chosen;
  const range = weekRangeWords(shown, format.language);
  const shownText = t('choose.shown', { week: shown.week, ...range });
  const announced = useRef<string | null>(null);
  useEffect(() => {
    if (counted === null) return;
    if (announced.current !== null && announced.current !== shownText) announce(shownText);
    announced.current = shownText;
  }, [announce, counted, shownText]);

  const regionKey = `regionName.${device.principal.region}`;
  const region = i18n.exists(`week:${regionKey}`) ? t(regionKey) : device.principal.region;
  // Only the first fetching is waited for; later ones bring changes while the figures stay in sight.
  const fetching = state.kind === 'incomplete' && (status.progress !== null || status.connection === 'unknown' || status.phase === 'fetching');

  return (
    <div className="week-page">
      <PageHeader
        title={t('title', { week: shown.week })}
        documentTitle={t('documentTitle', { week: shown.week, year: shown.year })}
        lead={<p>{`${t('range', { ...range })} · ${region}`}</p>}
        actions={<WeekChooser chosen={chosen} latest={latest} onChoose={(week) => setSearch({ [weekParameter]: weekName(week) }, { replace: true })} />}
      />
      {throughMs !== null && (
        <p className="week-page__through">
          {t('through', { moment: format.moment(throughMs) })}{' '}
          {counted !== null && !counted.current.period.complete && t('running', { day: format.nearDay(counted.current.period.stateOn) })}{' '}
          {status.connection === 'unreachable' && t('unreachable')}
        </p>
      )}
      {stale && (
        <Alert kind="info" title={t('stale')}>
          <Button onClick={readAgain}>{t('refresh')}</Button>
        </Alert>
      )}
      {state.kind === 'failed' && (
        <Alert kind="error" title={t('failed.title')} role="alert">
          <p>{t('failed.text')}</p>
          <Button onClick={readAgain}>{t('failed.retry')}</Button>
        </Alert>
      )}
      {state.kind === 'reading' && <Progress label={t('reading')} done={0} total={0} />}
      {fetching && <Progress label={t('fetching')} done={status.progress?.done ?? 0} total={status.progress?.total ?? 0} />}
      {state.kind === 'incomplete' && !fetching && (
        <EmptyState title={t('empty.incompleteTitle')} action={<Button onClick={() => device.syncNow()}>{t('failed.retry')}</Button>}>
          {t('empty.incomplete')}
        </EmptyState>
      )}
      {state.kind === 'ready' && counted === null && <Progress label={t('counting')} done={Math.round((share ?? 0) * 100)} total={100} />}
      {counted !== null && counted.current.rows.length === 0 && <EmptyState title={t('empty.nothingTitle')}>{t('empty.nothing')}</EmptyState>}
      {counted !== null && counted.current.rows.length > 0 && (
        <div aria-busy={share !== null}>
          <Headline {...counted} />
          <ExportButtons {...counted} region={region} dataThroughMs={throughMs} />
          <WeekSections {...counted} />
          <Definitions parameters={counted.current.parameters} />
        </div>
      )}
    </div>
  );
}

/** The week in the address; without one, or with one that does not exist yet, the running week. */
function chosenWeek(asked: string | null, latest: IsoWeek): IsoWeek {
  const week = parseWeekName(asked ?? '');
  return week !== null && compareWeeks(week, latest) <= 0 ? week : latest;
}
