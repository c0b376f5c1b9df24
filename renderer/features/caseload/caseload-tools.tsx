import { useEffect, useId, useRef, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Textbox } from '@utrecht/textbox-react';
import { Checkbox } from '@utrecht/checkbox-react';
import { Select } from '#renderer/components/select.tsx';
import type { Format } from '#renderer/app/use-format.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { caseloadGroupings, type CaseloadChoices, type CaseloadColumn, type CaseloadGrouping, type CaseloadScope } from '#renderer/ui-state/window-state.ts';
import './caseload-tools.css';

export interface CaseloadToolsProps {
  readonly choices: CaseloadChoices;
  readonly counts: Readonly<Record<CaseloadScope, number>>;
  readonly available: { readonly columns: readonly CaseloadColumn[]; readonly scopes: readonly CaseloadScope[] };
  readonly format: Format;
  readonly onChange: (changes: Partial<CaseloadChoices>) => void;
  /** Enter in the search box: open the first line of what stands in it now. */
  readonly onOpenFirst: (searchText: string) => void;
  readonly onEnterList: () => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** What decides which lines are shown, and in which order. */
export function CaseloadTools({ choices, counts, available, format, onChange, onOpenFirst, onEnterList, searchRef }: CaseloadToolsProps) {
  const { t } = useTranslation('caseload');
  const searchId = useId();
  const slash = usePreferences((preferences) => preferences.slashSearches);
  const shownScopes = available.scopes.filter((scope) => scope !== 'unsent' || counts.unsent > 0 || choices.scope === 'unsent');
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onEnterList();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpenFirst(event.currentTarget.value);
    }
  };
  return (
    <search className="caseload-tools" data-sticky="">
      <div className="caseload-tools__search">
        <label htmlFor={searchId}>{t('search')}</label>
        <div className="caseload-tools__box">
          <Textbox
            ref={searchRef}
            id={searchId}
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-keyshortcuts={slash ? '/' : undefined}
            value={choices.searchText}
            onChange={(event) => onChange({ searchText: event.target.value })}
            onKeyDown={pressed}
          />
          {slash && (
            <kbd className="caseload-tools__key" aria-hidden="true">
              /
            </kbd>
          )}
        </div>
      </div>
      {shownScopes.length > 1 && (
        <fieldset className="caseload-tools__scopes">
          <legend className="visually-hidden">{t('scope.label')}</legend>
          {shownScopes.map((scope) => (
            <button key={scope} type="button" className="caseload-tools__scope" aria-pressed={choices.scope === scope} onClick={() => onChange({ scope })}>
              {t(`scope.${scope}`)} <span className="caseload-tools__count">{format.count(counts[scope])}</span>
            </button>
          ))}
        </fieldset>
      )}
      <SortChoice choices={choices} available={available} onChange={onChange} />
      <GroupChoice choices={choices} available={available} onChange={onChange} />
      <ColumnChoice choices={choices} available={available} onChange={onChange} />
    </search>
  );
}

type ChoiceProps = Pick<CaseloadToolsProps, 'choices' | 'available' | 'onChange'>;

/** The table's headings are not there when lines are cards; this is. */
function SortChoice({ choices, available, onChange }: ChoiceProps) {
  const { t } = useTranslation('caseload');
  const id = useId();
  const direction = t(choices.descending ? 'sort.descending' : 'sort.ascending');
  return (
    <div className="caseload-tools__sort">
      <label htmlFor={id}>{t('sort.label')}</label>
      <div className="caseload-tools__sort-row">
        <Select id={id} value={choices.sortBy} onChange={(event) => onChange({ sortBy: event.target.value as CaseloadColumn })}>
          {available.columns.map((column) => (
            <option key={column} value={column}>
              {t(`columns.${column}`)}
            </option>
          ))}
        </Select>
        <button type="button" className="caseload-tools__scope" aria-label={t('sort.direction', { direction })} onClick={() => onChange({ descending: !choices.descending })}>
          {direction}
        </button>
      </div>
    </div>
  );
}

function GroupChoice({ choices, available, onChange }: ChoiceProps) {
  const { t } = useTranslation('caseload');
  const id = useId();
  const offered = caseloadGroupings.filter((column) => available.columns.includes(column));
  return (
    <div className="caseload-tools__group">
      <label htmlFor={id}>{t('groupBy.label')}</label>
      <Select
        id={id}
        value={choices.groupBy ?? ''}
        onChange={({ target: { value } }) => onChange({ groupBy: value === '' ? null : (value as CaseloadGrouping) })}
      >
        <option value="">{t('groupBy.none')}</option>
        {offered.map((column) => (
          <option key={column} value={column}>
            {t(`columns.${column}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function ColumnChoice({ choices, available, onChange }: ChoiceProps) {
  const { t } = useTranslation('caseload');
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeFromOutside = (event: PointerEvent) => {
      const element = details.current;
      if (element?.open === true && event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    document.addEventListener('pointerdown', closeFromOutside);
    return () => document.removeEventListener('pointerdown', closeFromOutside);
  }, []);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || details.current?.open !== true) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={details} className="caseload-tools__columns">
      <summary className="caseload-tools__scope">{t('columns.choose')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset className="caseload-tools__panel" onKeyDown={close}>
        <legend>{t('columns.legend')}</legend>
        {available.columns
          .filter((column) => column !== 'name')
          .map((column) => (
            <label key={column} className="caseload-tools__check">
              <Checkbox
                checked={!choices.hidden.includes(column)}
                onChange={(event) => onChange({ hidden: event.target.checked ? choices.hidden.filter((id) => id !== column) : [...choices.hidden, column] })}
              />
              {t(`columns.${column}`)}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
