import { describe, expect, it } from 'vitest';
import { checkForm } from '#shared/forms/check-form.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { measurementFormV1 } from '#shared/forms/measurement.v1.ts';
import { planFormV1 } from '#shared/forms/plan.v1.ts';
import { visitFormV1 } from '#shared/forms/visit.v1.ts';

/** As it comes over the wire. */
const copy = (definition: FormDefinition) => JSON.parse(JSON.stringify(definition)) as { sections: { id: string; fields: Record<string, unknown>[] }[]; texts: Record<string, Record<string, string>>; suggestions: { rules: Record<string, unknown>[] }[]; rules: object[] } & Record<string, unknown>;
const faults = (change: (definition: ReturnType<typeof copy>) => void, of = intakeFormV1) => {
  const definition = copy(of);
  change(definition);
  const checked = checkForm(definition);
  return checked.ok ? [] : checked.problem.map(({ where, code, detail }) => `${where} ${code} ${detail}`);
};
const fieldOf = (definition: ReturnType<typeof copy>, id: string) => definition.sections.flatMap(({ fields }) => fields).find((field) => field['id'] === id) ?? {};

describe('the check of a form that comes from outside', () => {
  it.each([intakeFormV1, planFormV1, visitFormV1, measurementFormV1])('lets the form $id through as it came', (definition) => {
    const checked = checkForm(copy(definition));
    expect(checked).toEqual({ ok: true, value: copy(definition) });
  });

  it('takes nothing for a form that is none', () => {
    for (const content of [null, 'form', 42, [], {}, { id: 'intake' }]) expect(checkForm(content).ok).toBe(false);
  });

  it('refuses a word that it does not know, where a rule would silently do nothing', () => {
    expect(faults((form) => { fieldOf(form, 'wish')['requird'] = true; })[0]).toMatch(/shape.*requird/);
  });

  it('refuses a question that depends on one below it, so that nobody jumps back and forth', () => {
    expect(faults((form) => { fieldOf(form, 'wish')['shownWhen'] = { field: 'hours', isOneOf: ['tot-12'] }; })).toEqual(['wish fieldBelow hours']);
    expect(faults((form) => { fieldOf(form, 'wish')['shownWhen'] = { not: { field: 'nothing', isOneOf: ['ja'] } }; })).toEqual(['wish unknownField nothing']);
    expect(faults((form) => { fieldOf(form, 'wish')['shownWhen'] = { any: [{ field: 'workNow', isOneOf: ['misschien'] }] }; })).toEqual(['wish unknownChoice workNow: misschien']);
  });

  it('wants the words of every question, choice and reason in both languages', () => {
    expect(faults((form) => { delete form.texts['nl']?.['wish.label']; delete form.texts['en']?.['because.readyNow']; })).toEqual(['texts.nl wordsMissing wish.label', 'texts.en wordsMissing because.readyNow']);
  });

  it('wants the questions without which there is no record, always asked', () => {
    expect(faults((form) => { form.sections[0]?.fields.shift(); form.rules = []; })).toEqual(['facts.heldOn placeMissing facts.heldOn (day)']);
    expect(faults((form) => { fieldOf(form, 'selfReliance')['required'] = false; })).toEqual(['decision.selfReliance placeMissing decision.selfReliance (choice)']);
    expect(faults((form) => { fieldOf(form, 'wish')['writesTo'] = ['facts', 'heldBy']; fieldOf(form, 'strengths')['writesTo'] = ['bsn', 'bsn']; })).toEqual(['strengths notInside bsn.bsn']);
    expect(faults((form) => { fieldOf(form, 'strengths')['writesTo'] = ['given', 'wish']; })).toEqual(['strengths placeTwice given.wish']);
  });

  it('wants an id once, a suggestion that can be followed, and a sentence for every rule', () => {
    expect(faults((form) => { fieldOf(form, 'strengths')['id'] = 'wish'; })).toContain('wish idTwice wish');
    expect(faults((form) => { (form.suggestions[0]?.rules[0] ?? {})['value'] = '5'; })).toEqual(['candidateGroup unknownChoice 5']);
    expect(faults((form) => { form.rules.push({ rule: 'notAfterToday', field: 'heldOn', code: 'intake.nothing' }); })).toEqual(['heldOn sentenceMissing intake.nothing']);
  });
});
