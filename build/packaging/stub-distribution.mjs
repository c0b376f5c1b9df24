import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const explanation = `This is not Electron.

No Electron binary could be had on the machine that made this folder, so a stand-in took its place. Everything
else is as in a real package: the layout, app.asar with its integrity data, the icons, the fuses. It does not run.
`;

/** Where Electron keeps its fuses: a fixed mark, the version of the wire, its length, then one character per fuse ('0' off, '1' on). */
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('1'.repeat(9))]);

/** Enough of a PE file to be given a version, an icon and integrity data; it holds no code of its own. */
const windowsExecutable = () => {
  const { NtExecutable, NtExecutableResource, Resource } = require('resedit');
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 0x0409, codepage: 1200 }, { FileDescription: 'Stub, not Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  executable.setExtraData(fuseWire);
  return Buffer.from(executable.generate());
};

const linuxExecutable = () => Buffer.concat([Buffer.from('#!/bin/sh\necho "This is a stub, not Electron: see STUB.txt" >&2\nexit 1\n# '), fuseWire, Buffer.from('\n')]);

const plist = (name) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>nl.veldwerk.stub</string>
<key>CFBundleName</key><string>${name}</string>
</dict></plist>
`;

const macFiles = () => {
  const app = 'Electron.app/Contents';
  const files = {
    [`${app}/Info.plist`]: plist('Electron'),
    [`${app}/MacOS/Electron`]: linuxExecutable(),
    [`${app}/Resources/nl.lproj/locale.pak`]: '',
    [`${app}/Frameworks/Electron Framework.framework/Electron Framework`]: fuseWire,
    [`${app}/Frameworks/Electron Framework.framework/Versions/A/Resources/nl.lproj/locale.pak`]: '',
  };
  for (const suffix of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${suffix}`;
    files[`${app}/Frameworks/${name}.app/Contents/Info.plist`] = plist(name);
    files[`${app}/Frameworks/${name}.app/Contents/MacOS/${name}`] = linuxExecutable();
  }
  return files;
};

const filesFor = (platform) => {
  const common = { 'STUB.txt': explanation };
  if (platform === 'darwin') return { ...common, ...macFiles(), 'Electron.app/Contents/Resources/STUB.txt': explanation };
  const executable = platform === 'win32' ? { 'electron.exe': windowsExecutable() } : { electron: linuxExecutable() };
  return { ...common, ...executable, 'locales/nl.pak': '', 'locales/en-US.pak': '', 'resources/STUB.txt': explanation };
};

/**
 * Makes a folder with the layout of an Electron distribution and nothing of Electron in it.
 * @param {{ platform: 'linux' | 'win32' | 'darwin', version: string, folder: string }} wanted `folder` is emptied first
 * @returns {Promise<string>} the folder
 */
export const makeStubDistribution = async ({ platform, version, folder }) => {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries({ ...filesFor(platform), version, LICENSE: explanation })) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    if (/(?:^|\/)(?:electron|MacOS\/[^/]+)$/.test(name)) await chmod(path, 0o755);
  }
  return folder;
};
