import { useTranslation } from 'react-i18next';
import { StatusBadge, type BadgeTone } from '#renderer/components/status-badge.tsx';
import type { VisitFacts } from '#shared/domain/records/visit.ts';

const tones: Readonly<Record<VisitFacts['risk'], BadgeTone>> = { goed: 'good', 'let-op': 'warning', 'dreigende-uitval': 'danger' };

/** The last visit's risk signal, in words. */
export function RiskBadge({ risk }: { readonly risk: VisitFacts['risk'] }) {
  const { t } = useTranslation('words');
  return <StatusBadge tone={tones[risk]}>{t(`risk.${risk}`)}</StatusBadge>;
}
