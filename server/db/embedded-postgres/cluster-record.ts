import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a data folder remembers of its database. Readable by its owner only: it holds the passwords. */
export type ClusterRecord = {
  /** Absolute, or relative to the data folder, so that a data folder may be moved. */
  readonly clusterDir: string;
  /** Superuser: makes the application's role and database, nothing else. */
  readonly adminPassword: string;
  /** Role `veldwerk`: owner of its database, no superuser, so that it meets the same limits as on a managed PostgreSQL. */
  readonly password: string;
  /** False until initdb ended well: a start that was killed half way begins again. */
  readonly initialised: boolean;
};

/** It was written whole once, and is not any more: a disk, or somebody's hand. Nothing here makes it good again. */
export class DamagedCluster extends Error {
  constructor(what: string) {
    super(`The database is damaged: ${what} cannot be read; put it back from a copy, or begin anew with another --data-dir.`);
  }
}

const recordFile = (dataDir: string): string => path.join(dataDir, 'postgres.json');

export async function readClusterRecord(dataDir: string): Promise<ClusterRecord | undefined> {
  let text: string;
  try {
    text = await readFile(recordFile(dataDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as ClusterRecord;
  } catch {
    throw new DamagedCluster(recordFile(dataDir));
  }
}

/** Beside and rename: a kill in the middle must not leave half a file, because the passwords are nowhere else. */
export async function writeClusterRecord(dataDir: string, record: ClusterRecord): Promise<void> {
  const temporary = `${recordFile(dataDir)}.new`;
  await writeFile(temporary, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true });
  await chmod(temporary, 0o600);
  await rename(temporary, recordFile(dataDir));
}

export function newClusterRecord(clusterDir: string): ClusterRecord {
  return { clusterDir, adminPassword: randomPassword(), password: randomPassword(), initialised: false };
}

const randomPassword = (): string => randomBytes(24).toString('base64url');
