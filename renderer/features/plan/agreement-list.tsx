import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { Button } from '#renderer/components/button.tsx';
import { StatusBadge, type BadgeTone } from '#renderer/components/status-badge.tsx';
import { recordsOf, type DossierView, type RecordView } from '#renderer/data/views.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { DossierId } from '#shared/domain/ids.ts';
import { agreementStates, type AgreementState } from '#shared/domain/plan/plan-state.ts';
import type { PlanOutcomeFacts } from '#shared/domain/records/plan.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { OutcomeForm } from './outcome-form.tsx';

export interface AgreementListProps {
  readonly record: RecordView<'plan'>;
  readonly dossier: DossierView;
  readonly mayNote: boolean;
}

const tones: Readonly<Record<PlanOutcomeFacts['outcome'], BadgeTone>> = { nagekomen: 'good', deels: 'warning', 'niet-nagekomen': 'danger', vervallen: 'neutral' };

/** What both sides promised, by when, and what became of it. */
export function AgreementList({ record, dossier, mayNote }: AgreementListProps) {
  const format = useFormat();
  const states = agreementStates(record, recordsOf(dossier, 'planOutcome'), amsterdamDayOf(format.nowMs));
  return (
    <ul className="agreement-list">
      {states.map((state) => (
        <AgreementItem key={state.agreement.id} state={state} dossier={dossier} home={record.dossierId} mayNote={mayNote && record.groups.agreed !== undefined} />
      ))}
    </ul>
  );
}

interface AgreementItemProps extends Pick<AgreementListProps, 'dossier' | 'mayNote'> {
  readonly state: AgreementState;
  /** The file of the plan: of two that were joined an outcome lies beside its plan, where what is open is counted. */
  readonly home: DossierId;
}

function AgreementItem({ state, dossier, home, mayNote }: AgreementItemProps) {
  const { t } = useTranslation(['plan', 'words']);
  const format = useFormat();
  const nameOf = useNameOfColleague();
  const [noting, setNoting] = useState(false);
  const { agreement, outcome, overdue } = state;
  const { what, owner, dueOn } = agreement;
  const shown = outcome === null ? undefined : recordsOf(dossier, 'planOutcome').find(({ groups }) => groups.facts === outcome);
  return (
    <li className="agreement-list__item">
      <div className="agreement-list__head">
        <p className="agreement-list__what">{what}</p>
        <StatusBadge tone={outcome === null ? (overdue ? 'warning' : 'neutral') : tones[outcome.outcome]}>
          {outcome === null ? t(overdue ? 'outcome.openLate' : 'outcome.open') : t(`words:planOutcome.${outcome.outcome}`)}
        </StatusBadge>
      </div>
      <p className="agreement-list__detail">{t('panel.due', { owner: t(`words:planOwner.${owner}`), day: format.dayInWords(dueOn) })}</p>
      {outcome !== null && (
        <p className="agreement-list__detail">
          {t('outcome.noted', { outcome: t(`words:planOutcome.${outcome.outcome}`), day: format.dayInWords(outcome.notedOn), name: nameOf(outcome.notedBy) })}
          {outcome.remark !== '' && `. ${t('outcome.remarkLine', { remark: outcome.remark })}`}
        </p>
      )}
      {shown !== undefined && (
        <p className="agreement-list__detail">
          <RecordStatusText status={shown.status} />
        </p>
      )}
      {mayNote && !noting && (
        <Button appearance="secondary" className="agreement-list__note" aria-label={t(outcome === null ? 'outcome.noteFor' : 'outcome.changeFor', { what })} onClick={() => setNoting(true)}>
          {t(outcome === null ? 'outcome.note' : 'outcome.change')}
        </Button>
      )}
      {noting && <OutcomeForm state={state} dossierId={home} replaces={shown?.recordId ?? null} onDone={() => setNoting(false)} />}
    </li>
  );
}
