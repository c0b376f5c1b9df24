import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromiumPath } from '../chromium.ts';
import { descendantsOf } from '../process-tree.ts';

/** A laptop: one Chromium profile on disk that outlives the browser, and everything that left the machine. */
export interface Laptop {
  readonly profileDir: string;
  /** Starts the browser on this profile, or starts it again. Offline: the network is away as well as the server. */
  open(options?: { readonly offline?: boolean; readonly viewport?: { readonly width: number; readonly height: number }; readonly url?: string }): Promise<Page>;
  /** The window that is open now. */
  page(): Page;
  context(): BrowserContext;
  /** Closes the browser as a person does. */
  close(): Promise<void>;
  /** SIGKILL to the browser with all its processes: what a crash or an impatient person does. @returns how many were killed */
  kill(): Promise<number>;
  /** The number of the browser's main process. */
  pid(): number;
  readonly seen: Seen;
  remove(): Promise<void>;
}

/** What was noticed from outside while the laptop was used. */
export interface Seen {
  /** Addresses asked for by pages, workers and the service worker. */
  readonly requests: string[];
  /** Hosts that anything in the browser tried to reach beyond this machine. */
  readonly strangers: string[];
  readonly consoleErrors: string[];
  readonly violations: string[];
}

/** Playwright's own switches keep the browser from its makers' services already; a second --disable-features would undo them. */
const quiet = ['--disable-gpu', '--disable-domain-reliability'];

/** @param url the regional server's address, for the first page */
export async function newLaptop(url: string): Promise<Laptop> {
  const profileDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-laptop-'));
  const seen: Seen = { requests: [], strangers: [], consoleErrors: [], violations: [] };
  const trap = await startTrap(seen.strangers);
  let context: BrowserContext | null = null;
  let page: Page | null = null;

  const mainPid = (): number => {
    // Our own children only, and of those the one with this profile that is not a helper of another.
    const lines = execFileSync('ps', ['-eo', 'pid=,args=', '-ww'], { encoding: 'utf8' }).split('\n');
    const ours = new Set(descendantsOf(process.pid));
    const found = lines.map((line) => /^\s*(\d+) (.*)$/.exec(line)).find((match) => {
      const [, pid, args] = match ?? [];
      return pid !== undefined && args !== undefined && ours.has(Number(pid)) && args.includes(`--user-data-dir=${profileDir}`) && !args.includes('--type=');
    });
    if (found?.[1] === undefined) throw new Error('the browser of this laptop does not run');
    return Number(found[1]);
  };

  return {
    profileDir,
    seen,
    async open({ offline = false, viewport = { width: 1280, height: 800 }, url: address = url } = {}) {
      context = await chromium.launchPersistentContext(profileDir, {
        executablePath: chromiumPath(),
        args: [...quiet, `--proxy-server=http://127.0.0.1:${trap.port}`, '--proxy-bypass-list=localhost;127.0.0.1'],
        locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport, offline, acceptDownloads: true,
      });
      context.setDefaultTimeout(15_000);
      watch(context, seen);
      page = context.pages()[0] ?? (await context.newPage());
      await page.goto(address);
      return page;
    },
    page: () => page ?? fail(),
    context: () => context ?? fail(),
    async close() {
      await context?.close();
      context = null;
      page = null;
    },
    async kill() {
      const main = mainPid();
      const all = [main, ...descendantsOf(main)];
      // Playwright gives the browser a process group of its own.
      process.kill(-main, 'SIGKILL');
      for (const pid of all) killIfThere(pid);
      await context?.close().catch(() => undefined);
      context = null;
      page = null;
      for (let waitedMs = 0; all.some(isThere) && waitedMs < 10_000; waitedMs += 20) await sleep(20);
      return all.length;
    },
    pid: mainPid,
    async remove() {
      await context?.close().catch(() => undefined);
      await trap.stop();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function fail(): never {
  throw new Error('this laptop is closed');
}

function watch(context: BrowserContext, seen: Seen): void {
  context.on('request', (request) => seen.requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const text = message.text();
    (/Content.Security.Policy|Trusted ?Type/i.test(text) ? seen.violations : seen.consoleErrors).push(text);
  });
  context.on('weberror', (error) => seen.consoleErrors.push(String(error.error())));
}

/** A proxy for everything that is not this machine: notes who was wanted and lets nobody through. */
async function startTrap(strangers: string[]): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    strangers.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    strangers.push(request.url ?? '');
    // A browser that is killed does not wait for our refusal.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the trap has no port');
  return {
    port: address.port,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone with its group.
  }
}
