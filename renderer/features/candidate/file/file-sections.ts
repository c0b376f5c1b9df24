import type { DossierView } from '#renderer/data/views.ts';
import type { GroupName } from '#shared/domain/kinds.ts';
import { allowedGroups } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Colleague } from '#shared/domain/records/colleagues.ts';
import { abilitiesFormV1 } from '#shared/forms/candidate/abilities.v1.ts';
import { availabilityFormV1 } from '#shared/forms/candidate/availability.v1.ts';
import { bsnFormV1 } from '#shared/forms/candidate/bsn.v1.ts';
import { closeFormV1 } from '#shared/forms/candidate/close.v1.ts';
import { consentFormV1 } from '#shared/forms/candidate/consent.v1.ts';
import { contactFormV1 } from '#shared/forms/candidate/contact.v1.ts';
import { educationFormV1 } from '#shared/forms/candidate/education.v1.ts';
import { experienceFormV1 } from '#shared/forms/candidate/experience.v1.ts';
import { obligationsFormV1 } from '#shared/forms/candidate/obligations.v1.ts';
import { personFormV1 } from '#shared/forms/candidate/person.v1.ts';
import { registerFormV1 } from '#shared/forms/candidate/register.v1.ts';
import { registrationFormV1 } from '#shared/forms/candidate/registration.v1.ts';
import { statusFormV1 } from '#shared/forms/candidate/status.v1.ts';
import { teamForm, teamRoles } from '#shared/forms/candidate/team-form.ts';
import { wishesFormV1 } from '#shared/forms/candidate/wishes.v1.ts';
import { youthFormV1 } from '#shared/forms/candidate/youth.v1.ts';
import { formText, type FormDefinition, type FormLanguage } from '#shared/forms/form-definition.ts';
import { placeOf } from '../may-record.ts';

type Group = GroupName<'candidate'>;

/** One part of the file: what is shown together is changed together, by one form, in one change. */
export interface FileSection {
  /** In the address of its form. */
  readonly id: string;
  readonly page: 'data' | 'work';
  /** The groups that it writes. The first one says whether there is anything. */
  readonly groups: readonly [Group, ...Group[]];
  readonly form: (context: FormContext) => FormDefinition;
  /** Groups that are asked anew with every change, such as its reason. */
  readonly askedAnew?: readonly Group[];
  /** What stands there is not filled in beforehand: opening the form would show it without that being noted. */
  readonly startsEmpty?: true;
  /** It has a form and no place of its own on the page. */
  readonly onlyForm?: true;
}

export interface FormContext {
  readonly colleagues: readonly Colleague[];
  readonly dossier: DossierView;
}

const fixed = (definition: FormDefinition) => () => definition;

/** In the order in which they stand on the page. */
export const fileSections: readonly FileSection[] = [
  { id: 'persoon', page: 'data', groups: ['identity'], form: fixed(personFormV1) },
  { id: 'bsn', page: 'data', groups: ['bsn'], form: fixed(bsnFormV1), startsEmpty: true },
  { id: 'contact', page: 'data', groups: ['contact'], form: fixed(contactFormV1) },
  { id: 'situatie', page: 'data', groups: ['status', 'move'], form: fixed(statusFormV1), askedAnew: ['move'] },
  { id: 'inschrijving', page: 'data', groups: ['registration'], form: fixed(registrationFormV1) },
  { id: 'uitschrijven', page: 'data', groups: ['registration'], form: fixed(closeFormV1), onlyForm: true },
  { id: 'team', page: 'data', groups: ['team'], form: ({ colleagues, dossier }) => teamForm(colleagues, presentTeam(dossier)) },
  { id: 'doelgroepregister', page: 'data', groups: ['register'], form: fixed(registerFormV1) },
  { id: 'plichten', page: 'data', groups: ['obligations'], form: fixed(obligationsFormV1) },
  { id: 'toestemming', page: 'data', groups: ['consent'], form: fixed(consentFormV1) },
  { id: 'kunnen', page: 'work', groups: ['abilities'], form: fixed(abilitiesFormV1) },
  { id: 'wensen', page: 'work', groups: ['wishes'], form: fixed(wishesFormV1) },
  { id: 'beschikbaar', page: 'work', groups: ['availability'], form: fixed(availabilityFormV1) },
  { id: 'opleiding', page: 'work', groups: ['education'], form: fixed(educationFormV1) },
  { id: 'werkervaring', page: 'work', groups: ['experience'], form: fixed(experienceFormV1) },
  { id: 'school', page: 'work', groups: ['youth'], form: fixed(youthFormV1) },
];

/** What the page calls a part: the title of its form. */
export const titleOfSection = (definition: FormDefinition, language: FormLanguage): string => formText(definition, language, `${definition.sections[0]?.id ?? ''}.title`);

export const sectionOf = (id: string | undefined): FileSection | undefined => fileSections.find((section) => section.id === id);

/** Who may read nothing of a part does not see that it exists. */
export function mayReadSection(principal: Principal, dossier: DossierView, { groups: [group] }: FileSection): boolean {
  return allowedGroups('read', principal, 'candidate', placeOf(dossier)).includes(group);
}

export function mayWriteSection(principal: Principal, dossier: DossierView, { groups }: FileSection): boolean {
  const allowed = allowedGroups('write', principal, 'candidate', placeOf(dossier));
  return groups.every((group) => allowed.includes(group));
}

function presentTeam(dossier: DossierView): readonly string[] {
  const team = dossier.candidate?.groups.team;
  return teamRoles.flatMap(([member]) => team?.[member] ?? []);
}
