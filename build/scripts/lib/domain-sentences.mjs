// Sentences for the two commands only; the app's own sentences stand in its catalogues, under the same codes.

const sentences = {
  'file.unknownMethod': ({ method, known }) => `There is no method "${method}"; known are ${known}`,
  'file.unknownField': ({ field }, where) => `${where === '' ? 'The file' : capital(where)} has a field "${field}" that is not known`,
  'file.missingField': (_params, where) => `${capital(where || 'the content')} is missing`,
  'file.notADecimal': (_params, where) => `${capital(where)} must be a number, such as 87.5`,
  'file.notAWholeNumber': (_params, where) => `${capital(where)} must be a whole number`,
  'file.notABoolean': (_params, where) => `${capital(where)} must be true or false`,
  'file.notAText': (_params, where) => `${capital(where)} must be a text between quotes`,
  'file.notAList': (_params, where) => `${capital(where)} must be a list`,
  'file.notAnObject': (_params, where) => `${capital(where || 'the content of the file')} must be an object between braces`,
  'file.notADay': (_params, where) => `${capital(where)} must be a day that exists, written as 2026-03-01`,

  'percentage.required': (_params, where) => `${capital(where)} is empty`,
  'percentage.invalid': (_params, where) => `${capital(where)} must be a number, such as 87.5`,
  'percentage.negative': (_params, where) => `${capital(where)} must not be below 0`,
  'percentage.tooManyDecimals': (_params, where) => `${capital(where)} has more than 4 decimals`,

  'loonwaarde.atLeastOneTask': () => 'There must be at least one hoofdtaak',
  'loonwaarde.atMostFiveTasks': ({ maximum, count }) => `There are ${count} hoofdtaken; at most ${maximum} are allowed`,
  'loonwaarde.shareOutOfRange': ({ share }, where) => `${capital(where)} is ${share}; it must be above 0 and at most 100`,
  'loonwaarde.shareTooSmall': ({ share, minimum }, where) => `${capital(where)} is ${share}; a hoofdtaak takes at least ${minimum} % of the time`,
  'loonwaarde.factorOutOfRange': ({ entered, maximum }, where) => `${capital(where)} is ${entered}; more than ${maximum} is not possible`,
  'loonwaarde.sharesNotHundred': ({ sum }) => `The shares (aandeel) add up to ${sum}; they must add up to exactly 100`,
  'loonwaarde.regularPerformanceUnknown': () => 'This method has no reguliereArbeidsprestatie',

  'lks.beforeContract': ({ contractStart }) => `Datum is before the contract begins on ${contractStart}; choose that day or a later one`,
  'lks.noParameters': ({ day, from, through }) => `The figures of ${day} are not known; they are known from ${from} through ${through}`,
  'lks.loonwaardeRequired': () => 'Loonwaarde is missing; only a forfaitary subsidy goes without',
  'lks.loonwaardeOutOfRange': () => 'Loonwaarde must be a whole number from 0 to 100',
  'lks.hoursOutOfRange': ({ maximum }, where) => `${capital(where)} must be above 0 and at most ${maximum}, with at most 4 decimals`,
  'lks.ageOutOfRange': ({ minimum, maximum }) => `Leeftijd must be from ${minimum} to ${maximum}`,
  'lks.functieloonRequired': () => 'Functieloon is missing; before 2017 loonwaarde was a share of the wage of the function',
  'lks.functieloonNotUsed': () => 'Functieloon counts only before 2017; leave it out',
  'lks.functieloonInvalid': () => 'Functieloon must be an amount in euros with at most 2 decimals, such as 1800.00',
  'lks.functieloonBelowMinimum': ({ minimumEuros }) => `Functieloon is below the minimum wage of ${minimumEuros} for that day and age`,
  'lks.note.forfaitaryEnded': ({ months, lastDay }) => `Note: a forfaitary subsidy lasts at most ${months} months; counted from the contract it ended on ${lastDay}`,
  'lks.note.loonwaardeNotUsed': ({ loonwaarde }) => `Note: a forfaitary subsidy is the same for every loonwaarde; ${loonwaarde} was not used`,
};

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** ['hoofdtaken', 1, 'tempo'] -> "tempo of hoofdtaak 2". */
const whereOf = (steps) => {
  const [list, index, field] = steps;
  if (list === 'hoofdtaken' && typeof index === 'number') return field === undefined ? `hoofdtaak ${index + 1}` : `${field} of hoofdtaak ${index + 1}`;
  return steps.join('.');
};

/** One sentence for the first problem, and how many more there are. */
export const sentenceOf = ([first, ...others]) => {
  const where = whereOf(first.path ?? []);
  const words = sentences[first.code]?.(first.params ?? {}, where) ?? `${where}: ${first.code}`;
  return `${words}${others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'problem' : 'problems'})`}.`;
};
