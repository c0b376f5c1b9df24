import { z } from 'zod';
import { failure, success } from '../../lib/outcome.ts';
import type { Outcome } from '../../lib/outcome.ts';
import type { Violation } from '../violation.ts';
import { computeByMethod } from './compute-loonwaarde.ts';
import { LOONWAARDE_METHODS, newestMethod } from './methods.ts';
import { booleanField, decimalField, fileViolations, listField, objectField } from './strict-file.ts';

const uniformFileSchema = objectField({
  hoofdtaken: listField(objectField({ aandeel: decimalField(), tempo: decimalField(), kwaliteit: decimalField(), nettoWerktijd: decimalField() })),
  reguliereArbeidsprestatie: booleanField().optional(),
});

const dariuzFileSchema = objectField({
  hoofdtaken: listField(objectField({ aandeel: decimalField(), tempo: decimalField(), kwaliteit: decimalField(), inzetbaarheid: decimalField() })),
  // Not in this method; named here only so that both files have one shape.
  reguliereArbeidsprestatie: z.literal(false, 'loonwaarde.regularPerformanceUnknown').optional(),
});

/** What `loonwaarde --json` prints: everything needed to check it by hand. */
export interface LoonwaardeFileAnswer {
  readonly som: string;
  readonly loonwaarde: number;
  readonly methode: string;
  readonly versie: number;
  /** What counted, after the caps, and what each hoofdtaak adds [%]. */
  readonly hoofdtaken: readonly Readonly<Record<string, string | number>>[];
}

/**
 * Computes a case from a file with the newest version of a method.
 * @returns the answer, or what is wrong; paths are the names in the file
 * @throws never
 */
export const loonwaardeOfFile = (methodName: string, json: unknown): Outcome<LoonwaardeFileAnswer, readonly Violation[]> => {
  const method = newestMethod(methodName);
  if (method === undefined) {
    const known = LOONWAARDE_METHODS.map(({ name }) => name).join(', ');
    return failure([{ path: [], code: 'file.unknownMethod', params: { method: methodName, known } }]);
  }
  const parsed = (method.name === 'dariuz' ? dariuzFileSchema : uniformFileSchema).safeParse(json);
  if (!parsed.success) return failure(fileViolations(parsed.error));
  const outcome = computeByMethod(method, parsed.data.hoofdtaken, parsed.data.reguliereArbeidsprestatie === true);
  if (!outcome.ok) return outcome;
  const { sum, loonwaarde, version, tasks } = outcome.value;
  return success({
    som: sum,
    loonwaarde,
    methode: method.name,
    versie: version,
    hoofdtaken: tasks.map(({ position, aandeel, factors, contribution }) => ({
      nummer: position,
      aandeel,
      ...Object.fromEntries(factors.map(({ name, counted }) => [name, counted])),
      bijdrage: contribution,
    })),
  });
};
