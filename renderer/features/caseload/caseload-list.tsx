import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useNavigationType } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { DuplicateNotice } from '#renderer/features/candidate/duplicate/duplicate-notice.tsx';
import { NewCandidateDrafts } from '#renderer/features/candidate/new/new-candidate-drafts.tsx';
import { mayMakeCandidates } from '#renderer/features/candidate/new/may-make-candidates.ts';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { availableTo } from './available.ts';
import { CaseloadTable, type CaseloadTableHandle } from './caseload-table.tsx';
import { CaseloadTools } from './caseload-tools.tsx';
import { scopeCounts } from './scopes.ts';
import { firstRow, useShownRows } from './use-shown-rows.ts';

/** The pause after which a count is read out, so that not every letter is [ms]. */
const announceAfterMs = 700;

export function CaseloadList({ rows }: { readonly rows: readonly CaseloadRow[] }) {
  const { t } = useTranslation(['caseload', 'file']);
  const format = useFormat();
  const navigate = useNavigate();
  const cameBack = useNavigationType() === 'POP';
  const choices = useWindowState((state) => state.caseload);
  const setChoices = useWindowState((state) => state.setCaseload);
  const searchAskedFor = useWindowState((state) => state.searchAskedFor);
  const answerSearch = useWindowState((state) => state.answerSearch);
  const today = amsterdamDayOf(format.nowMs);
  const device = useDevice();
  const { principal } = device;
  const available = useMemo(() => availableTo(principal.role), [principal.role]);
  const { rows: shown, groups } = useShownRows(device, rows, choices, today);
  const counts = useMemo(() => scopeCounts(rows, today), [rows, today]);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<CaseloadTableHandle>(null);
  const isFiltered = choices.searchText !== '' || choices.scope !== 'all';
  const returnsTo = cameBack ? choices.lastOpened : null;

  useAnnouncedCount(shown.length, isFiltered);
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

  const showAll = () => {
    setChoices({ searchText: '', scope: 'all' });
    search.current?.focus();
  };
  const openFirst = (searchText: string) => {
    const first = firstRow(device, rows, choices, searchText, today);
    if (first !== undefined) void navigate(paths.candidate(first.dossierId));
  };

  return (
    <div className="caseload-page">
      <PageHeader
        title={t('title')}
        documentTitle={t('title')}
        lead={isFiltered ? t('shown', { count: shown.length, n: format.count(shown.length) }) : t('count', { count: rows.length, n: format.count(rows.length) })}
        takesFocus={returnsTo === null && !searchAskedFor}
        actions={
          <>
            {mayMakeCandidates(principal.role) && (
              <ActionLink appearance="primary" to={paths.newCandidate()}>
                {t('file:new.title')}
              </ActionLink>
            )}
            {groupsOfRole('write', principal.role, 'visit').length > 0 && <ActionLink to={paths.groupVisit()}>{t('groupVisit')}</ActionLink>}
          </>
        }
      />
      <DuplicateNotice />
      <NewCandidateDrafts format={format} />
      <CaseloadTools
        choices={choices}
        counts={counts}
        available={available}
        format={format}
        onChange={setChoices}
        onOpenFirst={openFirst}
        onEnterList={() => table.current?.focusFirst()}
        searchRef={search}
      />
      <p id="caseload-keys" className="visually-hidden">
        {t('keys')}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t('nothing.title')} action={<Button onClick={showAll}>{t('nothing.clear')}</Button>}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <CaseloadTable ref={table} rows={shown} groups={groups} choices={choices} available={available.columns} onChange={setChoices} format={format} today={today} onLeaveTop={() => search.current?.focus()} />
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
