import { openCluster, type OpenCluster } from './open-cluster.ts';

/**
 * Entry of dist/server/embedded-postgres.mjs: owns one PostgreSQL for as long as its parent lives. The parent starts it with an IPC
 * channel; a closed channel (asked, or because the parent was killed) means: stop the database and go.
 *
 * We to parent: {kind:'open', ...} or {kind:'problem', sentence} once, {kind:'ended'} when it ends unasked.
 */
const dataDir = process.argv[2];
if (dataDir === undefined || process.send === undefined) {
  process.exitCode = 64;
} else {
  await supervise(dataDir);
}

async function supervise(directory: string): Promise<void> {
  let cluster: OpenCluster | undefined;
  let leaving = false;
  const leave = async (): Promise<void> => {
    // Asked while still opening: open() below sees `leaving` and stops what it opened.
    if (leaving) return;
    leaving = true;
    if (cluster !== undefined) await end(cluster);
  };
  process.on('disconnect', () => void leave());
  process.on('SIGTERM', () => void leave());
  // The terminal sends these to everyone at once; the parent decides about the order.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);

  const opened = await openCluster({ dataDir: directory, durable: true });
  if (opened.kind === 'problem') {
    await tell(opened);
    process.exit(1);
  }
  cluster = opened;
  if (leaving || !process.connected) await end(opened);
  const { databaseUrl, pid, port, clusterDir, placedElsewhere } = opened;
  await tell({ kind: 'open', databaseUrl, pid, port, clusterDir, placedElsewhere });
  await opened.exited;
  if (!leaving) {
    await tell({ kind: 'ended' });
    process.exit(1);
  }
}

async function end(cluster: OpenCluster): Promise<never> {
  await cluster.stop();
  process.exit(0);
}

/** Settles when the message left us: exiting at once would lose it. */
async function tell(message: object): Promise<void> {
  await new Promise<void>((resolve) => {
    // The channel may have closed this very moment; 'disconnect' follows.
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
    else resolve();
  });
}
