import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Clock } from '#shared/lib/clock.ts';
import { createContentFiles } from './attachments/content-files.ts';
import type { Identity } from './auth/identity.ts';
import { createSessions } from './auth/sessions.ts';
import type { ServerConfig } from './config.ts';
import { refuseCrossSite } from './http/cross-site.ts';
import { answerErrors } from './http/errors.ts';
import { ordinaryBodyBytes, readJsonBodies } from './http/json-body.ts';
import { refuseOldApps } from './http/old-apps.ts';
import { createLog, logRequests, type Log } from './http/log.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { serveStaticFiles } from './http/static-files.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { createLiveHub } from './live/live-hub.ts';
import { realTimers, type Timers } from './live/timers.ts';
import { changesRoutes } from './routes/changes.ts';
import { checkRoutes } from './routes/checks.ts';
import type { RouteContext } from './routes/context.ts';
import { demoRoutes } from './routes/demo.ts';
import { deviceRoutes } from './routes/devices.ts';
import { healthRoutes } from './routes/health.ts';
import { liveRoutes } from './routes/live.ts';
import { operationRoutes } from './routes/operations.ts';
import { sealedOperationRoutes } from './routes/sealed-operations.ts';
import { sessionRoutes } from './routes/session.ts';
import { createPostgresServerStore } from './storage/postgres-server-store.ts';

export interface AppParts {
  readonly pool: pg.Pool;
  readonly config: Pick<ServerConfig, 'demo' | 'secure' | 'origins' | 'sessionHours'>;
  readonly clock: Clock;
  /** Who asks; the sessions of this server when left out. */
  readonly identity?: Identity;
  /** The built renderer; none is served when left out. */
  readonly staticDir?: string | null;
  /** Where the contents of attachments lie; none are taken when left out. */
  readonly dataDir?: string | null;
  readonly log?: Log;
  readonly timers?: Timers;
  readonly limits?: RequestLimits;
}

/** What one may ask in a minute; far above what people do, far below what hurts. */
export interface RequestLimits {
  /** Batches of one person [count]. */
  readonly pushesPerMinute: number;
  /** Sign-ins from one address: a whole office may be behind one [count]. */
  readonly signInsPerMinute: number;
}

const ordinaryLimits: RequestLimits = { pushesPerMinute: 600, signInsPerMinute: 120 };

/** The only place where the server's parts meet. The pool stays its owner's: `close` does not end it. */
export async function buildApp({ pool, config, clock, identity, staticDir = null, dataDir = null, log = createLog('none', () => undefined), timers = realTimers, limits = ordinaryLimits }: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: ordinaryBodyBytes,
    requestTimeout: 120_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    // A stopping server answers what it has, and takes nothing new.
    forceCloseConnections: 'idle',
  });
  logRequests(app, log);
  addSecurityHeaders(app, config);
  refuseCrossSite(app, config);
  refuseOldApps(app);
  readJsonBodies(app);
  await app.register(fastifyCookie);
  if (staticDir !== null) await serveStaticFiles(app, staticDir);
  answerErrors(app, { log, hasPages: staticDir !== null });

  const sessions = createSessions(pool, clock, config);
  const context: RouteContext = { pool, store: createPostgresServerStore(pool), clock, sessions, identity: identity ?? sessions, log, live: createLiveHub(pool, timers) };
  healthRoutes(app, context);
  sessionRoutes(app, context);
  if (config.demo) demoRoutes(app, context, limits.signInsPerMinute);
  deviceRoutes(app, context);
  operationRoutes(app, context, limits.pushesPerMinute);
  sealedOperationRoutes(app, context);
  changesRoutes(app, context);
  checkRoutes(app, context);
  liveRoutes(app, context);
  if (dataDir !== null) attachmentRoutes(app, context, createContentFiles(dataDir));
  return app;
}
