import { z } from 'zod';
import type { ShellQuestion } from './questions.ts';

/** Largest finished export that is taken over in one message [bytes]. A week of the largest region is below 5 MB. */
export const maxSavedFileBytes = 64 * 1024 * 1024;

/** Length of the device secret [bytes]. */
export const deviceSecretBytes = 32;

/**
 * A plain file name of a kind the product exports. No path, no leading dot, no control characters, nothing that another
 * system reads as a device or a path: the name is proposed to the user in a save dialog.
 */
const exportFileName = z
  .string()
  .max(120)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._()-]*\.(?:xlsx|csv|pdf|json)$/u)
  .refine((name) => !name.includes('..') && !/^(?:con|prn|aux|nul|com\d|lpt\d)\./i.test(name));

const appInfo = z.strictObject({
  appVersion: z.string(),
  electronVersion: z.string(),
  chromiumVersion: z.string(),
  system: z.enum(['windows', 'macos', 'linux']),
  /** Scheme and host of the regional server. The page itself never calls it directly, it only shows it. */
  serverOrigin: z.string(),
});

/**
 * `none`: nothing was ever made on this device. `weak-store`: the system would keep the secret under a key that anyone
 * can know, so no personal data may be kept offline. `unavailable`: the system's key store does not answer now.
 * `unreadable`: a secret exists but cannot be opened; it is never replaced, because local data hangs on it.
 */
const deviceSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secret'), secret: z.instanceof(Uint8Array) }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('weak-store') }),
  z.strictObject({ kind: z.literal('unavailable') }),
  z.strictObject({ kind: z.literal('unreadable') }),
]);

const fileToSave = z.strictObject({
  suggestedName: exportFileName,
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= maxSavedFileBytes),
});

/** The page learns the name the user chose, never the folder. */
const savedFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), fileName: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('failed'), reason: z.enum(['no-space', 'no-permission', 'in-use', 'other']) }),
]);

const externalLink = z.strictObject({ url: z.string().max(2_000) });
const openedLink = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('refused') }),
  z.strictObject({ kind: z.literal('failed') }),
]);

/** Everything the page may ask: one line per question. Whatever does not parse is refused by the shell. */
export const shellContract = {
  appInfo: { request: z.undefined(), response: appInfo },
  getDeviceSecret: { request: z.undefined(), response: deviceSecret },
  createDeviceSecret: { request: z.undefined(), response: deviceSecret },
  saveFile: { request: fileToSave, response: savedFile },
  openExternal: { request: externalLink, response: openedLink },
} as const satisfies Record<ShellQuestion, { readonly request: z.ZodType; readonly response: z.ZodType }>;

/** Why the page is asked to lock itself. */
const lockReason = z.enum(['screen-locked', 'suspend', 'user-switched']);
export type LockReason = z.infer<typeof lockReason>;

export type RequestOf<Q extends ShellQuestion> = z.infer<(typeof shellContract)[Q]['request']>;
export type ResponseOf<Q extends ShellQuestion> = z.infer<(typeof shellContract)[Q]['response']>;

export type AppInfo = z.infer<typeof appInfo>;
export type DeviceSecret = z.infer<typeof deviceSecret>;
export type FileToSave = z.infer<typeof fileToSave>;
export type SavedFile = z.infer<typeof savedFile>;
export type OpenedLink = z.infer<typeof openedLink>;

/** What travels back over IPC. The preload turns a refusal into a rejected promise: our own page never causes one. */
export type ShellReply<Q extends ShellQuestion> =
  | { readonly kind: 'answer'; readonly value: ResponseOf<Q> }
  | { readonly kind: 'refused'; readonly reason: 'sender' | 'request' | 'failure' };

type Ask<Q extends ShellQuestion> = undefined extends RequestOf<Q>
  ? () => Promise<ResponseOf<Q>>
  : (request: RequestOf<Q>) => Promise<ResponseOf<Q>>;

/**
 * `window.veldwerkShell`, present in the shell and absent in a plain browser window.
 * A question rejects only when the shell refused it (foreign sender, malformed request) or failed inside.
 */
export type VeldwerkShell = { readonly [Q in ShellQuestion]: Ask<Q> } & {
  /** The system locks the screen, sleeps or changes user: lock now. @returns a function that stops listening */
  readonly onLock: (listener: (reason: LockReason) => void) => () => void;
};
