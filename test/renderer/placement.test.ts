import { trialConditions } from '#shared/domain/records/placement.ts';
import { describe, expect, it } from 'vitest';
import type { CaseloadRow, RecordView } from '#renderer/data/views.ts';
import { peopleAt } from '#renderer/features/employer/people-at.ts';
import { placementBefore, startAfter } from '#renderer/features/placement/placement-before.ts';
import { trialWarnings } from '#renderer/features/placement/trial-warnings.ts';
import { employersToChoose, placementFormWith, placementGroups, placementOf, runsAlready, startOfPlacement } from '#renderer/features/placement/placement-of-form.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { formText, type FormValues } from '#shared/forms/form-definition.ts';
import { readForm } from '#shared/forms/read-form.ts';
import { day } from '#shared/lib/calendar.ts';
import { aDossier, deskToday } from '../support/forms/a-dossier.ts';

const moment = { today: deskToday, now: '14:32' };
const bakery = { recordId: 'employer-bakery' as RecordId, dossierId: 'file-bakery' as DossierId, name: 'Bakkerij Dekkers', place: 'Wijchen', people: [] };
const dossier = aDossier();
const [known] = dossier.placements;
if (known?.groups.facts === undefined) throw new Error('no placement');
const facts = known.groups.facts;

const employers = employersToChoose([bakery], facts);
const form = placementFormWith(employers);
const asked = (values: FormValues, before?: typeof facts) => placementGroups(form, readForm(form, values, moment), before, employers);
const fresh = (changes: FormValues = {}): FormValues => ({
  ...startOfPlacement(form, null, 'nl'), employerId: bakery.recordId, jobTitle: 'Inpakker', form: 'loondienst', hoursPerWeek: '28,5', beganOn: '1-9-2026', ...changes,
});
const codes = (values: FormValues) => {
  const reading = readForm(form, values, moment);
  return [...reading.violations, ...placementGroups(form, reading, undefined, employers).findings].map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('a placement as it is recorded', () => {
  it('is at one of the region\'s employers, and keeps their name beside their number', () => {
    const { groups, findings } = asked(fresh({ forfaitaryFrom: '15-9-2026', banenafspraak: true }));
    expect(findings).toEqual([]);
    expect(groups.facts).toEqual({
      employerId: 'employer-bakery', employerName: 'Bakkerij Dekkers', workPlaceId: null, jobTitle: 'Inpakker', form: 'loondienst', hoursPerWeek: 28.5, beganOn: '2026-09-01',
      endedOn: null, endReason: null, benefitExit: 'geen', banenafspraak: true, prioritair: false, forfaitaryFrom: '2026-09-15',
    });
    expect(judgeRecord('placement', groups)).toEqual([]);
    expect(formText(form, 'nl', 'employerId.employer-bakery')).toBe('Bakkerij Dekkers, Wijchen');
  });

  it('asks for what it cannot do without, and for no forfaitary subsidy where there are no wages', () => {
    expect(codes(startOfPlacement(form, null, 'nl'))).toEqual(['employerId choice.required', 'jobTitle text.required', 'form choice.required', 'hoursPerWeek hours.required', 'beganOn day.required']);
    expect(codes(fresh({ employerId: 'employer-elsewhere' }))).toEqual(['employerId choice.unknown']);
    expect(asked(fresh({ form: 'proefplaatsing', forfaitaryFrom: '15-9-2026' })).groups.facts.forfaitaryFrom).toBeNull();
    expect(asked(fresh({ form: 'beschut-werk', banenafspraak: true })).groups.facts.banenafspraak).toBe(false);
  });

  it('goes on from a trial: where, what and how long stand there, from the day after it; not from other work, and not from one of long ago', () => {
    const trial = { ...facts, form: 'proefplaatsing', hoursPerWeek: 20.5, beganOn: day('2026-10-01'), endedOn: null, trialThrough: day('2026-11-30') } as typeof facts;
    const withWork = (last: typeof facts) => ({ ...dossier, placements: [{ ...known, groups: { facts: last } }] });
    const start = (last: typeof facts, region = employers) => startOfPlacement(form, null, 'nl', startAfter(withWork(last), placementBefore(withWork(last), deskToday), region, 'nl'));
    expect(start(trial)).toMatchObject({ employerId: trial.employerId, jobTitle: trial.jobTitle, hoursPerWeek: '20,5', beganOn: '01-12-2026', form: '', benefitExit: 'geen' });
    expect(start({ ...trial, endedOn: day('2026-10-31') })).toMatchObject({ employerId: trial.employerId, beganOn: '01-11-2026' });
    expect(start({ ...trial, beganOn: day('2026-01-01'), endedOn: day('2026-02-28') })).toMatchObject({ employerId: '' });
    expect(start({ ...trial, form: 'leerwerkplek' })).toMatchObject({ employerId: trial.employerId, beganOn: '' });
    expect(start(facts)).toMatchObject({ employerId: '' });
    // An employer that is not on this device cannot be chosen.
    expect(start(trial, [bakery])).toMatchObject({ employerId: '' });
  });

  it.each([
    [{ forfaitaryFrom: '31-8-2026' }, 'forfaitaryFrom placement.forfaitaryOutsidePlacement'],
    [{ forfaitaryFrom: '2-10-2026', endedOn: '1-10-2026', endReason: 'opgezegd-door-werknemer' }, 'forfaitaryFrom placement.forfaitaryOutsidePlacement'],
    [{ endedOn: '1-10-2026' }, 'endReason placement.endReasonRequired'],
    [{ endedOn: '31-8-2026', endReason: 'anders' }, 'endedOn period.endsBeforeBegin'],
  ])('is refused beside the field: %o', (changes, expected) => {
    expect(codes(fresh(changes))).toEqual([expected]);
  });

  it('is changed from what stands there: what the form does not ask stays, and another employer has another work place', () => {
    const own = { ...facts, workPlaceId: 'place-1' as RecordId, later: 'kept' };
    const before: RecordView<'placement'> = { ...known, groups: { facts: own } };
    const values = startOfPlacement(form, before, 'nl');
    expect(values).toMatchObject({ employerId: 'employer-green', hoursPerWeek: '28,5', beganOn: '01-03-2026', endedOn: '' });
    expect(asked(values, own).groups.facts).toEqual({ ...own, forfaitaryFrom: null });
    expect(asked({ ...values, employerId: bakery.recordId }, own).groups.facts).toMatchObject({ employerName: 'Bakkerij Dekkers', workPlaceId: null });
    expect(asked({ ...values, endReason: 'anders' }, own).groups.facts.endReason).toBeNull();
    expect(placementOf(dossier, 'placement-green')?.recordId).toBe('placement-green');
    expect(placementOf(dossier, 'draft')).toBeNull();
  });

  it('offers the employer where somebody works also when that file is not here', () => {
    expect(employers.map(({ recordId }) => recordId)).toEqual(['employer-green', 'employer-bakery']);
    expect(employersToChoose([bakery], undefined)).toEqual([bakery]);
  });

  it('says that one runs there already', () => {
    expect(runsAlready(dossier, 'employer-green', null, '2026-11-20')).toBe(true);
    expect(runsAlready(dossier, 'employer-green', known.recordId, '2026-11-20')).toBe(false);
    expect(runsAlready(dossier, bakery.recordId, null, '2026-11-20')).toBe(false);
  });

  it('is a proefplaatsing of two months, longer with a reason and never beyond six', () => {
    const trial = (changes: FormValues) => fresh({ form: 'proefplaatsing', ...changes });
    expect(codes(trial({}))).toEqual(['trialThrough day.required']);
    expect(codes(trial({ trialThrough: '31-10-2026' }))).toEqual([]);
    expect(codes(trial({ trialThrough: '1-11-2026' }))).toEqual(['trialReason placement.trialReasonRequired']);
    expect(codes(trial({ trialThrough: '28-2-2027', trialReason: 'weinig-uren' }))).toEqual([]);
    expect(codes(trial({ trialThrough: '1-3-2027', trialReason: 'weinig-uren' }))).toEqual(['trialThrough placement.trialTooLong']);
    expect(codes(trial({ trialThrough: '31-8-2026' }))).toEqual(['trialThrough period.endsBeforeBegin']);
    // Within two months there is nothing to explain, and other work has no trial at all.
    expect(asked(trial({ trialThrough: '31-10-2026', trialReason: 'anders' })).groups.facts).toMatchObject({ trialThrough: '2026-10-31', trialReason: null, banenafspraak: false });
    expect(asked(fresh({ trialThrough: '31-10-2026' })).groups.facts).not.toHaveProperty('trialThrough');
  });

  it('counts earlier trials at the same employer along', () => {
    const before = { ...facts, form: 'proefplaatsing' as const, beganOn: day('2026-03-01'), endedOn: day('2026-06-30') };
    const values = fresh({ form: 'proefplaatsing', trialThrough: '31-10-2026', banenafspraak: false });
    const findings = (others: readonly (typeof before)[]) => placementGroups(form, readForm(form, values, moment), undefined, employers, () => others).findings;
    expect(findings([before])).toEqual([]);
    expect(findings([before, { ...before, beganOn: day('2026-07-01'), endedOn: day('2026-07-31') }])).toMatchObject([{ path: ['trialThrough'], code: 'placement.trialTooLong', params: { day: '2026-10-01' } }]);
    expect(findings([{ ...before, beganOn: day('2026-02-01'), endedOn: day('2026-08-31') }])).toMatchObject([{ code: 'placement.trialUsedUp' }]);
  });

  it('lets a trial that is on record end, whatever was agreed or never asked', () => {
    const first = { ...facts, form: 'proefplaatsing' as const, beganOn: day('2026-01-01'), endedOn: day('2026-07-03') };
    const second = { ...first, beganOn: day('2026-07-06'), endedOn: null, banenafspraak: false };
    const codesOf = (before: typeof second, changes: FormValues) => {
      const ofThisOne = placementFormWith(employers, before);
      const reading = readForm(ofThisOne, { ...startOfPlacement(ofThisOne, { ...known, groups: { facts: before } }, 'nl'), ...changes }, moment);
      return [...reading.violations, ...placementGroups(ofThisOne, reading, before, employers, () => [first]).findings].map(({ code }) => code);
    };
    // Written down before its end was asked for: six months were used up already.
    expect(codesOf(second, { endedOn: '31-07-2026', endReason: 'anders' })).toEqual([]);
    // Agreed once, and too long by what was found out since.
    const agreed = { ...second, trialThrough: day('2026-08-31') };
    expect(codesOf(agreed, { endedOn: '31-07-2026', endReason: 'anders' })).toEqual([]);
    expect(codesOf(agreed, { trialThrough: '01-09-2026' })).toEqual(['placement.trialUsedUp']);
    expect(codesOf(agreed, { trialThrough: '' })).toEqual(['day.required']);
  });

  it('warns of what does not go with a proefplaatsing, and lets it be recorded', () => {
    const trial = { ...facts, form: 'proefplaatsing' as const, beganOn: day('2026-09-01'), trialConditions: ['verzekerd' as const] };
    expect(trialWarnings({ ...trial, jobTitle: 'medewerker GROEN ' }, [facts])).toEqual(['workedHere', 'offBenefit', 'conditions']);
    expect(trialWarnings({ ...trial, jobTitle: 'Kok', benefitExit: 'geen', trialConditions: [] }, [facts])).toEqual([]);
    // Nothing was ticked off, and the trial has an end: that is said too. With everything ticked off nothing is left to say.
    const agreed = { ...trial, jobTitle: 'Kok', benefitExit: 'geen' as const, trialThrough: day('2026-10-31') };
    expect(trialWarnings({ ...agreed, trialConditions: [] }, [facts])).toEqual(['conditions']);
    expect(trialWarnings({ ...agreed, trialConditions: [...trialConditions] }, [facts])).toEqual([]);
    expect(judgeRecord('placement', { facts: { ...trial, banenafspraak: false } })).toEqual([]);
  });

  it('says so through the last day of one that has an end already', () => {
    const ending = { ...dossier, placements: [{ ...known, groups: { facts: { ...facts, endedOn: '2026-12-31' as typeof facts.beganOn } } }] };
    expect(['2026-12-31', '2027-01-01'].map((today) => runsAlready(ending, 'employer-green', null, today))).toEqual([true, false]);
  });
});

describe('who works at an employer', () => {
  const row = (name: string, employerId: string | null | undefined, employerName: string | null): CaseloadRow => ({ dossierId: name, name, employerName, ...(employerId === undefined ? {} : { employerId }) }) as unknown as CaseloadRow;
  const employer = { recordId: 'employer-bakery', groups: { identity: { name: 'Bakkerij Dekkers' } } } as unknown as RecordView<'employer'>;

  it('is found by its number, and by its name where the number is not known', () => {
    const rows = [row('Yilmaz, Ali', 'employer-bakery', 'Bakkerij Dekkers'), row('Bos, Ans', undefined, 'Bakkerij Dekkers'), row('Smit, Jo', 'employer-other', 'Bakkerij Dekkers'), row('Vos, Mo', null, null)];
    expect(peopleAt(employer, rows).map(({ name }) => name)).toEqual(['Bos, Ans', 'Yilmaz, Ali']);
  });
});
