import type { RecordId, UserId } from '#shared/domain/ids.ts';
import { coachingPlanSharedSchema, coachingReportFactsSchema, coachingReportTextSchema } from '#shared/domain/records/coaching.ts';
import { planContentSchema, planFactsSchema } from '#shared/domain/records/plan.ts';
import { day } from '#shared/lib/calendar.ts';
import type { CoachingPlanInput } from '#shared/reports/coaching-plan.ts';
import type { HalfYearReportInput } from '#shared/reports/half-year-report.ts';
import type { PlanReportInput } from '#shared/reports/plan-report.ts';
import { contentHash, recordId } from './a-measurement.ts';

export function aPlan(): PlanReportInput {
  return {
    region: 'Rijk van Nijmegen',
    recordId,
    contentHash,
    signatures: [],
    name: 'Fatima el Amrani',
    givenName: 'Fatima',
    madeBy: 'Mehmet Yilmaz',
    facts: planFactsSchema.parse({ madeOn: '2026-11-10', version: 2, replaces: 'plan-1', reviewedOn: '2026-11-10', nextReviewOn: '2027-05-10', madeBy: 'consulent-mehmet' }),
    content: planContentSchema.parse({
      form: { id: 'plan', version: 2 },
      goal: 'Voor de zomer drie dagen per week werken in een magazijn.',
      ownPart: 'Fatima belt zelf met twee bedrijven in de buurt en vraagt of ze een dag mag meelopen.',
      steps: [{ step: 'Een week meelopen bij een bedrijf in de buurt' }, { step: 'Heftruckopleiding beginnen' }, { step: 'Proefplaatsing van twee maanden' }],
      promisingBranches: ['logistiek', 'groen'],
      directInstruments: ['proefplaatsing'],
      developmentInstruments: [],
      structuralInstruments: ['jobcoach', 'no-riskpolis'],
      careInstruments: [],
      extraSupport: 'De eerste maand is er elke week een gesprek op de werkplek.',
      learningPotential: 'Leert snel van voordoen en meedoen.',
      possibilities: 'Werkt nauwkeurig en is op tijd.',
      limits: 'Werken in drukte kost veel tijd; een vaste plek helpt.',
      workObligation: 'gedeeltelijk',
      exemptUntil: '2027-02-01',
      consequences: 'Komt een afspraak twee keer niet na, dan kijkt de gemeente opnieuw naar de uitkering.',
      lookingBack: 'Het meelopen beviel goed; de reis was lang.',
    }),
    agreed: { agreedOn: day('2026-11-12'), agreedBy: 'consulent-mehmet' as UserId },
    agreements: [
      {
        planId: recordId as RecordId,
        agreement: { id: 'a-1' as RecordId, owner: 'kandidaat', what: 'Twee bedrijven bellen', dueOn: day('2026-11-24') },
        outcome: { planId: recordId as RecordId, agreementId: 'a-1' as RecordId, outcome: 'deels', notedOn: day('2026-11-25'), notedBy: 'consulent-mehmet' as UserId, remark: 'Eén bedrijf gebeld', replaces: null },
        overdue: false,
      },
      { planId: recordId as RecordId, agreement: { id: 'a-2' as RecordId, owner: 'gemeente', what: 'Reiskosten vergoeden', dueOn: day('2026-12-01') }, outcome: null, overdue: false },
    ],
    instruments: [{ title: 'Direct naar werk', items: ['Proefplaatsing'] }, { title: 'Ondersteuning die blijft', items: ['Jobcoach', 'No-riskpolis'] }],
    branches: ['Logistiek', 'Groen'],
    earlier: [{ version: 1, madeOn: day('2026-05-10') }],
  };
}

/** What must never reach the employer's paper; the builders below plant it where a record holds it. */
export const internalNote = 'Alleen voor collega’s: de werkgever twijfelt over verlengen.';

export function aCoachingPlan(): CoachingPlanInput {
  return {
    region: 'Rijk van Nijmegen',
    recordId,
    name: 'Fatima el Amrani',
    granted: { regime: 'midden', from: day('2026-09-01') },
    shared: coachingPlanSharedSchema.parse({
      form: { id: 'coachingPlan', version: 1 },
      coachingId: 'coaching-1',
      employerId: null,
      employerName: 'Bakkerij Dekkers',
      contactPerson: 'Petra Dekkers',
      drawnUpOn: '2026-09-03',
      goals: [
        { goal: 'Zelf hulp vragen als het te druk wordt', approach: 'Elke ochtend een vaste vraag van de ploegleider' },
        { goal: 'De dag zelf indelen', approach: 'Takenbord met drie kleuren' },
      ],
      approach: 'Eerst elke week een bezoek, daarna om de week. De jobcoach belt na een drukke dag.',
      agreements: [
        { what: 'Rond tien uur een kwartier aan een rustige tafel', owner: 'werkgever', dueOn: '2026-09-10' },
        { what: 'Het takenbord maken', owner: 'jobcoach', dueOn: null },
      ],
      evaluateOn: '2027-03-01',
      coachId: 'jobcoach-sanne',
      coachName: 'Sanne de Wit',
      coachPhone: '06 00 00 12 34',
      replaces: null,
    }),
  };
}

export function aHalfYear(): HalfYearReportInput {
  const facts = coachingReportFactsSchema.parse({
    coachingId: 'coaching-1', placementId: null, halfYear: 1, from: '2026-03-01', through: '2026-08-31', regime: 'intensief', grantedMinutes: 4_500, usedMinutes: 4_125, visits: 31,
    result: 'lichter', finalisedOn: '2026-09-02', coachId: 'jobcoach-sanne', corrects: null,
  });
  return {
    region: 'Rijk van Nijmegen',
    recordId,
    contentHash,
    signatures: [],
    name: 'Fatima el Amrani',
    facts,
    reports: [{ recordId: recordId as RecordId, facts, order: '1' }],
    report: coachingReportTextSchema.parse({
      form: { id: 'coachingReport', version: 1 },
      employerName: 'Bakkerij Dekkers',
      contactPerson: 'Petra Dekkers',
      coachName: 'Sanne de Wit',
      goals: [{ goal: 'Zelf hulp vragen als het te druk wordt', progress: 'bereikt', explanation: 'Doet het nu elke dag' }],
      results: 'Werkt vier dagen per week en haalt het tempo van de lijn.',
      employerEvaluation: 'Wij zijn blij met Fatima.',
      candidateView: 'Ik vind het werk leuk.',
      candidateSatisfaction: 'tevreden',
      advice: 'Om de week een bezoek is genoeg.',
    }),
  };
}
