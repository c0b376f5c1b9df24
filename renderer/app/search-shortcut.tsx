import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { useWindowState } from '#renderer/ui-state/window-state.ts';
import { areasOf } from './areas.ts';
import { useDevice } from './device-context.tsx';
import { paths } from './paths.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl+K searches everything; `/` goes to the search box of the list, from any page. It can be switched off: a single key may not be forced on anyone (WCAG 2.1.4). */
export function SearchShortcut() {
  const { principal } = useDevice();
  const navigate = useNavigate();
  const enabled = usePreferences((preferences) => preferences.slashSearches);
  const askForSearch = useWindowState((state) => state.askForSearch);
  const hasCaseload = areasOf(principal.role).includes('caseload');
  useEffect(() => {
    if (!hasCaseload) return;
    const pressed = (event: KeyboardEvent) => {
      // A guest has the laptop in their hands: one key must not show them the list.
      if (document.documentElement.dataset['quiet'] !== undefined) return;
      // Also while typing: nobody types Ctrl+K. The form's draft is saved when it is left.
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        void navigate(paths.search);
        return;
      }
      if (!enabled || event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      askForSearch();
      void navigate(paths.caseload);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [enabled, hasCaseload, askForSearch, navigate]);
  return null;
}
