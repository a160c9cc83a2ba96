import { expect, test } from 'vitest';
import { toDeliveryError } from '#functions/carriers/twilio/error-codes.ts';

test("maps each of Twilio's error codes to what it means for the number", () => {
  const codes = {
    'opted-out': ['21610'],
    'other-channel': ['63016'],
    'no-such-number': ['21211'],
    unreachable: ['21614', '21635', '30005', '30006'],
    uncallable: ['21214', '21217', '13223', '13224', '13226'],
    temporary: ['30001', '30003', '30008'],
    // About our own account, or unknown to us: nothing is learnt about the number.
    other: ['30007', '21215', '13225', '13227', '20429', 'call-busy', 'call-failed', ''],
  };
  for (const [failure, its] of Object.entries(codes))
    expect(its.map(toDeliveryError)).toEqual(its.map((code) => ({ code, failure })));
});
