import type { z } from 'zod';
import type { JsonValue } from '../lib/canonical-json.ts';
import { findUnstorable } from '../lib/storable-json.ts';
import { judgeCoaching, judgeCoachingPlan, judgeCoachingReport } from './coaching/judge-coaching.ts';
import { definitionOf, type Groups, type Kind } from './kinds.ts';
import { judgeIntake } from './intake/judge-intake.ts';
import { judgeCandidate } from './candidate/judge-candidate.ts';
import { judgeMeasurement } from './judge-measurement.ts';
import { judgePlan } from './plan/judge-plan.ts';
import { judgeTrial } from './placement/trial-limits.ts';
import { judgeRegionDocument } from './judge-region-document.ts';
import { judgeSignature } from './signature/judge-signature.ts';
import type { Violation } from './violation.ts';

/**
 * The one rule for a whole record, run on the device before keeping and on the server before applying,
 * and again over every merged record: two correct halves can make a wrong whole.
 * @returns nothing wrong: an empty list
 */
export function judgeRecord(kind: Kind, groups: Readonly<Record<string, unknown>>): readonly Violation[] {
  const definition = definitionOf(kind);
  const violations: Violation[] = [];
  for (const name of definition.required) {
    if (groups[name] === undefined) violations.push({ path: [name], code: 'group.missing' });
  }
  for (const [name, data] of Object.entries(groups)) {
    const schema = Object.hasOwn(definition.groups, name) ? definition.groups[name] : undefined;
    if (schema === undefined) {
      violations.push({ path: [name], code: 'group.unknown' });
      continue;
    }
    // Also in fields that no schema names: what cannot be stored must not be kept here and refused there.
    const unstorable = findUnstorable(data as JsonValue, [name]);
    if (unstorable !== null) {
      violations.push(unstorable);
      continue;
    }
    const parsed = schema.safeParse(data);
    if (!parsed.success) violations.push(...parsed.error.issues.map((issue) => violationOf(name, issue)));
  }
  return violations.length > 0 ? violations : judgeTogether(kind, groups);
}

function violationOf(group: string, issue: z.core.$ZodIssue): Violation {
  const path = [group, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  // A schema names its sentence as its message; zod's own messages are English prose and never shown.
  const code = /^[a-zA-Z]+\.[a-zA-Z]+$/.test(issue.message) ? issue.message : 'value.invalid';
  return issue.code === 'too_big' ? { path, code, params: { maximum: Number(issue.maximum) } } : { path, code };
}

function judgeTogether(kind: Kind, groups: Readonly<Record<string, unknown>>): readonly Violation[] {
  switch (kind) {
    case 'candidate':
      return judgeCandidate(groups as Groups<'candidate'>);
    case 'placement':
      return judgePlacement(groups as Groups<'placement'>);
    case 'visit':
      return judgeVisit(groups as Groups<'visit'>);
    case 'workPlace':
      return judgeWorkPlace(groups as Groups<'workPlace'>);
    case 'measurement':
      return judgeMeasurement(groups as Groups<'measurement'>);
    case 'join':
      return judgeJoin(groups as Groups<'join'>);
    case 'coaching':
      return judgeCoaching(groups as Groups<'coaching'>);
    case 'coachingPlan':
      return judgeCoachingPlan(groups as Groups<'coachingPlan'>);
    case 'coachingReport':
      return judgeCoachingReport(groups as Groups<'coachingReport'>);
    case 'intake':
      return judgeIntake(groups as Groups<'intake'>);
    case 'plan':
      return judgePlan(groups as Groups<'plan'>);
    case 'signature':
    case 'supportSignature':
      return judgeSignature((groups as Groups<'signature' | 'supportSignature'>).signature, kind);
    case 'regionDocument':
      return judgeRegionDocument(groups as Groups<'regionDocument'>);
    case 'planOutcome':
    case 'former':
    case 'appointment':
    case 'certificate':
    case 'attachment':
    case 'handover':
    case 'conflict':
    case 'coachConflict':
    case 'teamConflict':
    case 'employerConflict':
    case 'employer':
      return [];
  }
}

function judgePlacement({ facts }: Groups<'placement'>): readonly Violation[] {
  if (facts === undefined) return [];
  const violations: Violation[] = [];
  if (facts.endedOn !== null && facts.endedOn < facts.beganOn) violations.push({ path: ['facts', 'endedOn'], code: 'period.endsBeforeBegin' });
  if (facts.endedOn !== null && facts.endReason === null) violations.push({ path: ['facts', 'endReason'], code: 'placement.endReasonRequired' });
  const forfaitaryFrom = facts.forfaitaryFrom ?? null;
  // A subsidy for work that had not begun, or that had ended, is a slip of the pen in the year.
  if (forfaitaryFrom !== null && (forfaitaryFrom < facts.beganOn || (facts.endedOn !== null && forfaitaryFrom > facts.endedOn))) violations.push({ path: ['facts', 'forfaitaryFrom'], code: 'placement.forfaitaryOutsidePlacement' });
  if (facts.form === 'beschut-werk' && facts.banenafspraak) violations.push({ path: ['facts', 'banenafspraak'], code: 'placement.beschutWerkDoesNotCount' });
  return [...violations, ...judgeTrial(facts)];
}

function judgeVisit({ facts }: Groups<'visit'>): readonly Violation[] {
  if (facts === undefined) return [];
  const violations: Violation[] = [];
  if (facts.candidateMinutes > facts.durationMinutes) violations.push({ path: ['facts', 'candidateMinutes'], code: 'visit.shareAboveDuration' });
  if (facts.nextContactOn !== null && facts.nextContactOn < facts.heldOn) violations.push({ path: ['facts', 'nextContactOn'], code: 'visit.nextContactBeforeVisit' });
  if (facts.sickLeave && facts.nextContactOn === null) violations.push({ path: ['facts', 'nextContactOn'], code: 'visit.nextContactRequiredWhenSick' });
  if ((facts.candidateTravelMinutes ?? 0) > (facts.travelMinutes ?? 0)) violations.push({ path: ['facts', 'candidateTravelMinutes'], code: 'visit.travelShareAboveWhole' });
  if ((facts.candidateTravelMetres ?? 0) > (facts.travelMetres ?? 0)) violations.push({ path: ['facts', 'candidateTravelMetres'], code: 'visit.travelShareAboveWhole' });
  return violations;
}

function judgeWorkPlace({ facts }: Groups<'workPlace'>): readonly Violation[] {
  if (facts === undefined || facts.filledOn === null || facts.filledOn >= facts.acquiredOn) return [];
  return [{ path: ['facts', 'filledOn'], code: 'period.endsBeforeBegin' }];
}

function judgeJoin({ facts }: Groups<'join'>): readonly Violation[] {
  return facts !== undefined && facts.kept === facts.joined ? [{ path: ['facts', 'joined'], code: 'candidate.joinedWithItself' }] : [];
}
