import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareDataDir, takeDataDir } from '../../build/scripts/lib/data-dir.mjs';

describe('a data folder', () => {
  let place;
  beforeEach(() => {
    place = realpathSync(mkdtempSync(path.join(tmpdir(), 'veldwerk-data-dir-')));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it('is made where it is asked for', () => {
    const wanted = path.join(place, 'a folder', 'with spaces');
    expect(prepareDataDir(wanted)).toBe(wanted);
  });

  it('that cannot be is one sentence with the reason', () => {
    writeFileSync(path.join(place, 'file'), '');
    expect(() => prepareDataDir(path.join(place, 'file'))).toThrow(/^The data folder .* cannot be written \(it is a file\); choose another with --data-dir\.$/);
    expect(() => prepareDataDir(path.join(place, 'file', 'below'))).toThrow(/cannot be written \(a part of the path is a file\)/);
    // /proc refuses even root.
    if (existsSync('/proc/self')) expect(() => prepareDataDir('/proc/veldwerk')).toThrow(/cannot be written \(it cannot be made there\)/);
  });

  it('belongs to one at a time, and says where the other one is', async () => {
    const first = await takeDataDir(place);
    first.update({ url: 'http://localhost:4170', databaseUrl: 'postgres://x' });
    expect(await takeDataDir(place)).toEqual({ kind: 'in-use', url: 'http://localhost:4170', databaseUrl: 'postgres://x' });
    first.release();
    const second = await takeDataDir(place);
    expect(second.kind).toBe('held');
    second.release();
  });

  it('is free again after its holder was killed, even when the port of the holder is now another program\'s', async () => {
    const stranger = await takeDataDir(mkdtempSync(path.join(place, 'other-')));
    // Alive process, answering port, wrong token: a record left by a kill -9 long ago.
    writeFileSync(path.join(place, 'running.json'), JSON.stringify({ pid: process.pid, controlPort: 9, token: 'gone' }));
    const held = await takeDataDir(place);
    expect(held.kind).toBe('held');
    held.release();
    stranger.release();
  });

  it('is free again after its record was cut off by a full disk', async () => {
    writeFileSync(path.join(place, 'running.json'), '{"pid": 12');
    const held = await takeDataDir(place);
    expect(held.kind).toBe('held');
    held.release();
  });

  it('goes to exactly one of many that start at once over a dead one\'s record', async () => {
    writeFileSync(path.join(place, 'running.json'), JSON.stringify({ pid: 1, controlPort: 9, token: 'gone' }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeDataDir(place)));
    const held = answers.filter(({ kind }) => kind === 'held');
    expect(held).toHaveLength(1);
    held[0].release();
  });
});
