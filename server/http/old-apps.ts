import type { FastifyInstance } from 'fastify';
import { oldestProtocol } from '#shared/sync/operation.ts';
import { protocolHeader } from '#shared/sync/session-protocol.ts';
import { HttpProblem } from './problem.ts';

/** Sealed work of any age is taken: each operation says what it speaks [VER4], and the answer is only "received". */
const takenFromAnyApp = '/v1/sealed-operations';

/** [VER5] An app so old that it would misunderstand an answer gets none but this, on whatever it asks. */
export function refuseOldApps(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const header = request.headers[protocolHeader];
    if (header === undefined || request.routeOptions.url === takenFromAnyApp) return;
    if (typeof header !== 'string' || !/^\d{1,6}$/.test(header)) throw new HttpProblem('invalid', [{ path: [protocolHeader], code: 'value.invalid' }]);
    if (Number(header) < oldestProtocol) throw new HttpProblem('too-old');
  });
}
