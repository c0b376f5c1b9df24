import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@utrecht/checkbox-react';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { usePreferences } from '#renderer/ui-state/preferences.ts';

export function KeyboardChoices() {
  const { t } = useTranslation('settings');
  const slashSearches = usePreferences((preferences) => preferences.slashSearches);
  const setSlashSearches = usePreferences((preferences) => preferences.setSlashSearches);
  const whyId = useId();
  const key = (keys: string) => <kbd className="settings__key">{keys}</kbd>;
  return (
    <>
      <div>
        <label className="settings__option">
          <Checkbox checked={slashSearches} aria-describedby={whyId} onChange={(event) => setSlashSearches(event.target.checked)} />
          {t('keys.slash')}
        </label>
        <p id={whyId} className="settings__why">
          {t('keys.slashWhy')}
        </p>
      </div>
      <Heading level={3}>{t('keys.list')}</Heading>
      <DataList
        items={[
          ...(slashSearches ? [{ key: 'search', label: t('keys.search'), value: key('/') }] : []),
          { key: 'searchAll', label: t('keys.searchAll'), value: key('Ctrl + K') },
          { key: 'arrows', label: t('keys.arrows'), value: key('↓ ↑') },
          { key: 'enter', label: t('keys.enter'), value: key('Enter') },
          { key: 'save', label: t('keys.save'), value: key('Ctrl + S') },
          { key: 'keep', label: t('keys.keep'), value: key('Ctrl + Enter') },
          { key: 'help', label: t('keys.help'), value: key('F1') },
        ]}
      />
    </>
  );
}
