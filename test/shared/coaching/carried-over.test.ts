import { describe, expect, it } from 'vitest';
import { bundledCoachingParameters } from '#shared/domain/coaching/coaching-parameters.ts';
import { carriedGoals, laterWords, openAgreements, type VisitAgreement } from '#shared/domain/coaching/open-agreements.ts';
import { suggestNextContact } from '#shared/domain/coaching/suggest-next-contact.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { VisitNote } from '#shared/domain/records/visit.ts';
import { day } from '#shared/lib/calendar.ts';

let count = 0;
const note = (changes: Partial<VisitNote>, recordId = `visit-${(count += 1)}`): { readonly recordId: RecordId; readonly groups: { readonly note: VisitNote } } => ({ recordId: recordId as RecordId, groups: { note: { form: { id: 'visit', version: 2 }, observations: 'Werkt rustig door.', goals: [], agreements: [], contactPerson: '', ...changes } } });
const agreement = (what: string, outcome?: VisitAgreement['outcome'], dueOn: string | null = null): VisitAgreement => ({ what, owner: 'werkgever', dueOn: dueOn === null ? null : day(dueOn), ...(outcome === undefined ? {} : { outcome }) });

describe('what a next visit begins with', () => {
  it('goals that are neither reached nor dropped', () => {
    const visits = [note({ goals: [{ goal: 'Op tijd', progress: 'bereikt' }, { goal: 'Zelf de dag indelen', progress: 'loopt' }, { goal: 'Heftruck', progress: 'losgelaten' }] })];
    expect(carriedGoals(visits).map(({ goal }) => goal)).toEqual(['Zelf de dag indelen']);
    expect(carriedGoals([])).toEqual([]);
  });

  it('an open agreement is not lost because a visit in between did not mention it', () => {
    const visits = [note({}), note({ agreements: [agreement('Rooster maken', 'open')] })];
    expect(openAgreements(visits).map(({ what }) => what)).toEqual(['Rooster maken']);
  });

  it('what a later visit settled is settled, however it was spelt', () => {
    const visits = [note({ agreements: [agreement('rooster  maken ', 'nagekomen')] }), note({ agreements: [agreement('Rooster maken', 'open')] })];
    expect(openAgreements(visits)).toEqual([]);
  });

  it('agreements of a form that did not ask for an outcome count in the last visit only', () => {
    expect(openAgreements([note({ agreements: [agreement('Nieuw')] }), note({ agreements: [agreement('Oud')] })]).map(({ what }) => what)).toEqual(['Nieuw']);
  });

  it('an agreement with other words is still the same one, and settled when it is settled', () => {
    const named = (what: string, outcome: VisitAgreement['outcome'], id: string): VisitAgreement => ({ ...agreement(what, outcome), id: id as RecordId });
    const [first, second] = [note({ agreements: [named('Rooster maken', 'open', 'first-1')] }, 'first'), note({ agreements: [named('Rooster maken voor januari', 'deels', 'first-1')] }, 'second')];
    expect(openAgreements([second, first])).toMatchObject([{ id: 'first-1', what: 'Rooster maken voor januari', visitId: 'second' }]);
    expect(openAgreements([note({ agreements: [named('Rooster voor januari', 'nagekomen', 'first-1')] }), second, first])).toEqual([]);
  });

  it('the same words promised twice are two agreements where each has an id', () => {
    const named = (outcome: VisitAgreement['outcome'], id: string): VisitAgreement => ({ ...agreement('Bellen', outcome), id: id as RecordId });
    expect(openAgreements([note({ agreements: [named('nagekomen', 'b-1')] }), note({ agreements: [named('open', 'a-1')] })]).map(({ id }) => id)).toEqual(['a-1']);
  });

  it('one from before there were ids is known by its place once it was carried on, and by its words until then', () => {
    const [older, old] = [note({ agreements: [agreement('Rooster maken', 'open')] }, 'older'), note({ agreements: [agreement('Bellen', 'nagekomen'), agreement('rooster maken', 'open')] }, 'old')];
    expect(openAgreements([old, older])).toMatchObject([{ id: 'old-2', what: 'rooster maken' }]);
    const carried = note({ agreements: [{ ...agreement('Rooster voor januari', 'nagekomen'), id: 'old-2' as RecordId }] });
    expect(openAgreements([carried, old, older])).toEqual([]);
    // An app that gives no ids yet carried it on by its words.
    const byWords = note({ agreements: [agreement('Rooster voor januari', 'open')] }, 'by-words');
    expect(openAgreements([byWords, carried]).map(({ id }) => id)).toEqual(['by-words-1']);
    expect(openAgreements([carried, byWords])).toEqual([]);
  });

  it('the earliest due comes first', () => {
    const visits = [note({ agreements: [agreement('Zonder dag', 'open'), agreement('Later', 'open', '2026-12-24'), agreement('Eerst', 'deels', '2026-12-01')] })];
    expect(openAgreements(visits).map(({ what }) => what)).toEqual(['Eerst', 'Later', 'Zonder dag']);
  });

  it('the next contact is sooner when the risk is greater, and on a working day', () => {
    const friday = day('2026-11-20');
    expect(suggestNextContact(bundledCoachingParameters, friday, { risk: 'goed', sickLeave: false })).toBe('2026-12-18');
    expect(suggestNextContact(bundledCoachingParameters, friday, { risk: 'dreigende-uitval', sickLeave: false })).toBe('2026-11-27');
    expect(suggestNextContact(bundledCoachingParameters, friday, { risk: 'goed', sickLeave: true })).toBe('2026-11-27');
    expect(suggestNextContact(bundledCoachingParameters, day('2026-11-21'), { risk: 'let-op', sickLeave: false })).toBe('2026-12-07');
  });
});

