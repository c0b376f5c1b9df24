import { describe, expect, it } from 'vitest';
import { readCounts, readField, type PlainField } from '#shared/forms/read-field.ts';
import { day } from '#shared/lib/calendar.ts';
import { parseLooseDay, toDutchDay } from '#shared/lib/loose-day.ts';
import { parseLooseMinutes, parseLooseTime } from '#shared/lib/loose-time.ts';

const today = day('2026-11-20');

describe('a day as people type it', () => {
  it.each([
    ['v', '2026-11-20'],
    ['Vandaag', '2026-11-20'],
    ['g', '2026-11-19'],
    ['morgen', '2026-11-21'],
    ['+14', '2026-12-04'],
    ['+2w', '2026-12-04'],
    ['+3m', '2027-02-20'],
    ['-3', '2026-11-17'],
    ['3-4', '2026-04-03'],
    ['3/4/26', '2026-04-03'],
    ['3.4.2026', '2026-04-03'],
    ['3 4 2026', '2026-04-03'],
    ['0304', '2026-04-03'],
    ['030426', '2026-04-03'],
    ['03042026', '2026-04-03'],
    ['2026-04-03', '2026-04-03'],
    ['2026-4-3', '2026-04-03'],
    ['3 april', '2026-04-03'],
    ['3 apr 2026', '2026-04-03'],
    ['1 maart 2026', '2026-03-01'],
    ['1 mei 26', '2026-05-01'],
    ['29-2-2024', '2024-02-29'],
    ['1-1-90', '1990-01-01'],
    ['31-12-46', '2046-12-31'],
  ])('reads %s as %s', (typed, expected) => {
    expect(parseLooseDay(typed, today)).toEqual({ ok: true, value: expected });
  });

  it('takes the last time for what has been, and the next time for what is to come', () => {
    expect(parseLooseDay('3-1', today)).toEqual({ ok: true, value: '2026-01-03' });
    expect(parseLooseDay('3-1', today, 'future')).toEqual({ ok: true, value: '2027-01-03' });
    expect(parseLooseDay('3-12', today)).toEqual({ ok: true, value: '2026-12-03' });
    expect(parseLooseDay('29-2', today)).toEqual({ ok: true, value: '2024-02-29' });
    expect(parseLooseDay('1-6', today)).toEqual({ ok: true, value: '2026-06-01' });
    expect(parseLooseDay('1-6', today, 'future')).toEqual({ ok: true, value: '2027-06-01' });
    expect(parseLooseDay('20-11', today, 'future')).toEqual({ ok: true, value: '2026-11-20' });
    expect(parseLooseDay('29-2', today, 'future')).toEqual({ ok: true, value: '2028-02-29' });
  });

  it.each([
    ['', 'empty'],
    ['31-4', 'no-such-day'],
    ['29-2-2026', 'no-such-day'],
    ['1-13-2026', 'no-such-day'],
    ['12-11-20226', 'year-out-of-range'],
    ['12112o26', 'not-a-date'],
    ['12-11-226', 'year-out-of-range'],
    ['12-11-1826', 'year-out-of-range'],
    ['20226-11-12', 'year-out-of-range'],
    ['120220226', 'year-out-of-range'],
    ['volgende week', 'not-a-date'],
    ['3 foo', 'not-a-date'],
    ['0-4', 'no-such-day'],
  ])('does not repair %s: %s', (typed, problem) => {
    expect(parseLooseDay(typed, today)).toEqual({ ok: false, problem });
  });

  it('reads back what it shows', () => {
    for (const value of ['2026-11-20', '2000-02-29', '1999-12-31', '2100-12-31'].map(day)) {
      expect(parseLooseDay(toDutchDay(value), today)).toEqual({ ok: true, value });
    }
  });
});

describe('a time and a length of time as people type them', () => {
  it.each([['9', '09:00'], ['930', '09:30'], ['0930', '09:30'], ['9:30', '09:30'], ['9.30', '09:30'], ['9u30', '09:30'], ['9u', '09:00'], ['n', '14:07']])('reads %s as %s', (typed, expected) => {
    expect(parseLooseTime(typed, '14:07')).toEqual({ ok: true, value: expected });
  });
  it.each(['24', '9:60', '2530', 'half tien', '9:5'])('asks %s again', (typed) => {
    expect(parseLooseTime(typed, '14:07')).toMatchObject({ ok: false });
  });
  it.each([['90', 90], ['90 min', 90], ['1:30', 90], ['1u30', 90], ['1u', 60], ['1,5 uur', 90], ['0,25u', 15]])('reads %s as %d minutes', (typed, minutes) => {
    expect(parseLooseMinutes(typed)).toEqual({ ok: true, value: minutes });
  });
  it.each(['0', '1:75', '-10', 'lang', '1,33 uur'])('asks %s minutes again', (typed) => {
    expect(parseLooseMinutes(typed)).toMatchObject({ ok: false });
  });
});

describe('a percentage as people type it', () => {
  const tempo: PlainField = { type: 'percentage', id: 'tempo', required: true, fromCounts: true };
  const read = (typed: string) => readField(tempo, typed, { today, now: '09:00' });

  it.each([['87,5', '87.5'], ['87.5 %', '87.5'], ['100', '100'], ['70/80', '87.5'], ['70 van 80', '87.5'], ['2/3', '66.6667']])('reads %s as %s', (typed, expected) => {
    expect(read(typed)).toEqual({ ok: true, value: expected });
  });
  it.each([
    ['', 'percentage.required'],
    ['-5', 'percentage.negative'],
    ['80,12345', 'percentage.tooManyDecimals'],
    ['veel', 'percentage.invalid'],
    ['70/0', 'percentage.countsInvalid'],
    ['1.000', 'percentage.invalid'],
  ])('answers %s with %s', (typed, code) => {
    expect(read(typed)).toMatchObject({ ok: false, problem: { code } });
  });
  it('keeps the counts, so that they can be shown and explained', () => {
    expect(readCounts('70/80')).toEqual({ ok: true, value: { made: '70', norm: '80', percentage: '87.5' } });
    expect(readCounts('87,5')).toBeNull();
  });
});
