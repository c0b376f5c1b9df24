import { describe, expect, it } from 'vitest';
import { findField, limitsOf, withChoiceAdded, withChoiceMoved, withFieldMoved, withoutChoice, withRequired, withText } from '#renderer/features/region-document/edit-form.ts';
import { checkForm } from '#shared/forms/check-form.ts';
import { fieldsOf, type FormDefinition, type FormField } from '#shared/forms/form-definition.ts';
import { intakeFormV2 } from '#shared/forms/intake.v2.ts';
import { planFormV1 } from '#shared/forms/plan.v1.ts';

const field = (id: string, of: FormDefinition = intakeFormV2): FormField => {
  const found = findField(of, id);
  if (found === undefined) throw new RangeError(id);
  return found;
};
const choicesOf = (id: string, of: FormDefinition): readonly string[] => {
  const found = field(id, of);
  return 'choices' in found ? found.choices : [];
};
const idsIn = (sectionId: string, of: FormDefinition) => of.sections.find(({ id }) => id === sectionId)?.fields.map(({ id }) => id);
const faultsOf = (form: FormDefinition) => {
  const checked = checkForm(form);
  return checked.ok ? [] : checked.problem.map(({ code, detail }) => `${code} ${detail}`);
};

describe('a form that the region changes', () => {
  it('gets other words, and a help text goes with its last letter', () => {
    const named = withText(intakeFormV2, 'nl', 'wish.label', 'Welk werk past?');
    expect(named.texts.nl['wish.label']).toBe('Welk werk past?');
    expect(intakeFormV2.texts.nl['wish.label']).not.toBe('Welk werk past?');
    const helped = withText(named, 'nl', 'wish.hint', 'Vraag door.');
    expect(helped.texts.nl['wish.hint']).toBe('Vraag door.');
    expect(withText(helped, 'nl', 'wish.hint', '').texts.nl).not.toHaveProperty('wish.hint');
    expect(faultsOf(helped)).toEqual([]);
  });

  it('gets an answer with a word of its own in both languages, in the place that it is moved to', () => {
    const added = withChoiceAdded(intakeFormV2, 'obstacles', { nl: 'Geen rijbewijs én fiets', en: 'No licence' });
    expect(choicesOf('obstacles', added).at(-1)).toBe('geen-rijbewijs-en-fiets');
    expect(added.texts.en['obstacles.geen-rijbewijs-en-fiets']).toBe('No licence');
    expect(faultsOf(added)).toEqual([]);
    const twice = withChoiceAdded(added, 'obstacles', { nl: 'Geen rijbewijs en fiets', en: 'Other' });
    expect(choicesOf('obstacles', twice).at(-1)).toBe('geen-rijbewijs-en-fiets-2');
    const moved = withChoiceMoved(added, 'obstacles', 'geen-rijbewijs-en-fiets', -1);
    expect(choicesOf('obstacles', moved).at(-2)).toBe('geen-rijbewijs-en-fiets');
    expect(withChoiceMoved(added, 'obstacles', 'geen-rijbewijs-en-fiets', 1)).toEqual(added);
    const gone = withoutChoice(added, 'obstacles', 'geen-rijbewijs-en-fiets');
    expect(gone).toEqual(intakeFormV2);
  });

  it('keeps what it works with: answers that conditions and proposals name, those that are counted, and the questions a record cannot do without', () => {
    expect(limitsOf(intakeFormV2, field('obstacles'), false)).toMatchObject({ mustBeAsked: false, fixedChoices: false, usedChoices: new Set(['schulden', 'kinderopvang']) });
    expect(limitsOf(intakeFormV2, field('candidateGroup'), false)).toMatchObject({ mustBeAsked: true, fixedChoices: true });
    expect(limitsOf(intakeFormV2, field('nextSteps'), false).usedChoices).toContain('jobcoach');
    // What the limits tell is what the check would find.
    for (const each of fieldsOf(intakeFormV2)) {
      if (!('choices' in each)) continue;
      const { usedChoices, fixedChoices } = limitsOf(intakeFormV2, each, false);
      for (const choice of each.choices) if (!fixedChoices && each.choices.length > 2) expect(faultsOf(withoutChoice(intakeFormV2, each.id, choice)).length > 0).toBe(usedChoices.has(choice));
    }
    expect(faultsOf(withRequired(intakeFormV2, 'heldOn', false))).toEqual(['placeMissing facts.heldOn (day)']);
  });

  it('asks what may be left open as required, and back', () => {
    const asked = withRequired(planFormV1, 'consequences', true);
    expect(field('consequences', asked).required).toBe(true);
    expect(withRequired(asked, 'consequences', false)).toEqual(planFormV1);
    expect(faultsOf(asked)).toEqual([]);
  });

  it('moves a question within its section, and tells when a condition would then speak of what comes later', () => {
    const moved = withFieldMoved(intakeFormV2, 'wish', 1);
    expect(idsIn('wishes', moved)?.slice(0, 2)).toEqual(['branches', 'wish']);
    expect(withFieldMoved(moved, 'wish', -1)).toEqual(intakeFormV2);
    expect(withFieldMoved(intakeFormV2, 'wish', -1)).toEqual(intakeFormV2);
    expect(faultsOf(withFieldMoved(intakeFormV2, 'lastWork', -1))).toEqual(['fieldBelow workNow']);
  });
});
