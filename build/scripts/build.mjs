// Builds what the server serves and the server itself. `--if-stale` skips what is already built from these sources.
import { buildRenderer, rendererIsFresh } from './build-renderer.mjs';
import { buildServer, serverIsFresh } from './build-server.mjs';
import { runCommand } from './lib/sentence.mjs';

await runCommand(async () => {
  const always = !process.argv.includes('--if-stale');
  if (always || !serverIsFresh()) await buildServer();
  if (always || !(await rendererIsFresh())) await buildRenderer();
});
