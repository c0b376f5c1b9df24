import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildElectron } from './build-electron.mjs';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Source maps carry the build machine's paths, hidden files are nobody's business. */
const belongsInPackage = (path) => !path.endsWith('.map') && !basename(path).startsWith('.');

/**
 * Puts exactly what goes into the package in one folder: the two bundles, the built page, and a package.json with nothing
 * but what Electron reads. No dependencies, so that nothing can be dragged in behind it.
 * @param {{ rendererFolder: string, appFolder: string }} folders both absolute
 */
export const stageApp = async ({ rendererFolder, appFolder }) => {
  await rm(appFolder, { recursive: true, force: true });
  await mkdir(appFolder, { recursive: true });
  const { name, version, description, license, main } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const manifest = { name, productName: 'Veldwerk', version, description, author: 'Veldwerk', license, type: 'module', main };
  await writeFile(join(appFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await buildElectron({ outputFolder: join(appFolder, 'dist', 'electron'), production: true });
  await cp(rendererFolder, join(appFolder, 'dist', 'renderer'), { recursive: true, filter: belongsInPackage });
};
