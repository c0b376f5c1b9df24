import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DamagedCluster, newClusterRecord, readClusterRecord, writeClusterRecord, type ClusterRecord } from './cluster-record.ts';
import { chooseClusterDir, reachableNativeDir } from './placement.ts';
import { findPlatformBinaries, program } from './platform-binaries.ts';
import { clearTheWay } from './postmaster.ts';
import { cleanEnvironment, startPostgresProcess, type PostgresProcess } from './postgres-process.ts';
import { ensureRoleAndDatabase, waitUntilUsable } from './role-and-database.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

export type OpenCluster = {
  readonly kind: 'open';
  /** postgres://veldwerk:...@127.0.0.1:port/veldwerk, owner of its database, no superuser. */
  readonly databaseUrl: string;
  readonly pid: number;
  readonly port: number;
  /** Absolute folder of the cluster. */
  readonly clusterDir: string;
  /** Set when the cluster could not lie in the data folder, because the database's user cannot get there. */
  readonly placedElsewhere: boolean;
  readonly exited: Promise<void>;
  stop(): Promise<void>;
};

/** A sentence for the person who started the program. */
export type ClusterProblem = { readonly kind: 'problem'; readonly sentence: string };

export type OpenInput = {
  /** Absolute. Exists. Held by the caller alone: whatever PostgreSQL still serves it is treated as an orphan and stopped. */
  readonly dataDir: string;
  readonly durable: boolean;
  /** For tests: other folders than /var/lib/veldwerk. */
  readonly sharedHomes?: readonly string[];
  /** For tests: an installed PostgreSQL, such as Debian's /usr/lib/postgresql/15 with version '15'. */
  readonly binaries?: { readonly nativeDir: string; readonly version: string };
};

/** Makes the cluster when there is none, starts it, and answers when it takes queries. */
export async function openCluster(input: OpenInput): Promise<OpenCluster | ClusterProblem> {
  try {
    return await open(input);
  } catch (error) {
    return problem(sentenceFor(error as NodeJS.ErrnoException, input.dataDir));
  }
}

