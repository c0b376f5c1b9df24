// Tries to fetch the Electron binary. A process of its own, so that Ctrl-C can end it with everything it started.
import { tryInstallElectron } from '../electron-binary.mjs';

// Longest wait [ms]: a network that swallows everything must not keep a newcomer from the browser that is there.
await tryInstallElectron({ timeoutMs: 90_000 });
