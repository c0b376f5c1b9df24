import { z } from 'zod';

/**
 * When a group of fields last changed, in the server's order. `epoch` changes when the server was restored from a
 * backup, so that an `n` handed out twice is never mistaken for the same state.
 */
export interface Version {
  readonly epoch: number;
  readonly n: number;
}

export const versionSchema = z.strictObject({ epoch: z.int().min(1), n: z.int().min(0) });

export function sameVersion(a: Version | null, b: Version | null): boolean {
  if (a === null || b === null) return a === b;
  return a.epoch === b.epoch && a.n === b.n;
}
