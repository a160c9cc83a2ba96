import { describe, expect, it } from 'vitest';
import { faultsOfNumbers } from '#functions/carriers/own-numbers.ts';

const twilio = { texts: 'twilio', calls: 'twilio' } as const;
const faultsIn = (given: Record<string, string>): string[] =>
  faultsOfNumbers((name) => given[name], twilio);

describe('the numbers of the hotline', () => {
  const all = {
    HOTLINE_NUMBER: '+915320000000',
    MISSED_CALL_NUMBER: '+915320000001',
    ANSWER_NUMBER: '+915320000002',
    YES_NUMBER: '+915320000003',
    NO_NUMBER: '+915320000004',
  };

  it('may all be set', () => {
    expect(faultsIn(all)).toEqual([]);
  });

  it('may take the answers on the number that takes the calls', () => {
    expect(faultsIn({ ...all, ANSWER_NUMBER: all.HOTLINE_NUMBER })).toEqual([]);
  });

  it.each([
    ['MISSED_CALL_NUMBER', 'HOTLINE_NUMBER', 'it is never answered'],
    ['YES_NUMBER', 'MISSED_CALL_NUMBER', 'a missed call to it is a yes'],
    ['NO_NUMBER', 'YES_NUMBER', 'a missed call to it is a no'],
    ['YES_NUMBER', 'HOTLINE_NUMBER', 'a missed call to it is a yes'],
  ] as const)('%s is another number than %s', (name, other, because) => {
    expect(faultsIn({ ...all, [name]: all[other] })).toEqual([
      `${name} must be another number than ${other}: ${because}`,
    ]);
  });

  it('offer both answers or neither', () => {
    expect(faultsIn({ YES_NUMBER: all.YES_NUMBER })).toEqual([
      'NO_NUMBER is missing, while YES_NUMBER is set: a donor must be able to say both',
    ]);
  });
});
