import type { DeviceId } from '#shared/domain/ids.ts';
import type { ServerSnapshot } from './server-store.ts';

/** Records in one page [count]: a page is stored by the device in one transaction, and lost as a whole when cut. */
export const pullPageSize = 2_000;

export interface PullRequest {
  /** The epoch of the device's cursor; null when it has none. */
  readonly epoch: number | null;
  readonly after: number;
  readonly deviceId: DeviceId | null;
}

/**
 * One page of what changed, as lines [PULL1]: head, a line per dossier, tail. Rows come as the store wrote them; no
 * row is parsed on its way out.
 * @returns NDJSON, ending in the tail's newline
 */
export async function answerPull(snapshot: ServerSnapshot, request: PullRequest, nowMs: number, pageSize = pullPageSize): Promise<string> {
  const region = await snapshot.region();
  // [PULL7] A cursor of another epoch, or of a future that a restored server does not know, starts again.
  const after = request.epoch === region.epoch && request.after <= region.n ? request.after : 0;
  const { rows, complete } = await snapshot.rows(after, pageSize);
  const deliveries = await snapshot.deliveries(request.deviceId, after, pageSize + 1);
  const forgets = await snapshot.forgets(after);

  // [PULL6] The page ends where the first of its parts ends: the cursor passes nothing that is not in it.
  let cursor = region.n;
  const lastRow = rows.at(-1);
  if (!complete && lastRow !== undefined) cursor = lastRow.n;
  const lastDelivery = deliveries[pageSize - 1];
  if (deliveries.length > pageSize && lastDelivery !== undefined) cursor = Math.min(cursor, lastDelivery.n);
  const sent = rows.filter((row) => row.n <= cursor);

  const byDossier = new Map<string, string[]>();
  for (const row of sent) {
    const together = byDossier.get(row.dossierId);
    if (together === undefined) byDossier.set(row.dossierId, [row.text]);
    else together.push(row.text);
  }
  const lines = [JSON.stringify({ line: 'head', epoch: region.epoch, serverTimeMs: nowMs })];
  for (const [dossierId, records] of byDossier) lines.push(`{"line":"dossier","dossierId":${JSON.stringify(dossierId)},"records":[${records.join(',')}]}`);
  const more = cursor < region.n;
  const remaining = more ? await snapshot.countRows(cursor) : 0;
  const outcomes = deliveries.filter((delivery) => delivery.n <= cursor).map((delivery) => delivery.text);
  const forget = forgets.filter((each) => each.n <= cursor).map((each) => each.dossierId);
  // [DIG1] Only a whole pull can be compared with anything.
  const digest = more ? '' : `,"digest":${JSON.stringify(await snapshot.digest())}`;
  lines.push(`{"line":"tail","cursor":${cursor},"more":${more},"remaining":${remaining},"outcomes":[${outcomes.join(',')}],"forget":${JSON.stringify(forget)},"backedUpThrough":${region.backedUpThrough}${digest}}`, '');
  return lines.join('\n');
}
