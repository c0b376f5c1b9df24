import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/** A test's title, wherever it stands in a file: a plain string, or a template of which the parts in between can be anything. */
const titles = /\b(?:test|it)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;
const faultTag = /\[F(\d+)\]/g;
const ruleTag = /\[([A-Z]+\d+)\]/g;

/** All tests whose title names a fault: {file, title, faults, rules, kind}. */
export function findFaultTests(root = inProject('test')) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|e2e|contract)\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith('workshop'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((a, b) => a.localeCompare(b));
  return files.flatMap((full) => {
    const file = path.relative(inProject(), full).split(path.sep).join('/');
    return titlesIn(readFileSync(full, 'utf8')).flatMap((title) => {
      const faults = numbersIn(title);
      return faults.length === 0 ? [] : [{ file, title, faults, rules: rulesIn(title), kind: kindOf(file) }];
    });
  });
}

export const titlesIn = (source) => [...source.matchAll(titles)].map(([, quoted]) => quoted.slice(1, -1).replace(/\\(['"`])/g, '$1'));
export const numbersIn = (title) => [...new Set([...title.matchAll(faultTag)].map(([, number]) => Number(number)))];
const rulesIn = (title) => [...title.matchAll(ruleTag)].map(([, rule]) => rule).filter((rule) => !/^F\d+$/.test(rule));

/** The title without its tags, for people. */
export const sentenceOf = (title) => title.replace(/\[[A-Z]+\d+\]\s*/g, '');

/** A template's gaps can be anything; the rest is literal. */
export function isTitle(title, shown) {
  const pattern = title.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`(^|> | )${pattern}$`, 's').test(shown);
}

function kindOf(file) {
  if (file.endsWith('.e2e.ts')) return 'real processes';
  if (file.startsWith('test/simulation/')) return 'simulation';
  if (file.startsWith('test/contract/')) return 'contract: memory and PostgreSQL';
  if (file.startsWith('test/server/')) return 'real PostgreSQL';
  return 'unit';
}

/** The test files that run these: a contract is run by the files that import it. */
export function filesToRun(tests, root = inProject('test')) {
  const files = new Set();
  for (const { file } of tests) {
    if (!file.includes('.contract.')) {
      files.add(file);
      continue;
    }
    const folder = path.join(root, 'contract');
    const runners = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
    for (const name of runners) if (reaches(path.join(folder, name), path.basename(file))) files.add(`test/contract/${name}`);
  }
  return [...files].toSorted((a, b) => a.localeCompare(b));
}

/** Whether this file imports that one, itself or through one beside it. */
function reaches(full, wanted, seen = new Set()) {
  if (seen.has(full)) return false;
  seen.add(full);
  const imports = [...readFileSync(full, 'utf8').matchAll(/from '\.\/([\w.-]+\.tsx?)'/g)].map(([, name]) => name);
  return imports.includes(wanted) || imports.some((name) => reaches(path.join(path.dirname(full), name), wanted, seen));
}
