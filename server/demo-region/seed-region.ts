import type pg from 'pg';
import { addDays, type Day } from '#shared/lib/calendar.ts';
import { withTransaction } from '../db/transaction.ts';
import { importRecords, importRegion, importUsers, type SeedRecord } from '../storage/import-records.ts';
import { publishColleagues } from '../storage/publish-colleagues.ts';
import { demoCandidates, demoRegion, demoRegionId, demoRegionName, demoSeed } from './demo-region.ts';
import { dutchMoment } from './dutch-moment.ts';

export interface SeedOptions {
  /** The day on which the region is looked at; its last visits were on the working day before. */
  readonly today: Day;
  /** Number of candidates [count]. Default: the demo's own. */
  readonly candidates?: number;
  readonly seed?: string;
  /** Leave a database alone that has any record, of whatever region. */
  readonly ifEmpty?: boolean;
  /** @param done records written so far, of `total` [count] */
  readonly onProgress?: (done: number, total: number) => void;
}

export type SeedOutcome =
  | { readonly kind: 'left-alone'; readonly records: number }
  /** `added` of the region's `records`; the others were there already, with whatever people changed in them [count]. */
  | { readonly kind: 'seeded'; readonly added: number; readonly records: number };

/** Any number that nothing else of ours locks. */
const advisoryLock = 4_170_002;
/** Small enough for a progress line every second or so. */
const recordsPerStep = 5_000;

/**
 * Fills a migrated database with the demo region, whole or not at all. A region that is there grows: a person's file or an
 * employer that exists is not touched, so nothing that somebody typed is lost.
 */
export async function seedRegion(pool: pg.Pool, options: SeedOptions): Promise<SeedOutcome> {
  const { today, candidates = demoCandidates, seed = demoSeed, ifEmpty = false, onProgress } = options;
  return withTransaction(pool, 'system', 'write', async (client) => {
    // Two that start at once: the second waits here and then finds the region filled.
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
    const records = ifEmpty ? await countRecords(client) : 0;
    if (records > 0) return { kind: 'left-alone', records };

    await importRegion(client, { id: demoRegionId, name: demoRegionName });
    const present = await readPresent(client);
    const region = demoRegion({ seed, today, candidates });
    await importUsers(client, demoRegionId, region.users);
    const missing = region.records.filter((record) => !present.candidates.has(record.dossierId) && !present.records.has(record.recordId));
    let done = 0;
    for (const step of inSteps(missing)) {
      await importRecords(client, demoRegionId, step);
      done += step.length;
      onProgress?.(done, missing.length);
    }
    // The first to pull must not wait for autovacuum: without figures the planner sorts whole regions on disk.
    await client.query('analyze record, dossier, caseload');
    await publishColleagues(client, demoRegionId, dutchMoment(addDays(today, -1), '07:00'));
    return { kind: 'seeded', added: missing.length, records: present.records.size + missing.length };
  });
}

async function countRecords(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: string | number }>('select count(*) as count from record');
  return Number(rows[0]?.count ?? 0);
}

interface Present {
  readonly records: ReadonlySet<string>;
  readonly candidates: ReadonlySet<string>;
}

async function readPresent(client: pg.ClientBase): Promise<Present> {
  const { rows } = await client.query<{ record_id: string; dossier_id: string; dossier_type: string }>('select record_id, dossier_id, dossier_type from record where region = $1', [demoRegionId]);
  return {
    records: new Set(rows.map((row) => row.record_id)),
    candidates: new Set(rows.filter((row) => row.dossier_type === 'candidate').map((row) => row.dossier_id)),
  };
}

/** Cut only where a candidate's file begins, so that a file comes in one call. */
function* inSteps(records: readonly SeedRecord[]): Generator<readonly SeedRecord[]> {
  let step: SeedRecord[] = [];
  for (const record of records) {
    if (step.length >= recordsPerStep && record.kind === 'candidate') {
      yield step;
      step = [];
    }
    step.push(record);
  }
  if (step.length > 0) yield step;
}
