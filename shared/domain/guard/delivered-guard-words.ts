import { bundledGuardWords } from './bundled-guard-words.ts';
import { guardWordsId, guardWordsSchema, type GuardWords } from './guard-words.ts';

export interface DeliveredGuardWords {
  readonly current: GuardWords;
  /** Versions that arrived and cannot be used. */
  readonly unusable: readonly number[];
}

/** The newest valid list: the region's own, else that of the release. A broken one is passed over and told. */
export function deliveredGuardWords(documents: readonly { readonly id: string; readonly version: number; readonly content: unknown }[]): DeliveredGuardWords {
  const unusable: number[] = [];
  let current = bundledGuardWords;
  for (const { id, version, content } of documents) {
    if (id !== guardWordsId || version <= bundledGuardWords.version) continue;
    const parsed = guardWordsSchema.safeParse(content);
    if (!parsed.success || parsed.data.version !== version) unusable.push(version);
    else if (version > current.version) current = parsed.data;
  }
  return { current, unusable };
}
