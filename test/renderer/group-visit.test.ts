import { describe, expect, it } from 'vitest';
import type { CaseloadRow } from '#renderer/data/views.ts';
import { employersWithPeople } from '#renderer/features/group-visit/employers-with-people.ts';
import { groupDraftOf, withPeople } from '#renderer/features/group-visit/group-draft.ts';
import { groupVisitForm } from '#renderer/features/group-visit/group-visit-form.ts';
import { divisionOf, findingsOf, visitsOf, type GroupMember } from '#renderer/features/group-visit/group-visit-of-form.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { readForm, startValues } from '#shared/forms/read-form.ts';
import { aDossier, deskToday, sanne } from '../support/forms/a-dossier.ts';

const moment = { today: deskToday, now: '14:32' };
const sharedVisitId = '44444444-4444-4444-8444-444444444444' as RecordId;
const author = { principal: sanne, sharedVisitId, today: deskToday };
const member = (number: number): GroupMember => ({ key: `p${number}`, dossierId: `dossier-${number}` as DossierId, recordId: `visit-${number}` as RecordId, dossier: aDossier({ dossierId: `dossier-${number}` as DossierId }) });

function reading(people: readonly GroupMember[], values: object = {}) {
  const form = groupVisitForm(people.map(({ key }) => ({ key, name: key })));
  const own = Object.assign({}, ...people.map(({ key }) => ({ [`${key}_observations`]: `Verslag ${key}.`, [`${key}_risk`]: 'goed' }))) as object;
  const common = { heldOn: 'v', beganAt: '9', durationMinutes: '120', place: 'werkplek', attendees: 'beiden', activity: 'evaluatie', travelMinutes: '50', travelKilometres: '24,5' };
  return readForm(form, { ...startValues(form), ...common, ...own, ...values }, moment);
}
const group = (count: number) => Array.from({ length: count }, (_, index) => member(index + 1));
const minutes = (visits: ReturnType<typeof visitsOf>) => visits.map(({ groups }) => groups.facts.candidateMinutes);
const sum = (numbers: readonly (number | null | undefined)[]) => numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

