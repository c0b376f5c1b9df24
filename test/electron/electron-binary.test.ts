import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { electronBinaryPath, executableInDistribution, pinnedElectronVersion, tryInstallElectron } from '../../build/scripts/electron-binary.mjs';

const distribution = (): { folder: string; executable: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-electron-'));
  const executable = join(folder, executableInDistribution(process.platform));
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, '');
  chmodSync(executable, 0o755);
  return { folder, executable };
};

afterEach(() => vi.unstubAllEnvs());

describe('finding Electron', () => {
  it('takes the distribution that ELECTRON_OVERRIDE_DIST_PATH names', () => {
    const { folder, executable } = distribution();
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    expect(electronBinaryPath()).toBe(executable);
  });

  it('never takes a stub for Electron', () => {
    const { folder } = distribution();
    writeFileSync(join(folder, 'STUB.txt'), 'x');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    expect(electronBinaryPath()).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('never takes a file that cannot be started', () => {
    const { folder, executable } = distribution();
    chmodSync(executable, 0o644);
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    expect(electronBinaryPath()).toBeNull();
  });

  it('does not download when it is told where to look, or told not to', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(tmpdir(), 'nothing-here'));
    expect(await tryInstallElectron({ timeoutMs: 1 })).toBeNull();
  });

  it('is pinned exactly', () => {
    expect(pinnedElectronVersion()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
