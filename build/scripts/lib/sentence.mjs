/**
 * What can happen to anyone on a normal day: a taken port, a full disk. Shown as one sentence, without a stack trace.
 * Everything else is our mistake, and its stack is one environment variable away.
 */
export class Sentence extends Error {}

/** Runs a command's main function; a failure ends in one sentence and exit code 1. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Sentence) console.error(error.message);
    else if (process.env.VELDWERK_DEBUG) console.error(error);
    else console.error(`This should not happen: ${firstLine(error)} (VELDWERK_DEBUG=1 shows where).`);
  }
}

const firstLine = (error) => String(error?.message ?? error).split('\n', 1)[0];

/** @param error of parseArgs @returns which words are wrong, without its advice for programmers */
export const wrongWords = (error) => firstLine(error).split('. To specify', 1)[0].replace(/\.$/, '');

/** Words for the system's error codes that a person can do something about. */
export function reasonOf(error) {
  const known = {
    EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up', ENOTDIR: 'a part of the path is a file', EEXIST: 'it is a file', ENOENT: 'it cannot be made there',
  };
  return known[error?.code] ?? firstLine(error);
}

/** A bundler puts its stack into its message. What helps is the lines above it: which file, which import. */
export const buildProblem = (what, error) =>
  new Sentence(`${what} could not be built:\n${String(error?.message ?? error).split('\n').filter((line) => !/^\s+at /.test(line)).join('\n').trim()}`);
