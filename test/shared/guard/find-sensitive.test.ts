import { describe, expect, it } from 'vitest';
import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import { deliveredGuardWords } from '#shared/domain/guard/delivered-guard-words.ts';
import { sensitiveFinder } from '#shared/domain/guard/find-sensitive.ts';
import { guardWordsSchema } from '#shared/domain/guard/guard-words.ts';

const find = sensitiveFinder(bundledGuardWords);
const found = (text: string) => find(text).map((each) => `${each.kind} ${each.found}`);

describe('the guard for medical text', () => {
  it.each([
    ['Heeft een depressie gehad en wil nu weer werken.', 'diagnosis depressie'],
    ['Door zijn autismespectrumstoornis is een rustige plek nodig.', 'diagnosis autismespectrumstoornis'],
    ['ADHD maakt het lastig om lang te zitten.', 'diagnosis ADHD'],
    ["Is een ADHD'er met veel energie.", 'diagnosis ADHD'],
    ['Er is PDD-NOS vastgesteld.', 'diagnosis PDD-NOS'],
    ['Zit thuis met een burn-out.', 'diagnosis burn-out'],
    ['Zit thuis met een burnout!', 'diagnosis burnout'],
    ['Bekend met MS, wordt snel moe.', 'diagnosis MS'],
    ['Heeft een posttraumatische stressstoornis.', 'diagnosis stressstoornis'],
    ['Kampt met een alcoholverslaving.', 'diagnosis alcoholverslaving'],
    ['Is licht verstandelijk beperkt.', 'diagnosis licht verstandelijk'],
    ['Zij is zwanger en stopt in mei.', 'diagnosis zwanger'],
    ['Heeft rugklachten na het tillen.', 'diagnosis rugklachten'],
    ['Gebruikt ritalin op werkdagen.', 'medication ritalin'],
    ['Slikt medicijnen waar ze moe van wordt.', 'medication medicijnen'],
    ['Zijn medicatie is aangepast.', 'medication Zijn medicatie'],
    ['Neemt elke ochtend een pijnstiller.', 'medication pijnstiller'],
    ['Is onder behandeling en komt pas om tien uur.', 'treatment onder behandeling'],
    ['Loopt bij een psycholoog.', 'treatment psycholoog'],
    ['Heeft op dinsdag fysiotherapie.', 'treatment fysiotherapie'],
    ['Moest naar haar huisarts.', 'treatment haar huisarts'],
    ['Ziek door een val van de trap.', 'cause Ziek door'],
    ['Heeft zich ziek gemeld met koorts.', 'cause ziek gemeld met'],
    ['Is ziekgemeld vanwege de rug.', 'cause ziekgemeld vanwege'],
    ['Kan om medische redenen niet tillen.', 'cause om medische redenen'],
  ])('warns of: %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    'Tilt tot tien kilo en werkt het best in de ochtend.',
    'Heeft vaste taken en een rustige plek nodig.',
    'Is bang om fouten te maken, maar vraagt om hulp als het nodig is.',
    'Woont aan de Parkinsonlaan 12 in Nijmegen.',
    'Werkt aan de Dr. Schaepmanstraat, dicht bij het station.',
    'Het bedrijf zit in de Psychiater Pompestraat.',
    'Het magazijn ligt aan het Alzheimerplein.',
    'Gesproken met mevrouw Griep en de heer Van Kanker.',
    'De leidinggevende is mevrouw Hernia.',
    'Brengt medicijnen rond voor de apotheek.',
    'Er zijn pillen en medicijnen in het magazijn.',
    'De specialist in het team legt haar werk uit.',
    'Maakt schoon in het ziekenhuis, op de begane grond.',
    'Schenkt koffie op een afdeling voor mensen met dementie.',
    'Werkt met MS Teams en MS Office.',
    'Er was een netwerkstoornis, daarom lag de lijn stil.',
    'Vult de schappen bij de drogist: pillen, crème en shampoo.',
    'Is sinds maandag ziek gemeld. Volgend contact op 3 december.',
    'Deed vier jaar vrijwilligerswerk bij Stichting Epilepsie Nederland.',
    'Wil graag leren voor assistent in de zorg.',
    'Zij add een nieuwe regel in het systeem.',
    'Het tempo is 70 procent en de kwaliteit is goed.',
    'Komt op tijd, ook als het druk is.',
    'Vraagt of de werktijden anders kunnen, want de kinderopvang sluit om zes uur.',
    'Doet de was voor een revue en een ms-dos museum.',
  ])('is silent about: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says where the word stands', () => {
    const text = 'Heeft reuma.';
    const [finding] = find(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('reuma');
  });

  it('looks at a sentence for who it is about, not at the whole note', () => {
    expect(found('Bezorgt medicijnen. Neemt de fiets mee naar huis.')).toEqual([]);
    expect(found('Neemt elke dag medicijnen')).toEqual(['medication medicijnen']);
  });
});

describe('the guard for a BSN in free text', () => {
  it.each(['BSN 123456782', 'Zijn nummer is 123456782.', 'bsn: 123 456 782', '1234.56.782', '(111222333)'])('warns of: %s', (text) => {
    expect(find(text).map(({ kind }) => kind)).toEqual(['bsn']);
  });

  it.each(['123456789', 'Order 1234567821', 'Tel. +31 612345672', 'Bel 0031 123456782', 'NL91ABNA0123456782', 'Om 20-11-2026 9:30', '000000000', 'KvK 12345678', '€ 123456782,50', 'A123456782'])('is silent about: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('the list of words', () => {
  it('is sound itself', () => {
    expect(guardWordsSchema.safeParse(bundledGuardWords).error).toBeUndefined();
  });

  it('is the region\'s to change, and a broken one is passed over and told', () => {
    const own = { ...bundledGuardWords, version: 2, terms: [{ term: 'slijterij*', kind: 'cause' }] };
    const delivered = deliveredGuardWords([{ id: 'guard-words', version: 2, content: own }, { id: 'guard-words', version: 3, content: { terms: 'alles' } }, { id: 'intake', version: 9, content: null }]);
    expect(delivered.unusable).toEqual([3]);
    const finder = sensitiveFinder(delivered.current);
    expect(finder('Werkt in de slijterijhoek met reuma').map(({ found: word }) => word)).toEqual(['slijterijhoek']);
    expect(deliveredGuardWords([]).current).toBe(bundledGuardWords);
  });

  it('takes no star that would find half the language', () => {
    expect(guardWordsSchema.safeParse({ ...bundledGuardWords, terms: [{ term: 'de*', kind: 'cause' }] }).success).toBe(false);
  });
});
