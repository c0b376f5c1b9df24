import { expect, it } from 'vitest';
import { pushLog } from '#server/routes/push-log.ts';

it('[PUSH4] a batch that goes step by step is logged with how many operations it holds, and with nothing that the error says', () => {
  const lines: unknown[] = [];
  const { poison, stepwise } = pushLog({ info: () => undefined, error: (line) => void lines.push(line) }, 'r-1');
  const error = new TypeError('Fatima el Amrani: value too long');
  stepwise(740, error);
  poison(error);
  expect(lines).toEqual([
    { event: 'push-stepwise', requestId: 'r-1', operations: 740, error: 'TypeError' },
    { event: 'poison', requestId: 'r-1', error: 'TypeError' },
  ]);
});
