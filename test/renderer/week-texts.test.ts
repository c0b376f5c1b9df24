import { expect, it } from 'vitest';
import english from '../../renderer/app/texts/week.en.json' with { type: 'json' };
import dutch from '../../renderer/app/texts/week.nl.json' with { type: 'json' };

const lines = (texts: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[`${path}${key}`, text] as const] : lines(text as object, `${path}${key}.`)));

it('says everything of the week in both languages, with the same things filled in', () => {
  const filledIn = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  const inEnglish = new Map(lines(english));
  expect([...inEnglish.keys()].sort()).toEqual(lines(dutch).map(([key]) => key).sort());
  for (const [key, text] of lines(dutch)) expect([key, filledIn(inEnglish.get(key) ?? '')]).toEqual([key, filledIn(text)]);
});
