import type { Log } from '../http/log.ts';
import type { PushContext } from '../sync/receive-operations.ts';

/** What the log says of a push that went another way than most: counts and names of errors, nothing of a person. */
export function pushLog(log: Log, requestId: string): Pick<PushContext, 'poison' | 'stepwise'> {
  const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
  return {
    poison: (error) => log.error({ event: 'poison', requestId, error: nameOf(error) }),
    stepwise: (operations, error) => log.error({ event: 'push-stepwise', requestId, operations, error: nameOf(error) }),
  };
}
