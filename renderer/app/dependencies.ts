import type { LockedDevice } from '#renderer/data/device.ts';
import type { SignIn } from '#renderer/data/sign-in.ts';
import type { AppInfo, VeldwerkShell } from '#shared/ipc/contract.ts';
import type { Clock } from '#shared/lib/clock.ts';

/** What the screen knows of the desktop shell; absent in a plain browser window. */
export interface PlatformInfo {
  readonly info: AppInfo;
  readonly onLock: VeldwerkShell['onLock'];
}

/** Everything the screen needs from outside; `renderer/main.tsx` is the only place that makes them. */
export interface AppDependencies {
  readonly lockedDevice: LockedDevice;
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly shell: PlatformInfo | null;
}
