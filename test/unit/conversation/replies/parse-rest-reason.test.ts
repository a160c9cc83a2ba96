import { describe, expect, test } from 'vitest';
import { parseRestReason } from '#shared/conversation/commands/parse-rest-reason.ts';

describe('why a donor should rest', () => {
  test.each([
    ['bukhar hai nahi aa paunga', 'illness'],
    ['तबीयत खराब है', 'illness'],
    ['the doctor sent me back, my BP is high', 'weight-or-pressure'],
    ['wazan kam hai', 'weight-or-pressure'],
    ['hb 9 aaya', 'haemoglobin'],
    ['khoon ki kami batayi doctor ne', 'haemoglobin'],
    ['typhoid fever last month', 'typhoid'],
    ['antibiotics chal rahi hai', 'antibiotics'],
    ['kal tattoo banwaya', 'tattoo'],
  ])('%s: %s', (text, reason) => {
    expect(parseRestReason(text)).toBe(reason);
  });

  test.each(['biwi ko bukhar hai', 'bukhar nahi hai', 'my friend is ill', 'nahi aa paunga', '2'])(
    'is not said by "%s"',
    (text) => {
      expect(parseRestReason(text)).toBeUndefined();
    },
  );
});
