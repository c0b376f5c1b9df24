import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';

// Each starts a Node of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const scripts = fileURLToPath(new URL('../../../build/scripts/', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'veldwerk-cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const run = (script: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(scripts, script), ...args], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => { out += String(chunk); });
    child.stderr.on('data', (chunk) => { err += String(chunk); });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });

let files = 0;
const file = (content: unknown): string => {
  files += 1;
  const name = `case-${files}.json`;
  writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

const loonwaarde = (content: unknown, method = 'uniform-2021') => run('loonwaarde.mjs', ['--method', method, '--json', file(content)]);
const lks = (content: unknown, ...more: string[]) => run('lks.mjs', ['--json', file(content), ...more]);

const hoofdtaken = [
  { aandeel: 50, tempo: 70, kwaliteit: 90, nettoWerktijd: 100 },
  { aandeel: 30, tempo: 80, kwaliteit: 100, nettoWerktijd: 90 },
  { aandeel: 20, tempo: 60, kwaliteit: 80, nettoWerktijd: '90' },
];
const contract = { datum: '2026-03-01', startContract: '2025-03-01', leeftijd: 30, loonwaarde: 45, contracturen: 28, voltijdsuren: 36, forfaitair: false };

const expectOneSentence = ({ code, out, err }: Ended, words: RegExp): void => {
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toMatch(words);
};

describe('loonwaarde --json', () => {
  it('prints the exact sum and the loonwaarde', async () => {
    const { code, out, err } = await loonwaarde({ hoofdtaken });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ som: '61.74', loonwaarde: 62, methode: 'uniform-2021', versie: 1, hoofdtaken: [{ bijdrage: '31.50' }, { bijdrage: '21.60' }, { bijdrage: '8.64' }] });
  });

  it('computes a Dariuz case', async () => {
    const { out } = await loonwaarde({ hoofdtaken: [{ aandeel: 100, tempo: 87.5, kwaliteit: 90, inzetbaarheid: 100 }] }, 'dariuz');
    expect(JSON.parse(out)).toMatchObject({ som: '78.75', loonwaarde: 79, methode: 'dariuz' });
  });

  it.each([
    ['an unknown field', { hoofdtaken, naam: 'x' }, /field "naam"/],
    ['an unknown field of a task', { hoofdtaken: [{ ...hoofdtaken[0], aandeel: 100, tempoo: 1 }] }, /Hoofdtaak 1 has a field "tempoo"/],
    ['a hidden field', '{"hoofdtaken":[],"__proto__":{"x":1}}', /__proto__/],
    ['a missing factor', { hoofdtaken: [{ aandeel: 100, tempo: 70, kwaliteit: 90 }] }, /NettoWerktijd of hoofdtaak 1 is missing/],
    ['shares of 95', { hoofdtaken: [{ ...hoofdtaken[0], aandeel: 95 }] }, /add up to 95;/],
    ['a share too small', { hoofdtaken: [{ ...hoofdtaken[0], aandeel: 6.2499 }, { ...hoofdtaken[0], aandeel: 93.7501 }] }, /6\.25 %/],
    ['six tasks', { hoofdtaken: Array.from({ length: 6 }, () => ({ ...hoofdtaken[0], aandeel: 16.6666 })) }, /at most 5/],
    ['no tasks', { hoofdtaken: [] }, /at least one/],
    ['a tempo below zero', { hoofdtaken: [{ ...hoofdtaken[0], aandeel: 100, tempo: -1 }] }, /not be below 0/],
    ['a comma', { hoofdtaken: [{ ...hoofdtaken[0], aandeel: 100, tempo: '87,5' }] }, /must be a number/],
    ['a list', [], /object/],
    ['no JSON', '{', /not valid JSON/],
  ])('%s: exit 2 and one sentence', async (_name, content, words) => {
    expectOneSentence(await loonwaarde(content), words);
  });

  it('a method, file or option that is not there', async () => {
    expectOneSentence(await loonwaarde({ hoofdtaken }, 'uniform-2020'), /no method "uniform-2020"/);
    expectOneSentence(await run('loonwaarde.mjs', ['--method', 'uniform-2021', '--json', 'nowhere.json']), /does not exist/);
    expectOneSentence(await run('loonwaarde.mjs', ['--json', file({ hoofdtaken })]), /--method is missing/);
    expectOneSentence(await run('loonwaarde.mjs', ['--methode', 'uniform-2021']), /--methode/);
  });
});

describe('lks --json', () => {
  it('prints the amounts with cents as text', async () => {
    const { code, out, err } = await lks(contract);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ grondslag: '2477.95', lks: '1060.01', opslag: '249.10', totaal: '1309.12' });
  });

  it('shows every step with --working', async () => {
    const { out } = await lks(contract, '--working');
    expect(JSON.parse(out)).toMatchObject({ lks: '1060.01', referenceDay: '2026-01-01', roundedOnTotal: true, lines: expect.arrayContaining([expect.objectContaining({ code: 'lks.line.minimumWage' })]) });
  });

  it('takes functieloon before 2017, and goes without loonwaarde when forfaitary', async () => {
    const old = { ...contract, datum: '2015-01-01', startContract: '2015-01-01', loonwaarde: 50, contracturen: 36, functieloon: 1800 };
    expect(JSON.parse((await lks(old)).out)).toMatchObject({ lks: '649.94', totaal: '799.43' });
    const { loonwaarde: _unmeasured, ...unmeasured } = contract;
    expect(JSON.parse((await lks({ ...unmeasured, datum: '2026-01-01', startContract: '2026-01-01', contracturen: 20, forfaitair: true })).out)).toMatchObject({ lks: '688.32', totaal: '850.08' });
  });

  it('notes on stderr that six forfaitary months are over, and still computes', async () => {
    const { code, err } = await lks({ ...contract, forfaitair: true });
    expect(code).toBe(0);
    expect(err).toMatch(/ended on 2025-08-31/);
    expect(err).toMatch(/45 was not used/);
  });

  it.each([
    ['an unknown field', { ...contract, uren: 3 }, /field "uren"/],
    ['a day that does not exist', { ...contract, datum: '2026-02-30' }, /Datum must be a day/],
    ['a year of five digits', { ...contract, datum: '20226-03-01' }, /Datum must be a day/],
    ['a missing day', { ...contract, startContract: undefined }, /StartContract is missing/],
    ['a loonwaarde of 101', { ...contract, loonwaarde: 101 }, /0 to 100/],
    ['half a loonwaarde', { ...contract, loonwaarde: 45.5 }, /Loonwaarde must be a whole number/],
    ['no loonwaarde', { ...contract, loonwaarde: null }, /Loonwaarde is missing/],
    ['no hours', { ...contract, contracturen: 0 }, /Contracturen must be above 0/],
    ['a child', { ...contract, leeftijd: 14 }, /from 15/],
    ['a text for a truth', { ...contract, forfaitair: 'nee' }, /Forfaitair must be true or false/],
    ['a day before the contract', { ...contract, datum: '2025-02-28' }, /before the contract begins/],
    ['a year nobody knows yet', { ...contract, datum: '2027-03-01' }, /not known/],
    ['functieloon after 2016', { ...contract, functieloon: 2500 }, /only before 2017/],
  ])('%s: exit 2 and one sentence', async (_name, content, words) => {
    expectOneSentence(await lks(content), words);
  });
});
