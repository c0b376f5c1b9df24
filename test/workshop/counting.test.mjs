import { describe, expect, it } from 'vitest';
import { nodeTooOld } from '../../build/scripts/lib/node-version.mjs';
import { countPlaywright, withEnd } from '../../build/scripts/lib/test-stages.mjs';

const clean = { passed: 3, failed: 0, skipped: [], failures: [] };

describe('npm test', () => {
  it('counts a run that ended badly as failed, whatever its tests said', () => {
    expect(withEnd(clean, { code: 0, timedOut: false }, 5)).toEqual(clean);
    expect(withEnd(clean, { code: 1, timedOut: false }, 5)).toMatchObject({ passed: 3, failed: 1 });
    expect(withEnd(clean, { code: 'SIGKILL', timedOut: true }, 5)).toMatchObject({ passed: 3, failed: 1 });
    expect(withEnd(undefined, { code: 1, timedOut: false }, 5)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a stage that found no test as failed', () => {
    expect(withEnd({ ...clean, passed: 0 }, { code: 0, timedOut: false }, 5)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts the tests of Playwright, with the reason of a skip, and a flaky one as failed', () => {
    const spec = (title, status, annotations = []) => ({ title, tests: [{ status, annotations }] });
    const report = {
      errors: [{ message: 'set-up failed\nat somewhere' }],
      suites: [{
        title: 'visit.e2e.ts',
        specs: [spec('a', 'expected')],
        suites: [{
          title: 'offline',
          specs: [spec('b', 'unexpected'), spec('c', 'flaky'), spec('d', 'skipped', [{ type: 'skip', description: 'no strace here' }])],
        }],
      }],
    };
    expect(countPlaywright(report)).toEqual({
      passed: 1,
      failed: 3,
      failures: ['set-up failed', 'visit.e2e.ts > offline > b', 'visit.e2e.ts > offline > c'],
      skipped: [{ name: 'visit.e2e.ts > offline > d', reason: 'no strace here' }],
    });
  });
});

describe('a Node that is too old', () => {
  it('is told so in one sentence, and a newer one is not', () => {
    expect(nodeTooOld('18.20.4')).toMatch(/^Veldwerk needs Node 20\.19 or newer and this is Node 18\.20\.4;.*\.$/);
    expect(nodeTooOld('20.18.9')).toBeDefined();
    expect([nodeTooOld('20.19.0'), nodeTooOld('22.0.0'), nodeTooOld('24.21.0')]).toEqual([undefined, undefined, undefined]);
  });
});
