import { fileURLToPath } from 'node:url';
import { runNodeScript } from './run-node-script.ts';

/** Set-up of tests that start the product: dist/server and dist/renderer are those of these sources. */
export default async function globalBuild(): Promise<void> {
  await runNodeScript(fileURLToPath(new URL('../../build/scripts/build.mjs', import.meta.url)), ['--if-stale']);
}
