import { describe, expect, it } from 'vitest';
import { deliveredForms, nextRegionVersion } from '#shared/forms/delivered-forms.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { intakeFormV2 } from '#shared/forms/intake.v2.ts';
import { statusFormV1 } from '#shared/forms/candidate/status.v1.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';

const version = (number: number, change: Partial<FormDefinition> = {}) => ({ id: 'intake', version: number, content: JSON.parse(JSON.stringify({ ...intakeFormV1, version: number, ...change })) as unknown });

it('the intake asks the two axes in the words of the file, and what was asked before keeps its own', () => {
  const axes = (texts: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(texts).filter(([key]) => /^(selfReliance|labourMarketRelation)\.(?!label|hint)/.test(key)));
  for (const language of ['nl', 'en'] as const) expect(axes(intakeFormV2.texts[language])).toEqual(axes(statusFormV1.texts[language]));
  expect(intakeFormV1.texts.nl['selfReliance.3']).toBe('3 Af en toe hulp');
});

describe('forms that the server delivered', () => {
  it('without any, the release has its own', () => {
    expect(deliveredForms('intake', [])).toEqual({ current: intakeFormV2, versions: new Map([[1, intakeFormV1], [2, intakeFormV2]]), unusable: [] });
  });

  it('the newest valid version is asked, whatever order they came in, and every earlier one stays readable', () => {
    const forms = deliveredForms('intake', [version(1_003), { id: 'visit', version: 9, content: null }, version(1_002)]);
    expect(forms.current.version).toBe(1_003);
    expect(new Set(forms.versions.keys())).toEqual(new Set([1, 2, 1_002, 1_003]));
  });

  it('a region numbers its own versions where no release ever will', () => {
    expect(nextRegionVersion([version(2)], 'intake')).toBe(1_001);
    expect(nextRegionVersion([version(1_001), version(1_004), { id: 'plan', version: 2_000 }], 'intake')).toBe(1_005);
  });

  it('a broken version is passed over and told', () => {
    const forms = deliveredForms('intake', [version(1_002), version(1_003, { sections: [] }), { id: 'intake', version: 1_004, content: 'kapot' }]);
    expect(forms.current.version).toBe(1_002);
    expect(forms.unusable.map((each) => [each.version, each.faults[0]?.code])).toEqual([[1_003, 'shape'], [1_004, 'shape']]);
  });

  it('a document cannot say it is another version than it is, nor take the place of what a release brought', () => {
    const other = { ...version(1, { texts: { nl: {}, en: {} } }) };
    expect(deliveredForms('intake', [other])).toMatchObject({ current: intakeFormV2, versions: new Map([[1, intakeFormV1], [2, intakeFormV2]]), unusable: [] });
    expect(deliveredForms('intake', [{ ...version(1_002), version: 7 }])).toMatchObject({ current: intakeFormV2, unusable: [{ version: 7 }] });
  });
});
