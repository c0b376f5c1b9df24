import { useId, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@utrecht/checkbox-react';
import { TextField } from '#renderer/components/field.tsx';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly error?: string | null;
  /** `new-password` makes a password manager offer one. */
  readonly autoComplete: 'current-password' | 'new-password';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly withShow?: boolean;
}

/** A long sentence is easily mistyped: it may be read while typing. */
export function PassphraseField({ label, value, onChange, description, error = null, autoComplete, inputRef, withShow = true }: PassphraseFieldProps) {
  const { t } = useTranslation('unlock');
  const [shown, setShown] = useState(false);
  const checkId = useId();
  return (
    <>
      <TextField
        ref={inputRef}
        label={label}
        description={description}
        error={error}
        type={shown ? 'text' : 'password'}
        dir="auto"
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {withShow && (
        <label className="unlock-frame__check" htmlFor={checkId}>
          <Checkbox id={checkId} checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {t('show')}
        </label>
      )}
    </>
  );
}
