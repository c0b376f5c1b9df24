import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const namesOnPath = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'msedge',
];

/**
 * An installed Chromium, Chrome or Edge: the two variables first, then the PATH, then the usual places of each system.
 * @returns its path, or undefined
 */
export function findBrowser(env = process.env, platform = process.platform) {
  const named = [env.PLAYWRIGHT_CHROMIUM_PATH, env.CHROMIUM_PATH].filter(Boolean);
  const onPath = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(Boolean)
    .flatMap((dir) => namesOnPath.map((name) => path.join(dir, platform === 'win32' ? `${name}.exe` : name)));
  return [...named, ...onPath, ...usualPlaces(env, platform)].find(isProgram);
}

/** As findBrowser, and else what `npx playwright install chromium` left in its cache. Tests only: it is no browser of the user's. */
export function findTestBrowser(env = process.env, platform = process.platform) {
  return findBrowser(env, platform) ?? playwrightPlaces(env, platform).find(isProgram);
}

function usualPlaces(env, platform) {
  if (platform === 'darwin') {
    const apps = [
      'Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return ['/Applications', path.join(homedir(), 'Applications')].flatMap((dir) => apps.map((app) => path.join(dir, app)));
  }
  if (platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
      .flatMap((dir) => programs.map((program) => path.join(dir, program)));
  }
  return [
    '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium', '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome', '/usr/bin/microsoft-edge', '/opt/microsoft/msedge/msedge',
  ];
}

function playwrightPlaces(env, platform) {
  const base = env.PLAYWRIGHT_BROWSERS_PATH ?? {
    darwin: path.join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: path.join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[platform] ?? path.join(env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'ms-playwright');
  if (!existsSync(base)) return [];
  // chromium-1208/chrome-linux64/chrome and its likes; the newest first.
  const inside = [
    'chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return readdirSync(base).filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => inside.map((rest) => path.join(base, name, rest)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
