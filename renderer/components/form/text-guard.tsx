import { createContext, useContext, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainField } from '#shared/forms/read-field.ts';
import { useAnnounce } from '../announcer.tsx';

/** Something in a text that is worth a second look. */
export interface TextFinding {
  /** Names its explanation in the catalogue: `guard.bsn`. */
  readonly kind: string;
  /** As it was written. */
  readonly found: string;
}
export type TextFinder = (text: string) => readonly TextFinding[];

const nothing: readonly TextFinding[] = [];
const GuardContext = createContext<TextFinder>(() => nothing);

/** Gives every form below it what is worth a second look. */
export function GuardProvider({ finder, children }: { readonly finder: TextFinder; readonly children: ReactNode }) {
  return <GuardContext value={finder}>{children}</GuardContext>;
}

/** What the region's list finds in a text, for whoever hands texts out of the app. */
export function useTextFinder(): TextFinder {
  return useContext(GuardContext);
}

export interface TextGuard {
  /** What to show below the field, or null. */
  readonly note: ReactNode;
  /** The field was left: from now on what was found in it may be said. */
  readonly left: () => void;
}

/** Whether somebody writes prose here. A name is no illness, whatever it sounds like, and an address has its own rules. */
const isProse = (field: PlainField): boolean => field.type === 'text' || (field.type === 'line' && field.purpose === undefined);

/** Warns beside a field of what seems to be medical or a BSN. It never stops anybody: a person knows better than a list. */
export function useTextGuard(field: PlainField, typed: string): TextGuard {
  const { t } = useTranslation('form');
  const announce = useAnnounce();
  const find = useContext(GuardContext);
  // What a draft brought back was left before; a word that is being typed is no word yet.
  const [wasLeft, setWasLeft] = useState(typed !== '');
  const text = useDeferredValue(typed);
  const findings = useMemo(() => (wasLeft && isProse(field) ? find(text) : nothing), [find, field, text, wasLeft]);
  return {
    note: findings.length === 0 ? null : <GuardNote findings={findings} />,
    left: () => {
      setWasLeft(true);
      const [first] = isProse(field) ? find(typed) : [];
      if (first !== undefined && findings.length === 0) announce(t(`guard.${first.kind}`));
    },
  };
}

function GuardNote({ findings }: { readonly findings: readonly TextFinding[] }) {
  const { t } = useTranslation('form');
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  // A BSN is not said once more; where it stands is plain to see.
  const words = [...new Set(findings.filter(({ kind }) => kind !== 'bsn').map(({ found }) => `“${found}”`))].slice(0, 5);
  return (
    <div className="text-guard">
      <p className="text-guard__title">{t('guard.title')}</p>
      {kinds.map((kind) => (
        <p key={kind}>{t(`guard.${kind}`)}</p>
      ))}
      <p>
        {words.length > 0 && `${t('guard.words', { words: words.join(', ') })} `}
        {t('guard.free')}
      </p>
    </div>
  );
}
