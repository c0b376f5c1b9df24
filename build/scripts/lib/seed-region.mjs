import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build-if-stale.mjs';
import { runNode, startPostgres } from './children.mjs';
import { prepareDataDir, takeDataDir } from './data-dir.mjs';
import { ensurePackages } from './packages.mjs';
import { inProject, startedFrom } from './project.mjs';
import { runCommand, Sentence, wrongWords } from './sentence.mjs';
import { createShutdown } from './shutdown.mjs';

const help = `npm run seed -- [options]

  --candidates N  how many candidates; without it a database that holds something is left as it is
  --data-dir DIR  the data folder whose database is filled (default .veldwerk-data in the project)
  --help          this text

DATABASE_URL, when set, is filled instead.`;

const say = (line) => console.log(line);

export const main = () => runCommand(async () => {
  const { dataDir, passedOn, isHelp } = readOptions(process.argv.slice(2));
  if (isHelp) return say(help);
  const { shutdown, add, isStopping } = createShutdown({ say });
  try {
    await ensurePackages({ say, add });
    await buildIfStale(add);
    const databaseUrl = process.env.DATABASE_URL || await openDatabase(dataDir, { add, isStopping });
    const { done, stop } = runNode(inProject('dist', 'server', 'seed.mjs'), passedOn, { env: { DATABASE_URL: databaseUrl } });
    await add(stop);
    const { code, output } = await done;
    if (isStopping()) return;
    if (code !== 0) throw new Sentence(output.trim() || `The seed ended with code ${code}.`);
    say(output.trim());
    await shutdown(0);
  } catch (error) {
    if (isStopping()) return;
    await runCommand(() => Promise.reject(error));
    await shutdown(1);
  }
});

function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: { candidates: { type: 'string' }, 'data-dir': { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    if (values.candidates !== undefined && !/^[1-9]\d*$/.test(values.candidates)) {
      throw new Sentence(`--candidates must be a whole number above 0, not "${values.candidates}".`);
    }
    return {
      isHelp: values.help === true,
      dataDir: path.resolve(startedFrom, values['data-dir'] ?? inProject('.veldwerk-data')),
      passedOn: values.candidates === undefined ? [] : ['--candidates', values.candidates],
    };
  } catch (error) {
    if (error instanceof Sentence) throw error;
    throw new Sentence(`${wrongWords(error)}; npm run seed -- --help shows what there is.`);
  }
}

/** The database of a Veldwerk that runs, or one started for the moment. */
async function openDatabase(wanted, { add, isStopping }) {
  const dataDir = prepareDataDir(wanted);
  const hold = await takeDataDir(dataDir);
  if (hold.kind === 'in-use') {
    if (hold.databaseUrl === undefined) throw new Sentence(`Veldwerk is just starting with ${dataDir}; try again in a moment.`);
    return hold.databaseUrl;
  }
  await add(async () => hold.release());
  const onEnded = () => {
    if (!isStopping()) console.error(`PostgreSQL ended unexpectedly; its log is in ${dataDir}.`);
  };
  return (await startPostgres(dataDir, { add, onEnded })).databaseUrl;
}
