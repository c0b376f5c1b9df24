// Builds the page of the contracts into the folder that is given. A process of its own, because vite leaves its mark on the
// environment of the one it builds in.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [outDir] = process.argv.slice(2);
await build({
  configFile: false,
  envDir: false,
  root: path.dirname(fileURLToPath(import.meta.url)),
  base: '/',
  logLevel: 'error',
  build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: 'es' },
});