async function open({ dataDir, durable, sharedHomes, binaries: given }: OpenInput): Promise<OpenCluster | ClusterProblem> {
  const binaries = given === undefined ? await findPlatformBinaries() : ({ kind: 'found', ...given } as const);
  if (binaries.kind === 'missing') {
    return problem(`There is no embedded PostgreSQL for this system (${binaries.platform}); set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  const found = await readClusterRecord(dataDir);
  const existing = found?.initialised === true ? path.resolve(dataDir, found.clusterDir) : undefined;
  if (existing !== undefined && !existsSync(existing)) {
    return problem(`The database of ${dataDir} is missing: ${existing} does not exist; put it back, or choose another --data-dir.`);
  }
  const runAs = chooseRunAs(existing);
  const nativeDir = reachableNativeDir(binaries.nativeDir, binaries.version, runAs, sharedHomes);
  const record = found ?? newClusterRecord(chooseClusterDir(dataDir, runAs, sharedHomes));
  const clusterDir = path.resolve(dataDir, record.clusterDir);
  if (!record.initialised) {
    await writeClusterRecord(dataDir, record);
    initialise({ nativeDir, clusterDir, record, runAs, localeArgs: localeArgs(binaries.version) });
    await writeClusterRecord(dataDir, { ...record, initialised: true });
  }
  const mismatch = versionProblem(clusterDir, binaries.version);
  if (mismatch !== undefined) return mismatch;
  const own = process.getuid?.();
  if (own !== undefined && own !== 0 && statSync(clusterDir).uid !== own) {
    return problem(`The database in ${clusterDir} belongs to another user of this computer; choose another --data-dir.`);
  }

  await clearTheWay(clusterDir);
  const logFile = path.join(dataDir, 'postgres.log');
  let lastReason = '';
  // A port is free when we ask and may be taken when PostgreSQL binds it.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const postgres = await startPostgresProcess({ nativeDir, clusterDir, logFile, runAs, durable });
    const usable = await waitUntilUsable(adminUrl(record, postgres.port), postgres.exited);
    if (usable.kind === 'usable') {
      try {
        await ensureRoleAndDatabase(adminUrl(record, postgres.port), record.password);
      } catch (error) {
        await postgres.stop();
        throw error;
      }
      return opened(postgres, record, clusterDir);
    }
    await postgres.stop();
    lastReason = usable.reason;
  }
  return problem(`PostgreSQL did not start (${lastReason}); its log ${logFile} says why. If the database is damaged, put it back from a copy, or begin anew with another --data-dir.`);
}

function opened(postgres: PostgresProcess, record: ClusterRecord, clusterDir: string): OpenCluster {
  return {
    kind: 'open',
    databaseUrl: `postgres://veldwerk:${record.password}@127.0.0.1:${postgres.port}/veldwerk`,
    pid: postgres.pid,
    port: postgres.port,
    clusterDir,
    placedElsewhere: path.isAbsolute(record.clusterDir),
    exited: postgres.exited,
    stop: () => postgres.stop(),
  };
}

/** initdb beside the final place, then rename: a kill half way leaves nothing that looks like a database. */
function initialise({ nativeDir, clusterDir, record, runAs, localeArgs: locale }: {
  readonly nativeDir: string; readonly clusterDir: string; readonly record: ClusterRecord; readonly runAs: RunAs; readonly localeArgs: readonly string[];
}): void {
  const half = `${clusterDir}.new`;
  rmSync(half, { recursive: true, force: true });
  // Left by a kill between the rename and the record; nobody has written to it yet.
  rmSync(clusterDir, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const passwordFile = `${half}.pw`;
  writeFileSync(passwordFile, record.adminPassword, { mode: 0o600 });
  if (runAs !== undefined) {
    chownSync(half, runAs.uid, runAs.gid);
    chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  try {
    const result = spawnSync(program(nativeDir, 'initdb'), [
      '-D', half, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions', ...locale,
    ], { ...runAs, cwd: path.parse(half).root, env: cleanEnvironment(), encoding: 'utf8', windowsHide: true });
    if (result.status !== 0) throw new Error(`initdb: ${result.error?.message ?? lastLine(result.stderr)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, clusterDir);
}

/** PostgreSQL's own C.UTF-8 sorts and folds case the same on every system, whatever locales it has installed; since version 17. */
function localeArgs(version: string): readonly string[] {
  return Number.parseInt(version, 10) >= 17 ? ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--no-locale'];
}

function versionProblem(clusterDir: string, packageVersion: string): ClusterProblem | undefined {
  const ofCluster = readMajor(clusterDir);
  const ofBinaries = packageVersion.split('.', 1)[0];
  if (ofCluster === ofBinaries) return undefined;
  return problem(`The database in ${clusterDir} was made by PostgreSQL ${ofCluster} and this is ${ofBinaries}; choose another --data-dir.`);
}

function readMajor(clusterDir: string): string {
  const file = path.join(clusterDir, 'PG_VERSION');
  if (!existsSync(file)) throw new DamagedCluster(file);
  return readFileSync(file, 'utf8').trim();
}

const adminUrl = (record: ClusterRecord, port: number): string =>
  `postgres://postgres:${record.adminPassword}@127.0.0.1:${port}/postgres`;

const problem = (sentence: string): ClusterProblem => ({ kind: 'problem', sentence });

const lastLine = (text: string | null): string => text?.trim().split('\n').at(-1) ?? 'no output';

function sentenceFor(error: NodeJS.ErrnoException, dataDir: string): string {
  if (error instanceof DamagedCluster) return error.message;
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') return `The folder ${realpathSync(dataDir)} cannot be written.`;
  if (error.code === 'ENOSPC') return `The disk of ${dataDir} is full.`;
  return `PostgreSQL cannot be used: ${error.message.split('\n', 1)[0]}.`;
}
