import type { SyncReport } from '../data/sync-report.ts';

export type WindowMessage = 'wake' | 'alive' | SyncReport;

export interface WindowChannelParts {
  readonly channel: {
    postMessage(message: WindowMessage): void;
    addEventListener(type: 'message', heard: (event: { readonly data: WindowMessage }) => void): void;
  };
  /** The loop, when it runs in this window. */
  readonly loop: () => { wake(): void } | null;
  /** The window that runs the loop lives. */
  readonly heardAlive: () => void;
  /** Shows in this window how the loop goes, wherever it runs. */
  readonly show: (report: SyncReport) => void;
}

export interface WindowChannel {
  /** Wakes the loop, in whichever window it runs. */
  wake(): void;
  sayAlive(): void;
  /** Tells all windows how the loop of this one goes. */
  tell(report: SyncReport): void;
}

/** The windows of one person, of which one runs the loop: any may wake it, all hear how it goes [WIN1]. */
export function joinWindows({ channel, loop, heardAlive, show }: WindowChannelParts): WindowChannel {
  channel.addEventListener('message', ({ data }) => {
    if (data === 'wake') loop()?.wake();
    else if (data === 'alive') heardAlive();
    // A window that froze and woke still reports for a moment; whoever leads knows better.
    else if (loop() === null) show(data);
  });
  return {
    wake() {
      const own = loop();
      if (own === null) channel.postMessage('wake');
      else own.wake();
    },
    sayAlive: () => channel.postMessage('alive'),
    tell(report) {
      show(report);
      channel.postMessage(report);
    },
  };
}
