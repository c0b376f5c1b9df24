import { expect, it } from 'vitest';
import type { JournalFile } from '#shared/sync/journal/journal-port.ts';

/** What every place for the second journal must do. Run over memory, a file with fsync, and OPFS in a real Chromium. */
export function journalFileContract(fresh: () => Promise<{ readonly file: JournalFile; readonly reopen: () => Promise<JournalFile> }>): void {
  it('is empty before anything was written', async () => {
    const { file } = await fresh();
    expect(await file.read()).toBe('');
  });

  it('keeps what was appended, in order, also for one who opens it again', async () => {
    const { file, reopen } = await fresh();
    await file.append('een\n');
    await file.append('twee: ë 漢\n');
    expect(await (await reopen()).read()).toBe('een\ntwee: ë 漢\n');
  });

  it('replaces the whole text, shorter or longer, and goes on behind it', async () => {
    const { file, reopen } = await fresh();
    await file.append('a very long first text\n');
    await file.replace('kort\n');
    await file.append('meer\n');
    expect(await (await reopen()).read()).toBe('kort\nmeer\n');
    await file.replace('');
    expect(await file.read()).toBe('');
  });

  it('takes a thousand lines', async () => {
    const { file } = await fresh();
    const line = `${'x'.repeat(900)}\n`;
    for (let index = 0; index < 1_000; index += 1) await file.append(line);
    expect((await file.read()).length).toBe(901_000);
  });
}
