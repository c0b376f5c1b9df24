import type { UserId } from '#shared/domain/ids.ts';

/** What the window says to the worker. The key is a CryptoKey that cannot be exported: it travels, its bytes do not. */
export type ToWorker =
  | { readonly say: 'start'; readonly userId: UserId; readonly dataKey: CryptoKey }
  | { readonly say: 'wake' };
