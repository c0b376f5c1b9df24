// `npm run seed -- --candidates 15000 [--data-dir DIR]`: a large region in the database of a data folder, or in DATABASE_URL.
import { nodeTooOld } from './lib/node-version.mjs';

const tooOld = nodeTooOld(process.versions.node);
if (tooOld === undefined) {
  void import('./lib/seed-region.mjs').then(({ main }) => main());
} else {
  console.error(tooOld);
  process.exitCode = 1;
}
