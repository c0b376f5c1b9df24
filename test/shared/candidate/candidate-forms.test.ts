import { describe, expect, it } from 'vitest';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Colleague } from '#shared/domain/records/colleagues.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { abilitiesFormV1 } from '#shared/forms/candidate/abilities.v1.ts';
import { availabilityFormV1 } from '#shared/forms/candidate/availability.v1.ts';
import { bsnFormV1 } from '#shared/forms/candidate/bsn.v1.ts';
import { closeFormV1 } from '#shared/forms/candidate/close.v1.ts';
import { consentFormV1 } from '#shared/forms/candidate/consent.v1.ts';
import { contactFormV1 } from '#shared/forms/candidate/contact.v1.ts';
import { educationFormV1 } from '#shared/forms/candidate/education.v1.ts';
import { experienceFormV1 } from '#shared/forms/candidate/experience.v1.ts';
import { newCandidateFormV1 } from '#shared/forms/candidate/new-candidate.v1.ts';
import { obligationsFormV1 } from '#shared/forms/candidate/obligations.v1.ts';
import { personFormV1 } from '#shared/forms/candidate/person.v1.ts';
import { registerFormV1 } from '#shared/forms/candidate/register.v1.ts';
import { registrationFormV1 } from '#shared/forms/candidate/registration.v1.ts';
import { withServedMunicipalities } from '#shared/forms/candidate/served-municipalities.ts';
import { numbersOfStatus, statusFormV1 } from '#shared/forms/candidate/status.v1.ts';
import { teamForm } from '#shared/forms/candidate/team-form.ts';
import { wishesFormV1 } from '#shared/forms/candidate/wishes.v1.ts';
import { youthFormV1 } from '#shared/forms/candidate/youth.v1.ts';
import { checkForm } from '#shared/forms/check-form.ts';
import { fieldsOf, type FormDefinition } from '#shared/forms/form-definition.ts';
import { readForm, startValues } from '#shared/forms/read-form.ts';
import { groupsOfForm } from '#shared/forms/record-of-form.ts';
import { valuesOfGroups } from '#shared/forms/values-of-groups.ts';
import { day } from '#shared/lib/calendar.ts';
import { candidateGroups } from '../../fixtures/records.ts';

const moment = { today: day('2026-11-22'), now: '10:00' };
const colleagues: readonly Colleague[] = [{ userId: 'jobcoach-daan' as UserId, displayName: 'Daan Verhoeven', role: 'jobcoach' }, { userId: 'expert-ineke' as UserId, displayName: 'Ineke Willems', role: 'loonwaarde-expert' }];
const all = [
  personFormV1, bsnFormV1, contactFormV1, registrationFormV1, closeFormV1, statusFormV1, registerFormV1, consentFormV1, obligationsFormV1, abilitiesFormV1, wishesFormV1, availabilityFormV1, youthFormV1,
  educationFormV1, experienceFormV1, newCandidateFormV1, teamForm(colleagues, ['jobcoach-weg']),
];
const plain = (definition: FormDefinition, groups: object) => valuesOfGroups(definition, groups as Readonly<Record<string, unknown>>, (_, answer) => String(answer));

/** A file with something in every group. */
const full: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...(candidateGroups() as Readonly<Record<string, Readonly<Record<string, unknown>>>>),
  contact: { phone: '06-00001234', email: 'fatima@post.example', street: 'Kwartelhof 3', postcode: '6511 AA', place: 'Nijmegen' },
  move: { movedOn: '2026-03-01', reason: 'Kan meer aan.' },
  register: { standing: 'opgenomen', ground: 'praktijkroute', beganOn: '2025-02-01', ceasedOn: '2025-03-15' },
  consent: { sharing: [{ party: 'uwv', form: 'schriftelijk', givenOn: '2026-01-01', withdrawnOn: null }] },
  obligations: { workObligation: 'tijdelijk-ontheven', exemptions: [{ ground: 'mantelzorg', beganOn: '2026-01-01', endsOn: '2026-12-31' }], agreed: 'Volgt taalles.' },
  abilities: { can: 'Werkt nauwkeurig.', helps: 'Vaste taken.', limits: 'Niet zwaar tillen.' },
  wishes: { wishes: 'Buiten werken.', branches: ['groen', 'bouw'] },
  availability: { availableFrom: '2026-12-01', hoursPerWeek: 28.5, times: 'ma t/m do', transport: 'fiets', travelMinutes: 45, drivingLicence: true },
  youth: { startkwalificatie: 'nee', schoolType: 'vso', school: 'De Werf', leftSchoolOn: '2025-07-01', rmc: true, rmcContact: 'P. de Boer' },
  education: { courses: [{ level: 'mbo-1', name: 'Entree groen', endedIn: '2019', diploma: true }] },
  experience: { jobs: [{ jobTitle: 'Hovenier', employer: 'Groenbedrijf', beganIn: '2019', endedIn: '2021', tasks: 'Snoeien' }] },
};

