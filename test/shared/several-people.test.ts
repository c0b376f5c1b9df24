import { describe, expect, it } from 'vitest';
import { namesMentioned } from '#shared/domain/names-mentioned.ts';
import { readForm, startValues } from '#shared/forms/read-form.ts';
import { formPathOf } from '#shared/forms/record-of-form.ts';
import { formForSeveral, pathOfPerson, readingOf } from '#shared/forms/several-people.ts';
import { visitFormV3 } from '#shared/forms/visit.v3.ts';
import { day } from '#shared/lib/calendar.ts';

const moment = { today: day('2026-11-20'), now: '14:07' };
const own = ['candidateMinutes', 'observations', 'goals', 'risk', 'sickLeave', 'agreements', 'nextContactOn'];
const form = formForSeveral(visitFormV3, own, [{ key: 'p1', name: 'Fatima' }, { key: 'p2', name: 'Ahmed' }]);
const answers = {
  heldOn: 'v', beganAt: '9', durationMinutes: '100', place: 'werkplek', attendees: 'werknemer', activity: 'evaluatie',
  p1_observations: 'Werkt door.', p1_risk: 'goed', p2_observations: 'Vraagt hulp.', p2_risk: 'let-op', p2_goals: [{ goal: '', progress: '' }, { goal: 'Op tijd', progress: 'loopt' }],
};
const read = (values: object = {}) => readForm(form, { ...startValues(form), ...answers, ...values }, moment);

describe('a form about one person, asked about several', () => {
  it('asks what is the same once, and the rest once for each, under their name', () => {
    expect(form.sections.map(({ id }) => id)).toEqual(['when', 'where', 'p1_person', 'p2_person']);
    expect(form.texts.nl['p2_person.title']).toBe('Ahmed');
    expect(form.texts.en['p1_risk.let-op']).toBe('Keep an eye on it');
    expect(form.texts.nl['p1_goals.add']).toBe('Doel toevoegen');
    expect(form.sections[3]?.fields.map(({ id }) => id)).toEqual(own.map((id) => `p2_${id}`));
  });

  it('reads each person as their own form, with nothing of the other in it', () => {
    const reading = read();
    expect(reading.violations).toEqual([]);
    const [first, second] = ['p1', 'p2'].map((key) => readingOf(visitFormV3, own, reading, key));
    expect(first?.answers).toMatchObject({ heldOn: '2026-11-20', durationMinutes: 100, observations: 'Werkt door.', risk: 'goed', goals: [] });
    expect(second?.answers).toMatchObject({ heldOn: '2026-11-20', observations: 'Vraagt hulp.', risk: 'let-op', goals: [{ goal: 'Op tijd', progress: 'loopt' }] });
    expect(JSON.stringify(first)).not.toContain('Vraagt hulp');
  });

  it('leaves an empty share empty: it is not the whole visit', () => {
    expect(readingOf(visitFormV3, own, read(), 'p1').answers['candidateMinutes']).toBeNull();
    expect(readingOf(visitFormV3, own, read({ p1_candidateMinutes: '40' }), 'p1').answers['candidateMinutes']).toBe(40);
  });

  it('keeps the rules of each person: who reported sick needs a next contact', () => {
    expect(read({ p2_sickLeave: true }).violations.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(['p2_nextContactOn visit.nextContactRequiredWhenSick']);
  });

  it('puts a fault beside the field of the person it is about', () => {
    const second = readingOf(visitFormV3, own, read(), 'p2');
    expect(pathOfPerson(own, 'p2', formPathOf(visitFormV3, second, ['note', 'goals', 0, 'goal']) ?? [])).toEqual(['p2_goals', 1, 'goal']);
    expect(pathOfPerson(own, 'p2', formPathOf(visitFormV3, second, ['facts', 'heldOn']) ?? [])).toEqual(['heldOn']);
  });
});

describe('names in a note', () => {
  it("are found as whole words, with a Dutch s behind them, and not inside other words", () => {
    expect(namesMentioned('Ahmed hielp haar. Ahmeds rooster is vol.', ['Ahmed', 'Bouali'])).toEqual(['Ahmed']);
    expect(namesMentioned("met bouali's auto", ['Bouali'])).toEqual(['Bouali']);
    expect(namesMentioned('De markt is druk, hij is aardig.', ['Mark', 'Aard'])).toEqual([]);
    expect(namesMentioned('', ['Ahmed'])).toEqual([]);
  });
});
