import { describe, expect, it } from 'vitest';
import { startOfVisit } from '#renderer/features/visit/start-of-visit.ts';
import { visitFrame, visitOf } from '#renderer/features/visit/visit-of-form.ts';
import { readForm } from '#shared/forms/read-form.ts';
import { visitFormV1 } from '#shared/forms/visit.v1.ts';
import { aDossier, deskToday, sanne } from '../support/forms/a-dossier.ts';

const moment = { today: deskToday, now: '14:32' };

describe('a new visit', () => {
  it('is of today, with the goals of last time that still run', () => {
    expect(startOfVisit(aDossier(), moment, 'nl')).toMatchObject({ heldOn: '20-11-2026', goals: [{ goal: 'Zelf de dag indelen', progress: 'loopt' }], agreements: [], sickLeave: false });
  });

  it('writes its date as the reader does', () => {
    expect(startOfVisit(aDossier(), moment, 'en')['heldOn']).toBe('20/11/2026');
    expect(readForm(visitFormV1, startOfVisit(aDossier(), moment, 'en'), moment).answers['heldOn']).toBe('2026-11-20');
  });

  it('is held by who writes it, at the placement that runs now', () => {
    expect(visitFrame(sanne, aDossier(), deskToday)).toEqual({ heldBy: 'jobcoach-sanne', placementId: 'placement-green' });
    expect(visitFrame(sanne, aDossier(), '2026-02-01')).toEqual({ heldBy: 'jobcoach-sanne', placementId: null });
  });

  it('is judged as a whole: the time of one person is not longer than the visit', () => {
    const values = {
      ...startOfVisit(aDossier(), moment, 'nl'),
      beganAt: '9', durationMinutes: '60', candidateMinutes: '90', place: 'werkplek', attendees: 'werknemer', activity: 'evaluatie', observations: 'Werkt door.', risk: 'goed',
    };
    const found = (changes: object) => visitOf(visitFormV1, readForm(visitFormV1, { ...values, ...changes }, moment), visitFrame(sanne, aDossier(), deskToday)).violations;
    expect(found({})).toMatchObject([{ path: ['facts', 'candidateMinutes'], code: 'visit.shareAboveDuration' }]);
    expect(found({ candidateMinutes: '' })).toEqual([]);
  });
});
