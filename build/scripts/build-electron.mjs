#!/usr/bin/env node
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { electronBundles } from '../bundle/electron.mjs';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles main and preload.
 * @param {{ outputFolder?: string, production?: boolean }} [options] `outputFolder`: absolute, default dist/electron
 * @returns {Promise<{ main: string, preload: string }>} the two files
 * @throws when a module does not resolve or compile, or when a bundle would need node_modules at run time
 */
export const buildElectron = async ({ outputFolder = join(projectFolder, 'dist', 'electron'), production = false } = {}) => {
  // Here and not at the top: whoever imports this file may run before node_modules is there.
  const { rolldown } = await import('rolldown');
  await rm(outputFolder, { recursive: true, force: true });
  const imports = new Set();
  for (const { output, ...input } of electronBundles({ outputFolder, production })) {
    const bundle = await rolldown({ ...input, cwd: projectFolder });
    try {
      const written = await bundle.write(output);
      for (const chunk of written.output) if (chunk.type === 'chunk') for (const name of chunk.imports) imports.add(name);
    } finally {
      await bundle.close();
    }
  }
  // The bundler only warns about a module it cannot find and leaves the import standing; the app would not start with it.
  const foreign = [...imports].filter((name) => name !== 'electron' && !name.startsWith('node:'));
  if (foreign.length > 0) throw new Error(`The shell cannot be bundled: ${foreign.join(', ')} was not found.`);
  return { main: join(outputFolder, 'main.mjs'), preload: join(outputFolder, 'preload.cjs') };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { main, preload } = await buildElectron({ production: process.argv.includes('--production') });
  console.log(`Built ${relative(projectFolder, main)} and ${relative(projectFolder, preload)}`);
}
