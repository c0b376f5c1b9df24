import { z } from 'zod';
import type { PrivateFile } from '../../platform/private-file.ts';

/** What runs here now, as far as it decides what can be read on this device. */
export interface RunningVersions {
  /** The schema of a person's database. */
  readonly schema: number;
  /** The browser's engine, its major version; null where it is not Chromium. */
  readonly chromium: number | null;
}

/** `app`: a newer Veldwerk was here. `browser`: a newer browser was. */
export type BelowFloor = 'app' | 'browser';

const floorSchema = z.looseObject({ schema: z.number(), chromium: z.number().nullable() });

/**
 * The highest versions that ever ran on this device, noted outside IndexedDB and looked at before that is opened: older code opens
 * a newer database without a word and writes rows that the new index misses, and an older browser may throw it away [VER10].
 * @returns what is too old, or null: then the floor is where we are now
 */
export async function findBelowFloor(file: PrivateFile, running: RunningVersions): Promise<BelowFloor | null> {
  const floor = readFloor(await file.read());
  if (floor !== null && running.schema < floor.schema) return 'app';
  if (floor !== null && floor.chromium !== null && running.chromium !== null && running.chromium < floor.chromium) return 'browser';
  // Before anything newer is written: a stop in between must leave the floor, never a newer database without one.
  const { schema, chromium } = running;
  if (floor?.schema !== schema || floor.chromium !== chromium) await file.write(JSON.stringify({ ...floor, schema, chromium: chromium ?? floor?.chromium ?? null }));
  return null;
}

function readFloor(text: string | null): z.infer<typeof floorSchema> | null {
  if (text === null) return null;
  try {
    const parsed = floorSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** @returns the major version of Chromium in a user agent's name, e.g. 156 of "… Chrome/156.0.0.0 …" */
export function chromiumVersionOf(userAgent: string): number | null {
  const [, major] = /Chrom(?:e|ium)\/(\d+)\./.exec(userAgent) ?? [];
  return major === undefined ? null : Number(major);
}
