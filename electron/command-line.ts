/**
 * Switches of Chromium and Node that open a door: a debugger, another proxy or resolver, broken TLS, foreign code, another
 * key store. An installed app stops when it sees one. Fuses (electron-builder.yml) close the ones that come before us.
 */
const refusedSwitches: readonly string[] = [
  'allow-running-insecure-content',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-logging',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'password-store',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'ssl-key-log-file',
  'unsafely-treat-insecure-origin-as-secure',
  'use-mock-keychain',
  'user-data-dir',
  'utility-cmd-prefix',
];

/** @returns the first switch an installed app must not be started with, or `null` */
export const findRefusedSwitch = (hasSwitch: (name: string) => boolean): string | null =>
  refusedSwitches.find((name) => hasSwitch(name)) ?? null;