describe('what became of an agreement, read at the visit that made it', () => {
  const held = (recordId: string, heldOn: string, agreements: readonly VisitAgreement[]) => {
    const visit = note({ agreements: [...agreements] }, recordId);
    return { ...visit, groups: { ...visit.groups, facts: { heldOn } as never } };
  };
  const first = held('first', '2026-09-01', [agreement('Rooster maken', 'open', '2026-09-15'), agreement('Bellen', 'open')]);
  const id = 'first-1' as RecordId;

  it('is moved, kept, with the visit and its day, in the order of the visits', () => {
    const second = held('second', '2026-10-01', [{ ...agreement('Rooster maken', 'open', '2026-10-15'), id }]);
    const third = held('third', '2026-11-01', [{ ...agreement('Rooster voor januari', 'nagekomen', '2026-10-15'), id }]);
    expect(laterWords([third, held('between', '2026-10-20', []), second, first], 'first' as RecordId)).toEqual([
      [{ visitId: 'second', heldOn: '2026-10-01', outcome: 'open', movedTo: '2026-10-15' }, { visitId: 'third', heldOn: '2026-11-01', outcome: 'nagekomen' }],
      [],
    ]);
    expect(laterWords([third, second, first], 'third' as RecordId)).toEqual([[]]);
    expect(laterWords([first], 'unknown' as RecordId)).toEqual([]);
  });

  it('is known by its words where a form gave no id, and not by the words of another with one', () => {
    const other = { ...agreement('Rooster maken', 'nagekomen'), id: 'another-1' as RecordId };
    const named = held('named', '2026-09-02', [{ ...agreement('Rooster maken', 'open'), id: 'own-1' as RecordId }]);
    expect(laterWords([held('second', '2026-10-01', [agreement('rooster  maken', 'vervallen', '2026-09-15')]), first], 'first' as RecordId)[0]).toEqual([{ visitId: 'second', heldOn: '2026-10-01', outcome: 'vervallen' }]);
    expect(laterWords([held('second', '2026-10-01', [other]), named], 'named' as RecordId)).toEqual([[]]);
  });
});
