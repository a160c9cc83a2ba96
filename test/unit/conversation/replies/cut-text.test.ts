import { describe, expect, test } from 'vitest';
import { cutOff, joinCut } from '#shared/conversation/text/cut-text.ts';

const join = (first: string, second: string): string | undefined => {
  const cut = cutOff(first, first.trim());
  return cut && joinCut(cut, second)?.text;
};
/** A text of this length with these last letters. */
const ending = (end: string, length: number, fill = 'x'): string =>
  `Need B+ ${fill.repeat(length - end.length - 9)} ${end}`;
const hindi = (end: string, length: number): string =>
  `बी पॉजिटिव खून चाहिए ${'क'.repeat(length - end.length - 22)} ${end}`;

describe('a text that is cut at the length of a part', () => {
  test.each([
    [153, 'patient Ra', 'mesh Kumar', 'patient Ramesh Kumar'],
    [160, 'patient Ra', 'mesh Kumar', 'patient Ramesh Kumar'],
    [306, 'Kam', 'la Devi', 'Kamla Devi'],
    [153, 'patient ', 'Ramesh', 'patient Ramesh'],
    [153, 'patient', ' Ramesh', 'patient Ramesh'],
    // The space at the cut is lost.
    [152, 'patient', 'Ramesh', 'patient Ramesh'],
  ])('of %i letters goes on with the next', (length, end, more, whole) => {
    expect(join(ending(end, length), more)).toMatch(new RegExp(`${whole}$`));
  });

  test.each([
    [67, 'मरीज रा', 'मेश', 'मरीज रामेश'],
    [70, 'मरीज रा', 'मेश', 'मरीज रामेश'],
  ])('and in Devanagari at %i', (length, end, more, whole) => {
    const first = hindi(end, length);
    expect(first).toHaveLength(length);
    expect(join(first, more)).toMatch(new RegExp(`${whole}$`));
  });

  test('is whole when it ends with a sentence, or at another length', () => {
    expect(cutOff(ending('thank you.', 153), '')).toBeUndefined();
    expect(cutOff(ending('धन्यवाद।', 67), '')).toBeUndefined();
    expect(cutOff(ending('patient Ra', 120), '')).toBeUndefined();
    expect(cutOff('', '')).toBeUndefined();
  });

  test('does not go on with a capital behind a small letter', () => {
    expect(join(ending('chahiye', 153), 'Gorakhpur')).toBeUndefined();
    expect(join(ending('PATIENT RA', 153), 'MESH')).toMatch(/RAMESH$/);
  });
});

describe('a text in numbered parts', () => {
  test.each([
    ['(1/2) Need B+ SRN', '(2/2) patient Ramesh', 'Need B+ SRN patient Ramesh'],
    ['1/2 Need B+ SRN', '2/2 patient Ramesh', 'Need B+ SRN patient Ramesh'],
    ['(1/2) Need B+ at SRN.', '(2/2) Patient Ramesh.', 'Need B+ at SRN. Patient Ramesh.'],
  ])('"%s" goes on with "%s"', (first, second, whole) => {
    expect(join(first, second)).toBe(whole);
  });

  test('does not go on with another number, or without one', () => {
    expect(join('(1/3) Need B+ SRN', '(3/3) patient Ramesh')).toBeUndefined();
    expect(join('(1/2) Need B+ SRN', 'patient Ramesh')).toBeUndefined();
    expect(cutOff('(2/2) patient Ramesh', '')).toBeUndefined();
  });
});
