import { useEffect } from 'react';

/** While this page is shown nothing stands around it: somebody from outside has the laptop in their hands. */
export function useQuietPage(): void {
  useEffect(() => {
    document.documentElement.dataset['quiet'] = '';
    return () => {
      delete document.documentElement.dataset['quiet'];
    };
  }, []);
}
