import { z } from 'zod';
import { isDay, parseDay } from '../../lib/calendar.ts';
import type { Day } from '../../lib/calendar.ts';
import { failure, success } from '../../lib/outcome.ts';
import type { Outcome } from '../../lib/outcome.ts';
import { booleanField, decimalField, fileViolations, objectField, textField, wholeField } from '../loonwaarde/strict-file.ts';
import type { Violation } from '../violation.ts';
import { BUNDLED_LKS_PARAMETERS } from './bundled-lks-parameters.ts';
import { computeLks } from './compute-lks.ts';
import type { LksInput } from './lks-input.ts';
import type { LksParameters } from './lks-parameters.ts';
import type { LksLine, LksNote } from './lks-result.ts';

const dayField = () =>
  textField()
    .refine((text) => parseDay(text).ok && isDay(text), 'file.notADay')
    .transform((text) => text as Day);

const lksFileSchema = objectField({
  datum: dayField(),
  startContract: dayField(),
  leeftijd: wholeField(),
  loonwaarde: wholeField().nullable().optional(),
  contracturen: decimalField(),
  voltijdsuren: decimalField(),
  forfaitair: booleanField(),
  functieloon: decimalField().optional(),
});

const FILE_NAMES: Readonly<Record<keyof LksInput, keyof z.input<typeof lksFileSchema>>> = {
  calculatedFor: 'datum',
  contractStart: 'startContract',
  ageYears: 'leeftijd',
  loonwaarde: 'loonwaarde',
  contractHoursPerWeek: 'contracturen',
  fullTimeHoursPerWeek: 'voltijdsuren',
  forfaitary: 'forfaitair',
  functieloon: 'functieloon',
};

const isInputName = (name: string | number | undefined): name is keyof LksInput => typeof name === 'string' && Object.hasOwn(FILE_NAMES, name);

export interface LksFileAnswer {
  /** What `lks --json` prints; euros with cents. */
  readonly amounts: { readonly grondslag: string; readonly lks: string; readonly opslag: string; readonly totaal: string };
  /** What `--working` adds. */
  readonly working: { readonly referenceDay: Day; readonly capped: boolean; readonly roundedOnTotal: boolean; readonly lines: readonly LksLine[] };
  readonly notes: readonly LksNote[];
}

/**
 * Computes a case from a file.
 * @returns the answer, or what is wrong; paths are the names in the file
 * @throws never
 */
export const lksOfFile = (json: unknown, parameters: LksParameters = BUNDLED_LKS_PARAMETERS): Outcome<LksFileAnswer, readonly Violation[]> => {
  const parsed = lksFileSchema.safeParse(json);
  if (!parsed.success) return failure(fileViolations(parsed.error));
  const { datum, startContract, leeftijd, loonwaarde, contracturen, voltijdsuren, forfaitair, functieloon } = parsed.data;
  const outcome = computeLks(
    {
      calculatedFor: datum,
      contractStart: startContract,
      ageYears: leeftijd,
      loonwaarde: loonwaarde ?? null,
      contractHoursPerWeek: contracturen,
      fullTimeHoursPerWeek: voltijdsuren,
      forfaitary: forfaitair,
      functieloon,
    },
    parameters,
  );
  if (!outcome.ok) {
    return failure(outcome.problem.map((violation) => ({ ...violation, path: violation.path.map((step) => (isInputName(step) ? FILE_NAMES[step] : step)) })));
  }
  const { basisEuros, subsidyEuros, employerCostsEuros, totalEuros, referenceDay, capped, roundedOnTotal, lines, notes } = outcome.value;
  return success({
    amounts: { grondslag: basisEuros, lks: subsidyEuros, opslag: employerCostsEuros, totaal: totalEuros },
    working: { referenceDay, capped, roundedOnTotal, lines },
    notes,
  });
};
