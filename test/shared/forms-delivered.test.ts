import { describe, expect, it } from 'vitest';
import { deliveredForms, nextRegionVersion } from '#shared/forms/delivered-forms.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';

const version = (number: number, change: Partial<FormDefinition> = {}) => ({ id: 'intake', version: number, content: JSON.parse(JSON.stringify({ ...intakeFormV1, version: number, ...change })) as unknown });

describe('forms that the server delivered', () => {
  it('without any, the release has its own', () => {
    expect(deliveredForms('intake', [])).toEqual({ current: intakeFormV1, versions: new Map([[1, intakeFormV1]]), unusable: [] });
  });

  it('the newest valid version is asked, whatever order they came in, and every earlier one stays readable', () => {
    const forms = deliveredForms('intake', [version(3), { id: 'visit', version: 9, content: null }, version(2)]);
    expect(forms.current.version).toBe(3);
    expect(new Set(forms.versions.keys())).toEqual(new Set([1, 2, 3]));
  });

  it('a region numbers its own versions where no release ever will', () => {
    expect(nextRegionVersion([version(2)], 'intake')).toBe(1_001);
    expect(nextRegionVersion([version(1_001), version(1_004), { id: 'plan', version: 2_000 }], 'intake')).toBe(1_005);
  });

  it('a broken version is passed over and told', () => {
    const forms = deliveredForms('intake', [version(2), version(3, { sections: [] }), { id: 'intake', version: 4, content: 'kapot' }]);
    expect(forms.current.version).toBe(2);
    expect(forms.unusable.map((each) => [each.version, each.faults[0]?.code])).toEqual([[3, 'shape'], [4, 'shape']]);
  });

  it('a document cannot say it is another version than it is, nor take the place of what a release brought', () => {
    const other = { ...version(1, { texts: { nl: {}, en: {} } }) };
    expect(deliveredForms('intake', [other])).toMatchObject({ current: intakeFormV1, unusable: [] });
    expect(deliveredForms('intake', [{ ...version(2), version: 7 }])).toMatchObject({ current: intakeFormV1, unusable: [{ version: 7 }] });
  });
});
