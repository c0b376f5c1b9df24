import { useTranslation } from 'react-i18next';
import { ActionLink } from '#renderer/components/action-link.tsx';
import type { FileAction } from './file-actions.ts';

const labels: Readonly<Record<FileAction['what'], string>> = {
  intake: 'plan:panel.intake', plan: 'plan:panel.make', visit: 'actions.visit', measurement: 'actions.measurement', appointment: 'actions.appointment',
};

export function CandidateActions({ actions }: { readonly actions: readonly FileAction[] }) {
  const { t } = useTranslation(['candidate', 'plan']);
  return actions.map(({ what, appearance, to }) => (
    <ActionLink key={what} appearance={appearance} to={to}>
      {t(labels[what])}
    </ActionLink>
  ));
}
