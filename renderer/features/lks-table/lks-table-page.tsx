import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { KeepProblem, RecordStatus } from '#renderer/data/views.ts';
import { regionDossierId } from '#shared/domain/ids.ts';
import { deliveredParameters, nextTableVersion, type UnusableTable } from '#shared/domain/loonkostensubsidie/delivered-parameters.ts';
import { lksParametersId, type LksParameters } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { formatEuros, isEuros } from '#shared/lib/money.ts';
import { NewMinimumWageForm } from './new-minimum-wage-form.tsx';
import './lks-table.css';

/** How many of the last minimum wages are shown. */
const shownRows = 6;

/** The figures that every device in the region calculates with, and a new minimum wage for the time that comes. */
export function LksTablePage() {
  const { t } = useTranslation('lkstable');
  const device = useDevice();
  const announce = useAnnounce();
  const file = useLive(useMemo(() => device.regionFile(), [device]));
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const documents = file.kind === 'ready' ? file.value.documents.filter(({ groups: { document } }) => document?.id === lksParametersId) : [];
  const { current, unusable } = deliveredParameters(documents.map(({ groups: { document } }) => document?.content));
  const stored = documents.find(({ groups: { document } }) => document?.version === current.version);
  const mayPublish = groupsOfRole('write', device.principal.role, 'regionDocument').length > 0;

  const publish = async (table: LksParameters) => {
    const document = { id: lksParametersId, version: table.version, content: table as unknown as JsonValue };
    const kept = await device.keepRecord({ dossierId: regionDossierId, recordId: null, kind: 'regionDocument', groups: { document: document as never }, draftId: null });
    setProblem(kept.ok ? null : kept.problem);
    if (kept.ok) announce(t('published'));
  };
  return (
    <div className="lks-table">
      <PageHeader title={t('title')} documentTitle={t('title')} lead={t('lead')} back={<BackLink to={paths.administration}>{t('back')}</BackLink>} />
      {problem !== null && <KeepProblemAlert problem={problem} />}
      {unusable.map((table, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- what cannot be read has no name of its own
        <Unusable key={index} table={table} />
      ))}
      {file.kind !== 'loading' && (
        <>
          <CurrentTable table={current} status={stored?.status ?? null} />
          {mayPublish && (
            <NewMinimumWageForm
              key={current.version}
              table={current}
              version={nextTableVersion(documents.map(({ groups: { document } }) => document?.version ?? 0))}
              onPublish={publish}
            />
          )}
        </>
      )}
    </div>
  );
}

function CurrentTable({ table, status }: { readonly table: LksParameters; readonly status: RecordStatus | null }) {
  const { t } = useTranslation('lkstable');
  const format = useFormat();
  return (
    <section className="lks-table__section" aria-labelledby="current-table">
      <Heading level={2} id="current-table">
        {t('current', { version: table.version })}
      </Heading>
      <DataList
        items={[
          { key: 'through', label: t('validThrough'), value: format.dayInWords(table.validThrough) },
          { key: 'costs', label: t('employerCosts'), value: t('percentage', { percentage: (table.employerCosts.at(-1)?.percentage ?? '').replace('.', format.language === 'nl' ? ',' : '.') }) },
        ]}
      />
      <Heading level={3} look={4}>
        {t('wages')}
      </Heading>
      <ol className="lks-table__wages">
        {table.minimumWage.slice(-shownRows).map((row) => (
          <li key={row.from}>
            {t('wage', { day: format.dayInWords(row.from), amount: isEuros(row.monthlyEuros) ? formatEuros(row.monthlyEuros, format.language) : row.monthlyEuros })}
            <span className="working__source">{row.source}</span>
          </li>
        ))}
      </ol>
      {status !== null && (
        <p>
          <RecordStatusText status={status} always />
        </p>
      )}
    </section>
  );
}

function Unusable({ table }: { readonly table: UnusableTable }) {
  const { t } = useTranslation('lkstable');
  const sentenceOf = useSentenceOf();
  return (
    <Alert kind="warning" title={table.version === null ? t('unusable') : t('unusableVersion', { version: table.version })}>
      <p>{t('unusableText')}</p>
      <ul>
        {table.problems.slice(0, 5).map(({ path, code }) => (
          <li key={`${path} ${code}`}>
            {path === '' ? '' : `${path}: `}
            {sentenceOf({ code })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
