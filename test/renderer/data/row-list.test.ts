import { beforeEach, describe, expect, it } from 'vitest';
import { createRowList, type RowList } from '#renderer/data/queries/row-list.ts';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { Day } from '#shared/lib/calendar.ts';
import { day } from '../../fixtures/records.ts';

const id = (text: string) => text as DossierId;
const line = (dossierId: string, part: Partial<CaseloadRow> = {}) => ({ dossierId: id(dossierId), name: dossierId.toUpperCase(), ...part }) as CaseloadRow;
const names = (list: RowList) => list.take().rows.map(({ name }) => name);

describe('the lines of all files', () => {
  let today: Day;
  let made: string[];
  let lines: Map<DossierId, CaseloadRow>;
  let list: RowList;
  const put = (row: CaseloadRow) => {
    lines.set(row.dossierId, row);
    list.touch(row.dossierId);
  };
  beforeEach(() => {
    today = day('2026-11-20');
    made = [];
    lines = new Map(['a', 'b', 'c'].map((each) => [id(each), line(each)]));
    list = createRowList({
      today: () => today,
      ids: () => lines.keys(),
      rowOf(dossierId) {
        made.push(dossierId);
        return lines.get(dossierId);
      },
    });
    list.take();
    made = [];
  });

  it('are the same list as long as none of them changed', () => {
    const before = list.take();
    list.touch(id('b'));
    expect(list.take().rows).toBe(before.rows);
    expect(list.take().leaders).toBe(before.leaders);
  });

  it('only the one that changed is made anew, and a new one comes last', () => {
    const before = list.take().rows;
    put(line('b', { name: 'B, anew' }));
    put(line('d'));
    expect(names(list)).toEqual(['A', 'B, anew', 'C', 'D']);
    expect(made).toEqual(['b', 'd']);
    expect(before).toHaveLength(3);
  });

  it('one that went leaves no gap, and the others are still found in their new places', () => {
    lines.delete(id('a'));
    list.touch(id('a'));
    expect(names(list)).toEqual(['B', 'C']);
    put(line('c', { name: 'C, anew' }));
    expect(names(list)).toEqual(['B', 'C, anew']);
  });

  it('all are made anew on another day, and when all may have changed', () => {
    today = day('2026-11-21');
    list.take();
    expect(made).toEqual(['a', 'b', 'c']);
    made = [];
    list.touchAll();
    list.take();
    expect(made).toEqual(['a', 'b', 'c']);
  });

  it('[JOIN3] a join comes into force with the file that it waited for, and out of force with another decision', () => {
    const join = { kept: id('d'), joined: id('a') };
    put(line('a', { joins: [{ ...join, decision: 'joined' }] }));
    expect(list.take().leaders.size).toBe(0);
    put(line('d'));
    expect([...list.take().leaders]).toEqual([['a', 'd']]);
    put(line('a', { joins: [{ ...join, decision: 'separate' }] }));
    expect(list.take().leaders.size).toBe(0);
  });
});
