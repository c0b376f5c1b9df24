import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every line the shell can write. A closed list, so that no message can ever be glued together from a person's data. */
export type LogEvent =
  | 'started'
  | 'second-instance'
  | 'switch-refused'
  | 'server-address-refused'
  | 'ipc-refused'
  | 'ipc-failed'
  | 'navigation-refused'
  | 'window-refused'
  | 'webview-refused'
  | 'permission-refused'
  | 'request-refused'
  | 'download-refused'
  | 'external-link-refused'
  | 'page-gone'
  | 'process-gone'
  | 'page-not-responding'
  | 'server-unreachable'
  | 'device-secret-weak-store'
  | 'device-secret-unreadable'
  | 'file-not-saved'
  | 'impossible';

/** Values are numbers or words of our own or of the system (error codes); never addresses, names or texts. */
export type LogDetails = Readonly<Record<string, number | boolean | string>>;

export type Log = (event: LogEvent, details?: LogDetails) => void;

/** Words of a fixed alphabet pass; anything else is replaced, so an address or a sentence cannot slip in by accident. */
const safeValue = (value: number | boolean | string): number | boolean | string =>
  typeof value !== 'string' || /^[A-Za-z0-9_.:-]{1,60}$/.test(value) ? value : '(left out)';

export const formatLogLine = (recordedAtMs: number, event: LogEvent, details: LogDetails = {}): string => {
  const safe = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, safeValue(value)]));
  return JSON.stringify({ at: new Date(recordedAtMs).toISOString(), event, ...safe });
};

export const createLog =
  (write: (line: string) => void, nowMs: () => number): Log =>
  (event, details) =>
    write(formatLogLine(nowMs(), event, details));

/** When a log file is put aside [bytes]; one older file is kept. */
const maxLogBytes = 1024 * 1024;

/** A writer that appends lines to `veldwerk.log`. A disk that refuses costs the line, never the app. */
export const logFileWriter = (folder: string): ((line: string) => void) => {
  const file = join(folder, 'veldwerk.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > maxLogBytes) renameSync(file, join(folder, 'veldwerk.1.log'));
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // Nowhere to tell it: the log is the place where it would have been told.
    }
  };
};

/** The system's own short code of an error (ENOSPC, ERR_CONNECTION_REFUSED), never its message: messages contain paths. */
export const errorCode = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^net::(ERR_[A-Z_]+)$/.exec(error.message)?.[1] ?? 'unknown';
};
