import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { RowsGate } from '#renderer/features/caseload/rows-gate.tsx';
import { CertificateNotice } from '#renderer/features/measurement/certificate-notice.tsx';
import { useRegion } from '#renderer/features/measurement/use-region.ts';
import type { DueWhat } from '#shared/domain/due/due-item.ts';
import { duePeriods } from '#shared/domain/due/due-period.ts';
import { addMonths, amsterdamDayOf, type Day } from '#shared/lib/calendar.ts';
import { countPerWhat, dueLinesOf, type DueLine } from './due-lines.ts';
import { DueList } from './due-list.tsx';
import './due.css';

/** What must be done by when, and why: late first. */
export function DuePage() {
  const { t } = useTranslation('due');
  return <RowsGate title={t('title')}>{(rows) => <DueOf rows={rows} />}</RowsGate>;
}

function DueOf({ rows }: { readonly rows: readonly CaseloadRow[] }) {
  const { t } = useTranslation('due');
  const { principal } = useDevice();
  const format = useFormat();
  const today = amsterdamDayOf(format.nowMs);
  // Who only ever sees their own people need not choose.
  const seesOthers = principal.role === 'consultant';
  const [mine, setMine] = useState(seesOthers);
  const [what, setWhat] = useState<DueWhat | null>(null);
  const all = useMemo(() => dueLinesOf(rows, { what: null, mine }, principal.userId, today), [rows, mine, principal.userId, today]);
  const counts = useMemo(() => countPerWhat(all), [all]);
  const lines = what === null ? all : all.filter(({ item }) => item.what === what);
  const late = lines.filter(({ period }) => period === 'late').length;

  return (
    <div className="due">
      <PageHeader
        title={t('title')}
        documentTitle={t('title')}
        lead={late === 0 ? t('lead.none', { count: lines.length, n: format.count(lines.length) }) : t('lead.late', { count: late, n: format.count(late), all: format.count(lines.length) })}
      />
      {principal.role === 'loonwaarde-expert' && <CertificateDue today={today} />}
      <div className="due__choices">
        <fieldset className="caseload-tools__scopes">
          <legend className="visually-hidden">{t('choose')}</legend>
          <button type="button" className="caseload-tools__scope" aria-pressed={what === null} onClick={() => setWhat(null)}>
            {t('all')} <span className="caseload-tools__count">{format.count(all.length)}</span>
          </button>
          {[...counts].map(([each, count]) => (
            <button key={each} type="button" className="caseload-tools__scope" aria-pressed={what === each} onClick={() => setWhat(what === each ? null : each)}>
              {t(`what.${each}`)} <span className="caseload-tools__count">{format.count(count)}</span>
            </button>
          ))}
        </fieldset>
        {seesOthers && (
          <button type="button" className="caseload-tools__scope" aria-pressed={mine} onClick={() => setMine(!mine)}>
            {t('mine')}
          </button>
        )}
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t('nothing.title')} {...(seesOthers && mine ? { action: <Button onClick={() => setMine(false)}>{t('nothing.everyone')}</Button> } : {})}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        duePeriods.map((period) => <Period key={period} title={t(`period.${period}`)} lines={lines.filter((line) => line.period === period)} />)
      )}
    </div>
  );
}

/** The expert's own certificate falls due like everything else. */
function CertificateDue({ today }: { readonly today: Day }) {
  const { certificate, isRead } = useRegion();
  return isRead && (certificate === null || certificate.validThrough < addMonths(today, 3)) ? <CertificateNotice certificate={certificate} on={today} /> : null;
}

/** As many lines as a page shows at once; the rest come when asked for. */
const linesAtOnce = 20;

function Period({ title, lines }: { readonly title: string; readonly lines: readonly DueLine[] }) {
  const { t } = useTranslation('due');
  const format = useFormat();
  const [shown, setShown] = useState(linesAtOnce);
  if (lines.length === 0) return null;
  return (
    <section className="due__section">
      <Heading level={2}>
        {title} <span className="due__count">{format.count(lines.length)}</span>
      </Heading>
      <DueList lines={lines.slice(0, shown)} format={format} />
      {lines.length > shown && <Button onClick={() => setShown(shown + linesAtOnce * 5)}>{t('more', { n: format.count(lines.length - shown) })}</Button>}
    </section>
  );
}
