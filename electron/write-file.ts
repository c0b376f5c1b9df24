import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes a whole file or nothing: beside it first, flushed to disk, then in its place.
 * @param mode rights of the file; 0o600 for what only this user may read
 * @throws the system's error (ENOSPC, EACCES, EBUSY...); no half file stays behind
 */
export const writeFileWhole = async (path: string, bytes: Uint8Array, mode = 0o666): Promise<void> => {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  // The name itself must survive a power cut too. Windows cannot open a folder; NTFS journals the rename.
  if (process.platform !== 'win32') await syncFolder(dirname(path));
};
