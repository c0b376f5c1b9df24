import type { WebRequest } from 'electron';
import { isAppUrl } from './app-scheme.ts';
import type { Log } from './log.ts';

export type GuardedSession = { readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> };

/** @returns whether a request may leave: to our own page, to the configured server, or to bytes that the page made itself */
const mayRequest = (address: string, serverOrigin: string): boolean => {
  if (isAppUrl(address)) return true;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return false;
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin === serverOrigin;
  return url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'devtools:';
};

/** The second lock behind CSP: "no request to anywhere but the regional server" also holds for what Chromium itself starts. */
export const guardRequests = (session: GuardedSession, serverOrigin: string, log: Log): void => {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = mayRequest(details.url, serverOrigin);
    if (!allowed) log('request-refused', { type: details.resourceType });
    answer({ cancel: !allowed });
  });
};
