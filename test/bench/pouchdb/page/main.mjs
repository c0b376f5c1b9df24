import PouchDB from 'pouchdb-browser';
import indexedDbAdapter from 'pouchdb-adapter-indexeddb';

PouchDB.plugin(indexedDbAdapter);

/** A first replication of everything, tuned: batches of 1,000 instead of 100, as many under way as PouchDB allows [ms]. */
async function replicate(adapter) {
  const name = `bench-b-${adapter}`;
  await new PouchDB(name, { adapter }).destroy();
  const local = new PouchDB(name, { adapter, revs_limit: 1 });
  const remote = new PouchDB(`${location.origin}/db/rows`);
  await remote.info();
  const begun = performance.now();
  const result = await local.replicate.from(remote, { batch_size: 1_000, batches_limit: 10 });
  const ms = performance.now() - begun;
  const { doc_count: rows } = await local.info();
  await local.close();
  if (!result.ok) throw new Error('PouchDB did not replicate');
  return { ms, rows };
}

globalThis.referenceB = { replicate };
