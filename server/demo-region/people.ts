import { nameGroups, type Pronoun } from './names.ts';
import type { RandomStream } from './random-stream.ts';

export interface PersonName {
  readonly givenName: string;
  readonly namePrefix: string;
  readonly familyName: string;
  readonly pronoun: Pronoun;
}

export function personName(random: RandomStream): PersonName {
  const group = random.weighted(nameGroups.map((each) => [each, each.weight] as const));
  const pronoun: Pronoun = random.chance(0.47) ? 'zij' : 'hij';
  const family = random.pick(group.family);
  const bar = family.indexOf('|');
  return {
    givenName: random.pick(group[pronoun]),
    namePrefix: bar < 0 ? '' : family.slice(0, bar),
    familyName: family.slice(bar + 1),
    pronoun,
  };
}

/** "Noor van der Linden" */
export function fullName({ givenName, namePrefix, familyName }: Omit<PersonName, 'pronoun'>): string {
  return [givenName, namePrefix, familyName].filter((part) => part !== '').join(' ');
}

/**
 * In the domain `.example`, which can never exist (RFC 2606).
 * @param host name before `.example`
 */
export function fictitiousEmail(name: Omit<PersonName, 'pronoun'>, host: string): string {
  const family = asciiWord(`${name.namePrefix}${name.familyName}`).replaceAll('-', '');
  return `${asciiWord(name.givenName)}.${family}@${host}.example`;
}

/** Numbers that no provider hands out: after 06 no subscriber's number begins with a 0. */
export function fictitiousMobile(random: RandomStream): string {
  return `06-0000${String(random.whole(0, 9_999)).padStart(4, '0')}`;
}

/** In the region's area code, where no subscriber's number begins with a 0 either. */
export function fictitiousLandline(random: RandomStream): string {
  return `024-000${String(random.whole(0, 9_999)).padStart(4, '0')}`;
}

/** "Çelik & Zn." -> "celik-zn" */
export function asciiWord(text: string): string {
  return text
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
