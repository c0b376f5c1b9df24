/**
 * A value that lives outside React and tells when it changed: the only way a screen reads the device's memory.
 * The shape is the one of React's useSyncExternalStore.
 */
export interface Live<Value> {
  current(): Value;
  /** @returns the function that ends the subscription */
  subscribe(changed: () => void): () => void;
}

/** What a stored query gives before and after it was read. */
export type Loaded<Value> = { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly value: Value } | { readonly kind: 'failed' };
