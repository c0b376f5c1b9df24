import type pg from 'pg';
import type { DeviceId, DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';
import { assert } from '#shared/lib/assert.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredGroup, StoredRecord } from '#shared/sync/stored-record.ts';
import { StoreFailure, type AttachmentContent, type Changes, type Dossier, type FormerValue, type KnownConflict, type KnownOperation, type Loaded, type RegionState, type RegisteredDevice, type ServerTransaction, type Wanted } from '../sync/server-store.ts';
import { isAboutTheData } from './postgres-errors.ts';
import { storeChanges } from './postgres-changes.ts';

type Query = <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export class PostgresTransaction implements ServerTransaction {
  readonly #client: pg.ClientBase;
  readonly #region: string;
  #counter: { readonly lockedAt: number; n: number; readonly epoch: number } | null = null;

  constructor(client: pg.ClientBase, region: string) {
    this.#client = client;
    this.#region = region;
  }

  readonly #query: Query = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
    try {
      return (await this.#client.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw isAboutTheData(error) ? error : new StoreFailure('PostgreSQL failed', { cause: error });
    }
  };

  async devices(deviceIds: readonly DeviceId[]): Promise<readonly RegisteredDevice[]> {
    const rows = await this.#query<{ device_id: DeviceId; user_id: UserId; public_key: Uint8Array; revoked: boolean }>(
      'select device_id, user_id, public_key, revoked_at_ms is not null as revoked from device where region = $1 and device_id = any($2::uuid[])',
      [this.#region, deviceIds],
    );
    return rows.map((row) => ({ deviceId: row.device_id, userId: row.user_id, publicKey: row.public_key, revoked: row.revoked }));
  }

  async lockRegion(): Promise<RegionState> {
    // The lock is held until commit: whoever reads n afterwards sees everything up to it [APPLY7, PULL6].
    const [row] = await this.#query<{ epoch: number; n: number; backed_up_through: number }>('select epoch, n, backed_up_through from region where id = $1 for update', [this.#region]);
    if (row === undefined) throw new StoreFailure(`there is no region ${this.#region}`);
    this.#counter = { lockedAt: Number(row.n), n: Number(row.n), epoch: row.epoch };
    return { epoch: row.epoch, n: Number(row.n), backedUpThrough: Number(row.backed_up_through) };
  }

  readonly nextN = (): number => {
    assert(this.#counter !== null, 'a version is only handed out under the lock of the region');
    this.#counter.n += 1;
    return this.#counter.n;
  };

  /** Part of the end of every writing transaction. */
  async saveCounter(): Promise<void> {
    if (this.#counter === null || this.#counter.n === this.#counter.lockedAt) return;
    await this.#query('update region set n = $2 where id = $1', [this.#region, this.#counter.n]);
  }

  /**
   * Ids are looked up one by one, whatever the planner thinks: in a table that nobody analysed yet (a new region, a restored
   * one) it takes all rows of the region for a handful, and walks through every operation there ever was.
   */
  async load(wanted: Wanted): Promise<Loaded> {
    const operations = wanted.opIds.length === 0 ? [] : await this.#query<{ op_id: OpId; user_id: UserId; payload_hash: string; detail: Outcome }>(
      `select o.op_id, o.user_id, o.payload_hash, o.detail from unnest($2::uuid[]) as wanted (op_id)
       cross join lateral (select * from operation where region = $1 and operation.op_id = wanted.op_id limit 1) as o`, [this.#region, wanted.opIds]);
    const conflicts = wanted.conflictIds === undefined || wanted.conflictIds.length === 0 ? [] : await this.#query<{ op_id: OpId; user_id: UserId; dossier_id: DossierId; record_id: RecordId; kind: Kind; payload_hash: string; written: string[]; is_open: boolean }>(
      `select c.op_id, o.user_id, c.dossier_id, c.record_id, o.kind, o.payload_hash, c.written, c.resolved_at_ms is null as is_open
       from conflict c join operation o on o.region = c.region and o.op_id = c.op_id where c.region = $1 and c.op_id = any($2::uuid[])`, [this.#region, wanted.conflictIds]);
    const givenNs = operations.flatMap(({ detail }) => (detail.outcome === 'applied' ? [detail.n] : []));
    const former = wanted.former === undefined || wanted.former.recordIds.length === 0 ? [] : await this.#query<{ record_id: RecordId; group_name: string; value: StoredGroup }>(
      'select record_id, group_name, value from record_history where region = $1 and record_id = any($2) and n = any($3::bigint[])', [this.#region, wanted.former.recordIds, [...wanted.former.ns, ...givenNs]]);
    const formerReach = wanted.sender === undefined || wanted.dossierIds.length === 0 ? [] : await this.#query<{ dossier_id: DossierId }>(
      `select dossier_id from forget where region = $1 and user_id = $2 and dossier_id = any($3)
       union select dossier_id from record where region = $1 and created_by = $2 and dossier_id = any($3)`, [this.#region, wanted.sender, wanted.dossierIds]);
    const dossiers = wanted.dossierIds.length === 0 ? [] : await this.#query<{ dossier_id: DossierId; type: Dossier['type']; main_record_id: RecordId | null; municipality: MunicipalityCode | null; team: UserId[] }>(
      `select d.dossier_id, d.type, d.main_record_id, d.municipality,
              array(select c.user_id from caseload c where c.region = d.region and c.dossier_id = d.dossier_id order by c.user_id) as team
       from dossier d where d.region = $1 and d.dossier_id = any($2)`, [this.#region, wanted.dossierIds]);
    const records = wanted.recordIds.length === 0 ? [] : await this.#query<{ record_id: RecordId; dossier_id: DossierId; kind: Kind; created_by: UserId; n: string; groups: StoredRecord['groups'] }>(
      `select r.record_id, r.dossier_id, r.kind, r.created_by, r.n, r.groups from unnest($2::text[]) as wanted (record_id)
       cross join lateral (select * from record where region = $1 and record.record_id = wanted.record_id limit 1) as r`, [this.#region, wanted.recordIds]);
    const contents = wanted.contentIds.length === 0 ? [] : await this.#query<AttachmentContent>(
      `select attachment_id as "attachmentId", dossier_id as "dossierId", user_id as "userId", media_type as "mediaType", size_bytes as "sizeBytes", sha256, refusal
       from attachment where region = $1 and attachment_id = any($2) and state <> 'incomplete'`, [this.#region, wanted.contentIds]);
    const users = wanted.users ? await this.#query<{ user_id: UserId; display_name: string; role: Role; municipalities: MunicipalityCode[] }>(
      'select user_id, display_name, role, municipalities from app_user where region = $1', [this.#region]) : [];
    return {
      operations: operations.map((row): KnownOperation => ({ opId: row.op_id, userId: row.user_id, payloadHash: row.payload_hash, outcome: row.detail })),
      conflicts: conflicts.map((row): KnownConflict => ({ opId: row.op_id, userId: row.user_id, record: { dossierId: row.dossier_id, recordId: row.record_id, kind: row.kind }, written: row.written, payloadHash: row.payload_hash, isOpen: row.is_open })),
      former: former.map((row): FormerValue => ({ recordId: row.record_id, group: row.group_name, value: row.value })),
      formerReach: formerReach.map((row) => row.dossier_id),
      dossiers: dossiers.map((row): Dossier => ({ dossierId: row.dossier_id, type: row.type, mainRecordId: row.main_record_id, place: { municipality: row.municipality, team: row.team } })),
      records: records.map((row): StoredRecord => ({ recordId: row.record_id, dossierId: row.dossier_id, kind: row.kind, createdBy: row.created_by, n: Number(row.n), groups: row.groups })),
      contents: contents.map((row) => ({ ...row, sizeBytes: Number(row.sizeBytes) })),
      users: users.map((row): Principal => ({ userId: row.user_id, displayName: row.display_name, role: row.role, region: this.#region, municipalities: row.municipalities })),
    };
  }

  async store(changes: Changes): Promise<void> {
    await storeChanges(this.#query, this.#region, changes, this.nextN);
  }

  async savepoint<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.#query('savepoint step');
    try {
      const value = await work();
      await this.#query('release savepoint step');
      return value;
    } catch (error) {
      if (!(error instanceof StoreFailure)) await this.#query('rollback to savepoint step');
      throw error;
    }
  }
}
