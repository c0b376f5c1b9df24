import { measurementResult } from '#shared/domain/measurement-result.ts';
import { measurementFactsSchema, measurementTasksSchema } from '#shared/domain/records/measurement.ts';
import { day } from '#shared/lib/calendar.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';

/** A final measurement whose result follows from its tasks. */
export function finalMeasurement({ expertId }: { readonly expertId: string }): Readonly<Record<string, JsonValue>> {
  const facts = measurementFactsSchema.parse({
    form: { id: 'measurement', version: 1 }, visitedOn: '2026-11-19', birthDate: '1990-05-17', employerId: null, employerName: 'Bakkerij Dekkers', contactPerson: 'P. Dekkers',
    contactEmail: '', employerInterviewee: '', normFunction: 'Inpakker', functionPerformed: 'Inpakker', contractHours: 32, fullTimeHours: 36, workingDaysPerWeek: 4,
    contractBeganOn: '2026-03-01', expertId, expertName: 'Ineke Willems', expertPhone: '',
  });
  const task = (aandeel: string, tempo: string, kwaliteit: string, nettoWerktijd: string) => ({
    name: 'Inpakken', aandeel, tempo, kwaliteit, nettoWerktijd,
    tempoExplanation: 'Werkt rustig door.', kwaliteitExplanation: 'Ziet soms een fout over het hoofd.', nettoWerktijdExplanation: 'Heeft elk uur een pauze nodig.',
  });
  const tasks = measurementTasksSchema.parse({
    method: 'uniform-2021', methodVersion: 1, regularPerformance: false,
    hoofdtaken: [task('50', '70', '90', '100'), task('30', '80', '100', '90'), task('20', '60', '80', '90')],
  });
  const result = measurementResult(facts, tasks, { finalisedOn: day('2026-11-20'), nextMeasurementOn: day('2027-11-20'), corrects: null });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const views = { employee: 'Klopt voor mij.', employer: 'Herkenbaar.' };
  // Through JSON, as it would travel.
  return JSON.parse(JSON.stringify({ facts, tasks, views, result: result.value })) as Readonly<Record<string, JsonValue>>;
}
