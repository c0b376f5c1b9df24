import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const rooms = ['shared', 'renderer', 'electron', 'server', 'test'] as const;

/** folder the file stands in, what it says, the rule that must object */
type Case = { readonly in: string; readonly code: string; readonly rule: string };

const floating = 'const save = async (): Promise<void> => {};\nexport function keep(): void {\n  save();\n}\n';
const importing = (from: string): string => `import { thing } from '${from}';\nexport const other = thing;\n`;
const forbidden = (folder: string, ...sources: readonly string[]): readonly Case[] =>
  sources.map((source) => ({ in: folder, code: importing(source), rule: 'no-restricted-imports' }));

const cases: readonly Case[] = [
  ...['shared/sync', 'renderer/data/commands', 'server/sync', 'electron', 'test/shared', 'build/scripts'].map((folder) =>
    ({ in: folder, code: floating, rule: 'no-floating-promises' })),
  ...['shared/domain', 'renderer/sync'].flatMap((folder) => [
    { in: folder, code: 'export const now = (): unknown => new Date();\n', rule: 'no-restricted-globals' },
    { in: folder, code: 'export const now = (): number => Date.now();\n', rule: 'no-restricted-globals' },
    { in: folder, code: 'export const chance = (): number => Math.random();\n', rule: 'no-restricted-properties' },
  ]),
  { in: 'shared/domain', code: 'export const loose: any = 1;\n', rule: 'no-explicit-any' },
  { in: 'shared/domain', code: 'export default 1;\n', rule: 'no-default-export' },

  ...forbidden('shared/domain', '#renderer/main.tsx', '#server/main.ts', '#electron/main.ts', '../../renderer/main.tsx',
    '../../server/main.ts', '../../electron/main.ts', 'node:fs', 'react', 'dexie', 'fastify', 'pg', 'electron'),
  ...forbidden('renderer/app', '#server/main.ts', '#electron/main.ts', '../../server/main.ts', '../../electron/main.ts', 'node:fs', 'electron', 'pg'),
  ...['renderer/data/queries', 'renderer/sync'].flatMap((folder) => forbidden(folder, '#server/main.ts', '#electron/main.ts',
    '#renderer/features/x.ts', '#renderer/app/x.ts', '#renderer/components/x.ts', '#renderer/ui-state/x.ts',
    '../../features/x.ts', '../../app/x.ts', '../../components/x.ts', '../../ui-state/x.ts', 'react', 'node:fs')),
  ...forbidden('renderer/components', '#server/main.ts', '#electron/main.ts', '#renderer/features/x.ts', '#renderer/data/x.ts',
    '#renderer/sync/x.ts', '#shared/domain/x.ts', '#shared/sync/x.ts', '../features/x.ts', '../data/queries/x.ts', '../sync/x.ts',
    '../../shared/domain/x.ts', '../../server/main.ts'),
  ...forbidden('renderer/features/visit', '#server/main.ts', '#electron/main.ts', '#renderer/data/db/x.ts', '#renderer/sync/x.ts',
    '../../data/db/x.ts', '../../sync/x.ts', '../../../server/main.ts', 'dexie', 'node:fs'),
  ...forbidden('server/routes', '#renderer/main.tsx', '#electron/main.ts', '../../renderer/main.tsx', '../../electron/main.ts', 'electron', 'dexie', 'react'),
  ...forbidden('electron', '#renderer/main.tsx', '#server/main.ts', '#shared/domain/x.ts', '../renderer/main.tsx', '../server/main.ts',
    '../shared/domain/x.ts', 'dexie', 'react'),
];

/** What a room may do; a linter that objects to everything would pass the cases above. */
const allowed: readonly Omit<Case, 'rule'>[] = [
  { in: 'shared/lib', code: 'export const half = (value: number): number => value / 2;\n' },
  { in: 'renderer/features/visit', code: importing('../../data/queries/x.ts') },
  { in: 'renderer/data/commands', code: importing('#shared/sync/x.ts') },
  { in: 'renderer/app', code: importing('../features/x.ts') },
  { in: 'server/routes', code: importing('#shared/domain/x.ts') },
  { in: 'electron', code: importing('#shared/ipc/x.ts') },
];

describe('the linter with our configuration', () => {
  const tree = mkdtempSync(path.join(tmpdir(), 'veldwerk-lint-'));
  const objections = new Map<string, string[]>();
  const fileOf = (kind: string, index: number, folder: string): string => `${folder}/${kind}-${index}.ts`;

  beforeAll(() => {
    // A project like ours, with our configuration and packages, whose every file breaks one rule.
    for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json', ...rooms.map((room) => `${room}/tsconfig.json`)]) {
      cpSync(path.join(project, name), path.join(tree, name));
    }
    symlinkSync(path.join(project, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
    const write = (kind: string, index: number, { in: folder, code }: { readonly in: string; readonly code: string }): void => {
      mkdirSync(path.join(tree, folder), { recursive: true });
      writeFileSync(path.join(tree, fileOf(kind, index, folder)), code);
    };
    cases.forEach((each, index) => write('bad', index, each));
    allowed.forEach((each, index) => write('good', index, each));

    const oxlint = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin', 'oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { filename: string; code: string; severity: string }[] };
    for (const { filename, code, severity } of diagnostics) {
      if (severity !== 'error') continue;
      const file = filename.replaceAll('\\', '/');
      objections.set(file, [...(objections.get(file) ?? []), code]);
    }
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(cases.map((each, index) => [each.rule, each.in, each.code.split('\n').find((line) => line !== '') ?? '', index] as const))(
    '%s objects in %s to: %s',
    (rule, folder, _line, index) => {
      expect(objections.get(fileOf('bad', index, folder))?.some((code) => code.includes(`(${rule})`))).toBe(true);
    },
  );

  it('objects to nothing that a room may do', () => {
    const good = allowed.map((each, index) => fileOf('good', index, each.in));
    expect(good.filter((file) => objections.has(file)).map((file) => [file, objections.get(file)])).toEqual([]);
  });
});
