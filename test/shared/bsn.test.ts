import { describe, expect, it } from 'vitest';
import { bsnSchema, isBsn, maskBsn } from '#shared/domain/bsn.ts';

describe('the elfproef', () => {
  it.each(['123456782', '111222333', '999990019'])('%s passes', (text) => expect(isBsn(text)).toBe(true));
  it.each([
    ['123456789', 'the sum is not divisible by 11'],
    ['000000000', 'only zeros'],
    ['12345678', 'eight digits'],
    ['1234567820', 'ten digits'],
    ['12345678O', 'a letter O'],
    ['１２３４５６７８２', 'full-width digits'],
    [' 123456782', 'a space'],
  ])('%s is refused: %s', (text) => expect(isBsn(text)).toBe(false));

  it('says which of the two reasons it is', () => {
    const reason = (text: string) => bsnSchema.safeParse(text).error?.issues.map((issue) => issue.message);
    expect(reason('12345678')).toContain('bsn.nineDigits');
    expect(reason('123456789')).toEqual(['bsn.elfproef']);
  });

  it('shows only the last three digits', () => expect(maskBsn('123456782')).toBe('••••••782'));
});
