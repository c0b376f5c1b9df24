import type { Session } from 'electron';
import type { Log } from './log.ts';

export type PermissionSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled'
> & {
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown;
};

/** The page needs no camera, place, device, notification or clipboard reading: everything is denied, and nobody is asked. */
export const denyAllPermissions = (session: PermissionSession, log: Log): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log('permission-refused', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  // Chromium's spell checker fetches its dictionaries from elsewhere; off until issue F bundles one.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    log('download-refused');
    event.preventDefault();
  });
};
