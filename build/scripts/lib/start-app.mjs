import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.mjs';
import { runNode, startPostgres, startServer } from './children.mjs';
import { prepareDataDir, takeDataDir } from './data-dir.mjs';
import { openApp } from './open-app.mjs';
import { ensurePackages } from './packages.mjs';
import { inProject, startedFrom } from './project.mjs';
import { runCommand, Sentence, wrongWords } from './sentence.mjs';
import { createShutdown } from './shutdown.mjs';

const help = `npm start -- [options]

  --port N        address http://localhost:N (default 4170). What is recorded on a device belongs to its address.
  --data-dir DIR  database, browser profile and logs (default .veldwerk-data in the project)
  --no-open       opens no window
  --help          this text

DATABASE_URL, when set, is used instead of the embedded PostgreSQL.`;

const say = (line) => console.log(line);

export const main = () => runCommand(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return say(help);
  const { shutdown, add, isStopping } = createShutdown({ say });
  try {
    await start(options, { add, shutdown, isStopping });
  } catch (error) {
    // A signal in the middle breaks things on purpose; that is no failure to tell.
    if (isStopping()) return;
    await runCommand(() => Promise.reject(error));
    await shutdown(1);
  }
});

async function start(options, { add, shutdown, isStopping }) {
  const url = `http://localhost:${options.port}`;
  // Before anything that takes long.
  const given = givenDatabaseUrl();
  const dataDir = prepareDataDir(options.dataDir);
  const hold = await takeDataDir(dataDir);
  if (hold.kind === 'in-use') {
    throw new Sentence(`Veldwerk already runs with the data folder ${dataDir}${hold.url ? `, at ${hold.url}` : ''}.`);
  }
  await add(async () => hold.release());
  // A killed launcher's server takes a moment to notice and to end.
  await refuseTakenPort(options.port, hold.afterACrash ? 10_000 : 0);
  await ensurePackages({ say, add });
  await buildIfStale(add);

  const onEnded = (what) => () => {
    if (isStopping()) return;
    console.error(`${what} ended unexpectedly; its log is in ${dataDir}.`);
    void shutdown(1);
  };
  const databaseUrl = given ?? await openEmbedded(dataDir, { add, onEnded: onEnded('PostgreSQL') });
  hold.update({ url, databaseUrl });
  await seedOnce(dataDir, databaseUrl, add);
  await startServer({
    env: {
      HOST: '127.0.0.1', PORT: String(options.port), DATABASE_URL: databaseUrl, VELDWERK_DEMO: '1',
      VELDWERK_STATIC_DIR: inProject('dist', 'renderer'), VELDWERK_DATA_DIR: dataDir,
    },
    logFile: path.join(dataDir, 'server.log'), healthUrl: `${url}/health`, timeoutMs: 120_000, add, onEnded: onEnded('The server'),
  });
  const noWindow = options.open ? await openApp({ url, dataDir, say, add, isStopping }) : '';
  const invitation = noWindow === undefined ? 'Veldwerk runs at' : noWindow === '' ? 'Open' : `No window, because ${noWindow}; open`;
  say(`${invitation} ${url} and sign in as ${await demoUsers(url)}; Ctrl-C stops it.`);
}

function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4170' }, 'data-dir': { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new Sentence(`${wrongWords(error)}; npm start -- --help shows what there is.`);
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) throw new Sentence(`--port must be a number from 1 to 65535, not "${values.port}".`);
  return { port, dataDir: path.resolve(startedFrom, values['data-dir'] ?? inProject('.veldwerk-data')), open: !values['no-open'], help: values.help === true };
}

/** Both loopback addresses: a browser that is told "localhost" tries the IPv6 one first, and would find the other program there. */
async function refuseTakenPort(port, patienceMs) {
  for (let waitedMs = 0; ; waitedMs += 200) {
    const codes = await Promise.all(['127.0.0.1', '::1'].map((host) => tryListening(port, host)));
    if (codes.includes('EACCES')) throw new Sentence(`Port ${port} may not be used by an ordinary user; choose one above 1023 with --port.`);
    if (!codes.includes('EADDRINUSE')) return;
    if (waitedMs >= patienceMs) {
      throw new Sentence(`Port ${port} is taken by another program; stop that one, or choose another with --port (what was recorded in a browser stays with the old address).`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @returns the error's code, or undefined when the port is free there */
function tryListening(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

function givenDatabaseUrl() {
  const given = process.env.DATABASE_URL;
  if (!given) return undefined;
  if (!/^postgres(ql)?:\/\//.test(given) || !URL.canParse(given)) {
    throw new Sentence('DATABASE_URL must be the address of a PostgreSQL database, such as postgresql://user@host:5432/name.');
  }
  return given;
}

async function openEmbedded(dataDir, { add, onEnded }) {
  const opened = await startPostgres(dataDir, { add, onEnded });
  if (opened.placedElsewhere) {
    say(`The database lies in ${opened.clusterDir}, because PostgreSQL runs as an unprivileged user and cannot reach ${dataDir}.`);
  }
  return opened.databaseUrl;
}

/** Once per data folder and database. The seed itself does nothing in a database that holds a region already. */
async function seedOnce(dataDir, databaseUrl, add) {
  const mark = path.join(dataDir, 'seeded.json');
  const { host, pathname } = new URL(databaseUrl);
  // The embedded database has another port every time and is one with its folder.
  const database = process.env.DATABASE_URL ? createHash('sha256').update(host + pathname).digest('hex').slice(0, 16) : 'embedded';
  const seeded = seededDatabases(mark);
  if (seeded.includes(database)) return;
  say('Making the demo region, once.');
  const { done, stop } = runNode(inProject('dist', 'server', 'seed.mjs'), ['--if-empty'], { env: { DATABASE_URL: databaseUrl } });
  await add(stop);
  const { code, output } = await done;
  if (code !== 0) throw new Sentence(`The demo region could not be made: ${output.trim().split('\n').at(-1)?.replace(/\.$/, '') || `code ${code}`}.`);
  writeFileSync(mark, JSON.stringify([...seeded, database]));
}

/** Where it cannot be read they count as not seeded: asking the seed once more costs a second. */
function seededDatabases(mark) {
  try {
    return JSON.parse(readFileSync(mark, 'utf8'));
  } catch {
    return [];
  }
}

/** 'Sanne de Wit (jobcoach), ... or Lotte Smits (administrator)', as the server offers them. */
async function demoUsers(url) {
  try {
    const { users } = await (await fetch(`${url}/v1/demo/users`, { signal: AbortSignal.timeout(5_000) })).json();
    const named = users.map(({ displayName, role }) => `${displayName} (${role})`);
    return `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`;
  } catch {
    return 'one of the demo users it offers';
  }
}
