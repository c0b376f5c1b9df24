import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fieldset, FieldsetLegend } from '@utrecht/fieldset-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { RadioButton } from '@utrecht/radio-button-react';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { useTextGuard } from '#renderer/components/form/text-guard.tsx';
import type { KeepProblem } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { AgreementState } from '#shared/domain/plan/plan-state.ts';
import { planOutcomes, type PlanOutcomeFacts } from '#shared/domain/records/plan.ts';

export interface OutcomeFormProps {
  readonly state: AgreementState;
  readonly dossierId: DossierId;
  /** The outcome that stands there. */
  readonly replaces: RecordId | null;
  readonly onDone: () => void;
}

const remarkField = { type: 'line', id: 'remark', maximum: 300 } as const;

/** What became of one agreement: two keystrokes, and a remark if there is one to make. */
export function OutcomeForm({ state, dossierId, replaces, onDone }: OutcomeFormProps) {
  const { t } = useTranslation(['plan', 'words']);
  const device = useDevice();
  const announce = useAnnounce();
  const moment = useMoment();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [chosen, setChosen] = useState<PlanOutcomeFacts['outcome'] | null>(state.outcome?.outcome ?? null);
  const [remark, setRemark] = useState(state.outcome?.remark ?? '');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  const guard = useTextGuard(remarkField, remark);
  const keep = async () => {
    setAsked(true);
    if (chosen === null || busy) return;
    setBusy(true);
    const facts: PlanOutcomeFacts = { planId: state.planId, agreementId: state.agreement.id, outcome: chosen, notedOn: moment.today, notedBy: device.principal.userId, remark: remark.trim(), replaces };
    const kept = await device.keepRecord({ dossierId, recordId: null, kind: 'planOutcome', groups: { facts }, draftId: null });
    setBusy(false);
    if (!kept.ok) return setProblem(kept.problem);
    announce(t('outcome.kept'));
    onDone();
  };
  const error = asked && chosen === null ? t('outcome.required') : null;
  return (
    <div className="outcome-form form-page">
      {problem !== null && <KeepProblemAlert problem={problem} />}
      <Fieldset className="form-choice" role="radiogroup" invalid={error !== null} required aria-describedby={error === null ? '' : `${id}-error`}>
        <FieldsetLegend className="form-choice__legend">{t('outcome.legend')}</FieldsetLegend>
        {error !== null && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
        <div className="form-choice__options">
          {planOutcomes.map((outcome, index) => (
            <label key={outcome} className="form-choice__option" htmlFor={`${id}-${outcome}`}>
              <RadioButton ref={index === 0 ? first : undefined} id={`${id}-${outcome}`} name={id} value={outcome} checked={chosen === outcome} onChange={() => setChosen(outcome)} />
              <span>{t(`words:planOutcome.${outcome}`)}</span>
            </label>
          ))}
        </div>
      </Fieldset>
      <TextField className="form-box form-box--line" label={t('outcome.remark')} description={t('outcome.remarkHint')} note={guard.note} maxLength={300} autoComplete="off" value={remark} onChange={(event) => setRemark(event.target.value)} onBlur={guard.left} />
      <ButtonRow>
        <Button appearance="primary" busy={busy} onClick={() => void keep()}>
          {t('outcome.keep')}
        </Button>
        <Button appearance="subtle" onClick={onDone}>
          {t('outcome.cancel')}
        </Button>
      </ButtonRow>
    </div>
  );
}
