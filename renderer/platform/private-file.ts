/**
 * A small file of this site in the browser's private file system: beside IndexedDB, so that a damaged database does not
 * take it along. Clearing the site's data takes both.
 */
export interface PrivateFile {
  /** @returns null when there is none, or when it cannot be read */
  read(): Promise<string | null>;
  /** Puts the text in its place, whole or not at all. @returns false when it could not be written */
  write(text: string): Promise<boolean>;
}

export function privateFile(name: string): PrivateFile {
  const folder = () => navigator.storage.getDirectory();
  return {
    async read() {
      try {
        return await (await (await (await folder()).getFileHandle(name)).getFile()).text();
      } catch {
        return null;
      }
    },
    async write(text) {
      try {
        // The stream writes beside and puts in place on closing.
        const stream = await (await (await folder()).getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
        return true;
      } catch {
        return false;
      }
    },
  };
}
