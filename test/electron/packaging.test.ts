import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installPackagingTools } from '../../build/scripts/packaging-tools.mjs';

const projectFolder = join(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'veldwerk-dist-'));
const packages = join(work, 'packages-stub');
let notInstalled: string | null = null;
let printed = '';

/** A built page with everything in it that must stay behind. */
const builtPage = (): string => {
  const page = join(work, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  mkdirSync(join(page, '.vite'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Veldwerk</title>');
  writeFileSync(join(page, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(page, 'assets', 'main.js.map'), JSON.stringify({ sources: [join(projectFolder, 'renderer', 'main.tsx')] }));
  writeFileSync(join(page, '.env'), 'DATABASE_URL=postgres://user:secret@host/db');
  writeFileSync(join(page, '.vite', 'manifest.json'), '{}');
  return page;
};

beforeAll(() => {
  const tools = installPackagingTools();
  if (tools.kind === 'failed') {
    notInstalled = `the packaging tools could not be installed (${tools.reason})`;
    console.log(`Packaging tests are skipped: ${notInstalled}`);
    return;
  }
  const run = spawnSync(process.execPath, [join(projectFolder, 'build', 'scripts', 'dist.mjs'), '--dir', '--linux', '--win', '--mac', '--stub', '--renderer', builtPage(), '--output', join(work, 'packages')], {
    encoding: 'utf8',
    cwd: work,
  });
  expect(run.status, run.stderr).toBe(0);
  printed = run.stdout;
}, 180_000);

const asar = (): { listPackage(archive: string, options: { isPack: boolean }): string[]; extractFile(archive: string, file: string): Buffer } =>
  createRequire(join(projectFolder, 'build', 'packaging', 'package.json'))('@electron/asar') as ReturnType<typeof asar>;

const layouts = [
  { system: 'linux', archive: 'linux-unpacked/resources/app.asar', fuses: 'linux-unpacked/veldwerk', stub: 'linux-unpacked/STUB.txt' },
  { system: 'win', archive: 'win-unpacked/resources/app.asar', fuses: 'win-unpacked/Veldwerk.exe', stub: 'win-unpacked/STUB.txt' },
  {
    system: 'mac',
    archive: 'mac-arm64/Veldwerk.app/Contents/Resources/app.asar',
    fuses: 'mac-arm64/Veldwerk.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
    stub: 'mac-arm64/Veldwerk.app/Contents/Resources/STUB.txt',
  },
];

describe.each(layouts)('stub distribution: the package for $system', ({ system, archive, fuses, stub }) => {
  const file = join(packages, archive);

  it('holds exactly the two bundles, the page and a package.json', (context) => {
    if (notInstalled !== null) context.skip(notInstalled);
    const names = asar().listPackage(file, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
    expect(names.toSorted()).toEqual([
      '/dist',
      '/dist/electron',
      '/dist/electron/main.mjs',
      '/dist/electron/preload.cjs',
      '/dist/renderer',
      '/dist/renderer/assets',
      '/dist/renderer/assets/main.js',
      '/dist/renderer/index.html',
      '/package.json',
    ]);
    expect(existsSync(`${file}.unpacked`)).toBe(false);
  });

  it('has a package.json without dependencies or scripts, and no path of this machine or secret anywhere', (context) => {
    if (notInstalled !== null) context.skip(notInstalled);
    const manifest = JSON.parse(asar().extractFile(file, 'package.json').toString()) as Record<string, unknown>;
    expect(Object.keys(manifest).toSorted()).toEqual(['author', 'description', 'license', 'main', 'name', 'productName', 'type', 'version']);
    expect(manifest['main']).toBe('dist/electron/main.mjs');
    const everything = readFileSync(file).toString('latin1');
    for (const forbidden of [projectFolder, work, 'DATABASE_URL', 'sourceMappingURL', 'node_modules']) expect(everything, forbidden).not.toContain(forbidden);
  });

  it('has its fuses set', (context) => {
    if (notInstalled !== null) context.skip(notInstalled);
    const bytes = readFileSync(join(packages, fuses));
    const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
    const wire = bytes.subarray(bytes.indexOf(sentinel) + sentinel.length + 2).subarray(0, 8).toString();
    // run as Node, cookie encryption, NODE_OPTIONS, inspect, asar integrity, only from asar, own V8 snapshot, file:// rights
    expect(wire).toBe('01001100');
  });

  it('says that it is a stub', (context) => {
    if (notInstalled !== null) context.skip(notInstalled);
    expect(readFileSync(join(packages, stub), 'utf8')).toContain('This is not Electron');
    expect(printed).toMatch(new RegExp(`^${system}: packaged in .*-stub WITH A STUB INSTEAD OF ELECTRON`, 'm'));
  });
});

describe('stub distribution: what protects the archive', () => {
  it('is written into the Windows executable and the macOS Info.plist', (context) => {
    if (notInstalled !== null) context.skip(notInstalled);
    expect(readFileSync(join(packages, 'win-unpacked', 'Veldwerk.exe')).includes('resources\\\\app.asar')).toBe(true);
    expect(readFileSync(join(packages, 'mac-arm64', 'Veldwerk.app', 'Contents', 'Info.plist'), 'utf8')).toMatch(/ElectronAsarIntegrity[\s\S]*Resources\/app\.asar[\s\S]*SHA256/);
  });
});
