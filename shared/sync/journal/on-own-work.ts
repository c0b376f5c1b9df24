import type { OpId } from '../../domain/ids.ts';
import type { BaseReference, Operation } from '../operation.ts';
import type { Version } from '../version.ts';
import type { DatabaseSide, SettledOperation } from './compare.ts';

const keyOf = ({ epoch, n }: Version): string => `${epoch} ${n}`;

/** @returns the versions that servers gave to this operation, the last one last; those of before a restore may be lost there */
export function versionsGiven(receipt: SettledOperation | undefined): readonly Version[] {
  if (receipt === undefined) return [];
  return [...(receipt.given ?? []), ...(receipt.settled === 'applied' ? [{ epoch: receipt.epoch, n: receipt.n }] : [])];
}

/** Which operation of this device was given a version by a server that was restored since. Empty on nearly every device. */
export function givenBefore({ receipts, epoch }: Pick<DatabaseSide, 'receipts' | 'epoch'>): ReadonlyMap<string, OpId> {
  const given = new Map<string, OpId>();
  for (const [opId, receipt] of receipts) {
    for (const version of receipt.epoch === epoch && receipt.given === undefined ? [] : versionsGiven(receipt)) if (version.epoch !== epoch) given.set(keyOf(version), opId);
  }
  return given;
}

/**
 * What was based on a version that a restored server gave to this device's own work, is based on that work: the server may have lost
 * the version, and gives the work another one when it is offered again [JRN15] [OP2]. Pure.
 * @returns null when nothing of it changes; else it needs a new signature
 */
export function onOwnWork({ baseVersions, ...rest }: Operation, given: ReadonlyMap<string, OpId>): Operation | null {
  const bases = Object.entries(baseVersions).map(([group, base]): readonly [string, BaseReference] => {
    const afterOp = base === null || 'afterOp' in base ? undefined : given.get(keyOf(base));
    return [group, afterOp === undefined ? base : { afterOp }];
  });
  return bases.every(([group, base]) => base === baseVersions[group]) ? null : { ...rest, baseVersions: Object.fromEntries(bases) };
}
