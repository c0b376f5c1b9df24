import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileWhole } from './write-file.ts';

const floor = z.object({ chromium: z.number().int() });

/**
 * Whether a newer Chromium had this folder before: an older one may throw its IndexedDB away as soon as a session is opened, so
 * this is asked before there is one (rule VER8 of shared/sync/SPEC.md). A newer one raises the floor; a disk that refuses
 * costs the floor, nothing else.
 * @param chrome as in `process.versions`, e.g. '156.0.7012.3'
 */
export const isBelowFloor = async (userData: string, chrome: string | undefined): Promise<boolean> => {
  const running = Number.parseInt(chrome ?? '', 10);
  if (Number.isNaN(running)) return false;
  const file = join(userData, 'floor.json');
  const known = readFloor(file);
  if (known !== null && running < known) return true;
  if (known !== running) await writeFileWhole(file, Buffer.from(JSON.stringify({ chromium: running }))).catch(() => undefined);
  return false;
};

const readFloor = (file: string): number | null => {
  try {
    const parsed = floor.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.chromium : null;
  } catch {
    return null;
  }
};
