import type { Groups } from '../kinds.ts';
import type { Violation } from '../violation.ts';

/** What must hold in a candidate's file as a whole. */
export function judgeCandidate(candidate: Groups<'candidate'>): readonly Violation[] {
  return [...judgeRegistration(candidate), ...judgeRegister(candidate), ...judgeConsent(candidate), ...judgeObligations(candidate), ...judgeExperience(candidate)];
}

function judgeRegistration({ registration, identity, move }: Groups<'candidate'>): readonly Violation[] {
  if (registration === undefined) return [];
  const { registeredOn, closedOn, closeReason } = registration;
  const violations: Violation[] = [];
  if (closedOn !== null && closedOn < registeredOn) violations.push({ path: ['registration', 'closedOn'], code: 'period.endsBeforeBegin' });
  if (closedOn === null && closeReason !== undefined && closeReason !== null) violations.push({ path: ['registration', 'closeReason'], code: 'candidate.closeReasonWhileOpen' });
  if (identity !== undefined && identity.birthDate > registeredOn) violations.push({ path: ['identity', 'birthDate'], code: 'candidate.bornAfterRegistration' });
  if (move !== undefined && move.movedOn < registeredOn) violations.push({ path: ['move', 'movedOn'], code: 'candidate.movedBeforeRegistration' });
  return violations;
}

function judgeRegister({ register }: Groups<'candidate'>): readonly Violation[] {
  if (register === undefined) return [];
  const { standing, ground, beganOn, ceasedOn } = register;
  const violations: Violation[] = [];
  if (standing === 'opgenomen' && ground === null) violations.push({ path: ['register', 'ground'], code: 'candidate.registerGroundRequired' });
  if (standing === 'opgenomen' && beganOn === null) violations.push({ path: ['register', 'beganOn'], code: 'candidate.registerBeginRequired' });
  if (standing !== 'opgenomen' && ceasedOn !== null) violations.push({ path: ['register', 'ceasedOn'], code: 'candidate.registerEndWithoutEntry' });
  if (beganOn !== null && ceasedOn !== null && ceasedOn < beganOn) violations.push({ path: ['register', 'ceasedOn'], code: 'period.endsBeforeBegin' });
  return violations;
}

function judgeConsent({ consent }: Groups<'candidate'>): readonly Violation[] {
  return (consent?.sharing ?? []).flatMap(({ givenOn, withdrawnOn }, index): readonly Violation[] =>
    withdrawnOn !== null && withdrawnOn < givenOn ? [{ path: ['consent', 'sharing', index, 'withdrawnOn'], code: 'period.endsBeforeBegin' }] : [],
  );
}

function judgeObligations({ obligations }: Groups<'candidate'>): readonly Violation[] {
  if (obligations === undefined) return [];
  const { workObligation, exemptions } = obligations;
  const violations: Violation[] = [];
  if (workObligation === 'tijdelijk-ontheven' && exemptions.length === 0) violations.push({ path: ['obligations', 'exemptions'], code: 'candidate.exemptionRequired' });
  for (const [index, { ground, beganOn, endsOn }] of exemptions.entries()) {
    const path = ['obligations', 'exemptions', index, 'endsOn'];
    if (endsOn !== null && endsOn < beganOn) violations.push({ path, code: 'period.endsBeforeBegin' });
    // Only this one is not temporary.
    if (endsOn === null && ground !== 'volledig-en-duurzaam') violations.push({ path, code: 'candidate.exemptionEndRequired' });
  }
  return violations;
}

function judgeExperience({ experience }: Groups<'candidate'>): readonly Violation[] {
  return (experience?.jobs ?? []).flatMap(({ beganIn, endedIn }, index): readonly Violation[] =>
    beganIn !== '' && endedIn !== '' && endedIn < beganIn ? [{ path: ['experience', 'jobs', index, 'endedIn'], code: 'period.endsBeforeBegin' }] : [],
  );
}
