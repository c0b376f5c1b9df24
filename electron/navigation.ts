import type { WindowOpenHandlerResponse } from 'electron';
import { isAppUrl } from './app-scheme.ts';
import type { Log } from './log.ts';

type Preventable = { preventDefault(): void };
type NavigationEvent = Preventable & { readonly url: string; readonly isMainFrame: boolean };

/** The part of a page's contents that this file guards. */
export type GuardedContents = {
  getURL(): string;
  setWindowOpenHandler(handler: () => WindowOpenHandlerResponse): void;
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void;
  on(event: 'will-frame-navigate', listener: (event: NavigationEvent) => void): unknown;
  on(event: 'will-redirect', listener: (event: NavigationEvent) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
};

/** Reloading the page it already shows is the only navigation a page may start; moving between its routes is not one. */
const isReload = (event: NavigationEvent, currentUrl: string): boolean =>
  event.isMainFrame && isAppUrl(event.url) && event.url === currentUrl;

/**
 * Holds for every page there will ever be: no leaving, no new window, no webview, no dropped file or link that takes the
 * page's place. `will-frame-navigate` covers the main frame as well as frames inside it.
 */
export const guardContents = (contents: GuardedContents, log: Log): void => {
  contents.on('will-frame-navigate', (event) => {
    if (isReload(event, contents.getURL())) return;
    log('navigation-refused');
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    log('navigation-refused', { redirect: true });
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => {
    log('window-refused');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    log('webview-refused');
    event.preventDefault();
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};
