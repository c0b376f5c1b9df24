import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** A new page begins at its top; going back leaves the place to the page itself. */
export function ScrollToTop() {
  const { pathname } = useLocation();
  const type = useNavigationType();
  useEffect(() => {
    if (type !== 'POP') window.scrollTo(0, 0);
  }, [pathname, type]);
  return null;
}
