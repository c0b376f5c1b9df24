import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { assert } from '#shared/lib/assert.ts';

/**
 * Where contents lie: `attachments/<region>/<id>` when they are verified, `attachments/<region>/incoming/<id>` while they
 * come in. Only the first is ever read for a person, and nothing that writes pieces can reach it.
 */
export interface ContentFiles {
  /** For the part that takes in pieces; made when it was not there. */
  incomingFolder(region: string): Promise<string>;
  /** @returns null when it is not there */
  sizeOf(place: Place): Promise<number | null>;
  readAll(place: Place): Promise<Uint8Array>;
  stream(place: Place): ReadStream;
  /** Flushes an incoming content and puts it in its lasting place, whole or not at all. */
  makeLasting(region: string, attachmentId: string): Promise<void>;
  /** Nothing to remove is no fault. */
  remove(place: Place): Promise<void>;
}

export interface Place {
  readonly region: string;
  readonly attachmentId: string;
  readonly stage: 'incoming' | 'lasting';
}

export function createContentFiles(dataDir: string): ContentFiles {
  const regionFolder = (region: string): string => {
    // Region and id become parts of a path; whoever made them, they must not lead elsewhere.
    assert(/^[a-z0-9][a-z0-9-]{0,63}$/.test(region), 'a region that can be the name of a folder');
    return path.join(dataDir, 'attachments', region);
  };
  const fileOf = ({ region, attachmentId, stage }: Place): string => {
    assert(/^[0-9a-f-]{36}$/.test(attachmentId), 'an id that can be the name of a file');
    return stage === 'lasting' ? path.join(regionFolder(region), attachmentId) : path.join(regionFolder(region), 'incoming', attachmentId);
  };

  return {
    async incomingFolder(region) {
      const folder = path.join(regionFolder(region), 'incoming');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return folder;
    },
    async sizeOf(place) {
      try {
        return (await stat(fileOf(place))).size;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    readAll: (place) => readFile(fileOf(place)),
    stream: (place) => createReadStream(fileOf(place)),
    async makeLasting(region, attachmentId) {
      const from = fileOf({ region, attachmentId, stage: 'incoming' });
      await flush(from, 'r+');
      await rename(from, fileOf({ region, attachmentId, stage: 'lasting' }));
      // The name is on the disk only when its folder is.
      if (process.platform !== 'win32') await flush(regionFolder(region), 'r');
      await rm(`${from}.json`, { force: true });
    },
    async remove(place) {
      await rm(fileOf(place), { force: true });
      if (place.stage === 'incoming') await rm(`${fileOf(place)}.json`, { force: true });
    },
  };
}

/** @param flags Windows flushes only what is open for writing; a folder can only be read */
async function flush(file: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(file, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
