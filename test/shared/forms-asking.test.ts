import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingOf } from '#shared/forms/asking.ts';
import { fieldsOf, type Condition, type FormDefinition } from '#shared/forms/form-definition.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { readForm, startValues } from '#shared/forms/read-form.ts';
import { day } from '#shared/lib/calendar.ts';

const moment = { today: day('2026-11-20'), now: '14:07' };
const asked = (values: Readonly<Record<string, unknown>>) => {
  const asking = askingOf(intakeFormV1, values);
  return fieldsOf(intakeFormV1).filter(({ id }) => asking.asks(id)).map(({ id }) => id);
};
const proposed = (values: Readonly<Record<string, unknown>>, field = 'candidateGroup') => askingOf(intakeFormV1, values).suggestionFor(field);

const ready = { workNow: 'nee', lastWork: 'korter-dan-jaar', education: 'mbo-2-4', pace: 'gewoon', independence: 'zelfstandig', hours: '28-of-meer', register: 'nee', dutch: 'goed' };
const slow = { ...ready, pace: 'veel-langzamer', growth: 'niet-verwacht' };

describe('skipping questions', () => {
  it('asks no more than the answers call for', () => {
    expect(asked({})).not.toContain('lastWork');
    expect(asked({ workNow: 'nee' })).toContain('lastWork');
    expect(asked({ workNow: 'nee', lastWork: 'nooit' })).not.toContain('experience');
    expect(asked({ workNow: 'ja' })).toContain('experience');
    expect(asked({ under27: true, education: 'vmbo' })).toContain('atSchool');
    expect(asked({ under27: true, education: 'hbo-wo' })).not.toContain('atSchool');
    expect(asked({ branches: ['groen', 'anders'] })).toContain('otherBranch');
    expect(asked({ branches: ['groen'] })).not.toContain('otherBranch');
  });

  it('an answer to a question that is not asked any more counts for nothing', () => {
    // Never worked, it said first; then that there is work now.
    expect(proposed({ ...ready, workNow: 'ja', lastWork: 'nooit' })?.values).toEqual(['1']);
    expect(proposed({ ...ready, lastWork: 'nooit' })?.values).toEqual(['2']);
    const reading = readForm(intakeFormV1, { ...startValues(intakeFormV1, { ...ready, workNow: 'ja', lastWork: 'nooit', obstacles: [], debtHelp: 'nee' }) }, moment);
    expect(reading.answers).toMatchObject({ lastWork: null, debtHelp: null });
  });

  it('a whole section can be skipped, and what hangs on it goes along', () => {
    const definition: FormDefinition = {
      id: 'x', version: 1, rules: [], texts: { nl: {}, en: {} },
      sections: [
        { id: 'a', fields: [{ type: 'switch', id: 'wants' }] },
        { id: 'b', shownWhen: { field: 'wants', isOneOf: [true] }, fields: [{ type: 'choice', id: 'kind', choices: ['one', 'two'] }] },
        { id: 'c', fields: [{ type: 'line', id: 'why', maximum: 10, shownWhen: { field: 'kind', isOneOf: ['two'] } }] },
      ],
    };
    expect(askingOf(definition, { wants: true, kind: 'two' }).asks('why')).toBe(true);
    expect(askingOf(definition, { wants: false, kind: 'two' }).asks('why')).toBe(false);
  });

  it('questions that wait for each other are asked not at all, and stop nothing', () => {
    const after = (field: string): Condition => ({ not: { field, isOneOf: ['ja'] } });
    const definition: FormDefinition = {
      id: 'x', version: 1, rules: [], texts: { nl: {}, en: {} },
      sections: [{ id: 'a', fields: [{ type: 'choice', id: 'one', choices: ['ja', 'nee'], shownWhen: after('two') }, { type: 'choice', id: 'two', choices: ['ja', 'nee'], shownWhen: after('one') }] }],
    };
    expect(() => askingOf(definition, {}).asks('one')).not.toThrow();
  });

  it('never throws, whatever an old or damaged draft holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fieldsOf(intakeFormV1).map(({ id }) => id)), fc.anything()), (values) => {
        readForm(intakeFormV1, values, moment);
        proposed(values, 'nextSteps');
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});

describe('several choices', () => {
  it('are kept in the order of the form, not of the clicks', () => {
    expect(readForm(intakeFormV1, { branches: ['zorg', 'groen'] }, moment).answers['branches']).toEqual(['groen', 'zorg']);
  });

  it('must be made where one is needed, and be known', () => {
    const codes = (branches: unknown) => readForm(intakeFormV1, { branches }, moment).violations.filter(({ path }) => path[0] === 'branches').map(({ code }) => code);
    expect(codes([])).toEqual(['choice.required']);
    expect(codes('groen')).toEqual(['choice.required']);
    expect(codes(['groen', 'ruimtevaart'])).toEqual(['choice.unknown']);
    expect(codes(['groen'])).toEqual([]);
  });
});

describe('what an intake proposes', () => {
  it('a group, with every reason that leads to it and none that does not', () => {
    expect(proposed({})).toBeNull();
    expect(proposed(ready)).toEqual({ values: ['1'], reasons: [{ value: '1', because: 'because.worksAsOthersDo' }] });
    expect(proposed({ ...slow, register: 'ja' })).toEqual({ values: ['3'], reasons: [{ value: '3', because: 'because.staysSlower' }, { value: '3', because: 'because.inRegister' }] });
    expect(proposed({ ...slow, growth: 'binnen-een-jaar' })?.values).toEqual(['2']);
    expect(proposed({ ...slow, hours: 'tot-12' })?.values).toEqual(['4']);
    expect(proposed({ ...ready, independence: 'steeds-iemand-erbij', growth: 'binnen-een-jaar' })?.values).toEqual(['4']);
  });

  it('next steps that follow from what the person decided, not from what was proposed', () => {
    expect(proposed({ ...slow, candidateGroup: '3' }, 'nextSteps')?.values).toEqual(['proefplaatsing', 'loonwaardemeting']);
    expect(proposed({ ...slow, candidateGroup: '1', dutch: 'redelijk' }, 'nextSteps')?.values).toEqual(['direct-naar-werk', 'taalles']);
    expect(proposed({ ...slow, candidateGroup: '2' }, 'labourMarketRelation')?.values).toEqual(['ontwikkeling-naar-werk']);
  });

  it('asks why only of who decides otherwise', () => {
    expect(asked({ ...slow, candidateGroup: '3' })).not.toContain('explanation');
    expect(asked(slow)).not.toContain('explanation');
    expect(asked({ ...slow, candidateGroup: '2' })).toContain('explanation');
    // Without a proposal there is nothing to differ from.
    expect(asked({ candidateGroup: '2' })).not.toContain('explanation');
  });
});