describe("the forms of the candidate's file", () => {
  it.each(all.map((definition) => [definition.id, definition] as const))('%s can be asked, read, kept and shown', (_, definition) => {
    const checked = checkForm(definition);
    // People and municipalities have codes of their own.
    expect(checked.ok ? [] : checked.problem.filter(({ code, where }) => code !== 'shape' || !where.includes('choices'))).toEqual([]);
  });

  it.each(all.filter(({ id }) => id !== 'candidateClose' && id !== 'candidateBsn' && id !== 'candidateNew' && id !== 'candidateTeam').map((definition) => [definition.id, definition] as const))(
    '%s comes back as it was written: opened and kept without a change, nothing changed',
    (_, definition) => {
      const reading = readForm(definition, startValues(definition, plain(definition, full)), moment);
      expect(reading.violations).toEqual([]);
      const read = groupsOfForm(definition, reading) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      for (const [group, data] of Object.entries(read)) {
        const written = group === 'status' ? numbersOfStatus(data) : data;
        // Choices of several come in the order of the form.
        const was = group === 'wishes' ? { ...full['wishes'], branches: ['bouw', 'groen'] } : full[group];
        expect(was).toMatchObject(written);
      }
      expect(judgeRecord('candidate', { ...full, ...Object.fromEntries(Object.entries(read).map(([group, data]) => [group, { ...full[group], ...(group === 'status' ? numbersOfStatus(data) : data) }])) })).toEqual([]);
    },
  );

  it('a team is chosen from colleagues of the role, and somebody whom the device does not know stays', () => {
    const definition = teamForm(colleagues, ['jobcoach-weg']);
    const [jobcoach] = definition.sections[0]?.fields ?? [];
    expect(jobcoach?.type === 'choice' && jobcoach.choices).toEqual(['jobcoach-daan', 'jobcoach-weg']);
    expect(definition.texts.nl['jobcoach.jobcoach-daan']).toBe('Daan Verhoeven');
  });

  it('outside the register nothing of an entry is kept', () => {
    const values = { ...plain(registerFormV1, full), standing: 'niet' };
    expect(groupsOfForm(registerFormV1, readForm(registerFormV1, values, moment))).toEqual({ register: { standing: 'niet', ground: null, beganOn: null, ceasedOn: null } });
  });

  it('nobody is registered, born or closed on a day that is still to come', () => {
    const codesOf = (definition: FormDefinition, values: object) => readForm(definition, { ...startValues(definition), ...values }, moment).violations.map(({ code }) => code);
    expect(codesOf(personFormV1, { givenName: 'a', familyName: 'b', birthDate: '2027-01-01' })).toEqual(['candidate.bornInFuture']);
    expect(codesOf(closeFormV1, { closedOn: '2027-01-01', closeReason: 'anders' })).toEqual(['candidate.closedInFuture']);
  });
});

describe('the municipalities of a form', () => {
  const choicesOf = (definition: FormDefinition) => fieldsOf(definition).flatMap((field) => (field.id === 'municipality' && field.type === 'choice' ? field.choices : []));

  it('are those that the person serves, with why the others are not there', () => {
    const asked = withServedMunicipalities(registrationFormV1, ['GM0268', 'GM0225']);
    expect(choicesOf(asked)).toEqual(['GM0225', 'GM0268']);
    for (const language of ['nl', 'en'] as const) expect(asked.texts[language]['municipality.hint']).toMatch(/collega|colleague/);
  });

  it('say nothing of others where there are none, nor on a form that asks for none', () => {
    expect(withServedMunicipalities(registrationFormV1, choicesOf(registrationFormV1) as never)).toBe(registrationFormV1);
    expect(withServedMunicipalities(wishesFormV1, [])).toBe(wishesFormV1);
  });
});
