import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, errorCode, formatLogLine, logFileWriter } from '#electron/log.ts';
import { writeFileWhole } from '#electron/write-file.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'veldwerk-files-'));

describe('writing a file whole', () => {
  it('replaces what was there and leaves nothing beside it', async () => {
    const folder = newFolder();
    const file = join(folder, 'week.xlsx');
    writeFileSync(file, 'old and much longer');
    await writeFileWhole(file, new TextEncoder().encode('new'));
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['week.xlsx']);
  });

  it('keeps what was there when it cannot be replaced, and leaves no half file', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'week.xlsx'));
    await expect(writeFileWhole(join(folder, 'week.xlsx'), new Uint8Array([1]))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['week.xlsx']);
  });

  it.skipIf(process.platform === 'win32')('gives a secret to this user only', async () => {
    const file = join(newFolder(), 'secret');
    await writeFileWhole(file, new Uint8Array([1]), 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('the log of the shell', () => {
  it('has time, event and codes on one line', () => {
    expect(JSON.parse(formatLogLine(0, 'page-gone', { reason: 'crashed', exitCode: 9 }))).toEqual({ at: '1970-01-01T00:00:00.000Z', event: 'page-gone', reason: 'crashed', exitCode: 9 });
  });

  it('leaves out everything that is not a word of a fixed alphabet', () => {
    const line = formatLogLine(0, 'impossible', { a: 'https://regio.example/x?bsn=1', b: '/home/jan de vries', c: 'Jan\nVries', d: 'x'.repeat(61) });
    expect(line).not.toMatch(/jan|vries|regio|bsn|xxx/i);
  });

  it('[T21] takes the code of an error and never its message', () => {
    expect(errorCode(Object.assign(new Error('/home/jan'), { code: 'ENOSPC' }))).toBe('ENOSPC');
    expect(errorCode(new Error('net::ERR_CONNECTION_REFUSED'))).toBe('ERR_CONNECTION_REFUSED');
    expect(errorCode(new Error('/home/jan'))).toBe('unknown');
    expect(errorCode('/home/jan')).toBe('unknown');
  });

  it('appends, and starts a new file when the old one is full', () => {
    const folder = join(newFolder(), 'logs');
    const log = createLog(logFileWriter(folder), () => 0);
    log('started');
    log('started');
    expect(readFileSync(join(folder, 'veldwerk.log'), 'utf8').trim().split('\n')).toHaveLength(2);
    writeFileSync(join(folder, 'veldwerk.log'), 'x'.repeat(1024 * 1024 + 1));
    log('started');
    expect(readdirSync(folder).toSorted()).toEqual(['veldwerk.1.log', 'veldwerk.log']);
  });

  it('survives a disk that refuses', () => {
    const file = join(newFolder(), 'not-a-folder');
    writeFileSync(file, '');
    expect(() => createLog(logFileWriter(file), () => 0)('started')).not.toThrow();
  });
});
