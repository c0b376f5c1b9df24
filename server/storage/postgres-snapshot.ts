import type pg from 'pg';
import type { DeviceId, DossierId, UserId } from '#shared/domain/ids.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { digestText } from '#shared/sync/digest.ts';
import { readsDossier } from '../sync/read-plan.ts';
import type { DeliveredRow, Dossier, RegionState, ServerSnapshot } from '../sync/server-store.ts';
import { everyDevice } from '../sync/step-state.ts';
import { digestSetsOf } from './digest-sets.ts';
import { pullQuery, type PullQuery } from './pull-query.ts';

/** A page is made in memory before its first byte leaves, so it has an end [bytes, as PostgreSQL stores them]. */
const mostBytesOfPage = 6_000_000;

type RowColumns = readonly [n: number, dossierId: DossierId, recordId: string, kind: string, createdBy: string, found: number, groups: string];

/** What one person may read, of one moment. */
export class PostgresSnapshot implements ServerSnapshot {
  readonly #client: pg.ClientBase;
  readonly #principal: Principal;
  readonly #pull: PullQuery | null;

  constructor(client: pg.ClientBase, principal: Principal) {
    this.#client = client;
    this.#principal = principal;
    this.#pull = pullQuery(principal);
  }

  async region(): Promise<RegionState> {
    const { rows: [row] } = await this.#client.query<{ epoch: number; n: number; backed_up_through: number }>('select epoch, n, backed_up_through from region where id = $1', [this.#principal.region]);
    if (row === undefined) throw new Error(`there is no region ${this.#principal.region}`);
    return { epoch: row.epoch, n: Number(row.n), backedUpThrough: Number(row.backed_up_through) };
  }

  async rows(after: number, limit: number): Promise<{ readonly rows: readonly DeliveredRow[]; readonly complete: boolean }> {
    if (this.#pull === null) return { rows: [], complete: true };
    const { rows } = await this.#client.query<RowColumns[number][]>({ ...this.#pull.rows(this.#principal.region, after, limit + 1, mostBytesOfPage), rowMode: 'array' });
    const found = Number(rows[0]?.[5] ?? 0);
    const page = (rows as unknown as readonly RowColumns[]).slice(0, limit);
    return { rows: page.map(asDelivered), complete: page.length === found };
  }

  async ownRows(limit: number): Promise<readonly DeliveredRow[]> {
    const own = this.#pull?.own ?? null;
    if (own === null) return [];
    const { rows } = await this.#client.query<RowColumns[number][]>({ ...own(this.#principal.region, 0, limit, mostBytesOfPage), rowMode: 'array' });
    return (rows as unknown as readonly RowColumns[]).map(asDelivered);
  }

  async countRows(after: number): Promise<number> {
    if (this.#pull === null) return 0;
    const { rows: [row] } = await this.#client.query<{ rows: number }>(this.#pull.count(this.#principal.region, after));
    return Number(row?.rows ?? 0);
  }

  async digest(): Promise<{ readonly rows: number; readonly text: string }> {
    const sets = digestSetsOf(this.#principal);
    const { rows: [row] } = await this.#client.query<{ rows: number; xor: string }>(
      // As text: 64 bits do not fit into a number.
      `select coalesce(sum(d.rows), 0)::bigint as rows, coalesce(bit_xor(d.xor), 0)::text as xor
       from unnest($2::text[], $3::text[], $4::text[]) as wanted (scope, place, kind)
       join digest d on d.region = $1 and d.scope = wanted.scope and d.place = wanted.place and d.kind = wanted.kind`,
      [this.#principal.region, sets.map((set) => set.scope), sets.map((set) => set.place), sets.map((set) => set.kind)],
    );
    const count = Number(row?.rows ?? 0);
    return { rows: count, text: digestText(count, BigInt(row?.xor ?? 0)) };
  }

  async deliveries(deviceId: DeviceId | null, after: number, limit: number): Promise<readonly { readonly n: number; readonly text: string }[]> {
    const { rows } = await this.#client.query<{ n: number; text: string }>(
      `select n, outcome::text as text from delivery
       where region = $1 and user_id = $2 and n > $3 and ($4::uuid is null or device_id = $4 or device_id = $5) order by n limit $6`,
      [this.#principal.region, this.#principal.userId, after, deviceId, everyDevice, limit],
    );
    return rows.map((row) => ({ n: Number(row.n), text: row.text }));
  }

  async forgets(after: number): Promise<readonly { readonly n: number; readonly dossierId: DossierId }[]> {
    const { rows } = await this.#client.query<{ n: number; dossier_id: DossierId; type: Dossier['type'] | null; municipality: MunicipalityCode | null; team: UserId[] }>(
      `select f.n, f.dossier_id, d.type, d.municipality,
              array(select c.user_id from caseload c where c.region = f.region and c.dossier_id = f.dossier_id) as team
       from forget f left join dossier d on d.region = f.region and d.dossier_id = f.dossier_id
       where f.region = $1 and f.user_id = $2 and f.n > $3 order by f.n`,
      [this.#principal.region, this.#principal.userId, after],
    );
    const gone = rows.filter((row) => row.type === null || !readsDossier(this.#principal, row.type, { municipality: row.municipality, team: row.team }));
    return gone.map((row) => ({ n: Number(row.n), dossierId: row.dossier_id }));
  }
}

/** Ids are checked words where they came in, but a quote in one must never become a field. */
function asDelivered([n, dossierId, recordId, kind, createdBy, , groups]: RowColumns): DeliveredRow {
  const text = `{"dossierId":${JSON.stringify(dossierId)},"recordId":${JSON.stringify(recordId)},"kind":${JSON.stringify(kind)},"createdBy":${JSON.stringify(createdBy)},"n":${n},"groups":${groups}}`;
  return { n: Number(n), dossierId, text };
}
