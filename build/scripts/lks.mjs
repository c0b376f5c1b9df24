#!/usr/bin/env node
// `npm run lks -- --json FILE`: anyone can check a case of their own; `--working` adds every step with its source.
import { runDomainCommand } from './lib/domain-cli.mjs';

await runDomainCommand({
  usage: 'lks --json FILE [--working]',
  module: 'shared/domain/loonkostensubsidie/lks-file.ts',
  options: { working: { type: 'boolean' } },
  compute: ({ lksOfFile }, json) => lksOfFile(json),
  print: ({ amounts, working, notes }, values) => ({ out: values.working ? { ...amounts, ...working } : amounts, warnings: notes }),
});
