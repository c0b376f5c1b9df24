import { municipalityName } from '../domain/municipalities.ts';
import { bullets, facts as factsOf, joined, notice, paragraph, part, section } from './blocks.ts';
import { dayInDutch, decimalInDutch, say } from './in-dutch.ts';
import type { IndicationRequest } from './indication-request.ts';
import type { ReportBlock, ReportDocument } from './report-document.ts';

/**
 * The request on paper: the only report with a BSN, so it does not pass the door that takes one out. Whatever a person
 * typed was already cleared of it when the request was filled.
 */
export function indicationReport(request: IndicationRequest): ReportDocument {
  const { candidate, applicant, situation, consent, kind } = request;
  const name = [candidate.givenName, candidate.namePrefix, candidate.familyName].filter((each) => each !== '').join(' ');
  const fact = (key: string) => say(`indication.facts.${key}`);
  return {
    id: 'indicatieaanvraag',
    title: say('indication.title'),
    lead: say(`indication.lead.${kind}`, { name }),
    organisation: applicant.organisation,
    language: 'nl-NL',
    reportedOn: request.requestedOn,
    reference: request.reference,
    blocks: [
      notice(say('indication.notice.title'), say('indication.notice.text')),
      part(say('indication.person')),
      factsOf(
        [fact('name'), name],
        [fact('bsn'), candidate.bsn],
        [fact('birthDate'), dayInDutch(candidate.birthDate)],
        [fact('address'), joined(candidate.street, [candidate.postcode, candidate.place].filter((each) => each !== '').join(' '))],
        [fact('phone'), candidate.phone],
        [fact('email'), candidate.email],
      ),
      part(say('indication.request')),
      factsOf(
        [fact('kind'), say(`indication.kind.${kind}`)],
        [fact('requestedOn'), dayInDutch(request.requestedOn)],
        [fact('applicant'), joined(applicant.name, applicant.organisation)],
        [fact('municipality'), municipalityName(applicant.municipality)],
        [fact('regeling'), say(`choice.regeling.${situation.regeling}`)],
        [fact('register'), registerText(situation.register)],
        [fact('consent'), say('indication.consent', { form: say(`choice.consent.${consent.form}`), day: dayInDutch(consent.givenOn) })],
      ),
      ...abilityBlocks(request),
      ...pastBlocks(request),
      ...workBlocks(request),
      { kind: 'heading', level: 2, text: say('signature.title') },
      paragraph(say('indication.signature')),
      {
        kind: 'signatures',
        items: [
          { role: say('indication.signer.candidate'), name, strokes: null, statement: say('signature.none'), signed: false, alternative: '' },
          { role: say('indication.signer.applicant'), name: applicant.name, strokes: null, statement: say('signature.none'), signed: false, alternative: '' },
        ],
      },
    ],
  };
}

function registerText(register: IndicationRequest['situation']['register']): string {
  if (register === null) return '';
  return joined(say(`choice.standing.${register.standing}`), register.ground === null ? '' : say(`choice.ground.${register.ground}`), register.beganOn === null ? '' : say('indication.since', { day: dayInDutch(register.beganOn) }));
}

function abilityBlocks({ abilities, availability }: IndicationRequest): readonly ReportBlock[] {
  const text = (key: 'can' | 'helps' | 'limits'): readonly ReportBlock[] => (abilities[key].trim() === '' ? [] : [section(say(`indication.${key}`)), paragraph(abilities[key])]);
  const fact = (key: string) => say(`indication.facts.${key}`);
  return [
    part(say('indication.abilities')),
    ...text('can'),
    ...text('helps'),
    ...text('limits'),
    ...(availability === null
      ? []
      : [
          section(say('indication.availability')),
          factsOf(
            [fact('hours'), availability.hoursPerWeek === null ? '' : say('hours', { hours: decimalInDutch(availability.hoursPerWeek) })],
            [fact('times'), availability.times],
            [fact('transport'), availability.transport === null ? say('unknown') : say(`choice.transport.${availability.transport}`)],
            [fact('travel'), availability.travelMinutes === null ? '' : say('duration.minutes', { minutes: availability.travelMinutes })],
          ),
        ]),
  ];
}

function pastBlocks({ education, experience }: IndicationRequest): readonly ReportBlock[] {
  const courses = education.map(({ level, name, endedIn, diploma }) => joined(`${say(`choice.level.${level}`)}: ${name}`, endedIn, say(diploma ? 'indication.diploma' : 'indication.noDiploma')));
  const jobs = experience.map(({ jobTitle, employer, beganIn, endedIn }) => joined(jobTitle, employer, [beganIn, endedIn].filter((each) => each !== '').join('–')));
  if (courses.length === 0 && jobs.length === 0) return [];
  return [
    part(say('indication.past')),
    ...(courses.length === 0 ? [] : [section(say('indication.education')), bullets(courses)]),
    ...(jobs.length === 0 ? [] : [section(say('indication.experience')), bullets(jobs)]),
  ];
}

function workBlocks({ placement, loonwaarde }: IndicationRequest): readonly ReportBlock[] {
  if (placement === null && loonwaarde === null) return [];
  const fact = (key: string) => say(`indication.facts.${key}`);
  return [
    part(say('indication.now')),
    factsOf(
      [fact('placement'), placement === null ? '' : joined(placement.jobTitle, placement.employer)],
      [fact('placementHours'), placement === null ? '' : say('hours', { hours: decimalInDutch(placement.hoursPerWeek) })],
      [fact('placementSince'), placement === null ? '' : dayInDutch(placement.beganOn)],
      [fact('loonwaarde'), loonwaarde === null ? '' : say('indication.measured', { percentage: loonwaarde.percentage, day: dayInDutch(loonwaarde.measuredOn) })],
    ),
  ];
}
