// `npm test`: does its own set-up, runs every stage, and ends with `N passed, N failed`. `npm test -- unit e2e` runs some stages only.
import { nodeTooOld } from './lib/node-version.mjs';

const tooOld = nodeTooOld(process.versions.node);
if (tooOld === undefined) {
  void import('./lib/run-tests.mjs').then(({ main }) => main());
} else {
  console.error(tooOld);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
