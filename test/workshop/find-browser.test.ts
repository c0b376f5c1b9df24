import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, findTestBrowser } from '../../build/scripts/lib/find-browser.mjs';

// Windows has no executable bit, and its names end in .exe.
describe.skipIf(process.platform === 'win32')('finding a browser', () => {
  let place = '';
  const program = (...parts: readonly string[]): string => {
    const file = path.join(place, ...parts);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return file;
  };
  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), 'veldwerk-browser-'));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('takes the one that is named before the one on the PATH', () => {
    const named = program('named', 'my-chromium');
    const onPath = program('bin', 'google-chrome');
    const env = { PATH: path.dirname(onPath) };
    expect(findBrowser(env, 'linux')).toBe(onPath);
    expect(findBrowser({ ...env, CHROMIUM_PATH: named }, 'linux')).toBe(named);
    expect(findBrowser({ ...env, CHROMIUM_PATH: named, PLAYWRIGHT_CHROMIUM_PATH: onPath }, 'linux')).toBe(onPath);
  });

  it('passes over a name that is no program', () => {
    mkdirSync(path.join(place, 'folder', 'chromium'), { recursive: true });
    const env = { PATH: path.join(place, 'folder'), CHROMIUM_PATH: path.join(place, 'nothing') };
    expect(findBrowser(env, 'darwin')?.startsWith(place)).not.toBe(true);
  });

  it('finds the newest of Playwright for tests, and never for a user', () => {
    const env = { PATH: '', PLAYWRIGHT_BROWSERS_PATH: path.join(place, 'ms-playwright') };
    program('ms-playwright', 'chromium-999', 'chrome-linux', 'chrome');
    const newest = program('ms-playwright', 'chromium-1208', 'chrome-linux64', 'chrome');
    // The usual places of a platform that this machine is not are empty.
    expect(findTestBrowser(env, 'freebsd')).toBe(findBrowser(env, 'freebsd') ?? newest);
    expect(findBrowser(env, 'darwin')?.includes('ms-playwright')).not.toBe(true);
  });
});
