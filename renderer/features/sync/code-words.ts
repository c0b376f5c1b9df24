import type { Kind } from '#shared/domain/kinds.ts';
import { appointmentFormV1 } from '#shared/forms/appointment.v1.ts';
import { availabilityFormV1 } from '#shared/forms/candidate/availability.v1.ts';
import { consentFormV1 } from '#shared/forms/candidate/consent.v1.ts';
import { educationFormV1 } from '#shared/forms/candidate/education.v1.ts';
import { obligationsFormV1 } from '#shared/forms/candidate/obligations.v1.ts';
import { registerFormV1 } from '#shared/forms/candidate/register.v1.ts';
import { statusFormV1 } from '#shared/forms/candidate/status.v1.ts';
import { wishesFormV1 } from '#shared/forms/candidate/wishes.v1.ts';
import { youthFormV1 } from '#shared/forms/candidate/youth.v1.ts';
import { fieldsOf, formText, hasFormText, type FormDefinition, type FormLanguage } from '#shared/forms/form-definition.ts';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import { intakeFormV2 } from '#shared/forms/intake.v2.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import { placementFormV2 } from '#shared/forms/placement.v2.ts';
import { planFormV2 } from '#shared/forms/plan.v2.ts';

interface Place {
  readonly kind: Kind;
  readonly group: string;
  readonly field: string;
  readonly part?: string;
}

/** Which list of words a coded field comes from, by kind where one name means different things. */
const lists: Readonly<Record<string, string>> = {
  'facts.place': 'visitPlace',
  'facts.attendees': 'attendees',
  'facts.activity': 'activity',
  'facts.risk': 'risk',
  'facts.regime': 'coachingRegime',
  'facts.entrance': 'entrance',
  'placement.facts.form': 'placementForm',
  'placement.facts.endReason': 'endReason',
  'coaching.facts.endReason': 'coachingEndReason',
  'coaching.facts.periods.regime': 'coachingRegime',
  'coachingReport.facts.result': 'coachingResult',
  'report.candidateSatisfaction': 'satisfaction',
  'facts.benefitExit': 'benefitExit',
  'facts.type': 'workPlaceType',
  'planOutcome.facts.outcome': 'planOutcome',
  'join.facts.decision': 'joinDecision',
  'join.facts.ground': 'joinGround',
  'appointment.facts.state': 'appointmentState',
  'handling.choice': 'handoverChoice',
  'signature.role': 'signatureRole',
  'signature.method': 'signatureMethod',
  'attachment.facts.mediaType': 'mediaType',
  'tasks.method': 'measurementMethod',
  'facts.occasion': 'measurementOccasion',
  'facts.nextOccasion': 'measurementOccasion',
  'content.workObligation': 'workObligation',
  'registration.entrance': 'entrance',
  'registration.closeReason': 'closeReason',
  'status.regeling': 'regeling',
  'status.candidateGroup': 'candidateGroup',
  'status.labourMarketRelation': 'labourMarketRelation',
  'decision.candidateGroup': 'candidateGroup',
  'decision.suggestedGroup': 'candidateGroup',
  'decision.labourMarketRelation': 'labourMarketRelation',
  'note.goals.progress': 'goalProgress',
  'report.goals.progress': 'goalProgress',
  'note.agreements.owner': 'agreementOwner',
  'note.agreements.outcome': 'agreementOutcome',
  'shared.agreements.owner': 'agreementOwner',
  'agreements.items.owner': 'planOwner',
};

export function codeList({ kind, group, field, part }: Place): string | undefined {
  const name = [group, field, ...(part === undefined ? [] : [part])].join('.');
  return lists[`${kind}.${name}`] ?? lists[name];
}

/** All else is said as the form says it that asks it. */
const forms: Readonly<Partial<Record<Kind, readonly FormDefinition[]>>> = {
  candidate: [registerFormV1, consentFormV1, obligationsFormV1, wishesFormV1, availabilityFormV1, youthFormV1, educationFormV1, statusFormV1],
  appointment: [appointmentFormV1],
  intake: [intakeFormV2, intakeFormV1],
  placement: [placementFormV2],
  plan: [planFormV2],
  measurement: [measurementFormV2],
};

/** The word of a code in the form that asks for it, or null. */
export function wordInForms({ kind, group, field, part }: Place, code: string, language: FormLanguage): string | null {
  for (const form of forms[kind] ?? []) {
    for (const asked of fieldsOf(form)) {
      if (asked.writesTo?.join('.') !== `${group}.${field}`) continue;
      const one = part === undefined || asked.type !== 'list' ? asked : asked.fields.find(({ writesTo }) => writesTo?.join('.') === part);
      const key = one === undefined ? '' : `${one.id}.${code}`;
      if (hasFormText(form, key)) return formText(form, language, key);
    }
  }
  return null;
}
