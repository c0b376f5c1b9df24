import { challengeHeader, objectionHeader, objectionText } from '#shared/sync/device-proof.ts';
import { userHeader } from '#shared/sync/session-protocol.ts';
import type { Dice } from './dice.ts';
import type { Process, Schedule } from './schedule.ts';
import type { Answer, Request, SimServer } from './sim-server.ts';

/** One laptop's line to the server, as bad as it is now. Chances per request. */
export interface Line {
  cutUp: boolean;
  cutDown: boolean;
  portal: 'none' | 'html' | 'redirect' | 'json' | 'ndjson';
  lose: number;
  double: number;
  truncate: number;
  /** An answer begins, and then nothing more comes. */
  stall: number;
  garble: number;
  /** A proxy answers again what it answered before. */
  replay: number;
  fault: number;
  busy: number;
  slowestMs: number;
}

export const goodLine = (): Line => ({ cutUp: false, cutDown: false, portal: 'none', lose: 0, double: 0, truncate: 0, stall: 0, garble: 0, replay: 0, fault: 0, busy: 0, slowestMs: 200 });

interface NetworkParts {
  readonly schedule: Schedule;
  readonly dice: Dice;
  readonly server: SimServer;
  readonly happened: (what: string) => void;
  readonly note: (who: string, what: string) => void;
}

/** What a laptop needs to be on the network. */
export interface Socketed {
  readonly line: Line;
  /** Goes up whenever the machine sleeps: a socket of before is dead. */
  readonly sockets: number;
  readonly session: string | null;
  readonly seenByProxy: Map<string, Answer>;
  hadReplay: boolean;
}

/** How an answer ends: whole, by breaking off, by ending too early without a word, or never. */
type End = { readonly kind: 'whole' } | { readonly kind: 'breaks' | 'ends' | 'stalls'; readonly at: number };
const whole: End = { kind: 'whole' };

interface Back {
  deliver(answer: Answer, delayMs: number, end: End): void;
  fail(delayMs: number): void;
}

/** The network between laptops and the server: it loses, doubles, delays, reorders, cuts, truncates and lies. */
export class Network {
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** How often something came of a time limit. */
  #interrupted = 0;

