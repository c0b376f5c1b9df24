import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioButton } from '@utrecht/radio-button-react';
import { chooseLanguage, languages } from '#renderer/app/texts.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';

/** Takes effect at once; each language is named in itself. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('settings');
  const announce = useAnnounce();
  const name = useId();
  return (
    <fieldset className="settings__choice">
      <legend className="visually-hidden">{t('language.legend')}</legend>
      {languages.map((language) => (
        <label key={language} className="settings__option" lang={language}>
          <RadioButton
            name={name}
            value={language}
            checked={i18n.language === language}
            onChange={() => void chooseLanguage(language).then(() => announce(i18n.t('language.changed', { ns: 'settings' })))}
          />
          {t(`language.${language}`)}
        </label>
      ))}
    </fieldset>
  );
}
