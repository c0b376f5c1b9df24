import { describe, expect, it } from 'vitest';
import { parsePull } from '#renderer/sync/parse-pull.ts';
import { candidateGroups, stored } from '../../fixtures/records.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const head = JSON.stringify({ line: 'head', epoch: 1, serverTimeMs: 5 });
const dossier = JSON.stringify({ line: 'dossier', dossierId: 'dossier-a', records: [stored('candidate', 'dossier-a', candidateGroups())] });
const tail = JSON.stringify({ line: 'tail', cursor: 7, more: false, remaining: 0, outcomes: [], forget: [], backedUpThrough: 0 });

describe('[PULL4] a page counts only when it arrived whole', () => {
  it('a whole page is read', () => {
    expect(parsePull(utf8(`${head}\n${dossier}\n${tail}\n`))).toMatchObject({ epoch: 1, cursor: 7, dossiers: [{ dossierId: 'dossier-a' }] });
  });

  it.each([
    ['without its tail', `${head}\n${dossier}\n`],
    ['cut in the middle of a line', `${head}\n${dossier}\n${tail}`.slice(0, -20)],
    ['a portal that answers with a page of its own', '<!doctype html>\n<title>Gratis wifi</title>'],
    ['a line of another kind', `${head}\n{"line":"advert"}\n${tail}`],
    ['a record that lies in another dossier', `${head}\n${dossier.replace('"dossierId":"dossier-a","records"', '"dossierId":"dossier-b","records"')}\n${tail}`],
    ['nothing at all', ''],
  ])('%s: nothing of it counts', (_, text) => {
    expect(parsePull(utf8(text))).toBeNull();
  });

  it('[VER2] a kind that this app does not know yet does not stop the pull', () => {
    const page = parsePull(utf8(`${head}\n${dossier.replace('"kind":"candidate"', '"kind":"kindOfNextYear"')}\n${tail}\n`));
    expect(page?.dossiers[0]?.records).toHaveLength(1);
  });

  it('[VER8] an outcome of a kind that this app does not know makes nothing unreadable; one that is wrong does', () => {
    const known = { outcome: 'applied', opId: '00000000-0000-4000-8000-00000000000a', recordId: 'visit-a', n: 3, receivedAtMs: 1 };
    const later = { outcome: 'queued-for-minister', opId: '00000000-0000-4000-8000-00000000000b', why: { text: 'x' } };
    const tailWith = (...outcomes: readonly object[]) => tail.replace('"outcomes":[]', `"outcomes":${JSON.stringify(outcomes)}`);
    const page = parsePull(utf8(`${head}\n${tailWith(known, later)}\n`));
    expect([page?.outcomes, page?.unknownOutcomes]).toEqual([[known], [later]]);
    expect(parsePull(utf8(`${head}\n${tailWith({ ...known, n: 'drie' })}\n`))).toBeNull();
  });

  it('bytes that are no text: nothing of it counts', () => {
    const bytes = utf8(`${head}\n${dossier}\n${tail}\n`);
    bytes[head.length + 20] = 0xff;
    expect(parsePull(bytes)).toBeNull();
  });

  it('a dossier keeps the very bytes that it came in, to be stored as they are', () => {
    const page = parsePull(utf8(`${head}\n${dossier}\n${tail}\n`));
    expect(new TextDecoder().decode(page?.dossiers[0]?.json)).toBe(dossier);
  });
});
