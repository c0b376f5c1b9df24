import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRecord } from '#shared/domain/judge.ts';
import { definitionOf } from '#shared/domain/kinds.ts';
import { fieldsOf, type FormDefinition, type FormField, type FormValues } from '#shared/forms/form-definition.ts';
import { coachingFormV1 } from '#shared/forms/coaching.v1.ts';
import { coachingPlanFormV1 } from '#shared/forms/coaching-plan.v1.ts';
import { coachingReportFormV1 } from '#shared/forms/coaching-report.v1.ts';
import { measurementFormV1 } from '#shared/forms/measurement.v1.ts';
import { placementFormV2 } from '#shared/forms/placement.v2.ts';
import { placementFormV1 } from '#shared/forms/placement.v1.ts';
import { planFormV1 } from '#shared/forms/plan.v1.ts';
import { planFormV2 } from '#shared/forms/plan.v2.ts';
import { emptyItem, readForm, startValues, type FormReading } from '#shared/forms/read-form.ts';
import { formPathOf, groupsOfForm } from '#shared/forms/record-of-form.ts';
import { visitFormV1 } from '#shared/forms/visit.v1.ts';
import { visitFormV2 } from '#shared/forms/visit.v2.ts';
import { day } from '#shared/lib/calendar.ts';

const moment = { today: day('2026-11-20'), now: '14:07' };

const complete = {
  heldOn: 'v',
  beganAt: '930',
  durationMinutes: '1:30',
  candidateMinutes: '',
  place: 'werkplek',
  attendees: 'beiden',
  contactPerson: 'T. Peters',
  activity: 'evaluatie',
  observations: 'Werkt zelfstandig aan de lopende band.\nVraagt om hulp als het nodig is.',
  goals: [{ goal: 'Zelf pauzes nemen', progress: 'loopt' }],
  risk: 'goed',
  sickLeave: false,
  agreements: [
    { what: '', owner: '', dueOn: '' },
    { what: 'Rooster aanpassen', owner: 'werkgever', dueOn: '1-12' },
  ],
  nextContactOn: '+2w',
};

const codes = (reading: FormReading) => reading.violations.map(({ path, code }) => `${path.join('.')} ${code}`);
const visitRecord = (reading: FormReading) => {
  const groups = groupsOfForm(visitFormV1, reading);
  return {
    facts: { ...groups['facts'], heldBy: 'jobcoach-sanne', placementId: null },
    note: { ...groups['note'], form: { id: visitFormV1.id, version: visitFormV1.version } },
  };
};

