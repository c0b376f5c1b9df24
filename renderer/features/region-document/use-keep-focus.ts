import { useCallback, useEffect, useRef } from 'react';

/** What was moved is drawn elsewhere and would lose the focus: whoever moves it by keyboard goes on with it. */
export function useKeepFocus(): (elementId: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  return useCallback((elementId) => {
    wanted.current = elementId;
  }, []);
}
