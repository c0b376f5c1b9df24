import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1'], 'must be 1 or 0').default('0').transform((value) => value === '1');

const environmentSchema = z
  .object({
    PORT: z.string().regex(/^\d{1,5}$/, 'must be a port number').transform(Number).refine((port) => port <= 65_535, 'must be a port number').default(4170),
    HOST: z.string().min(1, 'must be an address to listen on').default('127.0.0.1'),
    DATABASE_URL: z.string('must be set to the address of PostgreSQL, such as postgresql://user@host:5432/name').regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
    VELDWERK_DEMO: flag,
    VELDWERK_DEMO_IN_PRODUCTION: flag,
    VELDWERK_DATA_DIR: z.string().min(1).default('.veldwerk-data'),
    VELDWERK_STATIC_DIR: z.string().min(1).optional(),
    VELDWERK_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be the address under which people reach this server, such as https://veldwerk.example' }).optional(),
    VELDWERK_ORIGINS: z.string().default('').transform((list) => list.split(',').map((origin) => origin.trim()).filter((origin) => origin !== '')),
    VELDWERK_SESSION_HOURS: z.string().regex(/^\d{1,4}$/, 'must be a number of hours').transform(Number).refine((hours) => hours >= 1, 'must be at least 1').default(12),
    VELDWERK_LOG: z.enum(['all', 'errors', 'none'], 'must be all, errors or none').default('all'),
    VELDWERK_CHILD: flag,
    NODE_ENV: z.string().optional(),
  })
  .refine((env) => env.NODE_ENV !== 'production' || !env.VELDWERK_DEMO || env.VELDWERK_DEMO_IN_PRODUCTION, {
    path: ['VELDWERK_DEMO'],
    message: 'lets everyone sign in as anyone, which is refused when NODE_ENV is production (VELDWERK_DEMO_IN_PRODUCTION=1 says that this is meant)',
  });

export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Anyone may sign in as a demo user. */
  readonly demo: boolean;
  readonly staticDir: string | null;
  /** Where the contents of attachments lie. To be kept in the same backup as the database. */
  readonly dataDir: string;
  /** People reach us over TLS: cookies are for TLS alone. */
  readonly secure: boolean;
  /** Origins besides our own that may send changes: the shell's. */
  readonly origins: readonly string[];
  readonly sessionHours: number;
  readonly log: 'all' | 'errors' | 'none';
  /** Started by another program of ours: ends with it. */
  readonly child: boolean;
}

export type ConfigOutcome = { readonly ok: true; readonly config: ServerConfig } | { readonly ok: false; readonly sentences: readonly string[] };

/** Everything that is wrong with the environment, at once; values are not repeated, they may hold a password. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  // An empty variable is one that was not set.
  const parsed = environmentSchema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')));
  if (!parsed.success) return { ok: false, sentences: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) };
  const env = parsed.data;
  const publicUrl = env.VELDWERK_PUBLIC_URL === undefined ? null : new URL(env.VELDWERK_PUBLIC_URL);
  return {
    ok: true,
    config: {
      port: env.PORT,
      host: env.HOST,
      databaseUrl: env.DATABASE_URL,
      demo: env.VELDWERK_DEMO,
      staticDir: env.VELDWERK_STATIC_DIR ?? null,
      dataDir: path.resolve(env.VELDWERK_DATA_DIR),
      secure: publicUrl?.protocol === 'https:',
      origins: publicUrl === null ? env.VELDWERK_ORIGINS : [publicUrl.origin, ...env.VELDWERK_ORIGINS],
      sessionHours: env.VELDWERK_SESSION_HOURS,
      log: env.VELDWERK_LOG,
      child: env.VELDWERK_CHILD,
    },
  };
}
