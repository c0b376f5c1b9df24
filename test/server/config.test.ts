import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';

const enough = { DATABASE_URL: 'postgresql://veldwerk:geheim@localhost:5432/veldwerk' };
const sentences = (environment: Readonly<Record<string, string>>) => {
  const read = readConfig(environment);
  return read.ok ? [] : read.sentences;
};

test('with a database alone there is a server on the usual port, and no demo', () => {
  expect(readConfig(enough)).toMatchObject({ ok: true, config: { port: 4170, host: '127.0.0.1', demo: false, secure: false, staticDir: null, child: false } });
});

test('everything that is wrong is said at once, by the name of its variable and without its value', () => {
  const all = sentences({ PORT: 'vier', DATABASE_URL: 'mysql://root:geheim@x', VELDWERK_DEMO: 'ja', VELDWERK_LOG: 'veel', VELDWERK_SESSION_HOURS: '0', VELDWERK_PUBLIC_URL: 'veldwerk' });
  expect(all.map((sentence) => sentence.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'VELDWERK_DEMO', 'VELDWERK_PUBLIC_URL', 'VELDWERK_SESSION_HOURS', 'VELDWERK_LOG']);
  expect(all.join()).not.toContain('geheim');
});

test('no database, or an empty variable, is named', () => {
  expect(sentences({})).toEqual(['DATABASE_URL must be set to the address of PostgreSQL, such as postgresql://user@host:5432/name.']);
  expect(sentences({ DATABASE_URL: '' })).toHaveLength(1);
});

test('a port beyond 65535 is none', () => {
  expect(sentences({ ...enough, PORT: '65536' })).toEqual(['PORT must be a port number.']);
});

test('in production the demo is refused unless it is meant', () => {
  expect(sentences({ ...enough, NODE_ENV: 'production', VELDWERK_DEMO: '1' })[0]).toContain('VELDWERK_DEMO lets everyone sign in as anyone');
  expect(sentences({ ...enough, NODE_ENV: 'production', VELDWERK_DEMO: '1', VELDWERK_DEMO_IN_PRODUCTION: '1' })).toEqual([]);
  expect(sentences({ ...enough, NODE_ENV: 'production' })).toEqual([]);
});

test('a public address over TLS makes the cookies secure and is an origin of our own', () => {
  expect(readConfig({ ...enough, VELDWERK_PUBLIC_URL: 'https://veldwerk.example/', VELDWERK_ORIGINS: 'app://veldwerk, https://b.example' })).toMatchObject({
    ok: true, config: { secure: true, origins: ['https://veldwerk.example', 'app://veldwerk', 'https://b.example'] },
  });
});
