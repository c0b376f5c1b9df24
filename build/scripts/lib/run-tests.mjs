import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensurePackages } from './packages.mjs';
import { projectDir } from './project.mjs';
import { reasonOf } from './sentence.mjs';
import { createShutdown } from './shutdown.mjs';
import { stages } from './test-stages.mjs';

const say = (line) => console.log(line);

export async function main() {
  const wanted = process.argv.slice(2);
  if (wanted.includes('--help') || wanted.includes('-h')) return say(help());
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) return close([{ name: unknown.join(' '), ...failedStage(`no such stage; there are ${stages.map((stage) => stage.name).join(', ')}`) }]);

  const { shutdown, add, isStopping } = createShutdown({ say });
  const results = [];
  const scratch = mkdtempSync(path.join(tmpdir(), 'veldwerk-test-'));
  await add(async () => rmSync(scratch, { recursive: true, force: true }));
  process.chdir(projectDir);
  try {
    await ensurePackages({ say, add });
  } catch (error) {
    results.push({ name: 'set-up', ...failedStage(reasonOf(error)) });
  }
  if (results.length === 0) {
    for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      say(`\n=== ${stage.name}: ${stage.what}`);
      const beginMs = Date.now();
      // Whatever goes wrong inside a stage, the others still run and the closing line still comes.
      const result = await stage.run({ say, add, scratch }).catch((error) => failedStage(reasonOf(error)));
      results.push({ name: stage.name, seconds: (Date.now() - beginMs) / 1000, ...result });
      if (isStopping()) return;
    }
  }
  close(results);
  await shutdown(process.exitCode ?? 0);
}

const help = () => `npm test -- [stage ...]

All stages, or only these, always in this order:
${stages.map(({ name, what }) => `  ${name.padEnd(12)}${what}`).join('\n')}

The last line says how many passed and failed; above it stand what failed, and what was skipped with the reason.`;

const failedStage = (reason) => ({ passed: 0, failed: 1, skipped: [], failures: [reason] });

/** The table, what failed, what was skipped and why; alone on the last line the sum. */
function close(results) {
  say('');
  for (const { name, passed, failed, skipped, seconds = 0 } of results) {
    say(`${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped.length).padStart(4)} skipped ${seconds.toFixed(1).padStart(7)} s`);
  }
  for (const { name, failures } of results) for (const failure of failures) say(`FAILED  ${name}: ${failure}`);
  for (const { name, skipped } of results) for (const skip of skipped) say(`skipped ${name}: ${skip.name} (${skip.reason})`);
  const passed = sum(results.map((result) => result.passed));
  const failed = sum(results.map((result) => result.failed));
  const skipped = sum(results.map((result) => result.skipped.length));
  say('');
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
