import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronDistribution, pinnedElectronVersion } from './electron-binary.mjs';

/** How long a download may take before we go on without [ms]. */
const downloadTimeoutMs = 300_000;

const download = async (platform, arch) => {
  const { downloadArtifact } = await import('@electron/get');
  const checksums = JSON.parse(await readFile(new URL('../../node_modules/electron/checksums.json', import.meta.url), 'utf8'));
  const zip = downloadArtifact({ version: pinnedElectronVersion(), artifactName: 'electron', platform, arch, checksums });
  let timer;
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, downloadTimeoutMs, null);
  });
  try {
    return await Promise.race([zip, tooLate]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * An Electron distribution of the pinned version for one system: what is installed, else a checked download, else a stub.
 * @param {{ platform: 'linux' | 'win32' | 'darwin', arch: string, stubFolder: string, stubOnly: boolean }} wanted
 * @returns {Promise<{ kind: 'real' | 'stub', path: string }>}
 */
export const obtainElectron = async ({ platform, arch, stubFolder, stubOnly }) => {
  if (!stubOnly) {
    const installed = platform === process.platform && arch === process.arch ? electronDistribution() : null;
    const real = installed ?? (await download(platform, arch));
    if (real !== null) return { kind: 'real', path: real };
  }
  const { makeStubDistribution } = await import('../packaging/stub-distribution.mjs');
  return { kind: 'stub', path: await makeStubDistribution({ platform, version: pinnedElectronVersion(), folder: join(stubFolder, platform) }) };
};
