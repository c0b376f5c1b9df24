// Reference B's server: express-pouchdb over PouchDB's in-memory adapter, so that no disk and no native module is in its
// way, with the rows of reference A as documents. Arguments: the rows (gzip NDJSON) and the folder of the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import express from 'express';
import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';

const require = createRequire(import.meta.url);
const expressPouch = require('express-pouchdb');

const [rowsFile, pageDir] = process.argv.slice(2);
const MemoryPouch = PouchDB.plugin(memoryAdapter).defaults({ adapter: 'memory' });
const rows = gunzipSync(readFileSync(rowsFile)).toString('utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
const database = new MemoryPouch('rows');
for (let start = 0; start < rows.length; start += 1_000) {
  await database.bulkDocs(rows.slice(start, start + 1_000).map(({ recordId, ...row }) => ({ _id: recordId, ...row })));
}
const app = express();
app.use('/page', express.static(pageDir));
// Only what replication needs: no users, no log, no admin pages.
app.use('/db', expressPouch(MemoryPouch, { mode: 'minimumForPouchDB', overrideMode: { include: [] } }));
const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port, rows: rows.length }));
process.on('disconnect', () => process.exit(0));
