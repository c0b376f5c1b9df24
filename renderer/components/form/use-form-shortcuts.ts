import { useEffect } from 'react';

export interface FormShortcuts {
  /** Ctrl+S */
  readonly onSave: () => void;
  /** Ctrl+Enter */
  readonly onKeep: () => void;
}

/** The keys that work anywhere on a page with a form. Esc is not among them: it never discards. */
export function useFormShortcuts({ onSave, onKeep }: FormShortcuts): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() === 's') {
        event.preventDefault();
        onSave();
      } else if (event.key === 'Enter' && !event.repeat) {
        event.preventDefault();
        onKeep();
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [onSave, onKeep]);
}
