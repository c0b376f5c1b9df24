/** A BSN that passes the elfproef, and the same as people write it. */
export const plantedBsn = '123456782';
export const waysToWriteIt = ['123456782', '123 456 782', '1234.56.782', '123-45-67-82', '1 2 3 4 5 6 7 8 2'] as const;

/** Every text anywhere in a value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** The same value with `change` done to every text of it that a person may have typed. */
export function withEveryText<T>(value: T, isTyped: (key: string, text: string) => boolean, change: (text: string) => string, key = ''): T {
  if (typeof value === 'string') return (isTyped(key, value) ? change(value) : value) as T;
  if (Array.isArray(value)) return (value as readonly unknown[]).map((item) => withEveryText(item, isTyped, change, key)) as T;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withEveryText(item as unknown, isTyped, change, name)])) as T;
  return value;
}
