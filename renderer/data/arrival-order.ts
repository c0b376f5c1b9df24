import type { RecordView } from './views.ts';

/**
 * The place of a group of a record in the order in which the region got to know of it, to be compared as text: the server's
 * order; what it does not have yet comes after all that it has. Never a device's clock beside the server's order.
 */
export function arrivalOrder({ changes }: Pick<RecordView, 'changes'>, group: string): string {
  const change = changes[group];
  const base = change?.base ?? null;
  if (base === null || 'afterOp' in base) return `~ ${inOrder(change?.atMs ?? 0)}`;
  return `${inOrder(base.epoch)} ${inOrder(base.n)}`;
}

/** As text that sorts like the number. */
const inOrder = (number: number): string => String(number).padStart(16, '0');
