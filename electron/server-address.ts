/** Where the regional server is. `origin` is scheme, host and port; nothing else of an address is ever used. */
export type ServerAddress =
  | { readonly kind: 'known'; readonly origin: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused' };

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** TLS everywhere, plain http to this very machine only; a bare origin without user, path or query. */
export const parseServerAddress = (text: string): ServerAddress => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return { kind: 'refused' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return { kind: 'refused' };
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  return secure ? { kind: 'known', origin: url.origin } : { kind: 'refused' };
};

const argumentPrefix = '--server-url=';

export type ServerAddressSources = {
  /** An installed app listens to policy alone: who may start a program must not be able to send its data elsewhere. */
  readonly isPackaged: boolean;
  readonly policyServerUrl: string | null;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Policy wins; in development the argument comes before the environment. Never a default, never a second guess. */
export const findServerAddress = (sources: ServerAddressSources): ServerAddress => {
  if (sources.policyServerUrl !== null) return parseServerAddress(sources.policyServerUrl);
  if (sources.isPackaged) return { kind: 'missing' };
  const argument = sources.argv.find((word) => word.startsWith(argumentPrefix))?.slice(argumentPrefix.length);
  const text = argument ?? sources.env['VELDWERK_SERVER_URL'];
  return text === undefined || text === '' ? { kind: 'missing' } : parseServerAddress(text);
};
