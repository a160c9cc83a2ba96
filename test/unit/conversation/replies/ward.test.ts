import { describe, expect, test } from 'vitest';
import { tokenizeWithoutPhones } from '#shared/conversation/text/find-phones.ts';
import { parseWard } from '#shared/conversation/ward/parse-ward.ts';

const ward = (text: string): string | undefined => parseWard(tokenizeWithoutPhones(text), text);

describe('where in the hospital the family is', () => {
  test.each([
    ['Need B+ SRN hospital ward 5 bed 12 patient Ramesh', 'ward 5 bed 12'],
    ['emergency me bed 3', 'emergency bed 3'],
    ['वार्ड नंबर 7, बेड 21', 'ward 7 bed 21'],
    ['papa ICU me hai', 'ICU'],
    ['5 no ward me hai', 'ward 5'],
    ['2nd building room no. 304', 'room 304'],
    ['ward b-2 bed no:14', 'ward B bed 14'],
    ['papa Ward B me hai', 'ward B'],
    ['PAPA WARD B BED 7 ME H', 'ward B bed 7'],
    ['ICU me bed h', 'ICU'],
    ['ICU ME BED H', 'ICU'],
  ])('"%s" is %s', (text, where) => {
    expect(ward(text)).toBe(where);
  });

  test.each([
    'emergency! need 2 units',
    'patient is in the ward',
    'bed rest for 5 days',
    'B+ 2 units',
    'ward k bahar hai',
    'room m aa jao',
    'koi bed n mila',
    'he is in the ward. I am outside',
  ])('"%s" does not say', (text) => {
    expect(ward(text)).toBeUndefined();
  });

  test('is short whatever is written', () => {
    expect(ward('floor 9999 ward 9999 room 9999 bed 9999 nicu icu')?.length).toBeLessThanOrEqual(
      40,
    );
  });
});
