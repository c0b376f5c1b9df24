#!/usr/bin/env node
// `npm run loonwaarde -- --method uniform-2021 --json FILE`: anyone can check a case of their own.
import { runDomainCommand } from './lib/domain-cli.mjs';

await runDomainCommand({
  usage: 'loonwaarde --method uniform-2021|dariuz --json FILE',
  module: 'shared/domain/loonwaarde/loonwaarde-file.ts',
  options: { method: { type: 'string' } },
  required: ['method'],
  compute: ({ loonwaardeOfFile }, json, { method }) => loonwaardeOfFile(method, json),
  print: (answer) => ({ out: answer }),
});
