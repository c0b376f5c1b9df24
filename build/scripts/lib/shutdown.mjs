import { spawnSync } from 'node:child_process';

/**
 * What was started, and the way back. Stops run one after another in reverse order: the window before the server, the server before
 * its database. A second Ctrl-C does not break off the first: that would leave processes behind.
 */
export function createShutdown({ say }) {
  const stops = [];
  let running;

  const shutdown = (code) => (running ??= (async () => {
    process.exitCode = code;
    while (stops.length > 0) await stops.pop()().catch(() => undefined);
    process.exit(process.exitCode);
  })());

  const onSignal = (signal) => {
    if (running !== undefined) say('Still stopping; a moment.');
    else if (signal === 'SIGINT') say('\nStopping.');
    void shutdown(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  // The terminal is gone with SIGHUP; writing to it must not end us half way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  followNpm(() => void shutdown(0));

  /** Registers how to stop something that runs now. When the stop has begun already it is stopped at once and never returns. */
  const add = async (stop) => {
    if (running === undefined) {
      stops.push(stop);
      return;
    }
    await stop();
    await new Promise(() => undefined);
  };
  return { shutdown, add, isStopping: () => running !== undefined };
}

/** npm passes Ctrl-C and SIGTERM on, but cannot when it is killed. Between it and us may stand the shell that it starts scripts with. */
function followNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const isShell = /^-?(.*\/)?(sh|ash|dash|bash|zsh|busybox)$/.test(ask(parent, 'comm'));
  const npm = isShell ? ask(parent, 'ppid') : undefined;
  setInterval(() => {
    if (process.ppid !== parent || (npm !== undefined && ask(parent, 'ppid') !== npm)) gone();
  }, 2_000).unref();
}

/** One column of ps for one process. @returns '' when there is none */
function ask(pid, column) {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}
