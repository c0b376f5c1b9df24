import { z } from 'zod';
import { appointmentFactsSchema, appointmentNoteSchema } from './records/appointment.ts';
import { attachmentFactsSchema } from './records/attachment.ts';
import { coachingFactsSchema, coachingPlanInternalSchema, coachingPlanSharedSchema, coachingReportFactsSchema, coachingReportTextSchema } from './records/coaching.ts';
import { certificateSchema } from './records/certificate.ts';
import { employerContactsSchema, employerIdentitySchema, workPlaceFactsSchema } from './records/employer.ts';
import { intakeAnswersSchema, intakeDecisionSchema, intakeFactsSchema } from './records/intake.ts';
import { bsnGroupSchema, contactSchema, identitySchema, moveSchema, registrationSchema, statusSchema, teamSchema } from './records/candidate.ts';
import { abilitiesSchema, availabilitySchema, consentSchema, educationSchema, experienceSchema, obligationsSchema, registerSchema, wishesSchema, youthSchema } from './records/candidate-file.ts';
import { formerAboutSchema, formerValueSchema } from './records/former.ts';
import { joinFactsSchema } from './records/join.ts';
import { measurementFactsSchema, measurementResultSchema, measurementTasksSchema, measurementViewsSchema } from './records/measurement.ts';
import { placementFactsSchema } from './records/placement.ts';
import { planAgreedSchema, planAgreementsSchema, planContentSchema, planFactsSchema, planOutcomeFactsSchema } from './records/plan.ts';
import { regionDocumentSchema } from './records/region.ts';
import { signatureSchema } from './records/signature.ts';
import { visitFactsSchema, visitNoteSchema } from './records/visit.ts';
import { conflictDecisionSchema, handoverHandlingSchema, waitingAboutSchema, waitingContentSchema } from './records/waiting-work.ts';

/** What two versions that wait for a choice consist of [CON5]; which kind it is says who reads it. */
const twoVersions = {
  groups: { about: waitingAboutSchema, content: waitingContentSchema, decision: conflictDecisionSchema },
  required: ['about', 'content'],
  ownership: 'shared',
  frozenBy: 'decision',
} as const;

/**
 * Every kind of record and its groups of fields. A group is what has one version, one right and one rule:
 * fields that only make sense together stand in one group (the shares of a measurement, begin and end).
 */
