import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Principal } from '#shared/domain/roles.ts';
import type { PushAnswer, PushResponse } from '#shared/sync/protocol.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { withTransaction } from '../db/transaction.ts';
import { batchBodyBytes } from '../http/json-body.ts';
import { parse } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { postgresLineKeys } from '../sealed/line-keys.ts';
import { openLine, type OpenedLine } from '../sealed/open-line.ts';
import { receiveOperations } from '../sync/receive-operations.ts';
import { verifySignature } from '../sync/verify-signature.ts';
import { pushLog } from './push-log.ts';
import type { RouteContext } from './context.ts';

/** Each costs a key agreement to open, for whoever knocks [count]. */
export const mostSealedLines = 100;

const bodySchema = z.strictObject({ lines: z.array(z.unknown()).min(1).max(mostSealedLines) });

/** Without a session anybody may knock; a laptop with a year of unsent work is done in a minute [lines]. */
const linesPerMinute = 2_000;

/**
 * Lines of a second journal, delivered by a device on which nobody can sign in any more: the keys were wiped, the person
 * has left, the laptop is another's now. What speaks for a line is its device's signature, not who brings it [JRN11].
 */
export function sealedOperationRoutes(app: FastifyInstance, context: RouteContext): void {
  const limit = createRateLimit(context.clock, linesPerMinute);

  app.post('/v1/sealed-operations', { bodyLimit: batchBodyBytes }, async (request): Promise<PushResponse> => {
    const { lines } = parse(bodySchema, request.body);
    const waitSeconds = limit.take(request.ip, lines.length);
    if (waitSeconds > 0) throw new HttpProblem('too-many', [], waitSeconds);
    const keys = postgresLineKeys(context.pool);
    const opened = await Promise.all(lines.map((line) => openLine(keys, line)));
    await noteForged(opened, request.id);

    const answers: (PushAnswer | undefined)[] = opened.map((line, index) => (line.kind === 'refused' ? { index, answer: 'unreadable' } : undefined));
    for (const { principal, indexes } of byPerson(opened)) {
      const operations = indexes.map((index) => (opened[index] as Extract<OpenedLine, { kind: 'opened' }>).operation);
      const given = await receiveOperations(context.store, {
        principal,
        deviceId: null,
        nowMs: context.clock.nowMs(),
        requestId: request.id,
        verify: verifySignature,
        sealed: true,
        ...pushLog(context.log, request.id),
      }, operations);
      for (const [at, index] of indexes.entries()) {
        const answer = given[at];
        answers[index] = answer === undefined || answer.answer === 'unreadable' ? { index, answer: 'unreadable' } : answer;
      }
    }
    return { answers: answers.filter((answer) => answer !== undefined) };
  });

  /** A forged line leaves nothing but this. A device that does not exist has no audit to stand in. */
  async function noteForged(opened: readonly OpenedLine[], requestId: string): Promise<void> {
    const refused = opened.flatMap((line) => (line.kind === 'refused' ? [line] : []));
    if (refused.length === 0) return;
    context.log.error({ event: 'sealed-refused', requestId, lines: refused.length, reasons: [...new Set(refused.map(({ reason }) => reason))].join() });
    const claimed = new Map(refused.flatMap(({ device, reason }) => (device === null ? [] : [[`${device.deviceId} ${reason}`, { device, reason }] as const])));
    if (claimed.size === 0) return;
    await withTransaction(context.pool, 'system', 'write', async (client) => {
      for (const { device, reason } of claimed.values()) {
        await writeAudit(client, { principal: device.principal, action: 'sealed-operation', result: `refused-${reason}`, atMs: context.clock.nowMs(), requestId, deviceId: device.deviceId });
      }
    });
  }
}

/** A batch is nearly always of one person; their operations stay in the order in which they were kept. */
function byPerson(opened: readonly OpenedLine[]): readonly { readonly principal: Principal; readonly indexes: readonly number[] }[] {
  const people = new Map<string, { readonly principal: Principal; readonly indexes: number[] }>();
  for (const [index, line] of opened.entries()) {
    if (line.kind !== 'opened') continue;
    const { region, userId } = line.principal;
    const own = people.get(`${region} ${userId}`) ?? { principal: line.principal, indexes: [] };
    own.indexes.push(index);
    people.set(`${region} ${userId}`, own);
  }
  return [...people.values()];
}
