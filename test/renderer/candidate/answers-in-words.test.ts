import { expect, it } from 'vitest';
import type { Format } from '#renderer/app/use-format.ts';
import { formatDayInWords } from '#renderer/components/format.ts';
import { answersInWords } from '#renderer/features/candidate/file/answers-in-words.ts';
import { consentFormV1 } from '#shared/forms/candidate/consent.v1.ts';
import { educationFormV1 } from '#shared/forms/candidate/education.v1.ts';

const format = { language: 'nl', dayInWords: (day: string) => formatDayInWords(day, 'nl'), count: String } as unknown as Format;
const words = { yes: 'Ja', no: 'Nee' };

it('says an item of a list in one line, with a capital only where the line begins', () => {
  const sharing = [{ party: 'uwv', form: 'schriftelijk', givenOn: '2026-03-19', withdrawnOn: null }];
  expect(answersInWords(consentFormV1, { consent: { sharing } }, format, words)[0]?.text).toBe('UWV, op papier, gegeven op 19 maart 2026');
  const courses = [{ level: 'mbo-2', name: 'Medewerker hovenier', endedIn: '2011', diploma: true }];
  expect(answersInWords(educationFormV1, { education: { courses } }, format, words)[0]?.text).toBe('Mbo 2, Medewerker hovenier, 2011, diploma');
});
