import type { CustomScheme } from 'electron';

/** The one address of the page. A standard scheme, so it has an origin of its own and with it IndexedDB. */
export const appScheme = 'app';
const appHost = 'veldwerk';
export const appPageUrl = `${appScheme}://${appHost}/`;

/** No service worker (the page is always there), no CSP bypass, no CORS: the page talks to its own origin only. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/**
 * Whether an address belongs to our page. Node gives `app:` addresses the origin "null", so scheme and host are compared.
 * @returns false for anything that is not an address at all
 */
export const isAppUrl = (address: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === '';
};
