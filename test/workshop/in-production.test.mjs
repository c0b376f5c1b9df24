import { afterEach, expect, it } from 'vitest';
import { inProduction } from '../../build/scripts/lib/in-production.mjs';

const inherited = process.env.NODE_ENV;
afterEach(() => {
  process.env.NODE_ENV = inherited;
});

it('builds for people, whatever the process that asks for it was started as, and gives it back what it had', async () => {
  process.env.NODE_ENV = 'test';
  expect(await inProduction(async () => process.env.NODE_ENV)).toBe('production');
  expect(process.env.NODE_ENV).toBe('test');

  delete process.env.NODE_ENV;
  await expect(inProduction(() => Promise.reject(new Error('no build')))).rejects.toThrow('no build');
  expect('NODE_ENV' in process.env).toBe(false);
});
