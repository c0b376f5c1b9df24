import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDevice } from '#renderer/app/device-context.tsx';
import { NoRightsPage } from '#renderer/app/no-rights-page.tsx';
import { draftParameter } from '#renderer/app/paths.ts';
import { useDraftStart } from '#renderer/components/form/use-draft-start.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import { mayMakeCandidates } from './may-make-candidates.ts';
import { NewCandidateEditor } from './new-candidate-editor.tsx';
import '../candidate.css';
import '../file/file.css';

/** Somebody new, from the first letter typed to the moment the file is kept. Works without a connection. */
export function NewCandidatePage() {
  const device = useDevice();
  const { t } = useTranslation(['file', 'app']);
  const [search, setSearch] = useSearchParams();
  const find = useCallback(
    async (wanted: string | null) => {
      if (wanted === null) return null;
      const draft = await device.readDraft(wanted);
      if (draft?.form === 'newCandidate') return draft;
      // Their file has the name of their draft: whoever comes back to it begins with somebody else.
      return (await device.isDraftKept(wanted as DossierId, wanted)) ? 'kept' : null;
    },
    [device],
  );
  const start = useDraftStart(search.get(draftParameter), find);
  const begin = useCallback((draftId: string) => setSearch({ [draftParameter]: draftId }, { replace: true }), [setSearch]);
  if (!mayMakeCandidates(device.principal.role)) return <NoRightsPage />;
  if (start === null) return <p className="visually-hidden">{t('app:loading')}</p>;
  return <NewCandidateEditor key={start.draftId} start={start} begin={begin} />;
}
