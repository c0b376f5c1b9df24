/// <reference lib="webworker" />
/*
 * Offline means offline: after the first visit the app itself comes from this cache, whole and of one version. Data
 * never does: /v1 always goes to the regional server.
 */
declare const __PRECACHE__: { readonly version: string; readonly files: readonly { readonly url: string; readonly hash: string }[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `veldwerk-app-${__PRECACHE__.version}`;
const cachePrefix = 'veldwerk-app-';

worker.addEventListener('install', (event) => {
  keepOutOfTheWay(event);
  event.waitUntil(store());
});
worker.addEventListener('activate', (event) => event.waitUntil(dropOldVersions()));
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin || url.pathname.startsWith('/v1/') || url.pathname === '/health') return;
  event.respondWith(answer(event.request, event.request.mode === 'navigate' ? '/index.html' : url.pathname));
});

/**
 * Data does not even pass here: this worker lives in the process of one window, and when that freezes, a request of another window
 * would wait for it [WIN2]. A worker's requests pass all the same (Chromium 156): see sync/window-fetch.ts. Browsers that know no
 * static routes ask the listener below.
 */
function keepOutOfTheWay(event: ExtendableEvent): void {
  const routable = event as ExtendableEvent & { addRoutes?: (rules: readonly unknown[]) => Promise<void> };
  const rules = ['/v1/*', '/health'].map((pathname) => ({ condition: { urlPattern: { pathname } }, source: 'network' }));
  event.waitUntil(Promise.resolve(routable.addRoutes?.(rules)).catch(() => undefined));
}

/** All files or none: a version with a hole, or with a portal's page in it, would be a broken app in the field. */
async function store(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    __PRECACHE__.files.map(async ({ url, hash }) => {
      const response = await fetch(url, { cache: 'no-store' });
      if (!response.ok) throw new Error(`${url}: status ${response.status}`);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
      const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (!hex.startsWith(hash)) throw new Error(`${url}: not the file that was built`);
      await cache.put(url, response);
    }),
  );
}

async function dropOldVersions(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(cachePrefix) && name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

async function answer(request: Request, path: string): Promise<Response> {
  const cached = await (await caches.open(cacheName)).match(path);
  return cached ?? fetch(request);
}
