#!/usr/bin/env node
// `npm run lks -- --json FILE`: anyone can check a case of their own; `--working` adds every step with its source.
import { runDomainCommand } from './lib/domain-cli.mjs';

const usage = 'npm run lks -- --json FILE [--working]';

await runDomainCommand({
  usage,
  help: `${usage}

Prints what an employer gets in a month, in euros, computed by the code of the app; --working adds every step with its source. A FILE:

  { "datum": "2026-03-01", "startContract": "2025-03-01", "leeftijd": 30, "loonwaarde": 45,
    "contracturen": 28, "voltijdsuren": 36, "forfaitair": false }

Hours are those of a week. A forfaitary subsidy goes without "loonwaarde"; a day before 2017 asks for "functieloon", the wage of the function.`,
  module: 'shared/domain/loonkostensubsidie/lks-file.ts',
  options: { working: { type: 'boolean' } },
  compute: ({ lksOfFile }, json) => lksOfFile(json),
  print: ({ amounts, working, notes }, values) => ({ out: values.working ? { ...amounts, ...working } : amounts, warnings: notes }),
});
