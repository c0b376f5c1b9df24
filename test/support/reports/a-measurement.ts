import type { RecordId } from '#shared/domain/ids.ts';
import { measurementResult } from '#shared/domain/measurement-result.ts';
import { measurementFactsSchema, measurementTasksSchema, measurementViewsSchema, type MeasurementFacts, type MeasurementTasks } from '#shared/domain/records/measurement.ts';
import { day } from '#shared/lib/calendar.ts';
import type { LksAdviceInput } from '#shared/reports/lks-advice.ts';
import type { MeasurementReportInput } from '#shared/reports/measurement-report.ts';

export const recordId = '0f6f3f0e-53f1-4f6a-8b1e-2b7c1d9a4e55';
export const contentHash = '3f9a0c17d2b84e6655aa01c9e7f3b2d84c6e1f90a7b35d2c8e4f6a1b0c9d7e52';

export const task = (name: string, [aandeel, tempo, kwaliteit, nettoWerktijd]: readonly [string, string, string, string], words = 'Doet er langer over als er iemand meekijkt.') => ({
  name,
  aandeel,
  tempo,
  kwaliteit,
  nettoWerktijd,
  tempoExplanation: tempo === '100' ? '' : words,
  kwaliteitExplanation: kwaliteit === '100' ? '' : 'Controleert zelf; van de twintig dozen wordt er één opnieuw ingepakt.',
  nettoWerktijdExplanation: nettoWerktijd === '100' ? '' : 'Neemt elk uur vijf minuten pauze.',
});

export interface MeasurementChange {
  readonly name?: string;
  readonly facts?: Partial<Record<keyof MeasurementFacts, unknown>>;
  readonly tasks?: Partial<Record<keyof MeasurementTasks, unknown>>;
  readonly views?: { readonly employee: string; readonly employer: string };
  readonly corrects?: string;
  readonly signatures?: MeasurementReportInput['signatures'];
}

/** DOMAIN's case 50/70/90/100 · 30/80/100/90 · 20/60/80/90: 61.74, loonwaarde 62. */
export function aMeasurement(change: MeasurementChange = {}): MeasurementReportInput & LksAdviceInput {
  const facts = measurementFactsSchema.parse({
    form: { id: 'measurement', version: 1 },
    visitedOn: '2026-11-19',
    birthDate: '1990-05-17',
    employerId: null,
    employerName: 'Bakkerij Dekkers',
    contactPerson: 'Petra Dekkers',
    contactEmail: 'p.dekkers@bakkerij.example',
    employerInterviewee: 'Petra Dekkers',
    normFunction: 'Medewerker inpak',
    functionPerformed: 'Inpakker',
    contractHours: 32,
    fullTimeHours: 36,
    workingDaysPerWeek: 4,
    contractBeganOn: '2026-03-01',
    expertId: 'expert-ineke',
    expertName: 'Ineke Willems',
    expertPhone: '024 123 45 67',
    ...change.facts,
  });
  const tasks = measurementTasksSchema.parse({
    method: 'uniform-2021',
    methodVersion: 1,
    regularPerformance: false,
    hoofdtaken: [task('Inpakken', ['50', '70', '90', '100']), task('Schoonmaken', ['30', '80', '100', '90']), task('Voorraad bijvullen', ['20', '60', '80', '90'])],
    ...change.tasks,
  });
  const views = measurementViewsSchema.parse(change.views ?? { employee: 'Ik herken dit. Het inpakken gaat beter dan vorig jaar.', employer: 'Klopt met wat wij zien op de vloer.' });
  const result = measurementResult(facts, tasks, { finalisedOn: day('2026-11-22'), nextMeasurementOn: day('2028-11-22'), corrects: (change.corrects ?? null) as RecordId | null });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const measurements = [{ recordId: recordId as RecordId, facts: result.value, order: '1' }];
  return { region: 'Rijk van Nijmegen', recordId, contentHash, signatures: change.signatures ?? [], name: change.name ?? 'Fatima el Amrani', facts, tasks, views, result: result.value, measurements, provisional: false };
}
