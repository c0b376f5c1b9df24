import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newClusterRecord, readClusterRecord, writeClusterRecord } from '#server/db/embedded-postgres/cluster-record.ts';
import { openCluster } from '#server/db/embedded-postgres/open-cluster.ts';

describe('what a data folder remembers of its database', () => {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'veldwerk-record-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is nothing in a new folder, and afterwards what was written', async () => {
    expect(await readClusterRecord(dataDir)).toBeUndefined();
    const record = newClusterRecord('postgres');
    await writeClusterRecord(dataDir, record);
    expect(await readClusterRecord(dataDir)).toEqual(record);
  });

  it('is never guessed when the file is damaged: the person reads which, and what can be done', async () => {
    await writeFile(path.join(dataDir, 'postgres.json'), '{');
    expect(await openCluster({ dataDir, durable: false })).toEqual({
      kind: 'problem',
      sentence: `The database is damaged: ${path.join(dataDir, 'postgres.json')} cannot be read; put it back from a copy, or begin anew with another --data-dir.`,
    });
  });
});
