import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#server/db/embedded-postgres/role-and-database.ts';
import { createDatabase } from '../support/postgres.ts';

describe('the disposable PostgreSQL of the tests', () => {
  let url = '';
  beforeAll(async () => {
    url = await createDatabase();
  }, 60_000);

  it('gives a role that is no superuser, so that row-level security holds for it', async () => {
    const { rows } = await withClient(url, (client) => client.query("SELECT current_user AS name, current_setting('is_superuser') AS super"));
    expect(rows).toEqual([{ name: 'veldwerk', super: 'off' }]);
  });

  it('folds the case of letters with accents on every system', async () => {
    const { rows } = await withClient(url, (client) => client.query("SELECT lower('ÉÏ') AS lower"));
    expect(rows).toEqual([{ lower: 'éï' }]);
  });
});
