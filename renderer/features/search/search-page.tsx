import { useDeferredValue, useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Textbox } from '@utrecht/textbox-react';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { addressOfRecord } from '#renderer/app/record-address.ts';
import { useFormat, type Format } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { Progress } from '#renderer/components/progress.tsx';
import type { SearchHit } from '#renderer/data/search/find-in-texts.ts';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import './search.css';

/** The pause after which the count is read out [ms]. */
const announceAfterMs = 700;

/** Everything that this person may read, found by its words, without a connection. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const { search } = useDevice();
  const format = useFormat();
  const announce = useAnnounce();
  const state = useLive(search.state);
  const text = useWindowState((window) => window.globalSearch);
  const setText = useWindowState((window) => window.setGlobalSearch);
  const deferred = useDeferredValue(text);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const ids = { field: useId(), hint: useId() };

  useEffect(() => void search.open(), [search]);
  useEffect(() => field.current?.select(), []);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was read last decides too
  const answer = useMemo(() => search.find(deferred), [search, deferred, state]);
  const isAsked = deferred.trim() !== '';
  const words = t('found', { count: answer.files, n: format.count(answer.files) });
  useEffect(() => {
    if (!isAsked || state.kind !== 'ready') return;
    const timer = setTimeout(() => announce(words), announceAfterMs);
    return () => clearTimeout(timer);
  }, [words, isAsked, state.kind, announce]);

  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
  const pressed = (event: KeyboardEvent) => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (at <= 0 ? field.current : all[at - 1])?.focus();
    // Enter opens the first of what was asked for, never of what stood there a moment before.
    else if (event.key === 'Enter' && at === -1 && deferred === text) all[0]?.click();
    else return;
    event.preventDefault();
  };

  return (
    <div className="search" onKeyDown={pressed} role="presentation">
      <PageHeader title={t('title')} documentTitle={t('title')} takesFocus={false} />
      <search className="search__box">
        <label htmlFor={ids.field}>{t('label')}</label>
        <Textbox ref={field} id={ids.field} type="search" autoComplete="off" spellCheck={false} aria-describedby={ids.hint} value={text} onChange={(event) => setText(event.target.value)} />
        <p id={ids.hint} className="search__hint">
          {t('hint')}
        </p>
      </search>
      {state.kind === 'reading' && <Progress label={t('reading', { done: format.count(state.done), total: format.count(state.total) })} done={state.done} total={state.total} />}
      {state.kind === 'failed' && <Alert kind="error" title={t('failed')} />}
      {isAsked && answer.files === 0 && state.kind === 'ready' && <EmptyState title={t('nothing.title')}>{t('nothing.text')}</EmptyState>}
      {isAsked && answer.files > 0 && (
        <>
          <p>{state.kind === 'ready' ? words : t('soFar', { count: answer.files, n: format.count(answer.files) })}</p>
          <ol ref={list} className="search__hits">
            {answer.hits.map((hit) => (
              <Hit key={`${hit.dossierId} ${hit.part.recordId}`} hit={hit} format={format} />
            ))}
          </ol>
          {answer.files > answer.hits.length && <p>{t('shown', { n: format.count(answer.hits.length) })}</p>}
        </>
      )}
    </div>
  );
}

function Hit({ hit, format }: { readonly hit: SearchHit; readonly format: Format }) {
  const { t } = useTranslation(['search', 'words']);
  const kind = t(`words:kind.${hit.part.kind}`);
  const address = addressOfRecord({ dossierId: hit.dossierId, ...hit.part });
  return (
    <li className="search__hit">
      <p className="search__title">
        {address === null ? <strong>{hit.title}</strong> : <Link to={address} className="utrecht-link utrecht-link--html-a">{hit.title === '' ? kind : hit.title}</Link>}
      </p>
      <p className="search__where">{hit.part.on === null ? kind : t('of', { kind, day: format.dayInWords(hit.part.on) })}</p>
      {hit.match !== '' && (
        <p className="search__words">
          {hit.before}
          <mark>{hit.match}</mark>
          {hit.after}
        </p>
      )}
    </li>
  );
}
