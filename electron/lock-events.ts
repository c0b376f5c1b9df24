import type { LockReason } from '#shared/ipc/contract.ts';

export type PowerEvents = {
  on(event: 'lock-screen', listener: () => void): unknown;
  on(event: 'suspend', listener: () => void): unknown;
  on(event: 'user-did-resign-active', listener: () => void): unknown;
};

/**
 * Tells the page when the system locks, sleeps or changes user. Linux reports sleep only: there the idle time of the page
 * itself is what locks.
 */
export const watchLockEvents = (power: PowerEvents, lock: (reason: LockReason) => void): void => {
  power.on('lock-screen', () => lock('screen-locked'));
  power.on('suspend', () => lock('suspend'));
  power.on('user-did-resign-active', () => lock('user-switched'));
};
