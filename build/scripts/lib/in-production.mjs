/**
 * Runs a build of a screen as for people. React and its JSX take their development form, twice as slow, where the process that builds
 * inherited another NODE_ENV: a test runner sets one, and the build it leaves behind counts as fresh for `npm start`. Vite reads
 * nothing but the environment for it, and leaves its own mark there: this process gets back what it had.
 */
export async function inProduction(build) {
  const inherited = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await build();
  } finally {
    if (inherited === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = inherited;
  }
}
