import type { DeviceId } from '#shared/domain/ids.ts';
import type { PullLane } from '#shared/sync/protocol.ts';
import type { DeliveredRow, RegionState, ServerSnapshot } from './server-store.ts';

/** Records in one page [count]: a page is stored by the device in one transaction, and lost as a whole when cut. */
export const pullPageSize = 2_000;
/** A caseload is a few hundred records. Whatever comes here comes once more in its place, so of a larger one only the beginning [count]. */
const ownPageSize = 1_000;

export interface PullRequest {
  /** The epoch of the device's cursor; null when it has none. */
  readonly epoch: number | null;
  readonly after: number;
  readonly deviceId: DeviceId | null;
  readonly lane?: PullLane;
  /** What is remembered of this person's earlier pages; without it rows are counted anew each time. */
  readonly below?: RowsBelow;
  /** Told where the page ended, and of which state of the region it is. */
  readonly ended?: (end: PageEnd) => void;
  /** Told of a cursor that this server never handed out: it was restored, and nobody began a new epoch. */
  readonly fromTheFuture?: (position: { readonly epoch: number; readonly n: number; readonly after: number }) => void;
}

export interface PageEnd {
  readonly epoch: number;
  /** The region's when the page was made. */
  readonly n: number;
  readonly cursor: number;
  readonly more: boolean;
}

/** The same as one text. */
export async function answerPull(snapshot: ServerSnapshot, request: PullRequest, nowMs: number, pageSize = pullPageSize): Promise<string> {
  return (await piecesOfPull(snapshot, request, nowMs, pageSize)).join('');
}

/**
 * One page of what changed, as lines [PULL1]: head, a line per dossier, tail. Rows come as the store wrote them; no
 * row is parsed on its way out.
 * @returns NDJSON in pieces, ending in the tail's newline
 */
export async function piecesOfPull(snapshot: ServerSnapshot, request: PullRequest, nowMs: number, pageSize = pullPageSize): Promise<readonly string[]> {
  const region = await snapshot.region();
  // [PULL7] A cursor of another epoch, or of a future that a restored server does not know, starts again.
  const isOfThisEpoch = request.epoch === region.epoch;
  const isKnown = isOfThisEpoch && request.after <= region.n;
  if (isOfThisEpoch && !isKnown) request.fromTheFuture?.({ epoch: region.epoch, n: region.n, after: request.after });
  const after = isKnown ? request.after : 0;
  const { rows, tail } = request.lane === 'own' ? await ownPage(snapshot, after) : await nextPage(snapshot, region, { after, deviceId: request.deviceId, pageSize, below: request.below });
  request.ended?.({ epoch: region.epoch, n: region.n, cursor: tail.cursor, more: tail.more });
  return pageOf(region, nowMs, rows, tail);
}

interface Page {
  readonly rows: readonly DeliveredRow[];
  readonly tail: Tail;
}

async function nextPage(snapshot: ServerSnapshot, region: RegionState, { after, deviceId, pageSize, below }: { readonly after: number; readonly deviceId: DeviceId | null; readonly pageSize: number; readonly below: RowsBelow | undefined }): Promise<Page> {
  const whole = async () => ({ cursor: region.n, more: false, remaining: 0, digest: (await snapshot.digest()).text });
  // Everything has an n above what came before it, so a region that has not moved has nothing new for anybody.
  if (after === region.n && after > 0) return { rows: [], tail: { ...(await whole()), outcomes: [], forget: [] } };
  const { rows, complete } = await snapshot.rows(after, pageSize);
  const deliveries = await snapshot.deliveries(deviceId, after, pageSize + 1);
  const forgets = await snapshot.forgets(after);

  // [PULL6] The page ends where the first of its parts ends: the cursor passes nothing that is not in it.
  let cursor = region.n;
  const lastRow = rows.at(-1);
  if (!complete && lastRow !== undefined) cursor = lastRow.n;
  const lastDelivery = deliveries[pageSize - 1];
  if (deliveries.length > pageSize && lastDelivery !== undefined) cursor = Math.min(cursor, lastDelivery.n);
  const sent = rows.filter((row) => row.n <= cursor);
  const tail = {
    // [DIG1] Only a whole pull can be compared with anything.
    ...(cursor < region.n ? { cursor, more: true, remaining: await remainingAfter(snapshot, { after, cursor, sent: sent.length }, below), digest: null } : await whole()),
    outcomes: deliveries.filter((delivery) => delivery.n <= cursor).map((delivery) => delivery.text),
    forget: forgets.filter((each) => each.n <= cursor).map((each) => each.dossierId),
  };
  return { rows: sent, tail };
}

/**
 * How many rows a reader has up to a cursor [count], remembered from the page that ended there. A count costs as much as
 * a page does, and the progress bar asks for one per page; rows that moved meanwhile make it a little too small.
 */
export interface RowsBelow {
  get(cursor: number): number | undefined;
  set(cursor: number, rows: number): void;
}

async function remainingAfter(snapshot: ServerSnapshot, { after, cursor, sent }: { readonly after: number; readonly cursor: number; readonly sent: number }, below: RowsBelow | undefined): Promise<number> {
  const before = after === 0 ? 0 : below?.get(after);
  const { rows: all } = await snapshot.digest();
  const remaining = before === undefined ? await snapshot.countRows(cursor) : Math.max(0, all - before - sent);
  below?.set(cursor, all - remaining);
  return remaining;
}

/** A head start: the cursor stays where it is, and everything in here comes once more in its own place [PULL8]. */
async function ownPage(snapshot: ServerSnapshot, after: number): Promise<Page> {
  const rows = await snapshot.ownRows(ownPageSize);
  // From the start everything remains, and that is counted already.
  const remaining = after === 0 ? (await snapshot.digest()).rows : await snapshot.countRows(after);
  return { rows, tail: { cursor: after, more: true, remaining, outcomes: [], forget: [], digest: null } };
}

interface Tail {
  readonly cursor: number;
  readonly more: boolean;
  readonly remaining: number;
  /** As JSON. */
  readonly outcomes: readonly string[];
  readonly forget: readonly string[];
  readonly digest: string | null;
}

function pageOf({ epoch, backedUpThrough }: RegionState, nowMs: number, rows: readonly DeliveredRow[], tail: Tail): readonly string[] {
  const byDossier = new Map<string, string[]>();
  for (const row of rows) {
    const together = byDossier.get(row.dossierId);
    if (together === undefined) byDossier.set(row.dossierId, [row.text]);
    else together.push(row.text);
  }
  const pieces = [`${JSON.stringify({ line: 'head', epoch, serverTimeMs: nowMs })}\n`];
  for (const [dossierId, records] of byDossier) {
    pieces.push(`{"line":"dossier","dossierId":${JSON.stringify(dossierId)},"records":[`);
    for (const [index, record] of records.entries()) {
      if (index > 0) pieces.push(',');
      pieces.push(record);
    }
    pieces.push(']}\n');
  }
  const digest = tail.digest === null ? '' : `,"digest":${JSON.stringify(tail.digest)}`;
  pieces.push(`{"line":"tail","cursor":${tail.cursor},"more":${tail.more},"remaining":${tail.remaining},"outcomes":[${tail.outcomes.join(',')}],"forget":${JSON.stringify(tail.forget)},"backedUpThrough":${backedUpThrough}${digest}}\n`);
  return pieces;
}
