import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { NoRightsPage } from '#renderer/app/no-rights-page.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { UndoNotice } from '#renderer/components/undo-notice.tsx';
import type { DuplicatePair, KeepProblem } from '#renderer/data/views.ts';
import { KeepProblemAlert } from '#renderer/features/draft/keep-problem-alert.tsx';
import type { JoinFacts } from '#shared/domain/records/join.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { decideJoin } from './decide-join.ts';
import { DuplicateCard } from './duplicate-card.tsx';
import './duplicate.css';

/** Files that may be of one person. Joining moves nothing, so it is done at once and taken back as easily. */
export function DuplicatesPage() {
  const { t } = useTranslation('file');
  const device = useDevice();
  const announce = useAnnounce();
  const format = useFormat();
  const duplicates = useLive(device.duplicates);
  const [done, setDone] = useState<JoinFacts | null>(null);
  const [problem, setProblem] = useState<KeepProblem | null>(null);
  if (groupsOfRole('write', device.principal.role, 'join').length === 0) return <NoRightsPage />;

  const decide = async (facts: JoinFacts, said: string) => {
    const kept = await decideJoin(device, facts);
    setProblem(kept.ok ? null : kept.problem);
    if (kept.ok) announce(said);
    return kept.ok;
  };
  const choose = async (pair: DuplicatePair, decision: JoinFacts['decision'], kept: DuplicatePair['one']) => {
    const joined = kept === pair.one ? pair.other : pair.one;
    const facts: JoinFacts = { kept: kept.dossierId, joined: joined.dossierId, decision, ground: pair.because, decidedOn: amsterdamDayOf(format.nowMs) };
    if (await decide(facts, t(`duplicates.done.${decision}`))) setDone(facts);
  };
  const undo = async () => {
    if (done === null) return;
    // Two people are not undone into one: the question is put again.
    const decision = done.decision === 'joined' ? 'separate' : 'joined';
    if (await decide({ ...done, decision }, t(`duplicates.done.${decision}`))) setDone(null);
  };

  const pairs = duplicates.kind === 'ready' ? duplicates.value : [];
  return (
    <div>
      <PageHeader title={t('duplicates.title')} documentTitle={t('duplicates.title')} lead={t('duplicates.lead')} back={<BackLink to={paths.caseload}>{t('new.back')}</BackLink>} />
      {problem !== null && <KeepProblemAlert problem={problem} />}
      {done !== null && <UndoNotice message={t(`duplicates.done.${done.decision}`)} undoLabel={t(done.decision === 'joined' ? 'joined.undo' : 'duplicates.joinAfterAll')} onUndo={() => void undo()} />}
      {duplicates.kind === 'ready' && pairs.length === 0 && <EmptyState title={t('duplicates.none')}>{t('duplicates.noneText')}</EmptyState>}
      <ul className="duplicates__list">
        {pairs.map((pair) => (
          <li key={`${pair.one.dossierId} ${pair.other.dossierId}`}>
            <DuplicateCard pair={pair} format={format} onJoin={(kept) => void choose(pair, 'joined', kept)} onSeparate={() => void choose(pair, 'separate', pair.one)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
