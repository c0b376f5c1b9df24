import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { Draft } from '#renderer/data/views.ts';

/** People who were begun and are not kept yet: also after a crash they are found where people are. */
export function NewCandidateDrafts({ format }: { readonly format: Format }) {
  const { t } = useTranslation('file');
  const device = useDevice();
  const drafts = useLive(useMemo(() => device.newCandidateDrafts(), [device]));
  if (drafts.kind !== 'ready' || drafts.value.length === 0) return null;
  return (
    <Alert kind="info" title={t('new.drafts')}>
      <ul>
        {drafts.value.map((draft) => (
          <li key={draft.draftId}>
            <TextLink to={paths.newCandidate(draft.draftId)}>{t('new.continue', { name: nameIn(draft) ?? t('new.nameless') })}</TextLink> {format.moment(draft.savedAtMs)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function nameIn({ values }: Draft): string | null {
  const name = ['givenName', 'namePrefix', 'familyName'].flatMap((id) => (typeof values[id] === 'string' && values[id] !== '' ? [values[id]] : [])).join(' ');
  return name === '' ? null : name;
}
