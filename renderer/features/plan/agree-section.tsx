import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { Groups } from '#shared/domain/kinds.ts';
import type { KeepProblem, RecordView } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import { readField, type FieldProblem } from '#shared/forms/read-field.ts';

const dayField = { type: 'day', id: 'agreedOn', required: true, leaning: 'past' } as const;

/** Both said yes: from here on this version stays as it is. */
export function AgreeSection({ record }: { readonly record: RecordView<'plan'> }) {
  const { t } = useTranslation('plan');
  const device = useDevice();
  const format = useFormat();
  const moment = useMoment();
  const announce = useAnnounce();
  const sentenceOf = useSentenceOf();
  const [typed, setTyped] = useState(format.day(moment.today));
  const [wrong, setWrong] = useState<FieldProblem | null>(null);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const agree = async () => {
    const read = readField(dayField, typed, moment);
    const day = read.ok && typeof read.value === 'string' ? read.value : null;
    if (!read.ok || day === null || day > moment.today) return setWrong(read.ok ? { code: 'plan.agreedInFuture' } : read.problem);
    setWrong(null);
    setBusy(true);
    // What is agreed to goes along as it stands here: what a colleague changed meanwhile must be a conflict, and not frozen
    // as something that nobody said yes to.
    const { facts, content, agreements } = record.groups;
    const groups = { facts, content, agreements, agreed: { agreedOn: day as never, agreedBy: device.principal.userId } } as Groups<'plan'>;
    const bases = Object.fromEntries(Object.keys(groups).map((group) => [group, record.changes[group]?.base ?? null]));
    const kept = await device.keepRecord({ dossierId: record.dossierId, recordId: record.recordId, kind: 'plan', groups, draftId: null, bases });
    setBusy(false);
    if (kept.ok) announce(t('agree.kept'));
    else setProblem(kept.problem);
  };
  return (
    <section className="candidate__section plan-view__agree" aria-labelledby="plan-agree">
      <Heading level={2} id="plan-agree">
        {t('agree.title')}
      </Heading>
      <p>{t('agree.text')}</p>
      {problem !== null && <KeepProblemAlert problem={problem} />}
      <TextField id="plan-agreed-on" className="form-box form-box--day" label={t('agree.day')} error={wrong === null ? null : sentenceOf(wrong)} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <ButtonRow>
        <Button appearance="primary" busy={busy} onClick={() => void agree()}>
          {t('agree.keep')}
        </Button>
      </ButtonRow>
    </section>
  );
}
