import { Dexie } from 'dexie';

/** Reference A: the same rows as one gzip NDJSON stream into plain Dexie, one row a value, no sync, no encryption [ms]. */
export async function plainDexie(address: string): Promise<{ readonly ms: number; readonly rows: number }> {
  await Dexie.delete('bench-plain');
  const database = new Dexie('bench-plain');
  database.version(1).stores({ rows: 'recordId, dossierId, kind' });
  const begun = performance.now();
  const response = await fetch(address);
  if (response.body === null) throw new Error('no body');
  const text = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
  const rows = text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as object);
  await database.table('rows').bulkPut(rows);
  const ms = performance.now() - begun;
  database.close();
  return { ms, rows: rows.length };
}

/** The same rows, written plainly, read back as one list: what opening a list costs without us [ms]. */
export async function plainList(count: number): Promise<number> {
  await Dexie.delete('bench-list');
  const database = new Dexie('bench-list');
  database.version(1).stores({ rows: 'id' });
  const rows = Array.from({ length: count }, (_, index) => ({ id: `dossier-${index}`, name: `Achternaam${index}, Voornaam`, municipality: 'GM0268', group: 3, employer: 'Een werkgever met een naam', last: '2026-11-02', next: '2026-12-01', risk: 'goed', value: 64 }));
  await database.table('rows').bulkPut(rows);
  const begun = performance.now();
  await database.table('rows').toArray();
  const ms = performance.now() - begun;
  database.close();
  return ms;
}