  /** The browser's `AbortSignal.timeout`, in virtual time. */
  timeLimitOf(process: Process): (ms: number) => AbortSignal {
    return (ms) => {
      const listeners: (() => void)[] = [];
      const signal = { aborted: false, addEventListener: (_: string, heard: () => void) => void listeners.push(heard) };
      this.#parts.schedule.after(ms, () => {
        const before = this.#interrupted;
        signal.aborted = true;
        for (const heard of listeners) heard();
        return this.#interrupted > before;
      }, process);
      return signal as unknown as AbortSignal;
    };
  }

  /** The browser's `fetch`, as far as the product uses it. */
  fetchOf(laptop: Socketed, process: Process): typeof fetch {
    return ((path: string, init: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string; readonly signal: AbortSignal }) =>
      new Promise<unknown>((resolve, reject) => {
        const { schedule } = this.#parts;
        const sockets = laptop.sockets;
        let over = false;
        const once = (act: () => void) => () => {
          if (over) return;
          over = true;
          act();
        };
        init.signal.addEventListener('abort', once(() => {
          this.#interrupted += 1;
          reject(new Error('no answer in time'));
        }));
        const fail = (delayMs: number) => schedule.after(delayMs, once(() => reject(new Error('no connection'))), process);
        const deliver = (answer: Answer, delayMs: number, end: End) =>
          schedule.after(delayMs, () => laptop.sockets === sockets && once(() => resolve(this.#responseOf(answer, end)))(), process);
        this.#parts.note(process.name, `asks ${path}`);
        const request: Request = { method: init.method, path, headers: init.headers, body: init.body ?? null, session: laptop.session };
        this.#send(laptop, request, { deliver, fail });
      })) as unknown as typeof fetch;
  }

  /** What the product reads of a Response: it comes in pieces, and may end, break off or stop in between. */
  #responseOf({ status, type, body, retryAfter, challenge, objection }: Answer, end: End): unknown {
    const headers: Readonly<Record<string, string | undefined>> = {
      'content-type': type, 'retry-after': retryAfter?.toString(), [challengeHeader]: challenge, [objectionHeader]: objection === undefined ? undefined : objectionText(objection),
    };
    const bytes = encoder.encode(body);
    const at = end.kind === 'whole' ? bytes.length : Math.min(end.at, bytes.length);
    const cut = bytes.length >> 1;
    const pieces = cut === 0 || at <= cut ? [bytes.subarray(0, at)] : [bytes.subarray(0, cut), bytes.subarray(cut, at)];
    let cancelled: (() => void) | null = null;
    const reader = {
      read: () => {
        const value = pieces.shift();
        if (value !== undefined && value.length > 0) return Promise.resolve({ done: false, value });
        switch (end.kind) {
          case 'breaks':
            return Promise.reject(new TypeError('the connection broke'));
          case 'stalls':
            return new Promise((resolve) => (cancelled = () => resolve({ done: true })));
          case 'whole':
          case 'ends':
            return Promise.resolve({ done: true });
        }
      },
      cancel: () => {
        this.#interrupted += 1;
        cancelled?.();
        return Promise.resolve();
      },
    };
    return {
      ok: status >= 200 && status < 300,
      status,
      headers: { get: (name: string) => headers[name] ?? null },
      body: { getReader: () => reader },
    };
  }

  #send(laptop: Socketed, request: Request, back: Back): void {
    const { dice, schedule, happened } = this.#parts;
    const { line } = laptop;
    const delayMs = () => dice.between(1, line.slowestMs);
    if (line.cutUp && line.cutDown) return back.fail(delayMs());
    if (line.portal !== 'none') {
      happened('portal-answer');
      return line.portal === 'redirect' ? back.fail(delayMs()) : back.deliver(portalAnswers[line.portal], delayMs(), whole);
    }
    const known = laptop.seenByProxy.get(keyOf(request));
    if (known !== undefined && dice.chance(line.replay)) {
      happened('replayed-answer');
      laptop.hadReplay = true;
      return back.deliver(known, delayMs(), whole);
    }
    if (line.cutUp || dice.chance(line.lose)) return happened('request-lost');
    const arrive = () => void this.#arrive(laptop, request, back);
    schedule.after(delayMs(), arrive);
    if (dice.chance(line.double)) {
      happened('request-doubled');
      schedule.after(delayMs() + (dice.chance(0.5) ? 0 : dice.between(1, 5_000)), arrive);
    }
  }

  async #arrive(laptop: Socketed, request: Request, back: Back): Promise<void> {
    const { dice, server, happened } = this.#parts;
    const { line } = laptop;
    if (!server.up) return dice.chance(0.5) ? back.fail(1) : back.deliver(proxyFault(dice.pick([502, 503, 504])), 1, whole);
    if (dice.chance(line.fault)) {
      happened('server-error-answer');
      return back.deliver(proxyFault(500), 1, whole);
    }
    if (dice.chance(line.busy)) {
      happened('busy-answer');
      return back.deliver({ ...proxyFault(dice.pick([429, 503])), retryAfter: dice.between(1, 20) }, 1, whole);
    }
    const answer = await server.handle(request);
    if (answer === null || line.cutDown || dice.chance(line.lose)) return happened('answer-lost');
    if (answer.status === 200 && request.method === 'GET') laptop.seenByProxy.set(keyOf(request), answer);
    const delayMs = dice.between(1, line.slowestMs);
    if (dice.chance(line.truncate)) {
      happened('answer-truncated');
      return back.deliver(answer, delayMs, { kind: dice.pick(['breaks', 'ends']), at: dice.below(answer.body.length) });
    }
    if (dice.chance(line.stall)) {
      happened('answer-stalled');
      return back.deliver(answer, delayMs, { kind: 'stalls', at: dice.below(answer.body.length) });
    }
    if (dice.chance(line.garble)) {
      happened('answer-garbled');
      return back.deliver({ ...answer, body: dice.pick(['', '<html>', '{}', '[]', 'null', answer.body.slice(1), `${answer.body.slice(0, -9)}`]) }, delayMs, whole);
    }
    back.deliver(answer, delayMs, whole);
  }
}

const encoder = new TextEncoder();

const keyOf = ({ method, path, headers }: Request) => `${method} ${path} ${headers[userHeader]}`;

const proxyFault = (status: number): Answer => ({ status, type: 'text/html', body: '<h1>proxy</h1>' });

const portalAnswers = {
  html: { status: 200, type: 'text/html', body: '<!doctype html><title>Gratis wifi</title>' },
  json: { status: 200, type: 'application/json', body: '{"login":"https://wifi.example/"}' },
  ndjson: { status: 200, type: 'application/x-ndjson', body: '{"line":"head"}\n{"line":"tail"}\n' },
} as const;
