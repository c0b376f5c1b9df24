// Builds the screen as it would be without `strict` into the folder that is given: for a test that must see the difference. The words
// of the sources are changed on their way into the bundle; the product has no switch for it. A process of its own, because vite
// leaves its mark on the environment of the one it builds in.
import { build, mergeConfig } from 'vite';
import { rendererBundle } from '../../../build/bundle/renderer.mjs';

const [outDir] = process.argv.slice(2);
let changed = 0;
const withoutStrict = {
  name: 'without-strict',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]renderer[\\/]data[\\/]/.test(id)) return undefined;
    const relaxed = code.replace(/chromeTransactionDurability: (durability|'strict')/g, () => {
      changed += 1;
      return "chromeTransactionDurability: 'relaxed'";
    });
    return relaxed === code ? undefined : relaxed;
  },
};
await build(mergeConfig(rendererBundle(outDir), { plugins: [withoutStrict], logLevel: 'error' }));
if (changed < 2) throw new Error('nothing was taken away: the sources name the durability in other words now');
