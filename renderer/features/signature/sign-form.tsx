import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@utrecht/checkbox-react';
import { Fieldset, FieldsetLegend } from '@utrecht/fieldset-react';
import { FormField } from '@utrecht/form-field-react';
import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react';
import { FormLabel } from '@utrecht/form-label-react';
import { RadioButton } from '@utrecht/radio-button-react';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { classNames } from '#renderer/components/class-names.ts';
import { TextField } from '#renderer/components/field.tsx';
import { ErrorSummary } from '#renderer/components/form/error-summary.tsx';
import { elementIdOf } from '#renderer/components/form/form-context.tsx';
import { useFormShortcuts } from '#renderer/components/form/use-form-shortcuts.ts';
import { SignatureBox } from '#renderer/components/signature-box.tsx';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { SignatureMethod } from '#shared/domain/records/signature.ts';
import { isProfessional } from '#shared/domain/signature/judge-signature.ts';
import { strokesOf } from '#shared/domain/signature/strokes.ts';
import { errorPath, missingIn, type EntryField, type SignatureEntry } from './signature-of-form.ts';
import type { Signer } from './signers-of.ts';

export interface SignFormProps {
  readonly signer: Signer;
  /** The sentence under which the name comes. */
  readonly statement: string;
  /** How the one before signed: a row of people does it the same way. */
  readonly firstMethod: SignatureMethod;
  readonly onMethod: (method: SignatureMethod) => void;
  readonly busy: boolean;
  readonly onSign: (entry: SignatureEntry) => void;
}

const idOf = (field: EntryField) => elementIdOf(errorPath(field) ?? []);

/** One person signs: by drawing, or by typing their name and agreeing in so many words; or says why not. */
export function SignForm({ signer, statement, firstMethod, onMethod, busy, onSign }: SignFormProps) {
  const { t } = useTranslation('signature');
  const announce = useAnnounce();
  const sentenceOf = useSentenceOf();
  const methods: readonly SignatureMethod[] = isProfessional(signer.role) ? ['drawn', 'typed'] : ['drawn', 'typed', 'declined'];
  const [entry, setEntry] = useState<SignatureEntry>({ name: signer.name, method: methods.includes(firstMethod) ? firstMethod : 'drawn', strokes: [], agreed: false, remark: '' });
  const [attempt, setAttempt] = useState(0);
  const [turn, setTurn] = useState(0);
  const change = (part: Partial<SignatureEntry>) => setEntry((before) => ({ ...before, ...part }));
  const missing = missingIn(entry);
  const errorOf = (field: EntryField): string | null => {
    const found = attempt === 0 ? undefined : missing.find((each) => each.field === field);
    return found === undefined ? null : sentenceOf(found);
  };
  const sign = () => {
    if (busy) return;
    if (missing.length > 0) setAttempt((count) => count + 1);
    else onSign(entry);
  };
  useFormShortcuts({ onSave: () => announce(t('nothingToSave')), onKeep: sign });
  const choose = (method: SignatureMethod) => {
    change({ method });
    onMethod(method);
  };
  const drawingError = errorOf('drawing');
  const agreedError = errorOf('agreed');
  const remarkError = errorOf('remark');
  return (
    <>
      <ErrorSummary attempt={attempt} errors={attempt === 0 ? [] : missing.map((each) => ({ path: errorPath(each.field), where: '', sentence: sentenceOf(each) }))} />
      <form className="form-page sign-form" noValidate autoComplete="off" inert={busy} onSubmit={(event) => event.preventDefault()}>
        <TextField
          id={idOf('name')}
          className="form-box form-box--line"
          label={t('name', { role: t(`role.${signer.role}`).toLowerCase() })}
          error={errorOf('name')}
          autoComplete="off"
          maxLength={120}
          value={entry.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Fieldset className="form-choice" role="radiogroup">
          <FieldsetLegend className="form-choice__legend">{t('how')}</FieldsetLegend>
          <div className="form-choice__options">
            {methods.map((method) => (
              <label key={method} className="form-choice__option" htmlFor={`sign-${method}`}>
                <RadioButton id={`sign-${method}`} name="sign-method" value={method} checked={entry.method === method} onChange={() => choose(method)} />
                <span>{t(`method.${method}`)}</span>
              </label>
            ))}
          </div>
        </Fieldset>
        {entry.method !== 'declined' && <p className="sign-form__statement" id="sign-statement">{statement}</p>}
        {entry.method === 'drawn' && (
          <div className="sign-form__drawing">
            <p id="sign-box-hint">{t('boxHint')}</p>
            {drawingError !== null && <FormFieldErrorMessage id={`${idOf('drawing')}-error`}>{drawingError}</FormFieldErrorMessage>}
            <SignatureBox id={idOf('drawing')} label={t('box')} describedBy="sign-statement sign-box-hint" turn={turn} onDrawn={(lines, width, height) => change({ strokes: strokesOf(lines, width, height) })} />
            {entry.strokes.length > 0 && (
              <Button
                appearance="subtle"
                onClick={() => {
                  change({ strokes: [] });
                  setTurn((count) => count + 1);
                }}
              >
                {t('clear')}
              </Button>
            )}
          </div>
        )}
        {entry.method === 'typed' && (
          <div className="form-switch">
            {agreedError !== null && <FormFieldErrorMessage id={`${idOf('agreed')}-error`}>{agreedError}</FormFieldErrorMessage>}
            <label className="form-switch__line" htmlFor={idOf('agreed')}>
              <Checkbox id={idOf('agreed')} checked={entry.agreed} invalid={agreedError !== null} aria-describedby="sign-statement" onChange={(event) => change({ agreed: event.target.checked })} />
              {t('agree')}
            </label>
          </div>
        )}
        {entry.method === 'declined' && (
          <FormField className="field form-area" invalid={remarkError !== null} label={<FormLabel htmlFor={idOf('remark')}>{t('remark')}</FormLabel>}>
            {remarkError !== null && <FormFieldErrorMessage id={`${idOf('remark')}-error`}>{remarkError}</FormFieldErrorMessage>}
            <div className="field__control">
              <textarea
                id={idOf('remark')}
                className={classNames('utrecht-textarea', 'utrecht-textarea--html-textarea', remarkError !== null && 'utrecht-textarea--invalid')}
                rows={2}
                maxLength={1_000}
                dir="auto"
                autoComplete="off"
                aria-invalid={remarkError !== null || undefined}
                aria-describedby={remarkError === null ? undefined : `${idOf('remark')}-error`}
                value={entry.remark}
                onChange={(event) => change({ remark: event.target.value })}
              />
            </div>
          </FormField>
        )}
        <ButtonRow>
          <Button appearance="primary" busy={busy} onClick={sign} aria-keyshortcuts="Control+Enter">
            {t(entry.method === 'declined' ? 'keepDeclined' : 'sign', { role: t(`role.${signer.role}`).toLowerCase() })}
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}
