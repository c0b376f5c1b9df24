import { fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Stage } from './stage.ts';

export interface ReferenceB {
  /** @returns a first replication of everything [ms] */
  once(): Promise<number>;
  end(): void;
}

/** PouchDB's own newer adapter and its default one; the faster of the two in a first try is the reference. */
const adapters = ['indexeddb', 'idb'] as const;

/**
 * Reference B: PouchDB tuned (batches of 1,000) from express-pouchdb over its in-memory adapter, with the same rows. Its
 * packages are no part of the product: they lie in test/bench/pouchdb with a lock file of their own and are installed
 * here, when the bench asks for them.
 * @returns null, with the reason said, when they cannot be had
 */
export async function openReferenceB(stage: Stage, project: string, rowsFile: string, say: (text: string) => void): Promise<ReferenceB | null> {
  const folder = path.join(project, 'test', 'bench', 'pouchdb');
  if (!existsSync(path.join(folder, 'node_modules'))) {
    say('  reference B: installing PouchDB into test/bench/pouchdb (npm ci)');
    if (!(await ran('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder))) {
      say('  reference B: PouchDB could not be installed; the bench goes on without it');
      return null;
    }
  }
  const pageDir = path.join(project, 'dist', 'bench', 'pouchdb');
  const { build } = await import('vite');
  await build({ configFile: false, root: path.join(folder, 'page'), base: '/page/', logLevel: 'error', define: { global: 'globalThis' }, build: { outDir: pageDir, emptyOutDir: true, target: 'es2023', reportCompressedSize: false } });
  delete process.env['NODE_ENV'];
  const child = fork(path.join(folder, 'server.mjs'), [rowsFile, pageDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  // Without the channel nothing keeps this process waiting for it, and it ends with this one.
  const end = (): void => void child.kill('SIGTERM');
  const started = await new Promise<{ readonly port: number; readonly rows: number } | null>((resolve) => {
    child.once('message', (message) => resolve(message as { port: number; rows: number }));
    child.once('close', () => resolve(null));
  });
  if (started === null) {
    say('  reference B: its server did not start; the bench goes on without it');
    return null;
  }
  child.unref();
  child.channel?.unref();
  const page = await stage.page(`http://127.0.0.1:${started.port}/page/`);
  const replicate = async (adapter: string): Promise<number> => {
    const { ms, rows } = await page.evaluate((name) => (globalThis as unknown as { referenceB: { replicate(adapter: string): Promise<{ ms: number; rows: number }> } }).referenceB.replicate(name), adapter);
    if (rows !== started.rows) throw new Error(`reference B has ${rows} of ${started.rows} rows`);
    return ms;
  };
  const tried = [];
  for (const adapter of adapters) tried.push({ adapter, ms: await replicate(adapter) });
  const fastest = tried.reduce((best, each) => (each.ms < best.ms ? each : best));
  say(`  reference B: PouchDB with its adapter ${fastest.adapter} (${tried.map(({ adapter, ms }) => `${adapter} ${Math.round(ms)} ms`).join(', ')}), from express-pouchdb in memory`);
  return {
    once: () => replicate(fastest.adapter),
    end,
  };
}

function ran(command: string, args: readonly string[], cwd: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: 'ignore', shell: process.platform === 'win32' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
