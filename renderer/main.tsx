// First: see there.
import './platform/no-generated-code.ts';
import type { VeldwerkShell } from '#shared/ipc/contract.ts';
import { renderApp, renderBelowFloor } from './app/render-app.tsx';
import { openDeviceDatabase } from './data/db/device-database.ts';
import { createOpfsJournalFiles } from './data/journal/opfs-journal-files.ts';
import { userDatabaseVersion } from './data/db/user-database.ts';
import { chromiumVersionOf, findBelowFloor } from './data/db/version-floor.ts';
import { createLockedDevice } from './data/locked-device.ts';
import { createServerSignIn } from './data/server-sign-in.ts';
import { deviceSecret } from './platform/device-secret.ts';
import { privateFile } from './platform/private-file.ts';
import { registerServiceWorker } from './platform/register-service-worker.ts';
import { systemClock, systemRandomness } from './platform/system.ts';
import { createContentFetch } from './sync/fetch-content.ts';
import { createSealedDelivery } from './sync/sealed-delivery.ts';
import { startSyncWorker } from './sync/worker-client.ts';

/* The only place where database, engine, stores and screen meet. */

const shell = (globalThis as { veldwerkShell?: VeldwerkShell }).veldwerkShell ?? null;
const signIn = createServerSignIn((input, init) => fetch(input, init));
void registerServiceWorker();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
// Before anything that is stored is opened.
const below = await findBelowFloor(privateFile('floor.json'), { schema: userDatabaseVersion, chromium: chromiumVersionOf(navigator.userAgent) });
if (below !== null) renderBelowFloor(root, below);
else {
  const lockedDevice = createLockedDevice({
    database: openDeviceDatabase(),
    clock: systemClock,
    randomness: systemRandomness,
    startSyncLoop: startSyncWorker,
    running: { nowMs: () => performance.now() },
    deviceSecret: (purpose) => deviceSecret(shell, purpose),
    storage: navigator.storage,
    journalFiles: createOpfsJournalFiles(),
    privateFile,
    deliverSealed: createSealedDelivery((input, init) => fetch(input, init)),
    openContentFetch: createContentFetch((input, init) => fetch(input, init)),
    registerDevice: (device) => signIn.registerDevice(device),
  });
  const info = shell === null ? null : { info: await shell.appInfo(), onLock: shell.onLock };
  renderApp(root, { lockedDevice, signIn, clock: systemClock, shell: info });
}
