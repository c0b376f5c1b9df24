import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import type { Format } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { CheckedFile } from '#renderer/data/views.ts';
import { addDays, type Day } from '#shared/lib/calendar.ts';
import type { AgendaLine } from './agenda-lines.ts';
import { findReadiness, type ReadinessProblem } from './readiness.ts';

export interface DayCheckProps {
  readonly day: Day;
  readonly today: Day;
  readonly lines: readonly AgendaLine[];
  readonly format: Format;
}

/** "Alles voor morgen staat op deze laptop": tried, dated, and never said of something that was not opened. */
export function DayCheck({ day, today, lines, format }: DayCheckProps) {
  const { t } = useTranslation('agenda');
  const device = useDevice();
  const status = useLive(device.syncStatus);
  const [checked, setChecked] = useState<{ readonly files: readonly CheckedFile[]; readonly atMs: number } | null>(null);
  const { nowMs } = format;
  const ids = [...new Set(lines.map((line) => line.row.dossierId))];
  const asked = ids.join(' ');
  const lastPull = status.lastPullAtMs;
  useEffect(() => {
    let stale = false;
    void device.checkFiles(ids).then((files) => {
      if (!stale) setChecked({ files, atMs: nowMs });
    });
    return () => {
      stale = true;
    };
    // Tried again when other people are on the list, or when something came in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [device, asked, lastPull]);

  if (checked === null) return <p>{t('check.busy')}</p>;
  const when = day === addDays(today, 1) ? t('check.tomorrow') : format.dayInWords(day);
  const { problems, isReady } = findReadiness({ files: checked.files, status, secondCopy: device.start.secondCopy, nowMs });
  const nameOf = (dossierId: string) => lines.find((line) => line.row.dossierId === dossierId)?.row.name ?? dossierId;
  const dated = [
    t('check.at', { moment: format.moment(checked.atMs) }),
    ids.length === 0 ? null : t('check.files', { count: ids.length }),
    lastPull === null ? null : t('check.fetched', { moment: format.moment(lastPull) }),
  ].filter((part) => part !== null);
  return (
    <Alert kind={isReady ? 'ok' : 'warning'} title={isReady ? t('check.ready', { day: when }) : t('check.notReady', { day: when })} className="day-check">
      {problems.length > 0 && (
        <ul className="day-check__problems">
          {problems.map((problem) => (
            <li key={problem.kind === 'file' ? problem.dossierId : problem.kind}>
              {problem.kind === 'file' ? t(`check.problem.${problem.state}`, { name: nameOf(problem.dossierId) }) : t(`check.problem.${problem.kind}`, { moment: lastPull === null ? '' : format.moment(lastPull) })}
            </li>
          ))}
        </ul>
      )}
      <p className="day-check__dated">{dated.join(' · ')}</p>
      {problems.some(isHelpedByFetching) && <Button onClick={() => device.syncNow()}>{t('check.fetch')}</Button>}
    </Alert>
  );
}

const isHelpedByFetching = (problem: ReadinessProblem): boolean => problem.kind !== 'no-second-copy' && !(problem.kind === 'file' && problem.state === 'photo-damaged');
