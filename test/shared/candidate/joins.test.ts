import { describe, expect, it } from 'vitest';
import { joinAddress } from '#shared/domain/candidate/join-id.ts';
import { recordIdSchema, type DossierId } from '#shared/domain/ids.ts';
import { leadersOf, type JoinLine } from '#shared/sync/joins.ts';

const id = (name: string) => `dossier-${name}` as DossierId;
const join = (joined: string, kept: string, decision: JoinLine['decision'] = 'joined'): JoinLine => ({ joined: id(joined), kept: id(kept), decision });
const leaders = (lines: readonly JoinLine[], away: readonly string[] = []) => Object.fromEntries(leadersOf(lines, (dossierId) => !away.map(id).includes(dossierId)));

describe('which file leads', () => {
  it('[JOIN1] has one address for a pair, whoever decides and in whatever direction', () => {
    expect(joinAddress(id('a'), id('b'))).toEqual(joinAddress(id('b'), id('a')));
    expect(joinAddress(id('b'), id('a')).dossierId).toBe(id('a'));
    expect(recordIdSchema.safeParse(joinAddress(id('a'), id('b')).recordId).success).toBe(true);
    expect(joinAddress(id('a'), id('c')).recordId).not.toBe(joinAddress(id('a'), id('b')).recordId);
  });

  it('[JOIN3] leads the joined file to the kept one, also over a third', () => {
    expect(leaders([join('b', 'a')])).toEqual({ [id('b')]: id('a') });
    expect(leaders([join('c', 'b'), join('b', 'a')])).toEqual({ [id('c')]: id('a'), [id('b')]: id('a') });
  });

  it('[JOIN3] leads nobody when it was taken back, or when one of the two is not here', () => {
    expect(leaders([join('b', 'a', 'separate')])).toEqual({});
    expect(leaders([join('b', 'a')], ['a'])).toEqual({});
    expect(leaders([join('b', 'a')], ['b'])).toEqual({});
  });

  it('[JOIN3] a circle leads to one and the same file on every device, and loses none', () => {
    const circle = [join('a', 'b'), join('b', 'c'), join('c', 'a')];
    expect(leaders(circle)).toEqual({ [id('b')]: id('a'), [id('c')]: id('a') });
    expect(leaders(circle.toReversed())).toEqual(leaders(circle));
  });
});
