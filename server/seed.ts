import { parseArgs } from 'node:util';
import { amsterdamDayOf, parseDay, type Day } from '#shared/lib/calendar.ts';
import { databaseAddress, fail, noAddressSentence, say, sentenceForDatabase } from './command-line.ts';
import { migrate } from './db/migrate.ts';
import { createPool } from './db/pool.ts';
import { demoCandidates } from './demo-region/demo-region.ts';
import { seedRegion, type SeedOutcome } from './demo-region/seed-region.ts';

const usage = 'Usage: DATABASE_URL=postgresql://... seed [--candidates 15000] [--today 2026-11-20] [--if-empty]';
/** There are test numbers of nine digits for this many people, and none needs more. */
const mostCandidates = 100_000;

interface Options {
  readonly databaseUrl: string;
  readonly candidates: number;
  readonly today: Day;
  readonly ifEmpty: boolean;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (typeof options === 'string') return fail(options, 2);
  const pool = createPool(options.databaseUrl);
  try {
    await migrate(pool);
    const started = performance.now();
    const isLarge = options.candidates >= 1_000;
    if (isLarge) say(`Making ${options.candidates} candidates...`);
    const outcome = await seedRegion(pool, { ...options, onProgress: (done, total) => (isLarge ? say(`${done} of ${total} records`) : undefined) });
    say(closingSentence(outcome, (performance.now() - started) / 1_000));
  } catch (error) {
    fail(sentenceForDatabase(error), 1);
  } finally {
    await pool.end();
  }
}

/** @returns a sentence when something is not as it should be */
function readOptions(): Options | string {
  const databaseUrl = databaseAddress(process.env);
  if (databaseUrl === null) return `${noAddressSentence} ${usage}`;
  try {
    const { values } = parseArgs({ options: { candidates: { type: 'string' }, today: { type: 'string' }, 'if-empty': { type: 'boolean' } } });
    const { candidates: typed = String(demoCandidates), today: typedDay } = values;
    if (!/^[1-9]\d{0,5}$/.test(typed) || Number(typed) > mostCandidates) return `--candidates must be a whole number from 1 to ${mostCandidates}, not "${typed}".`;
    const parsed = parseDay(typedDay ?? amsterdamDayOf(Date.now()));
    if (!parsed.ok) return `--today must be a day such as 2026-11-20, not "${typedDay}".`;
    // Whoever asks for no size asks for a first region, and never for one among other people's records.
    return { databaseUrl, candidates: Number(typed), today: parsed.value, ifEmpty: values['if-empty'] === true || values.candidates === undefined };
  } catch (error) {
    return `${(error as Error).message.split('. To specify', 1)[0]}. ${usage}`;
  }
}

function closingSentence(outcome: SeedOutcome, seconds: number): string {
  if (outcome.kind === 'left-alone') return `The database has ${outcome.records} records already and was left as it is.`;
  if (outcome.added === 0) return `The region has all of its ${outcome.records} records already; nothing was added.`;
  return `The region is ready: ${outcome.added} records added in ${seconds.toFixed(1)} s, ${outcome.records} in all.`;
}

await main();
