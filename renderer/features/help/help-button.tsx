import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '#renderer/components/button.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { helpTopics, topicOf, type HelpTopic } from './help-topics.ts';
import './help.css';

/** Explains the page one is on, in plain words, over the page: what stands in a form stays there. F1 opens it too. */
export function HelpButton() {
  const { t } = useTranslation('help');
  const { pathname } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [topic, setTopic] = useState<HelpTopic>('saving');
  const [isOpen, setOpen] = useState(false);
  const open = (of: HelpTopic) => {
    setTopic(of);
    setOpen(true);
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      open(topicOf(pathname));
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [pathname]);
  useEffect(() => {
    const element = dialog.current;
    // `showModal` keeps the keyboard inside and makes Esc close it; the page behind is out of reach meanwhile.
    if (isOpen && element !== null && !element.open) element.showModal();
  }, [isOpen]);
  return (
    <>
      <button type="button" className="app-header__lock" aria-keyshortcuts="F1" onClick={() => open(topicOf(pathname))}>
        {t('button')}
      </button>
      {isOpen && (
        <dialog ref={dialog} className="help" aria-labelledby={titleId} onClose={() => setOpen(false)}>
          <div className="help__head">
            <Heading level={2} id={titleId} tabIndex={-1}>
              {t(`topic.${topic}.title`)}
            </Heading>
            <Button appearance="subtle" onClick={() => dialog.current?.close()}>
              {t('close')}
            </Button>
          </div>
          <Topic topic={topic} />
          <nav aria-label={t('more')} className="help__more">
            <Heading level={3}>{t('more')}</Heading>
            <ul>
              {helpTopics.filter((each) => each !== topic).map((each) => (
                <li key={each}>
                  <button type="button" className="help__link" onClick={() => setTopic(each)}>
                    {t(`topic.${each}.title`)}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        </dialog>
      )}
    </>
  );
}

function Topic({ topic }: { readonly topic: HelpTopic }) {
  const { t } = useTranslation('help');
  const points = t(`topic.${topic}.points`, { returnObjects: true }) as readonly string[];
  return (
    <>
      <p className="help__intro">{t(`topic.${topic}.intro`)}</p>
      <ul className="help__points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}
