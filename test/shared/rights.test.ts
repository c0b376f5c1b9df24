import { describe, expect, it } from 'vitest';
import { kinds, type Kind } from '#shared/domain/kinds.ts';
import { allowedGroups, readReach, rightsTable } from '#shared/domain/rights.ts';
import { roles, type Principal, type Role } from '#shared/domain/roles.ts';
import { signables } from '#shared/domain/signature/signable.ts';
import type { UserId } from '#shared/domain/ids.ts';

const person = (role: Role, change: Partial<Principal> = {}): Principal => ({ userId: `user-${role}` as UserId, displayName: role, role, region: 'r', municipalities: ['GM0268'], ...change });
const own = (principal: Principal) => ({ municipality: 'GM0268' as const, team: [principal.userId] });
const elsewhere = { municipality: 'GM0225' as const, team: ['another' as UserId] };

describe('who may see and change what', () => {
  it('every line of the table names groups that exist', () => {
    for (const right of rightsTable) expect(Object.keys(kinds[right.kind].groups)).toEqual(expect.arrayContaining([...right.groups]));
  });

  it('a jobcoach sees their own caseload without a BSN, and nobody else', () => {
    const coach = person('jobcoach');
    const read = allowedGroups('read', coach, 'candidate', own(coach));
    expect(read).toEqual(Object.keys(kinds.candidate.groups).filter((group) => group !== 'bsn'));
    expect(allowedGroups('write', coach, 'candidate', own(coach))).toEqual(['contact', 'abilities', 'wishes', 'availability', 'education', 'experience']);
    expect(allowedGroups('read', coach, 'candidate', elsewhere)).toEqual([]);
    expect(allowedGroups('write', coach, 'visit', own(coach))).toEqual(['facts', 'note']);
    expect(allowedGroups('write', coach, 'visit', elsewhere)).toEqual([]);
    expect(allowedGroups('write', coach, 'measurement', own(coach))).toEqual([]);
  });

  it('a consultant serves municipalities, not a caseload', () => {
    const consultant = person('consultant');
    expect(allowedGroups('write', consultant, 'candidate', { municipality: 'GM0268', team: [] })).toContain('bsn');
    expect(allowedGroups('read', consultant, 'candidate', elsewhere)).toEqual([]);
  });

  it("the manager's projection has no name, no BSN, no note text, and changes nothing", () => {
    const manager = person('manager');
    expect(allowedGroups('read', manager, 'candidate', elsewhere)).toEqual(['registration', 'status']);
    expect(allowedGroups('read', manager, 'visit', elsewhere)).toEqual(['facts']);
    expect(allowedGroups('read', manager, 'measurement', elsewhere)).toEqual(['result']);
    for (const kind of Object.keys(kinds) as Kind[]) expect(allowedGroups('write', manager, kind, own(manager))).toEqual([]);
  });

  it('who reads a group of a candidate reads what it held before, and who does not, does not', () => {
    for (const role of ['jobcoach', 'consultant'] as const) {
      const reader = person(role);
      expect(allowedGroups('read', reader, 'former', own(reader)).filter((group) => group !== 'about')).toEqual(allowedGroups('read', reader, 'candidate', own(reader)));
      expect(allowedGroups('write', reader, 'former', own(reader))).toEqual([]);
    }
    for (const role of ['loonwaarde-expert', 'manager', 'administrator'] as const) expect(readReach(role, 'former')).toBeNull();
  });

  it('the expert reads only what a measurement needs', () => {
    const expert = person('loonwaarde-expert');
    expect(allowedGroups('read', expert, 'candidate', own(expert))).toEqual(['identity', 'registration', 'status', 'team', 'register']);
  });

  it('who reads a signature reads everything that was signed, and who signs reads it too', () => {
    for (const [kind, signable] of Object.entries(signables)) {
      for (const role of roles) {
        const reader = person(role);
        if (readReach(role, signable.signedBy) === null) continue;
        expect([role, kind, ...allowedGroups('read', reader, kind as Kind, own(reader))]).toEqual([role, kind, ...signable.groups]);
      }
    }
    // The reader knows which is which by the kind alone.
    expect(readReach('loonwaarde-expert', 'supportSignature')).toBeNull();
    expect(readReach('loonwaarde-expert', 'signature')).toBe('caseload');
  });

  it('the administrator of the system sees no candidate at all', () => {
    for (const kind of ['candidate', 'visit', 'measurement', 'placement'] as const) expect(readReach('administrator', kind)).toBeNull();
  });

  it('a BSN is shown to consultants only', () => {
    const readers = rightsTable.filter((right) => right.kind === 'candidate' && right.groups.includes('bsn')).map((right) => right.role);
    expect(readers).toEqual(['consultant']);
  });

  it('a jobcoach reads what came out of an intake and never the answers, and notes what came of an agreement without changing the plan', () => {
    const coach = person('jobcoach');
    expect(allowedGroups('read', coach, 'intake', own(coach))).toEqual(['facts', 'decision']);
    expect(allowedGroups('write', coach, 'intake', own(coach))).toEqual([]);
    expect(allowedGroups('read', coach, 'plan', own(coach))).toEqual(['facts', 'content', 'agreements', 'agreed']);
    expect(allowedGroups('write', coach, 'plan', own(coach))).toEqual([]);
    expect(allowedGroups('write', coach, 'planOutcome', own(coach))).toEqual(['facts']);
    expect(allowedGroups('write', coach, 'planOutcome', elsewhere)).toEqual([]);
  });

  it('of intakes and plans the manager has the days alone, and an expert nothing', () => {
    const manager = person('manager');
    expect(allowedGroups('read', manager, 'intake', elsewhere)).toEqual(['facts']);
    expect(allowedGroups('read', manager, 'plan', elsewhere)).toEqual(['facts', 'agreed']);
    expect(allowedGroups('read', manager, 'planOutcome', elsewhere)).toEqual([]);
    for (const kind of ['intake', 'plan', 'planOutcome'] as const) expect(readReach('loonwaarde-expert', kind)).toBeNull();
  });
});
