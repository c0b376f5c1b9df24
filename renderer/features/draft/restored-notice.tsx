import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';

export interface RestoredNoticeProps {
  /** "vandaag 14:32" */
  readonly moment: string;
  readonly onStartOver: () => void;
}

/** A draft came back: says from when it is, and offers to leave it be. */
export function RestoredNotice({ moment, onStartOver }: RestoredNoticeProps) {
  const { t } = useTranslation('form');
  return (
    <Alert kind="info" title={t('draft.restored', { moment })} className="restored-notice">
      <p>{t('draft.startOverHint')}</p>
      <Button appearance="subtle" onClick={onStartOver}>
        {t('draft.startOver')}
      </Button>
    </Alert>
  );
}
