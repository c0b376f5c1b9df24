import { describe, expect, it } from 'vitest';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { availableTo } from '#renderer/features/caseload/available.ts';
import { groupRows, headingsUpTo } from '#renderer/features/caseload/group-rows.ts';
import { orderRows } from '#renderer/features/caseload/order-rows.ts';
import { scopeCounts } from '#renderer/features/caseload/scopes.ts';
import { fold, hasWords, searchWords } from '#renderer/features/caseload/search-keys.ts';
import type { DossierId } from '#shared/domain/ids.ts';

const row = (name: string, part: Partial<CaseloadRow> = {}): CaseloadRow => ({
  dossierId: name.toLowerCase() as DossierId,
  name,
  birthDate: null,
  municipality: null,
  candidateGroup: null,
  regeling: null,
  employerName: null,
  lastVisitOn: null,
  nextContactOn: null,
  risk: null,
  loonwaarde: null,
  team: null,
  due: [],
  appointments: [],
  unsent: 0,
  ...part,
});
const names = (rows: readonly CaseloadRow[]) => rows.map(({ name }) => name);
const finds = (text: string, candidate: CaseloadRow) => hasWords(candidate, searchWords(text));

describe('finding someone', () => {
  it('needs no diacritics, no capitals and no Turkish, Polish or Danish keyboard', () => {
    expect(finds('unal', row('Ünal, Gül'))).toBe(true);
    expect(finds('aydin', row('Aydın, Yusuf'))).toBe(true);
    expect(finds('zielinska', row('Zielińska, Oksana'))).toBe(true);
    expect(finds('soren lukasz', row('Łukasz, Søren'))).toBe(true);
    expect(finds('ÜNAL', row('Unal, Gul'))).toBe(true);
  });

  it('looks in name, municipality and employer, each word anywhere', () => {
    const fatima = row('Jansen, Fatima', { municipality: 'GM0268', employerName: 'Bakkerij De Ooij' });
    expect(finds('fati nijm', fatima)).toBe(true);
    expect(finds('jansen, fatima', fatima)).toBe(true);
    expect(finds('ooij', fatima)).toBe(true);
    expect(finds('fati wijchen', fatima)).toBe(false);
  });

  it('takes what is typed as letters, never as a pattern', () => {
    expect(finds('.*', row('Jansen, Fatima'))).toBe(false);
    expect(finds('(((', row('Jansen, Fatima'))).toBe(false);
    expect(fold('a.b*c')).toBe('a.b*c');
  });
});

describe('the order of the list', () => {
  it('puts a name with a mark where one looks for it', () => {
    expect(names(orderRows([row('Zwart'), row('Çelik'), row('Cox'), row('Aydın')], 'name', false))).toEqual(['Aydın', 'Çelik', 'Cox', 'Zwart']);
  });

  it('puts lines without a value last in both directions, and equal ones in order of name', () => {
    const rows = [row('B', { loonwaarde: 40 }), row('C'), row('A', { loonwaarde: 40 }), row('D', { loonwaarde: 90 })];
    expect(names(orderRows(rows, 'loonwaarde', false))).toEqual(['A', 'B', 'D', 'C']);
    expect(names(orderRows(rows, 'loonwaarde', true))).toEqual(['D', 'A', 'B', 'C']);
  });

  it('puts who may drop out first when ordered by risk', () => {
    expect(names(orderRows([row('A', { risk: 'goed' }), row('B', { risk: 'dreigende-uitval' }), row('C', { risk: 'let-op' })], 'risk', false))).toEqual(['B', 'C', 'A']);
  });

  it('is the same whether or not nearly the same lines were in order before', () => {
    const some = Array.from({ length: 60 }, (_, index) => row(`N${(index * 37) % 60}`, { dossierId: `d${index}` as DossierId, loonwaarde: index % 7 === 0 ? null : (index * 13) % 40 }));
    const before = orderRows(some, 'loonwaarde', true);
    const changed = row('N7', { dossierId: 'd9' as DossierId, loonwaarde: 39 });
    const after = [...some.filter((_, index) => index !== 9 && index !== 20), changed, row('N7', { dossierId: 'e' as DossierId, loonwaarde: 39 })];
    expect(orderRows(after, 'loonwaarde', true, before)).toEqual(orderRows(after.toReversed(), 'loonwaarde', true));
  });

  it('leaves the given list as it was', () => {
    const rows = [row('B'), row('A')];
    orderRows(rows, 'name', false);
    expect(names(rows)).toEqual(['B', 'A']);
  });
});

describe('a list that is divided', () => {
  const rows = [row('A', { risk: 'goed' }), row('B'), row('C', { risk: 'dreigende-uitval' }), row('D', { risk: 'goed' }), row('E', { risk: 'let-op' })];

  it('keeps the order within a group, puts groups in the order of their column, and what was not filled in last', () => {
    const { rows: shown, groups } = groupRows(rows, 'risk');
    expect(names(shown)).toEqual(['C', 'E', 'A', 'D', 'B']);
    expect(groups).toEqual([{ from: 0, count: 1 }, { from: 1, count: 1 }, { from: 2, count: 2 }, { from: 4, count: 1 }]);
  });

  it('gives each line a place among lines and headings together', () => {
    const { groups } = groupRows(rows, 'risk');
    expect([0, 1, 2, 3, 4].map((index) => headingsUpTo(groups, index))).toEqual([1, 2, 3, 3, 4]);
  });

  it('leaves a list that is not divided as it is', () => {
    expect(groupRows(rows, null)).toEqual({ rows, groups: [] });
    expect(headingsUpTo([], 3)).toBe(0);
  });
});

describe('the choices above the list', () => {
  it('count a contact as overdue from the day after, and both kinds of risk', () => {
    const rows = [
      row('A', { nextContactOn: '2026-11-21' }),
      row('B', { nextContactOn: '2026-11-22' }),
      row('C', { risk: 'let-op' }),
      row('D', { risk: 'dreigende-uitval', unsent: 2 }),
      row('E', { risk: 'goed' }),
    ];
    expect(scopeCounts(rows, '2026-11-22')).toEqual({ all: 5, overdue: 1, risk: 2, unsent: 1 });
  });
});

describe('what the list offers a role', () => {
  it('is nothing from records that they never get: an expert sees no visits, so also no "geen contact"', () => {
    expect(availableTo('loonwaarde-expert').columns).toEqual(['name', 'municipality', 'group', 'regeling', 'employer', 'loonwaarde']);
    expect(availableTo('loonwaarde-expert').scopes).toEqual(['all', 'unsent']);
    expect(availableTo('jobcoach').columns).toContain('nextContact');
    expect(availableTo('consultant').scopes).toEqual(['all', 'overdue', 'risk', 'unsent']);
  });
});
