import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sentenceOf } from './domain-sentences.mjs';

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** What the person who calls can mend: one sentence on stderr, exit code 2. */
class BadInput extends Error {}

/**
 * Bundles a module of shared/ in memory and loads it: Node 20 does not read TypeScript, and a case computed here must
 * come from the very code of the app, not from a copy or an older build.
 * @param {string} file path inside the project
 */
const loadShared = async (file) => {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: path.join(projectFolder, file), cwd: projectFolder, platform: 'node', logLevel: 'silent' });
  try {
    const { output } = await bundle.generate({ format: 'esm' });
    return await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
  } finally {
    await bundle.close();
  }
};

/** npm runs its scripts in the project's folder, but a file is meant where the command was typed. */
const whereTyped = () => {
  const isThisScript = process.env.npm_lifecycle_script?.includes(path.basename(process.argv[1] ?? '')) ?? false;
  return (isThisScript && process.env.INIT_CWD) || process.cwd();
};

const readJson = (file) => {
  let text;
  try {
    text = readFileSync(path.resolve(whereTyped(), file), 'utf8');
  } catch (error) {
    throw new BadInput(`The file ${file} cannot be read: ${error.code === 'ENOENT' ? 'it does not exist' : error.code === 'EISDIR' ? 'it is a folder' : error.code}.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BadInput(`The file ${file} is not valid JSON.`);
  }
};

const readArguments = (options, usage) => {
  try {
    return parseArgs({ options: { ...options, json: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new BadInput(`${error.message.split('. ', 1)[0]}; use: ${usage} (--help shows such a file).`);
  }
};

/**
 * One command that computes a case from a JSON file.
 * @param {{ usage: string, help: string, module: string, options?: object, required?: readonly string[], compute: (shared: any, json: unknown, values: any) => any, print: (answer: any, values: any) => { out: unknown, warnings?: readonly any[] } }} command
 */
export const runDomainCommand = async ({ usage, help, module, options = {}, required = [], compute, print }) => {
  try {
    const values = readArguments(options, usage);
    if (values.help) {
      console.log(help);
      return;
    }
    for (const name of [...required, 'json']) if (!values[name]) throw new BadInput(`--${name} is missing; use: ${usage} (--help shows such a file).`);
    const json = readJson(values.json);
    const outcome = compute(await loadShared(module), json, values);
    if (!outcome.ok) throw new BadInput(sentenceOf(outcome.problem));
    const { out, warnings = [] } = print(outcome.value, values);
    for (const warning of warnings) console.error(sentenceOf([warning]));
    console.log(JSON.stringify(out, null, 2));
  } catch (error) {
    if (error instanceof BadInput) {
      console.error(error.message);
      process.exitCode = 2;
    } else {
      const reason = error?.code === 'ERR_MODULE_NOT_FOUND' ? 'the packages are not installed; run "npm ci" first' : String(error?.message ?? error).split('\n', 1)[0];
      console.error(`The computation could not be started: ${reason}.`);
      process.exitCode = 1;
    }
  }
};
