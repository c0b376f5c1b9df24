// @vitest-environment jsdom
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { startTexts } from '#renderer/app/texts.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { codeWord, fieldName, valueWords, type FieldPlace } from '#renderer/features/sync/field-words.ts';
import { kindNames, kinds, type Kind } from '#shared/domain/kinds.ts';
import { rightsTable } from '#shared/domain/rights.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, { readonly def: Definition }>>;
  readonly element?: { readonly def: Definition };
  readonly innerType?: { readonly def: Definition };
  readonly in?: { readonly def: Definition };
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly (string | number)[];
}

/** What is inside: without what may be absent, null or changed on the way. */
function inside(definition: Definition): Definition {
  if (definition.innerType !== undefined) return inside(definition.innerType.def);
  return definition.type === 'pipe' && definition.in !== undefined ? inside(definition.in.def) : definition;
}

const codesOf = ({ entries, values }: Definition): readonly (string | number)[] => [...Object.values(entries ?? {}), ...(values ?? [])];
const isWritten = (kind: Kind, group: string) => rightsTable.some((right) => right.kind === kind && right.access === 'write' && right.groups.includes(group));

/** Every field and every part of a list that somebody can write, and so can write differently from somebody else. */
const places = kindNames.flatMap((kind) =>
  Object.entries(kinds[kind].groups).flatMap(([group, schema]) =>
    !isWritten(kind, group)
      ? []
      : Object.entries(inside((schema as unknown as { readonly def: Definition }).def).shape ?? {}).flatMap(([field, { def }]): readonly { readonly place: FieldPlace; readonly codes: readonly (string | number)[] }[] => {
          const definition = inside(def);
          const item = definition.element === undefined ? undefined : inside(definition.element.def);
          const parts = Object.entries(item?.shape ?? {}).map(([part, each]) => ({ place: { kind, group, field, part }, codes: codesOf(inside(each.def)) }));
          return [{ place: { kind, group, field }, codes: [...codesOf(definition), ...(item === undefined ? [] : codesOf(item))] }, ...parts];
        }),
  ),
);

describe.each(['nl', 'en'] as const)('two versions side by side, in %s', (language) => {
  const i18n = startTexts(language);
  const t = i18n.getFixedT(language, ['sync', 'words']) as unknown as TFunction<['sync', 'words']>;
  const format = { language, count: String, dayInWords: (day: string) => `dag ${day}` } as unknown as Format;
  const writer = { t, format, nameOf: (userId: string) => `naam van ${userId}` };
  const told = ({ kind, group, field, part }: FieldPlace) => [kind, group, field, ...(part === undefined ? [] : [part])].join('.');

  it('has a name for every field and every part of a list that people write', () => {
    expect(places.length).toBeGreaterThan(180);
    expect(places.filter(({ place }) => [place.field, place.part].includes(fieldName(t, place))).map(({ place }) => told(place))).toEqual([]);
  });

  it('has a word for every code that they choose', () => {
    const coded = places.filter(({ place: { field } }) => field !== 'municipality').flatMap(({ place, codes }) => codes.map((code) => ({ place, code })));
    expect(coded.length).toBeGreaterThan(150);
    expect(coded.filter(({ place, code }) => codeWord(writer, place, code) === null).map(({ place, code }) => `${told(place)} ${code}`)).toEqual([]);
  });

  it('shows what it does not know as it is stored', () => {
    expect(fieldName(t, { kind: 'visit', group: 'facts', field: 'ofANewerRelease' })).toBe('ofANewerRelease');
    expect(valueWords(writer, { kind: 'visit', group: 'facts', field: 'risk' }, 'newer-code')).toBe('newer-code');
  });
});

describe('values side by side', () => {
  startTexts('nl');
  const t = startTexts('nl').getFixedT('nl', ['sync', 'words']) as unknown as TFunction<['sync', 'words']>;
  const writer = { t, format: { language: 'nl', count: String, dayInWords: (day: string) => `dag ${day}` } as unknown as Format, nameOf: (userId: string) => `Naam ${userId}` };
  const words = (kind: Kind, group: string, field: string, value: never) => valueWords(writer, { kind, group, field }, value);

  it('are days, names of colleagues, versions and items in words', () => {
    expect(words('coaching', 'facts', 'endReason', 'werkgever-neemt-over' as never)).toBe('De werkgever neemt het over');
    expect(words('placement', 'facts', 'endReason', 'doorstroom' as never)).toBe('Doorgestroomd');
    expect(words('candidate', 'team', 'jobcoach', 'jobcoach-sanne' as never)).toBe('Naam jobcoach-sanne');
    expect(words('measurement', 'facts', 'form', { id: 'measurement', version: 2 } as never)).toBe('Versie 2');
    expect(words('visit', 'note', 'agreements', [{ id: 'a-1', what: 'Rooster maken', owner: 'werkgever', dueOn: '2026-12-01', outcome: 'open' }] as never)).toBe('Rooster maken (werkgever, dag 2026-12-01, nog open)');
    expect(words('coaching', 'facts', 'periods', [{ from: '2026-03-01', regime: 'midden', contractHoursPerHalfYear: 741, grantedOn: '2026-02-20' }] as never)).toBe('dag 2026-03-01 (midden, contracturen in een half jaar 741, dag 2026-02-20)');
    expect(words('candidate', 'wishes', 'branches', ['groen', 'zorg'] as never).split('\n')).toHaveLength(2);
    expect(words('candidate', 'consent', 'sharing', [] as never)).toBe(t('sync:conflictPage.nothing'));
  });
});
