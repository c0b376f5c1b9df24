// `npm start`: everything a newcomer needs, on a machine with nothing but Node and npm. `--help` says what can be chosen.
// Only this file and node-version.mjs may be read by an old Node: the rest uses what the version check promises.
import { nodeTooOld } from './lib/node-version.mjs';

const tooOld = nodeTooOld(process.versions.node);
if (tooOld === undefined) {
  void import('./lib/start-app.mjs').then(({ main }) => main());
} else {
  console.error(tooOld);
  process.exitCode = 1;
}
