import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { z } from 'zod';

/** What IT sets for the machine. Issue F adds keys, the Windows registry and macOS managed preferences. */
const policy = z.object({ serverUrl: z.string().optional() });
export type Policy = z.infer<typeof policy>;

/**
 * A file that only an administrator can write. On Windows that is the installation folder (per machine, below Program
 * Files) and not ProgramData, where any user may create files.
 */
export const policyFilePath = (platform: NodeJS.Platform, resourcesFolder: string): string => {
  if (platform === 'win32') return win32.join(resourcesFolder, 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/Veldwerk/policy.json';
  return posix.join('/etc/veldwerk', 'policy.json');
};

/** @returns `null` when there is no policy; 'broken' when there is one that cannot be read, which must not count as none */
export const readPolicy = (file: string): Policy | null | 'broken' => {
  try {
    const parsed = policy.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : 'broken';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'broken';
  }
};
