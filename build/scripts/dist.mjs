#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

const usage = `npm run dist -- [--dir] [--linux] [--win] [--mac] [--stub | --no-stub]
  --dir        only the unpacked folder, no installers
  --linux, --win, --mac   which systems; default: the one you are on
  --stub       use a stand-in for Electron without trying to get the real one
  --no-stub    stop when the real Electron cannot be had
  --renderer DIR, --output DIR   another built page, another place for the packages`;

/** Architecture per system: what nearly every laptop of that kind is. */
const systems = { linux: { platform: 'linux', arch: 'x64' }, win: { platform: 'win32', arch: 'x64' }, mac: { platform: 'darwin', arch: 'arm64' } };

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const readArguments = () => {
  const flag = { type: 'boolean', default: false };
  try {
    const { values } = parseArgs({
      options: { dir: flag, linux: flag, win: flag, mac: flag, stub: flag, 'no-stub': flag, help: flag, renderer: { type: 'string' }, output: { type: 'string' } },
    });
    return values;
  } catch (error) {
    return stop(`${error.message}\n\n${usage}`);
  }
};

/** Builds the page, or takes the one that is there. */
const buildRenderer = () => {
  const script = join(projectFolder, 'build', 'scripts', 'build-renderer.mjs');
  if (existsSync(script)) {
    const run = spawnSync(process.execPath, [script], { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] });
    if (run.status !== 0) stop('The page could not be built, so there is nothing to package; see the message above.');
  }
  const folder = join(projectFolder, 'dist', 'renderer');
  if (!existsSync(join(folder, 'index.html'))) stop('There is no built page in dist/renderer and no build/scripts/build-renderer.mjs to make one, so there is nothing to package.');
  return folder;
};

const packageOne = async (system, { dir, stub, noStub, output, workFolder, appFolder }) => {
  // electron-builder is CommonJS and lives in a package of its own.
  const { build, Platform, Arch } = createRequire(new URL('../packaging/package.json', import.meta.url))('electron-builder');
  const { obtainElectron } = await import('./electron-distribution.mjs');
  const { pinnedElectronVersion } = await import('./electron-binary.mjs');
  const { platform, arch } = systems[system];
  const electron = await obtainElectron({ platform, arch, stubFolder: join(workFolder, 'electron-stub'), stubOnly: stub });
  if (electron.kind === 'stub' && noStub) stop(`Electron ${pinnedElectronVersion()} for ${system} cannot be had here, and --no-stub forbids going on without it.`);
  const isStub = electron.kind === 'stub';
  const outputFolder = `${output}${isStub ? '-stub' : ''}`;
  await build({
    projectDir: projectFolder,
    targets: Platform.fromString(system).createTarget(dir ? ['dir'] : null, Arch[arch]),
    publish: 'never',
    config: {
      electronVersion: pinnedElectronVersion(),
      electronDist: () => electron.path,
      directories: { app: appFolder, output: outputFolder },
      artifactName: `\${productName}-\${version}-\${os}-\${arch}${isStub ? '-STUB' : ''}.\${ext}`,
    },
  });
  const place = outputFolder.startsWith(projectFolder) ? relative(projectFolder, outputFolder) : outputFolder;
  if (isStub) console.log(`${system}: packaged in ${place} WITH A STUB INSTEAD OF ELECTRON (no binary could be had here). It shows the layout and does not run.`);
  else console.log(`${system}: packaged in ${place} with Electron ${pinnedElectronVersion()}.`);
};

const values = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const asked = Object.keys(systems).filter((system) => values[system]);
const here = Object.keys(systems).filter((system) => systems[system].platform === process.platform);
const { installPackagingTools } = await import('./packaging-tools.mjs');
const tools = installPackagingTools();
if (tools.kind === 'failed') stop(`The packaging tools could not be installed in build/packaging: ${tools.reason}`);
const { stageApp } = await import('./stage-app.mjs');
const rendererFolder = values.renderer === undefined ? buildRenderer() : resolve(values.renderer);
const output = values.output === undefined ? join(projectFolder, 'dist', 'packages') : resolve(values.output);
// electron-builder looks for the hook that its configuration names from where the process stands.
process.chdir(projectFolder);
// What is staged goes beside the packages, so that two runs with places of their own never meet.
const workFolder = dirname(output);
const appFolder = join(workFolder, 'app');
try {
  await stageApp({ rendererFolder, appFolder });
  for (const system of asked.length > 0 ? asked : here) {
    await packageOne(system, { dir: values.dir, stub: values.stub, noStub: values['no-stub'], output, workFolder, appFolder });
  }
} catch (error) {
  stop(`Packaging stopped: ${error instanceof Error ? error.message : 'for an unknown reason'}`);
}
