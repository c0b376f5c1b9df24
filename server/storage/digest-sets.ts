import type pg from 'pg';
import type { Principal } from '#shared/domain/roles.ts';
import { readPlan } from '../sync/read-plan.ts';

/** A set of rows that the database keeps a digest of: a kind in the region, in a municipality or in a caseload. */
export interface DigestSet {
  readonly scope: 'region' | 'municipality' | 'user';
  /** The municipality or the user; empty for the region. */
  readonly place: string;
  readonly kind: string;
}

/** The rows that a person may see, as sets that do not overlap. */
export function digestSetsOf({ role, userId, municipalities }: Principal): readonly DigestSet[] {
  return readPlan(role).flatMap(({ reach, digestKind: kind }): readonly DigestSet[] => {
    switch (reach) {
      case 'region':
        return [{ scope: 'region', place: '', kind }];
      case 'municipality':
        return [...new Set(municipalities)].map((place) => ({ scope: 'municipality', place, kind }));
      case 'caseload':
        return [{ scope: 'user', place: userId, kind }];
    }
  });
}

export const nameOfSet = ({ scope, place, kind }: DigestSet): string => `${scope} ${place} ${kind}`;

/** What every set of a region looks like at one moment: enough to tell which ones moved since another moment. */
export interface RegionDigests {
  readonly epoch: number;
  readonly n: number;
  readonly sets: ReadonlyMap<string, string>;
}

export async function readRegionDigests(client: pg.ClientBase, region: string): Promise<RegionDigests> {
  const { rows: [state] } = await client.query<{ epoch: number; n: number }>('select epoch, n from region where id = $1', [region]);
  const { rows } = await client.query<DigestSet & { readonly seal: string }>(`select scope, place, kind, rows || ' ' || xor as seal from digest where region = $1`, [region]);
  return { epoch: state?.epoch ?? 0, n: Number(state?.n ?? 0), sets: new Map(rows.map((row) => [nameOfSet(row), row.seal])) };
}
