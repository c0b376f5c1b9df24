import type { PrivateFile } from '#renderer/platform/private-file.ts';

/** Small files outside the database, in memory. */
export function memoryPrivateFiles(): { get(name: string): PrivateFile; clear(): void } {
  const texts = new Map<string, string>();
  return {
    get: (name) => ({
      read: () => Promise.resolve(texts.get(name) ?? null),
      write(text) {
        texts.set(name, text);
        return Promise.resolve(true);
      },
    }),
    clear: () => texts.clear(),
  };
}
