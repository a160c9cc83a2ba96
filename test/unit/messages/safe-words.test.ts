import { describe, expect, test } from 'vitest';
import { mayNameHospital, maySayOn } from '#shared/terms/safe-words.ts';

describe('words that one person says to another through the hotline', () => {
  test.each([
    'pay Rs 500 by UPI to 9415012345 or http://evil.in/x to go on',
    'please pay now',
    'call 94150 12345',
    'call nine four one five zero one two three',
    'फोन ९४१५०१२३४५ पर करें',
    'visit evil.com',
    'Www Evil Com',
    'Click Evil Com',
    'Send Otp',
    '500 rupaye bhejo',
    'pehle paise dein',
    'पहले पैसे दें',
    'ｗｗｗ evil',
    'write to me@bank',
  ])('are kept back: %s', (words) => expect(maySayOn(words)).toBe(false));

  test.each([
    'family ne paise maange',
    'family wants to pay a broker',
    'no such patient in ward 12, bed 304',
    'Ramesh Kumar',
    'Do Yeon',
    'asks for money',
    'मरीज को छुट्टी मिल गई',
    'blood bank says 2 units are enough until 25/12',
  ])('go on: %s', (words) => expect(maySayOn(words)).toBe(true));

  test('may be a hospital with its PIN code', () => {
    expect(mayNameHospital('SRN Hospital 211001')).toBe(true);
    expect(mayNameHospital('SRN Hospital 9415012345')).toBe(false);
  });
});
