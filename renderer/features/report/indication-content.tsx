import { useTranslation } from 'react-i18next';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { maskBsn } from '#shared/domain/bsn.ts';
import { indicationReport } from '#shared/reports/indication-report.ts';
import type { IndicationRequest } from '#shared/reports/indication-request.ts';
import type { ReportBlock } from '#shared/reports/report-document.ts';

/** What will be sent, as the paper says it, with the BSN covered: on the screen somebody may look along. */
export function IndicationContent({ request }: { readonly request: IndicationRequest }) {
  const { t } = useTranslation('report');
  const { blocks } = indicationReport(request);
  const shown = blocks.slice(blocks.findIndex(({ kind }) => kind === 'heading'), blocks.findLastIndex(({ kind }) => kind === 'heading'));
  return (
    <section className="indication__content" aria-label={t('indication.content')} lang="nl">
      {shown.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- made anew as a whole
        <ShownBlock key={index} block={block} bsn={request.candidate.bsn} />
      ))}
    </section>
  );
}

function ShownBlock({ block, bsn }: { readonly block: ReportBlock; readonly bsn: string }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={block.level} look={block.level === 2 ? 3 : 4}>
          {block.text}
        </Heading>
      );
    case 'paragraph':
      return <p className="report__text">{block.text}</p>;
    case 'facts':
      return <DataList items={block.items.map(({ label, value }) => ({ key: label, label, value: value === bsn ? <MaskedBsn bsn={bsn} /> : value }))} />;
    case 'list':
      return (
        <ul className="indication__list">
          {block.items.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      );
    default:
      return null;
  }
}

function MaskedBsn({ bsn }: { readonly bsn: string }) {
  const { t } = useTranslation(['report', 'candidate']);
  return (
    <>
      <span aria-hidden="true">{maskBsn(bsn)}</span>
      <span className="visually-hidden">{t('candidate:bsn.masked', { end: bsn.slice(-3) })}</span>
    </>
  );
}
