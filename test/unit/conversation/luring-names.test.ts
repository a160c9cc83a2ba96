import { describe, expect, it } from 'vitest';
import { parseName } from '#shared/conversation/parse/parse-name.ts';

describe('a name', () => {
  it.each(['Click Evil Com', 'Www Evil Com', 'Send Otp', 'Http Evil', 'Upi Ramesh', 'ओटीपी भेजें'])(
    'is not "%s"',
    (text) => {
      expect(parseName(text)).toBeUndefined();
    },
  );

  it.each([
    ['bhim singh', 'Bhim Singh'],
    ['mera naam kamal hai', 'Kamal'],
    ['Comal Devi', 'Comal Devi'],
  ])('is still "%s"', (text, name) => {
    expect(parseName(text)).toBe(name);
  });
});
