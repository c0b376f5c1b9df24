import { expect, it } from 'vitest';
import { choiceOf } from '#shared/sync/conflict-choice.ts';
import { hashPayload } from '#shared/sync/operation.ts';

const decides = (payload: Parameters<typeof hashPayload>[0]) => ({ payload, payloadHash: hashPayload(payload) });

it('[CON4] [CON5] nothing written leaves what stands there, the same as waited takes that, anything else is a third; the order of fields says nothing', () => {
  const waiting = hashPayload({ facts: { tasks: 'Snoeien', hours: 28 } });
  expect(choiceOf(decides({}), waiting)).toBe('current');
  expect(choiceOf(decides({ facts: { hours: 28, tasks: 'Snoeien' } }), waiting)).toBe('waiting');
  expect(choiceOf(decides({ facts: { hours: 24, tasks: 'Snoeien' } }), waiting)).toBe('combined');
});
