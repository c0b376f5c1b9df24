#!/usr/bin/env node
// `npm run loonwaarde -- --method uniform-2021 --json FILE`: anyone can check a case of their own.
import { runDomainCommand } from './lib/domain-cli.mjs';

const usage = 'npm run loonwaarde -- --method uniform-2021|dariuz --json FILE';

await runDomainCommand({
  usage,
  help: `${usage}

Prints the loonwaarde of a case, computed by the code of the app, exactly. A FILE for uniform-2021:

  { "hoofdtaken": [
      { "aandeel": 60, "tempo": 80, "kwaliteit": 90, "nettoWerktijd": 100 },
      { "aandeel": 40, "tempo": 70, "kwaliteit": 100, "nettoWerktijd": 87.5 } ] }

One to five hoofdtaken, whose shares add up to 100; everything in per cents. For dariuz "inzetbaarheid" stands instead of "nettoWerktijd".`,
  module: 'shared/domain/loonwaarde/loonwaarde-file.ts',
  options: { method: { type: 'string' } },
  required: ['method'],
  compute: ({ loonwaardeOfFile }, json, { method }) => loonwaardeOfFile(method, json),
  print: (answer) => ({ out: answer }),
});
