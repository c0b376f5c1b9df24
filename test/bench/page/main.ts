// First: see there.
import '#renderer/platform/no-generated-code.ts';
import { amsterdamDayOf } from '#shared/lib/calendar.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { openUserDatabase } from '#renderer/data/db/user-database.ts';
import { openCaseload } from '#renderer/data/queries/caseload.ts';
import type { CaseloadState } from '#renderer/data/views.ts';
import { setUp, theDevice } from './device.ts';
import { keepVisits, keptOperations } from './measure-save.ts';
import { bareRequest, endLoop, firstSync, pushAll, startLoop, syncOnce } from './measure-sync.ts';
import { plainDexie, plainList } from './plain-dexie.ts';

/*
 * The page of the bench: the product's own parts, driven from outside, in a real browser against the real server. Each
 * function measures one thing once; medians, ratios and words are the runner's.
 */

/** The caseload from the encrypted summaries to rows that can be drawn [ms]. */
async function openList(): Promise<{ readonly ms: number; readonly rows: number }> {
  const { userId, keys } = theDevice();
  const database = openUserDatabase(userId, 'strict');
  const begun = performance.now();
  const caseload = openCaseload(database, createCipher(keys.dataKey), () => amsterdamDayOf(Date.now()));
  const ready = await new Promise<Extract<CaseloadState, { kind: 'ready' }>>((resolve) => {
    const look = () => {
      const state = caseload.live.current();
      if (state.kind === 'ready') resolve(state);
    };
    caseload.live.subscribe(look);
    look();
  });
  const ms = performance.now() - begun;
  caseload.close();
  database.close();
  return { ms, rows: ready.rows.length };
}

/** @returns how many dossiers lie on this device [count] */
async function storedDossiers(): Promise<number> {
  const database = openUserDatabase(theDevice().userId, 'strict');
  const count = await database.dossiers.count();
  database.close();
  return count;
}

const bench = { setUp, firstSync, startLoop, endLoop, syncOnce, openList, storedDossiers, plainList, plainDexie, bareRequest, keepVisits, keptOperations, pushAll };
export type BenchPage = typeof bench;

Object.assign(globalThis, { bench });
