import react from '@vitejs/plugin-react';
import { inProject } from '../scripts/lib/project.mjs';
import { dropUnreadProperties } from './drop-unread-properties.mjs';

/** Everything that can change dist/renderer. */
export const rendererSources = [
  'renderer', 'shared', 'package.json', 'package-lock.json', 'build/bundle/renderer.mjs', 'build/bundle/drop-unread-properties.mjs', 'build/scripts/build-renderer.mjs',
];

/** The screen: index.html and what it reaches. No request ever leaves for anywhere but the regional server, so all is bundled. */
export function rendererBundle(outDir) {
  return {
    configFile: false,
    envDir: false,
    root: inProject('renderer'),
    base: '/',
    logLevel: 'warn',
    plugins: [react(), dropUnreadProperties()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      // Files, never data: addresses: the content security policy allows none.
      assetsInlineLimit: 0,
      // Maps carry the paths of the machine that built them.
      sourcemap: false,
      modulePreload: { polyfill: false },
      // On a laptop that is offline the size of a chunk is no network cost.
      chunkSizeWarningLimit: 2_000,
      reportCompressedSize: false,
    },
    worker: { format: 'es' },
  };
}

/**
 * The service worker is a bundle of its own, one classic script: it must lie at a fixed address (`/service-worker.js`), and a chunk
 * shared with the screen would have to be fetched before it can answer. The list of files is a constant in it, not a precache.json
 * beside it: a browser looks for a new version by comparing the bytes of this one file, so a new list must change those bytes.
 */
export function serviceWorkerBundle(outDir, precache) {
  return {
    input: inProject('renderer', 'service-worker.ts'),
    cwd: inProject(),
    platform: 'browser',
    transform: { define: { __PRECACHE__: JSON.stringify(precache) }, target: 'es2023' },
    output: { file: `${outDir}/service-worker.js`, format: 'iife', minify: true, sourcemap: false },
    logLevel: 'warn',
  };
}
