import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * How the way to the server misbehaves. `lost`: the server gets and does everything, no answer comes back. `portal`: a hotel's
 * page instead of every answer, `redirect` and `json` the same in other clothes. `cut`: answers end a line too early, and look
 * whole. `stale`: questions get an answer from before; what is sent does arrive. `newer`: every answer says more than this app
 * knows, as that of a server of tomorrow does.
 */
export type DoorMode = 'open' | 'lost' | 'portal' | 'redirect' | 'json' | 'cut' | 'stale' | 'newer';

/** An address of its own, with the regional server behind it. */
export interface Door {
  readonly url: string;
  /** From now on. Connections that stand open are broken. */
  set(mode: DoorMode): void;
  /** Requests for data since the mode was set [count]. */
  asked(): number;
  /** Waits until an answer was held back, and what the server said in it [status]. */
  readonly swallowed: readonly number[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** @param behind the server's own address */
export async function openDoor(behind: string): Promise<Door> {
  let mode: DoorMode = 'open';
  let asked = 0;
  let remembered: Answer | null = null;
  const swallowed: number[] = [];

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', behind);
    const isData = pathname.startsWith('/v1/');
    if (isData) asked += 1;
    if (!isData || (mode === 'open' && pathname === '/v1/live')) return passOn(request, response, behind);
    if (pathname === '/v1/live') return void response.destroy();
    void answer(request, response, pathname).catch(() => response.destroy());
  });

  const answer = async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    const now = mode;
    switch (now) {
      case 'portal':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Gratis wifi</title><p>Ga akkoord met de voorwaarden.');
      case 'redirect':
        return void response.writeHead(302, { location: '/inloggen' }).end();
      case 'json':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"answers":[],"status":"ok"}');
      case 'open':
      case 'lost':
      case 'cut':
      case 'stale':
      case 'newer': {
        const isPull = pathname === '/v1/changes';
        if (now === 'stale' && isPull && remembered !== null) return give(response, remembered);
        const whole = await fetchWhole(request, behind);
        if (now === 'lost') {
          swallowed.push(whole.status);
          return void response.destroy();
        }
        if (now === 'cut') return give(response, { ...whole, body: withoutTail(whole.body) });
        if (now === 'newer' && whole.status === 200) return give(response, { ...whole, body: asTomorrow(whole.body) });
        if (isPull && whole.status === 200) remembered = whole;
        return give(response, whole);
      }
    }
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the door has no port');
  return {
    url: `http://localhost:${address.port}`,
    set(next) {
      mode = next;
      asked = 0;
      server.closeAllConnections();
    },
    asked: () => asked,
    swallowed,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, behind: string): void {
  const onward = ask(new URL(request.url ?? '/', behind), { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** Uncompressed: what is cut off must be a piece of the text. */
function fetchWhole(request: IncomingMessage, behind: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = ask(new URL(request.url ?? '/', behind), { method: request.method, headers: { ...request.headers, 'accept-encoding': 'identity' } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(pieces) }));
      answer.on('error', reject);
    });
    onward.on('error', reject);
    request.pipe(onward);
  });
}

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...rest } = headers;
  response.writeHead(status, rest).end(body);
}

function withoutTail(body: Buffer): Buffer {
  const lastLine = body.subarray(0, -1).lastIndexOf('\n');
  return body.subarray(0, lastLine > 0 ? lastLine + 1 : Math.floor(body.length / 2));
}

/** The same answer with a field that nobody knows yet in every object of it, the groups of records included. */
function asTomorrow(body: Buffer): Buffer {
  const lines = body.toString('utf8').split('\n');
  return Buffer.from(lines.map((line) => (line.startsWith('{') ? JSON.stringify(withMore(JSON.parse(line))) : line)).join('\n'));
}

function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (value === null || typeof value !== 'object') return value;
  // A record's groups are named by its kind; what is new there is inside of them.
  const members = Object.entries(value).map(([name, member]) => [name, name === 'groups' && !Array.isArray(member) ? eachWithMore(member) : withMore(member)]);
  return { ...Object.fromEntries(members), ofTomorrow: { says: 'nobody knows this yet' } };
}

function eachWithMore(groups: unknown): unknown {
  return Object.fromEntries(Object.entries(groups as Record<string, unknown>).map(([name, group]) => [name, withMore(group)]));
}
