/**
 * The names of everything the page may ask the shell. They stand apart from the schemas of `contract.ts` because the
 * preload needs only the names: it is loaded into every page and must stay a handful of lines.
 */
export const shellQuestions = ['appInfo', 'getDeviceSecret', 'createDeviceSecret', 'saveFile', 'openExternal'] as const;

export type ShellQuestion = (typeof shellQuestions)[number];

/** The IPC channel of a question. */
export const channelOf = (question: ShellQuestion): string => `veldwerk:${question}`;

/** The one channel in the other direction: the operating system asks for the screen to be locked. */
export const lockChannel = 'veldwerk:lock';

/** The name under which the preload hangs the bridge on `window`. */
export const bridgeName = 'veldwerkShell';
