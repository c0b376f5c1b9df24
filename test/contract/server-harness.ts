import type { DeviceId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import { pullDossierSchema, pullHeadSchema, pullTailSchema, type Outcome, type PullLane, type PullTail, type PushAnswer } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { AuditGap, ChainedLine } from '#server/audit/audit-chain.ts';
import { answerPull } from '#server/sync/answer-pull.ts';
import { receiveOperations } from '#server/sync/receive-operations.ts';
import type { AttachmentContent, ServerStore } from '#server/sync/server-store.ts';
import { verifySignature } from '#server/sync/verify-signature.ts';
import { TestDevice } from './server-builders.ts';

/** One region on one shelf. Each implementation of the store makes a fresh one per test. */
export interface ServerShelf {
  readonly store: ServerStore;
  readonly region: string;
  addUsers(users: readonly Principal[]): Promise<void>;
  addDevice(device: { readonly deviceId: DeviceId; readonly publicKey: Uint8Array; readonly user: Principal; readonly revoked?: boolean }): Promise<void>;
  /** A content that came whole, as the routes for attachments leave it behind. */
  addContent(content: AttachmentContent): Promise<void>;
  setEpoch(epoch: number): Promise<void>;
  /** Makes the shelf itself refuse a row with this record id, as a constraint of a database would. */
  refuseRecord(recordId: string): Promise<void>;
  /** What the audit says of what happened, in its order. */
  auditLines(): Promise<readonly Pick<ChainedLine, 'action' | 'result' | 'userId' | 'dossierId' | 'recordId' | 'detail'>[]>;
  /** Every chain of the audit, computed anew. */
  checkAudit(): Promise<{ readonly lines: number; readonly gaps: readonly AuditGap[] }>;
}

export interface Page {
  readonly text: string;
  readonly epoch: number;
  readonly records: readonly StoredRecord[];
  readonly tail: PullTail;
}

/** A person with a laptop, talking to the server's logic. */
export class Client {
  readonly user: Principal;
  readonly device: TestDevice;
  readonly #shelf: ServerShelf;
  cursor = 0;
  epoch: number | null = null;
  /** How large the batches were that had to be stored step by step [operations]. */
  readonly stepwise: number[] = [];

  constructor(shelf: ServerShelf, user: Principal, device = new TestDevice(user)) {
    this.#shelf = shelf;
    this.user = user;
    this.device = device;
  }

  static async signIn(shelf: ServerShelf, user: Principal): Promise<Client> {
    const client = new Client(shelf, user);
    await shelf.addDevice({ deviceId: client.device.deviceId, publicKey: client.device.publicKey, user });
    return client;
  }

  /** The same laptop after the person's own rights changed. */
  as(user: Principal): Client {
    return new Client(this.#shelf, user, this.device);
  }

  /** The same laptop, speaking to another server. */
  on(shelf: ServerShelf): Client {
    return Object.assign(new Client(shelf, this.user, this.device), { cursor: this.cursor, epoch: this.epoch });
  }

  push(operations: readonly unknown[], nowMs = 1_770_000_000_000, knownEpoch: number | null = null): Promise<readonly PushAnswer[]> {
    return receiveOperations(this.#shelf.store, { principal: this.user, deviceId: null, knownEpoch, nowMs, requestId: null, verify: verifySignature, poison: () => undefined, stepwise: (count) => void this.stepwise.push(count) }, operations);
  }

  /** Reads every line by its schema, which the product leaves out for speed. */
  async page(after: number, epoch: number | null, pageSize?: number, lane?: PullLane): Promise<Page> {
    const text = await this.#shelf.store.read(this.user, (snapshot) => answerPull(snapshot, { epoch, after, deviceId: null, ...(lane === undefined ? {} : { lane }) }, 1_770_000_000_000, pageSize));
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    const head = pullHeadSchema.parse(lines[0]);
    const tail = pullTailSchema.parse(lines.at(-1));
    const records = lines.slice(1, -1).flatMap((line) => pullDossierSchema.parse(line).records) as unknown as readonly StoredRecord[];
    return { text, epoch: head.epoch, records, tail };
  }

  /** What a new device of this person gets: every page from the start. */
  async everything(pageSize?: number): Promise<Page> {
    const records: StoredRecord[] = [];
    let page = await this.page(0, null, pageSize);
    for (records.push(...page.records); page.tail.more; records.push(...page.records)) page = await this.page(page.tail.cursor, page.epoch, pageSize);
    return { ...page, records };
  }

  /** The next page after the own cursor. */
  async pull(pageSize?: number): Promise<Page> {
    const page = await this.page(this.cursor, this.epoch, pageSize);
    this.cursor = page.tail.cursor;
    this.epoch = page.epoch;
    return page;
  }

  /** Pushes and pulls. @returns the outcome of each operation that the pull brought */
  async settle(operations: readonly SignedOperation[]): Promise<readonly Outcome[]> {
    await this.push(operations);
    const { tail } = await this.pull();
    return operations.flatMap(({ opId }) => tail.outcomes.filter((outcome) => outcome.opId === opId));
  }
}
