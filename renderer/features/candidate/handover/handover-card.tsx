import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import type { Format } from '#renderer/app/use-format.ts';
import { useNameOfColleague } from '#renderer/app/use-colleagues.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useTextGuard } from '#renderer/components/form/text-guard.tsx';
import { WaitingWorkCard } from '#renderer/components/waiting-work.tsx';
import type { Kind } from '#shared/domain/kinds.ts';
import type { KeepProblem, RecordView } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import { HandoverContent } from './handover-content.tsx';
import './handover-card.css';

export interface HandoverCardProps {
  readonly record: RecordView<'handover'>;
  readonly format: Format;
  readonly mayHandle: boolean;
}

const remarkField = { type: 'line', id: 'remark', maximum: 200 } as const;

/** One piece of work that was handed over: whose it is, what it says, and what became of it. */
export function HandoverCard({ record, format, mayHandle }: HandoverCardProps) {
  const { t } = useTranslation(['handover', 'words']);
  const device = useDevice();
  const announce = useAnnounce();
  const nameOf = useNameOfColleague();
  const [remark, setRemark] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const guard = useTextGuard(remarkField, remark);
  const { about, content, restricted, handling } = record.groups;
  if (about === undefined) return null;
  const item = t('item', { kind: t(`words:kind.${about.kind}`, about.kind), name: nameOf(about.authorId) });
  const handled = record.changes['handling'];

  const note = async (choice: 'taken-over' | 'set-aside') => {
    if (busy) return;
    setBusy(true);
    const { dossierId, recordId, versions } = record;
    const kept = await device.keepRecord({ dossierId, recordId, kind: 'handover', groups: { handling: { choice, remark: remark.trim() } }, draftId: null, seen: versions });
    setBusy(false);
    if (kept.ok) announce(t('noted'));
    else setProblem(kept.problem);
  };

  return (
    <WaitingWorkCard tone="info" title={item}>
      <p className="handover__times">{t('times', { written: format.moment(about.authoredAtMs), received: format.moment(about.receivedAtMs) })}</p>
      <HandoverContent kind={about.kind as Kind} groups={content ?? restricted} format={format} />
      {handling !== undefined && handled !== undefined && (
        <p>
          {t(`choice.${handling.choice}`, { name: nameOf(handled.by), moment: format.moment(handled.atMs) })}
          {handling.remark !== '' && `: ${handling.remark}`} <RecordStatusText status={record.status} />
        </p>
      )}
      {problem !== null && <KeepProblemAlert problem={problem} />}
      {mayHandle && (
        <>
          <TextField className="form-box form-box--line" label={t('remark')} description={t('remarkHint')} note={guard.note} maxLength={remarkField.maximum} autoComplete="off" value={remark} onChange={(event) => setRemark(event.target.value)} onBlur={guard.left} />
          <ButtonRow>
            <Button busy={busy} onClick={() => void note('taken-over')} aria-label={t('takeOverItem', { item })}>
              {t('takeOver')}
            </Button>
            <Button appearance="subtle" onClick={() => void note('set-aside')} aria-label={t('setAsideItem', { item })}>
              {t('setAside')}
            </Button>
          </ButtonRow>
        </>
      )}
    </WaitingWorkCard>
  );
}