describe('a visit to several people', () => {
  it('a group of 6 in 120 minutes has 20 each, in six records that one id ties together', () => {
    const visits = visitsOf(reading(group(6)), group(6), author);
    expect(visits.flatMap(({ violations }) => violations)).toEqual([]);
    expect(minutes(visits)).toEqual([20, 20, 20, 20, 20, 20]);
    expect(new Set(visits.map(({ groups }) => groups.facts.sharedVisitId))).toEqual(new Set([sharedVisitId]));
    expect(new Set(visits.map(({ recordId }) => recordId)).size).toBe(6);
    expect(visits[0]?.groups.facts).toMatchObject({ durationMinutes: 120, participants: 6, heldBy: sanne.userId, placementId: 'placement-green' });
  });

  it('belongs to the placement of the day of the visit, not of the day on which it is written down', () => {
    expect(visitsOf(reading(group(1), { heldOn: '1-2-2026' }), group(1), author)[0]?.groups.facts).toMatchObject({ heldOn: '2026-02-01', placementId: null });
  });

  it('the shares of time and of the journey add up to the whole', () => {
    const visits = visitsOf(reading(group(3), { durationMinutes: '100' }), group(3), author);
    expect(minutes(visits)).toEqual([34, 33, 33]);
    expect(visits.map(({ groups }) => groups.facts.candidateTravelMinutes)).toEqual([17, 17, 16]);
    expect(sum(visits.map(({ groups }) => groups.facts.candidateTravelMetres))).toBe(24_500);
    expect(visits.map(({ groups }) => groups.facts.travelMetres)).toEqual([24_500, 24_500, 24_500]);
  });

  it('what somebody filled in stays, and the others share the rest', () => {
    expect(minutes(visitsOf(reading(group(3), { p2_candidateMinutes: '60' }), group(3), author))).toEqual([30, 60, 30]);
  });

  it('shares that do not fit stand in the way, once, and say both numbers', () => {
    const found = reading(group(2), { p1_candidateMinutes: '30', p2_candidateMinutes: '30' });
    expect(divisionOf(found, group(2)).shares).toBeNull();
    expect(findingsOf(found, group(2), visitsOf(found, group(2), author))).toEqual([{ path: ['p1_candidateMinutes'], code: 'visit.sharesNotWhole', params: { sum: 60, whole: 120 } }]);
  });

  it("nobody's record holds a word about another", () => {
    const visits = visitsOf(reading(group(3), { p1_goals: [{ goal: 'Alleen van p1', progress: 'loopt' }] }), group(3), author);
    for (const { key, groups } of visits) {
      const others = group(3).filter((each) => each.key !== key);
      for (const other of others) expect(JSON.stringify(groups)).not.toContain(`Verslag ${other.key}.`);
    }
    expect(visits.map(({ groups }) => groups.note.goals.length)).toEqual([1, 0, 0]);
  });

  it('a wrong day is one fault, and a wrong next contact is that of one person', () => {
    const found = reading(group(3), { p2_nextContactOn: '01-01-2026' });
    expect(findingsOf(found, group(3), visitsOf(found, group(3), author))).toEqual([{ path: ['p2_nextContactOn'], code: 'visit.nextContactBeforeVisit' }]);
  });

  it('more people than minutes cannot be: nobody gets a visit of nothing', () => {
    const found = reading(group(3), { durationMinutes: '2' });
    expect(findingsOf(found, group(3), visitsOf(found, group(3), author)).map(({ path, code }) => `${path.join('.')} ${code}`)).toContain('p3_candidateMinutes minutes.invalid');
  });

  it('by phone nobody travelled', () => {
    const [first] = visitsOf(reading(group(2), { place: 'telefoon' }), group(2), author);
    expect([first?.groups.facts.travelMetres, first?.groups.facts.candidateTravelMetres, first?.groups.facts.candidateTravelMinutes]).toEqual([null, null, null]);
  });
});

describe('who is in a draft', () => {
  it('stays who they were when others come or go', () => {
    let made = 0;
    const id = () => `record-${(made += 1)}`;
    const first = withPeople([], ['a', 'b'] as DossierId[], id);
    expect(first).toEqual([{ key: 'p1', dossierId: 'a', recordId: 'record-1' }, { key: 'p2', dossierId: 'b', recordId: 'record-2' }]);
    const later = withPeople(first, ['b', 'c'] as DossierId[], id);
    expect(later).toEqual([{ key: 'p2', dossierId: 'b', recordId: 'record-2' }, { key: 'p3', dossierId: 'c', recordId: 'record-3' }]);
  });

  it('is read from a draft that holds anything', () => {
    expect(groupDraftOf({})).toBeNull();
    expect(groupDraftOf({ employerName: 'De Waal', people: [null, 7, { key: 'p1' }] })).toBeNull();
    expect(groupDraftOf({ employerName: 'De Waal', people: [{ key: 'p1', dossierId: 'a', recordId: 'r' }] })?.people).toHaveLength(1);
  });

  it('can be chosen where they work; two employers of one name stay apart', () => {
    const row = (name: string, employerName: string | null, employerId?: string) => ({ dossierId: name as DossierId, name, employerName, ...(employerId === undefined ? {} : { employerId: employerId as RecordId }) }) as CaseloadRow;
    const employers = employersWithPeople([row('Zoë', 'Bakker', 'e1'), row('Ali', 'Bakker', 'e1'), row('Kim', 'Bakker', 'e2'), row('Jan', null), row('Old', 'Aanpak')]);
    expect(employers.map(({ name, people }) => [name, people.map((each) => each.name)])).toEqual([['Aanpak', ['Old']], ['Bakker', ['Ali', 'Zoë']], ['Bakker', ['Kim']]]);
  });
});

