import { trustedScriptUrl } from './trusted-script-url.ts';

/**
 * Makes the app itself available without network. In the shell the app comes from the laptop anyway.
 * A failure is no reason to stop: everything works, but only while the server can be reached.
 */
export async function registerServiceWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || location.protocol === 'app:') return false;
  try {
    await navigator.serviceWorker.register(trustedScriptUrl('/service-worker.js'), { updateViaCache: 'none' });
    return true;
  } catch {
    return false;
  }
}
