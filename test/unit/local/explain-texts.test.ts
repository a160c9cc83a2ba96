import { describe, expect, test } from 'vitest';
import { answerLine } from '#infra/local/explain-texts.ts';
import { gazetteer } from '../../bench/strangers/configured-gazetteer.ts';

const answer = (line: unknown): unknown =>
  JSON.parse(answerLine(typeof line === 'string' ? line : JSON.stringify(line), gazetteer));

describe('hotline understand', () => {
  test('prints the acts of a line, and what is asked next', () => {
    const request = { group: 'Bombay', component: 'whole-blood', units: 2, place: 'SRN hospital' };
    expect(answer({ text: 'need B+ blood 2 units SRN hospital' })).toMatchObject({
      acts: [{ act: 'request', group: 'B+', units: 2, place: 'SRN Hospital' }],
    });
    expect(
      answer({ text: 'group B- hai, O+ nahi', as: 'family', open: { request } }),
    ).toMatchObject({
      acts: [{ act: 'correct', group: 'B-' }],
      asks: 'correction',
      readsBack: true,
    });
  });

  test('reads a text whatever stands beside it', () => {
    expect(
      answer({ text: 'on my way', as: 'donor', at: 'yesterday', open: { pledge: true } }),
    ).toEqual({
      acts: [{ act: 'yes' }],
    });
    expect(answer({ text: 'on my way', as: 'king', open: 7 })).toHaveProperty('acts');
  });

  test.each([
    ['time', 'kal subah 9 baje', 'neededBy'],
    ['needed_by', 'kal subah 9 baje', 'neededBy'],
    ['patient name', 'Ramesh Kumar', 'patient'],
    ['contact', 'Sunita Devi', 'attendant'],
    ['town', 'Prayagraj', 'place'],
  ])('takes the question "%s" by its usual names', (asked, text, detail) => {
    expect(answer({ text, as: 'family', open: { asked } })).toMatchObject({
      acts: [{ act: 'request', [detail]: expect.anything() }],
    });
  });

  test.each(['x', '7', '{}', '{"text":7}', '[]'])('calls %s no text', (line) => {
    expect(answer(line)).toEqual({
      acts: [{ act: 'unclear' }],
      fault: 'not a JSON object with a text',
    });
  });

  test('shows each of several needs as a request', () => {
    expect(answer({ text: 'O+ 4 PRBC + 4 FFP chahiye KGMU Lucknow' })).toMatchObject({
      acts: [
        { act: 'request', group: 'O+', component: 'red-cells', units: 4 },
        { act: 'request', group: 'O+', component: 'plasma', units: 4 },
      ],
    });
  });
});
