import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { descendantsOf } from '../process-tree.ts';

/** One time that a process made the system write to the disk itself, not to its memory of it. */
export interface Flush {
  /** [s since 1970] */
  readonly at: number;
  readonly call: string;
  readonly file: string;
}

/** @returns null when flushes can be counted here, or why not */
export function whyNoFlushes(): string | null {
  if (process.platform !== 'linux') return 'flushes are counted with strace, which is for Linux';
  if (hasStrace()) return null;
  if (process.getuid?.() !== 0) return 'strace is not installed, and only root may install it';
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', 'strace'], { stdio: 'ignore', timeout: 120_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    return 'strace is not installed and could not be';
  }
  return hasStrace() ? null : 'strace is not installed';
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Watches a browser with all its processes, those that come later too: which of them flushes for a database differs.
 * @param pid its main process
 * @returns how to end it and hear what was flushed
 */
export async function watchFlushes(pid: number): Promise<() => Promise<readonly Flush[]>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'veldwerk-flushes-'));
  const log = path.join(dir, 'strace.log');
  const pids = [pid, ...descendantsOf(pid)];
  const child = spawn('strace', ['-f', '-ttt', '-y', '-e', 'trace=fdatasync,fsync,sync_file_range,msync', '-o', log, ...pids.flatMap((each) => ['-p', String(each)])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`strace ended: ${said}`)));
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      if (pids.every((each) => said.includes(`Process ${each} attached`))) resolve();
    });
  });
  return async () => {
    child.kill('SIGINT');
    await ended;
    const lines = (await readFile(log, 'utf8')).split('\n');
    await rm(dir, { recursive: true, force: true });
    return lines.flatMap((line) => {
      const [, at, call, file] = /^\d+ +(\d+\.\d+) (fdatasync|fsync|sync_file_range|msync)\((?:\d+<([^>]*)>)?/.exec(line) ?? [];
      return at === undefined || call === undefined ? [] : [{ at: Number(at), call, file: file ?? '' }];
    });
  };
}
