import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeJournalFile } from '#electron/journal-file.ts';
import { journalFileCases, type JournalPlace } from '../contract/journal-file.contract.ts';
import { memoryJournalFile } from '../support/memory-journal-file.ts';

const journalFileContract = (fresh: () => Promise<JournalPlace>) =>
  it.each(journalFileCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => each.run(await fresh()));

let folder: string;
let files = 0;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'veldwerk-journal-'))));
afterAll(() => rm(folder, { recursive: true }));
const nextPath = () => join(folder, `journal-${(files += 1)}.log`);

describe('the journal as a file with fsync', () => {
  journalFileContract(async () => {
    const path = nextPath();
    return { file: createNodeJournalFile(path), reopen: () => Promise.resolve(createNodeJournalFile(path)) };
  });

  it('leaves the old text when the new one cannot be put in its place', async () => {
    const file = createNodeJournalFile(nextPath());
    await file.append('oud\n');
    const elsewhere = createNodeJournalFile(join(folder, 'no-such-folder', 'journal.log'));
    await expect(elsewhere.replace('nieuw\n')).rejects.toThrow();
    await expect(elsewhere.append('nieuw\n')).rejects.toThrow();
    expect(await file.read()).toBe('oud\n');
  });

  it('leaves no half file beside it', async () => {
    const file = createNodeJournalFile(nextPath());
    await file.append('oud\n');
    await file.replace('nieuw\n');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the journal in memory, as the simulation uses it', () => {
  journalFileContract(() => {
    const file = memoryJournalFile();
    return Promise.resolve({ file, reopen: () => Promise.resolve(file) });
  });
});
