/**
 * How main and preload are bundled. Electron and Node's own modules stay outside, everything else goes in, so that the
 * packaged app needs no node_modules. The preload is CommonJS because a sandboxed preload can be nothing else.
 * @param {{ outputFolder: string, production: boolean }} options
 */
export const electronBundles = ({ outputFolder, production }) => {
  const shared = { platform: 'node', external: ['electron', /^node:/] };
  // No source maps: they carry the build machine's paths into the package.
  const output = { dir: outputFolder, minify: production, sourcemap: false };
  return [
    { ...shared, input: { main: 'electron/main.ts' }, output: { ...output, format: 'esm', entryFileNames: '[name].mjs', codeSplitting: false } },
    { ...shared, input: { preload: 'electron/preload.ts' }, output: { ...output, format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
  ];
};
