// Builds what the server serves and the server itself. `--if-stale` skips what is already built from these sources.
import { buildRenderer, rendererIsFresh } from './build-renderer.mjs';
import { buildServer, serverIsFresh } from './build-server.mjs';
import { runCommand } from './lib/sentence.mjs';

const help = `npm run build -- [--if-stale]

Builds dist/renderer, the screen, and dist/server. With --if-stale only what is not built yet from the sources that are there.`;

await runCommand(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) return console.log(help);
  const always = !words.includes('--if-stale');
  if (always || !serverIsFresh()) await buildServer();
  if (always || !(await rendererIsFresh())) await buildRenderer();
});
