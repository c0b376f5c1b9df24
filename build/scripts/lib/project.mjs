import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of package.json, whatever folder a command is started from. */
export const projectDir = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

export const inProject = (...parts) => path.join(projectDir, ...parts);

/** Was this module started as a command? Compared by real path: on macOS /tmp is a link, and argv has the name that was typed. */
export const isCommand = (moduleUrl) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(moduleUrl));

/** The folder in which a person typed the command: npm itself goes to the project's. */
export const startedFrom = (process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD) || process.cwd();