export const kinds = {
  candidate: {
    dossier: 'candidate',
    groups: {
      identity: identitySchema,
      bsn: bsnGroupSchema,
      contact: contactSchema,
      registration: registrationSchema,
      status: statusSchema,
      team: teamSchema,
      move: moveSchema,
      register: registerSchema,
      consent: consentSchema,
      obligations: obligationsSchema,
      abilities: abilitiesSchema,
      wishes: wishesSchema,
      availability: availabilitySchema,
      youth: youthSchema,
      education: educationSchema,
      experience: experienceSchema,
    },
    required: ['identity', 'registration', 'status'],
    ownership: 'shared',
    frozenBy: null,
    longText: { obligations: ['agreed'], abilities: ['can', 'helps', 'limits'], wishes: ['wishes'] },
  },
  former: {
    dossier: 'candidate',
    // What each of the candidate's groups held before one change; laid by the server, with the rights of those groups.
    groups: {
      about: formerAboutSchema,
      identity: formerValueSchema,
      bsn: formerValueSchema,
      contact: formerValueSchema,
      registration: formerValueSchema,
      status: formerValueSchema,
      team: formerValueSchema,
      move: formerValueSchema,
      register: formerValueSchema,
      consent: formerValueSchema,
      obligations: formerValueSchema,
      abilities: formerValueSchema,
      wishes: formerValueSchema,
      availability: formerValueSchema,
      youth: formerValueSchema,
      education: formerValueSchema,
      experience: formerValueSchema,
    },
    required: ['about'],
    ownership: 'shared',
    frozenBy: 'about',
  },
  join: {
    dossier: 'candidate',
    groups: { facts: joinFactsSchema },
    required: ['facts'],
    ownership: 'shared',
    frozenBy: null,
  },
  placement: {
    dossier: 'candidate',
    groups: { facts: placementFactsSchema },
    required: ['facts'],
    ownership: 'shared',
    frozenBy: null,
  },
  visit: {
    dossier: 'candidate',
    groups: { facts: visitFactsSchema, note: visitNoteSchema },
    required: ['facts', 'note'],
    ownership: 'author',
    frozenBy: null,
  },
  coaching: {
    dossier: 'candidate',
    groups: { facts: coachingFactsSchema },
    required: ['facts'],
    ownership: 'shared',
    frozenBy: null,
  },
  coachingPlan: {
    dossier: 'candidate',
    // Two groups, because the one goes to the employer on paper and the other to nobody outside.
    groups: { shared: coachingPlanSharedSchema, internal: coachingPlanInternalSchema },
    required: ['shared'],
    ownership: 'author',
    // What the employer has in hand never changes; a new plan names the one it takes the place of.
    frozenBy: 'shared',
  },
  coachingReport: {
    dossier: 'candidate',
    groups: { facts: coachingReportFactsSchema, report: coachingReportTextSchema },
    required: ['facts', 'report'],
    ownership: 'author',
    frozenBy: 'facts',
  },
  measurement: {
    dossier: 'candidate',
    groups: { facts: measurementFactsSchema, tasks: measurementTasksSchema, views: measurementViewsSchema, result: measurementResultSchema },
    required: ['facts', 'tasks'],
    ownership: 'author',
    frozenBy: 'result',
  },
  appointment: {
    dossier: 'candidate',
    groups: { facts: appointmentFactsSchema, note: appointmentNoteSchema },
    required: ['facts'],
    // Whoever covers for a colleague must be able to move it.
    ownership: 'shared',
    frozenBy: null,
    longText: { note: ['remark'] },
  },
  intake: {
    dossier: 'candidate',
    groups: { facts: intakeFactsSchema, answers: intakeAnswersSchema, decision: intakeDecisionSchema },
    required: ['facts', 'answers'],
    ownership: 'author',
    frozenBy: 'decision',
  },
  plan: {
    dossier: 'candidate',
    groups: { facts: planFactsSchema, content: planContentSchema, agreements: planAgreementsSchema, agreed: planAgreedSchema },
    required: ['facts', 'content', 'agreements'],
    ownership: 'shared',
    frozenBy: 'agreed',
    longText: { content: ['ownPart', 'extraSupport', 'learningPotential', 'possibilities', 'limits', 'consequences', 'lookingBack'] },
  },
  planOutcome: {
    dossier: 'candidate',
    groups: { facts: planOutcomeFactsSchema },
    required: ['facts'],
    ownership: 'author',
    frozenBy: null,
  },
  signature: {
    dossier: 'candidate',
    groups: { signature: signatureSchema },
    required: ['signature'],
    ownership: 'author',
    // From its first moment: a signature is given or not, and a second one is a record of its own.
    frozenBy: 'signature',
  },
  supportSignature: {
    dossier: 'candidate',
    // Under what is about somebody's support: whoever may not read the plan or the report reads no name under it either.
    groups: { signature: signatureSchema },
    required: ['signature'],
    ownership: 'author',
    frozenBy: 'signature',
  },
  attachment: {
    dossier: 'candidate',
    groups: { facts: attachmentFactsSchema },
    required: ['facts'],
    ownership: 'author',
    frozenBy: null,
  },
  handover: {
    dossier: 'candidate',
    // What a jobcoach may not read of the work lies in `restricted`, in place of `content`.
    groups: { about: waitingAboutSchema, content: waitingContentSchema, restricted: waitingContentSchema, handling: handoverHandlingSchema },
    required: ['about'],
    ownership: 'shared',
    frozenBy: null,
  },
  // Three of a candidate, because each has other readers: who may decide sees it [CON5], and nobody else learns of it.
  conflict: { dossier: 'candidate', ...twoVersions },
  coachConflict: { dossier: 'candidate', ...twoVersions },
  teamConflict: { dossier: 'candidate', ...twoVersions },
  employerConflict: { dossier: 'employer', ...twoVersions },
  employer: {
    dossier: 'employer',
    groups: { identity: employerIdentitySchema, contacts: employerContactsSchema },
    required: ['identity'],
    ownership: 'shared',
    frozenBy: null,
  },
  workPlace: {
    dossier: 'employer',
    groups: { facts: workPlaceFactsSchema },
    required: ['facts'],
    ownership: 'shared',
    frozenBy: null,
    longText: { facts: ['tasks'] },
  },
  certificate: {
    dossier: 'region',
    groups: { certificate: certificateSchema },
    required: ['certificate'],
    ownership: 'author',
    frozenBy: null,
  },
  regionDocument: {
    dossier: 'region',
    groups: { document: regionDocumentSchema },
    required: ['document'],
    ownership: 'shared',
    // What was published under a version is what people answered and calculated by: a change is the next version.
    frozenBy: 'document',
  },
} as const satisfies Record<string, KindDefinition>;

export interface KindDefinition {
  readonly dossier: 'candidate' | 'employer' | 'region';
  readonly groups: Readonly<Record<string, z.ZodType>>;
  /** The groups a record must have when it is first written. */
  readonly required: readonly string[];
  /** An author's record is only changed by its author; others add records of their own. */
  readonly ownership: 'author' | 'shared';
  /** The group whose presence makes the whole record unchangeable for ever. */
  readonly frozenBy: string | null;
  /** Per group the fields with prose, in which two people's changes may be put together [CON2]. */
  readonly longText?: Readonly<Record<string, readonly string[]>>;
}

export type Kind = keyof typeof kinds;
export type GroupName<K extends Kind = Kind> = K extends Kind ? keyof (typeof kinds)[K]['groups'] & string : never;
export type GroupData<K extends Kind, G extends GroupName<K>> = (typeof kinds)[K]['groups'][G] extends z.ZodType<infer Output> ? Output : never;

/** The data of all groups of one kind; a reader's rights may leave any of them out. */
export type Groups<K extends Kind> = { readonly [G in GroupName<K>]?: GroupData<K, G> };

export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
export const kindSchema = z.enum(kindNames, 'kind.unknown');

export function definitionOf(kind: Kind): KindDefinition {
  return kinds[kind];
}
