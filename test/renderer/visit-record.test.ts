import { describe, expect, it } from 'vitest';
import { startOfVisit } from '#renderer/features/visit/start-of-visit.ts';
import { dayOfVisit, visitFrame, visitOf } from '#renderer/features/visit/visit-of-form.ts';
import { readForm } from '#shared/forms/read-form.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';
import type { DossierView } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { aDossier, deskToday, sanne } from '../support/forms/a-dossier.ts';

const visitId = 'visit-now' as RecordId;
const moment = { today: deskToday, now: '14:32' };

describe('a new visit', () => {
  it('is of today, with the goals of last time that still run and what was agreed', () => {
    expect(startOfVisit(aDossier(), moment, 'nl')).toMatchObject({
      heldOn: '20-11-2026',
      goals: [{ goal: 'Zelf de dag indelen', progress: 'loopt' }],
      agreements: [{ what: 'Rooster maken', owner: 'werkgever', dueOn: '01-11-2026', carried: true, outcome: 'open', agreementId: 'visit-october-1' }],
      sickLeave: false,
    });
  });

  it('without an earlier visit has the goals of the coachingsplan', () => {
    const plan = { goals: [{ goal: 'Zelf het rooster lezen', approach: '' }], drawnUpOn: '2026-03-01' } as unknown as NonNullable<Groups<'coachingPlan'>['shared']>;
    const records = [{ kind: 'coachingPlan', groups: { shared: plan } }] as unknown as DossierView['records'];
    expect(startOfVisit(aDossier({ visits: [], records }), moment, 'nl')).toMatchObject({ goals: [{ goal: 'Zelf het rooster lezen', progress: 'niet-begonnen' }], agreements: [] });
  });

  it('says of the journey that it was all for this person, and of a new agreement that it is open', () => {
    const values = {
      ...startOfVisit(aDossier(), moment, 'nl'), beganAt: '9', durationMinutes: '60', place: 'werkplek', travelMinutes: '35', travelKilometres: '24,5', attendees: 'werknemer', activity: 'evaluatie', observations: 'Werkt door.', risk: 'goed',
      agreements: [{ what: 'Rooster maken', owner: 'werkgever', dueOn: '', carried: true, outcome: 'nagekomen' }, { what: 'Bellen', owner: 'jobcoach', dueOn: '', carried: false, outcome: '' }],
    };
    const { groups, violations } = visitOf(visitFormV3, readForm(visitFormV3, values, moment), visitFrame(sanne, aDossier(), deskToday, visitId));
    expect(violations).toEqual([]);
    expect(groups.facts).toMatchObject({ sharedVisitId: null, participants: 1, travelMinutes: 35, travelMetres: 24_500, candidateTravelMinutes: 35, candidateTravelMetres: 24_500 });
    expect(groups.note.agreements.map(({ what, outcome }) => [what, outcome])).toEqual([['Rooster maken', 'nagekomen'], ['Bellen', 'open']]);
    // By phone nobody travels, whatever stood there before.
    const byPhone = visitOf(visitFormV3, readForm(visitFormV3, { ...values, place: 'telefoon' }, moment), visitFrame(sanne, aDossier(), deskToday, visitId)).groups.facts;
    expect([byPhone.travelMinutes, byPhone.candidateTravelMetres]).toEqual([null, null]);
  });

  it('goes on with the agreement that it carried, whatever its words became, and names a new one after itself', () => {
    const start = startOfVisit(aDossier(), moment, 'nl');
    const carried = { ...(start['agreements'] as readonly object[])[0], what: 'Rooster maken voor januari' };
    const values = { ...start, beganAt: '9', durationMinutes: '60', place: 'telefoon', attendees: 'werknemer', activity: 'evaluatie', observations: 'Werkt door.', risk: 'goed', agreements: [carried, { what: 'Bellen', owner: 'jobcoach', dueOn: '' }] };
    const { groups, violations } = visitOf(visitFormV3, readForm(visitFormV3, values, moment), visitFrame(sanne, aDossier(), deskToday, visitId));
    expect(violations).toEqual([]);
    expect(groups.note.agreements.map(({ id, what }) => [id, what])).toEqual([['visit-october-1', 'Rooster maken voor januari'], ['visit-now-2', 'Bellen']]);
    const [october] = aDossier().visits;
    const after = aDossier({ visits: [{ ...october, recordId: visitId, groups } as DossierView['visits'][number], ...aDossier().visits] });
    expect((startOfVisit(after, moment, 'nl')['agreements'] as readonly { readonly what: string }[]).map(({ what }) => what)).toEqual(['Rooster maken voor januari', 'Bellen']);
  });

  it('begins with whom one spoke to there last, and with nobody where somebody works elsewhere by now', () => {
    expect(startOfVisit(aDossier(), moment, 'nl')['contactPerson']).toBe('T. Peters');
    expect(startOfVisit(aDossier({ visits: [] }), moment, 'nl')['contactPerson']).toBe('');
    const elsewhere = aDossier().placements.map((placement) => ({ ...placement, recordId: 'placement-other' as typeof placement.recordId }));
    expect(startOfVisit(aDossier({ placements: elsewhere }), moment, 'nl')['contactPerson']).toBe('');
  });

  it('writes its date as the reader does', () => {
    expect(startOfVisit(aDossier(), moment, 'en')['heldOn']).toBe('20/11/2026');
    expect(readForm(visitFormV3, startOfVisit(aDossier(), moment, 'en'), moment).answers['heldOn']).toBe('2026-11-20');
  });

  it('is held by who writes it, at the placement of its day', () => {
    expect(dayOfVisit(readForm(visitFormV3, { ...startOfVisit(aDossier(), moment, 'nl'), heldOn: '1-2-2026' }, moment), deskToday)).toBe('2026-02-01');
    expect(dayOfVisit(readForm(visitFormV3, {}, moment), deskToday)).toBe(deskToday);
    expect(visitFrame(sanne, aDossier(), deskToday, visitId)).toEqual({ visitId, heldBy: 'jobcoach-sanne', placementId: 'placement-green' });
    expect(visitFrame(sanne, aDossier(), '2026-02-01', visitId)).toEqual({ visitId, heldBy: 'jobcoach-sanne', placementId: null });
  });

  it('is judged as a whole: the time of one person is not longer than the visit', () => {
    const values = {
      ...startOfVisit(aDossier(), moment, 'nl'),
      beganAt: '9', durationMinutes: '60', candidateMinutes: '90', place: 'werkplek', attendees: 'werknemer', activity: 'evaluatie', observations: 'Werkt door.', risk: 'goed',
    };
    const found = (changes: object) => visitOf(visitFormV3, readForm(visitFormV3, { ...values, ...changes }, moment), visitFrame(sanne, aDossier(), deskToday, visitId)).violations;
    expect(found({})).toMatchObject([{ path: ['facts', 'candidateMinutes'], code: 'visit.shareAboveDuration' }]);
    expect(found({ candidateMinutes: '' })).toEqual([]);
  });
});
