import type { OpenedLink } from '#shared/ipc/contract.ts';
import { errorCode, type Log } from './log.ts';

/** Hosts the help texts point to, exact and without their subdomains. */
const externalHosts: ReadonlySet<string> = new Set([
  'wetten.overheid.nl',
  'www.autoriteitpersoonsgegevens.nl',
  'www.kvk.nl',
  'www.rijksoverheid.nl',
  'www.samenvoordeklant.nl',
  'www.uwv.nl',
]);

/**
 * @returns the address to open as the parser understood it (never the text that came in), or `null` when it is not plain
 * https to a host of the list: no user, no port, no control characters, no backslashes, no trailing dot
 */
export const acceptExternalUrl = (text: string): string | null => {
  // Printable ASCII only: what looks like an allowed host in another alphabet is not one.
  if (!/^https:\/\/(?!\/)[\x21-\x5b\x5d-\x7e]+$/.test(text)) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || url.port !== '') return null;
  return externalHosts.has(url.hostname) ? url.href : null;
};

/** Opens a link in the user's own browser. */
export const openExternalLink = async (text: string, open: (url: string) => Promise<void>, log: Log): Promise<OpenedLink> => {
  const url = acceptExternalUrl(text);
  if (url === null) {
    log('external-link-refused');
    return { kind: 'refused' };
  }
  try {
    await open(url);
    return { kind: 'opened' };
  } catch (error) {
    log('impossible', { where: 'open-external', code: errorCode(error) });
    return { kind: 'failed' };
  }
};