describe('reading a visit', () => {
  it('makes a whole record of what was typed loosely', () => {
    const reading = readForm(visitFormV1, complete, moment);
    expect(reading.violations).toEqual([]);
    const record = visitRecord(reading);
    expect(record.facts).toMatchObject({ heldOn: '2026-11-20', beganAt: '09:30', durationMinutes: 90, candidateMinutes: 90, nextContactOn: '2026-12-04' });
    expect(record.note).toMatchObject({ agreements: [{ what: 'Rooster aanpassen', owner: 'werkgever', dueOn: '2026-12-01' }], goals: [{ goal: 'Zelf pauzes nemen', progress: 'loopt' }] });
    expect(judgeRecord('visit', record)).toEqual([]);
  });

  it('names everything that is missing in an empty form, from top to bottom', () => {
    expect(codes(readForm(visitFormV1, startValues(visitFormV1), moment))).toEqual([
      'heldOn day.required',
      'beganAt time.required',
      'durationMinutes minutes.required',
      'place choice.required',
      'attendees choice.required',
      'activity choice.required',
      'observations text.required',
      'risk choice.required',
    ]);
  });

  it('answers a year 20226 and a visit of tomorrow with their own sentences', () => {
    expect(codes(readForm(visitFormV1, { ...complete, heldOn: '20-11-20226' }, moment))).toEqual(['heldOn day.outOfRange']);
    expect(codes(readForm(visitFormV1, { ...complete, heldOn: 'm' }, moment))).toEqual(['heldOn visit.heldInFuture']);
  });

  it('wants the next contact when someone is reported sick', () => {
    expect(codes(readForm(visitFormV1, { ...complete, sickLeave: true, nextContactOn: '' }, moment))).toEqual(['nextContactOn visit.nextContactRequiredWhenSick']);
    expect(codes(readForm(visitFormV1, { ...complete, sickLeave: true, nextContactOn: 'straks' }, moment))).toEqual(['nextContactOn day.invalid']);
  });

  it('does not keep what stands in a field that is no longer asked', () => {
    const reading = readForm(visitFormV1, { ...complete, attendees: 'werknemer' }, moment);
    expect(reading.answers['contactPerson']).toBe('');
  });

  it('ignores blank lines of a list and still points at the line on the screen', () => {
    const reading = readForm(visitFormV1, { ...complete, agreements: [{}, { what: 'Bellen', owner: '', dueOn: '' }] }, moment);
    expect(codes(reading)).toEqual(['agreements.1.owner choice.required']);
    expect(formPathOf(visitFormV1, reading, ['note', 'agreements', 0, 'owner'])).toEqual(['agreements', 1, 'owner']);
  });

  it('brings a fault of the record to the field that says it', () => {
    const reading = readForm(visitFormV1, complete, moment);
    expect(formPathOf(visitFormV1, reading, ['facts', 'nextContactOn'])).toEqual(['nextContactOn']);
    expect(formPathOf(visitFormV1, reading, ['note', 'goals'])).toEqual(['goals']);
    expect(formPathOf(visitFormV1, reading, ['note'])).toEqual(['contactPerson']);
    expect(formPathOf(visitFormV1, reading, ['facts', 'heldBy'])).toBeNull();
  });

  it('never throws, whatever an old or damaged draft holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fieldsOf(visitFormV1).map(({ id }) => id)), fc.anything()), (values) => {
        readForm(visitFormV1, values, moment);
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});

describe('reading a measurement', () => {
  it('does not ask for hoofdtaken of a regular performance', () => {
    const reading = readForm(measurementFormV1, { ...startValues(measurementFormV1), regularPerformance: true, hoofdtaken: [{ name: 'Oud' }] }, moment);
    expect(reading.answers['hoofdtaken']).toEqual([]);
    expect(codes(reading).filter((code) => code.startsWith('hoofdtaken'))).toEqual([]);
  });

  it('wants at least one hoofdtaak otherwise', () => {
    expect(codes(readForm(measurementFormV1, startValues(measurementFormV1), moment))).toContain('hoofdtaken list.required');
  });

  it.each<[string, FormDefinition, string]>([
    ['hoofdtaken', measurementFormV1, 'hoofdtaken'],
    ['goals', coachingPlanFormV1, 'planGoals'],
    ['agreements', planFormV1, 'agreements'],
  ])('takes an empty line for no answer: of the %s that must be there one is filled in', (_, definition, listId) => {
    const list = fieldsOf(definition).find(({ id }) => id === listId);
    const blank = list?.type === 'list' ? emptyItem(list) : {};
    const about = (items: readonly FormValues[]) => codes(readForm(definition, startValues(definition, { [listId]: items }), moment)).filter((code) => code.startsWith(listId));
    expect(about([blank])).toEqual([`${listId} list.stillBlank`]);
    expect(about([blank, blank])).toEqual([`${listId} list.stillBlank`]);
    expect(about([{ ...blank, [Object.keys(blank)[0] ?? '']: 'Iets' }])).not.toContain(`${listId} list.stillBlank`);
  });
});

describe.each<[string, FormDefinition, 'visit' | 'measurement' | 'coaching' | 'coachingPlan' | 'coachingReport' | 'placement' | 'plan']>([
  ['visit.v1', visitFormV1, 'visit'],
  ['visit.v2', visitFormV2, 'visit'],
  ['measurement.v1', measurementFormV1, 'measurement'],
  ['coaching.v1', coachingFormV1, 'coaching'],
  ['coachingPlan.v1', coachingPlanFormV1, 'coachingPlan'],
  ['coachingReport.v1', coachingReportFormV1, 'coachingReport'],
  ['placement.v1', placementFormV1, 'placement'],
  ['placement.v2', placementFormV2, 'placement'],
  ['plan.v2', planFormV2, 'plan'],
])('the form definition %s', (_, definition, kind) => {
  const all: readonly FormField[] = fieldsOf(definition).flatMap((field) => (field.type === 'list' ? [field, ...field.fields] : [field]));

  it('has every word in both languages', () => {
    expect(Object.keys(definition.texts.en)).toEqual(Object.keys(definition.texts.nl));
    const needed = [
      ...definition.sections.map(({ id }) => `${id}.title`),
      ...all.map(({ id }) => `${id}.label`),
      ...all.flatMap((field) => (field.type === 'choice' ? field.choices.map((choice) => `${field.id}.${choice}`) : [])),
      ...all.flatMap((field) => (field.type === 'list' ? [`${field.id}.item`, `${field.id}.add`, `${field.id}.remove`] : [])),
    ];
    expect(needed.filter((key) => definition.texts.nl[key] === undefined)).toEqual([]);
  });

  it('asks nothing twice, and its rules name fields that exist', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of definition.rules) expect(ids).toContain(rule.field);
  });

  it('writes only into groups that the record has', () => {
    for (const field of fieldsOf(definition)) {
      if (field.writesTo !== undefined) expect(Object.keys(definitionOf(kind).groups)).toContain(field.writesTo[0]);
    }
  });

  it('is plain JSON, so that a later version can arrive from the server', () => {
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });
});
