import { describe, expect, it } from 'vitest';
import { guardContents } from '#electron/navigation.ts';
import { denyAllPermissions } from '#electron/permissions.ts';
import { guardRequests } from '#electron/request-guard.ts';
import { keepLog, StandInContents, StandInSession, StoppableEvent } from './stand-in.ts';

const guardedContents = () => {
  const contents = new StandInContents();
  const kept = keepLog();
  guardContents(contents, kept.log);
  const navigate = (url: string, isMainFrame = true, event = 'will-frame-navigate'): boolean => {
    const attempt = new StoppableEvent(url, isMainFrame);
    contents.emit(event, attempt);
    return !attempt.stopped;
  };
  return { contents, navigate, lines: kept.lines };
};

describe('stand-in: leaving the page', () => {
  it.each([
    'https://evil.example/',
    'http://localhost:4310/',
    'file:///etc/passwd',
    'data:text/html,<script>1</script>',
    'javascript:alert(1)',
    'app://veldwerk/other',
    'app://veldwerk.evil.example/',
    'app://evil/',
    'about:blank',
    '',
  ])('[T2] a navigation to "%s" is denied', (url) => {
    expect(guardedContents().navigate(url)).toBe(false);
  });

  it('lets the page load itself again, and only in its own top frame', () => {
    const { contents, navigate } = guardedContents();
    contents.currentUrl = 'app://veldwerk/kandidaten/1';
    expect(navigate('app://veldwerk/kandidaten/1')).toBe(true);
    expect(navigate('app://veldwerk/kandidaten/1', false)).toBe(false);
  });

  it('[T2] denies a redirect even to the page itself', () => {
    expect(guardedContents().navigate('app://veldwerk/', true, 'will-redirect')).toBe(false);
  });

  it('[T2] opens no window, whatever is asked', () => {
    expect(guardedContents().contents.openHandler()).toEqual({ action: 'deny' });
  });

  it('[T2] attaches no webview', () => {
    const { contents } = guardedContents();
    const attempt = new StoppableEvent();
    contents.emit('will-attach-webview', attempt);
    expect(attempt.stopped).toBe(true);
  });

  it('writes that something was refused, never where it wanted to go', () => {
    const { navigate, lines } = guardedContents();
    navigate('https://evil.example/?bsn=111222333');
    expect(lines).toEqual([['navigation-refused', {}]]);
  });
});

describe('stand-in: permissions', () => {
  const session = new StandInSession();
  denyAllPermissions(session, keepLog().log);

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb', 'unknown'] as const)(
    '[T6] %s is denied without a question',
    (permission) => {
      let granted: boolean | null = null;
      session.permissionRequest?.(undefined as never, permission, (answer) => (granted = answer), {} as never);
      expect(granted).toBe(false);
      expect(session.permissionCheck?.(null, permission, 'app://veldwerk', {} as never)).toBe(false);
    },
  );

  it('[T6] devices and screen sharing are denied, and nothing is fetched for spelling', () => {
    expect(session.devicePermission?.({} as never)).toBe(false);
    expect(session.displayMedia).toBeNull();
    expect(session.spellChecker).toBe(false);
  });

  it('[T2] a download is stopped: files leave through the save dialog only', () => {
    const attempt = new StoppableEvent();
    session.emit('will-download', attempt);
    expect(attempt.stopped).toBe(true);
  });
});

describe('stand-in: requests', () => {
  const session = new StandInSession();
  guardRequests(session, 'https://regio.example', keepLog().log);

  it.each(['app://veldwerk/assets/main.js', 'https://regio.example/v1/pull', 'blob:app://veldwerk/1', 'data:image/png;base64,'])('%s may go', (url) => {
    expect(session.isCancelled(url)).toBe(false);
  });

  it.each([
    'https://regio.example.evil.example/',
    'http://regio.example/v1/pull',
    'https://regio.example:8443/',
    'https://redirector.gvt1.com/dictionary',
    'app://evil/x',
    'file:///etc/passwd',
    'ws://regio.example/',
    'not an address',
  ])('%s may not', (url) => {
    expect(session.isCancelled(url)).toBe(true);
  });
});
