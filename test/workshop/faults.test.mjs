import { describe, expect, it } from 'vitest';
import { faults } from '../../build/scripts/lib/fault-list.mjs';
import { filesToRun, findFaultTests, isTitle, numbersIn, titlesIn } from '../../build/scripts/lib/fault-tests.mjs';
import { verdictOf } from '../../build/scripts/lib/run-fault-tests.mjs';

describe('the table of the 25 faults', () => {
  it('has each number once', () => {
    expect(faults.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it('reads titles in every way in which they are written, and the faults in them', () => {
    const source = ["test('[F2] [PUSH3] one', () => {});", 'it("[F3] it\'s two", () => {});', 'test(`[F11] damaged, ${how}: three`, () => {});', "it.each(table)('[F4] [F5] four', () => {});"].join('\n');
    expect(titlesIn(source).map((title) => [title, numbersIn(title)])).toEqual([
      ['[F2] [PUSH3] one', [2]], ["[F3] it's two", [3]], ['[F11] damaged, ${how}: three', [11]], ['[F4] [F5] four', [4, 5]],
    ]);
  });

  it('names no fault that does not exist', () => {
    expect(findFaultTests().flatMap((test) => test.faults).filter((number) => number < 1 || number > 25)).toEqual([]);
  });

  it('runs a contract by the files that run it', () => {
    expect(filesToRun([{ file: 'test/contract/sync-server.contract.ts' }])).toEqual(['test/contract/server-memory.test.ts', 'test/contract/server-postgres.test.ts']);
  });

  it('calls nothing held that failed once, was skipped everywhere, or is not reported', () => {
    const test = { title: '[F11] damaged, ${how}: three' };
    const shown = (state, name = 'above > [F11] damaged, a lot: three') => ({ name, state, reason: 'because' });
    expect(verdictOf(test, [shown('held'), shown('failed')]).state).toBe('failed');
    expect(verdictOf(test, [shown('skipped')])).toEqual({ state: 'skipped', reason: 'because' });
    expect(verdictOf(test, [shown('held', '[F12] damaged, a lot: three')]).state).toBe('not run');
    expect(verdictOf(test, [shown('held'), shown('skipped')]).state).toBe('held');
    expect(isTitle('[F1] a (b) c', 'x > [F1] a (b) c')).toBe(true);
  });
});
