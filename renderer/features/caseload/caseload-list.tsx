import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useNavigationType } from 'react-router';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { useWindowState, type CaseloadColumn } from '#renderer/ui-state/window-state.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { CaseloadTable, type CaseloadTableHandle } from './caseload-table.tsx';
import { CaseloadTools } from './caseload-tools.tsx';
import { scopeCounts } from './scopes.ts';
import { useCaseloadTable } from './use-caseload-table.ts';

/** The pause after which a count is read out, so that not every letter is [ms]. */
const announceAfterMs = 700;

export function CaseloadList({ rows }: { readonly rows: readonly CaseloadRow[] }) {
  const { t } = useTranslation('caseload');
  const format = useFormat();
  const navigate = useNavigate();
  const cameBack = useNavigationType() === 'POP';
  const choices = useWindowState((state) => state.caseload);
  const setChoices = useWindowState((state) => state.setCaseload);
  const searchAskedFor = useWindowState((state) => state.searchAskedFor);
  const answerSearch = useWindowState((state) => state.answerSearch);
  const today = amsterdamDayOf(format.nowMs);
  // The letter appears at once; the list may follow a frame later.
  const searchText = useDeferredValue(choices.searchText);
  const model = useCaseloadTable(rows, choices, searchText, today);
  const counts = useMemo(() => scopeCounts(rows, today), [rows, today]);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<CaseloadTableHandle>(null);
  const isFiltered = searchText !== '' || choices.scope !== 'all';
  const returnsTo = cameBack ? choices.lastOpened : null;

  useAnnouncedCount(model.rows.length, isFiltered);
  useEffect(() => {
    if (!searchAskedFor) return;
    search.current?.select();
    // Whoever comes back to the list later did not ask again.
    answerSearch();
  }, [searchAskedFor, answerSearch]);
  useEffect(() => {
    if (returnsTo !== null && !searchAskedFor) table.current?.focusDossier(returnsTo);
    // Once, on arrival.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const sort = (column: CaseloadColumn) => setChoices(choices.sortBy === column ? { descending: !choices.descending } : { sortBy: column, descending: false });
  const showAll = () => {
    setChoices({ searchText: '', scope: 'all' });
    search.current?.focus();
  };
  const openFirst = () => {
    const first = model.rows[0];
    if (first !== undefined) void navigate(paths.candidate(first.original.dossierId));
  };

  return (
    <div className="caseload-page">
      <PageHeader
        title={t('title')}
        documentTitle={t('title')}
        lead={isFiltered ? t('shown', { count: model.rows.length, n: format.count(model.rows.length) }) : t('count', { count: rows.length, n: format.count(rows.length) })}
        takesFocus={returnsTo === null && !searchAskedFor}
      />
      <CaseloadTools
        choices={choices}
        counts={counts}
        format={format}
        onChange={setChoices}
        onOpenFirst={openFirst}
        onEnterList={() => table.current?.focusFirst()}
        searchRef={search}
      />
      <p id="caseload-keys" className="visually-hidden">
        {t('keys')}
      </p>
      {model.rows.length === 0 ? (
        <EmptyState title={t('nothing.title')} action={<Button onClick={showAll}>{t('nothing.clear')}</Button>}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <CaseloadTable ref={table} model={model} choices={choices} format={format} today={today} onSort={sort} onLeaveTop={() => search.current?.focus()} />
      )}
    </div>
  );
}

function useAnnouncedCount(count: number, isFiltered: boolean): void {
  const { t } = useTranslation('caseload');
  const format = useFormat();
  const announce = useAnnounce();
  const words = t('shown', { count, n: format.count(count) });
  useEffect(() => {
    if (!isFiltered) return;
    const timer = setTimeout(() => announce(words), announceAfterMs);
    return () => clearTimeout(timer);
  }, [words, isFiltered, announce]);
}
