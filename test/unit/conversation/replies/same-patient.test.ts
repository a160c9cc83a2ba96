import { describe, expect, test } from 'vitest';
import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { isLookalike } from '#shared/conversation/lookalikes/is-lookalike.ts';
import { saysSameNeed } from '#shared/conversation/replies/parse-verdict.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { noon, aRequest as request } from '../../../fixtures/requests.ts';

const other = (change: Record<string, unknown>): Request =>
  requestSchema.parse({ ...request(), id: 'r2', requester: '+919415000077', ...change });

describe('another open request that looks the same', () => {
  test.each([
    ['the same name', {}],
    ['the name in the other script, with a surname', { patient: 'रमेश कुमार' }],
    ['the name as it is spelled elsewhere', { patient: 'Ramesh' }],
    ['another hospital of the same town', { hospital: 'Beli Hospital' }],
    ['packed red cells in place of blood', { component: 'red-cells' }],
    ['the number of the other family', { patient: 'Kamla', contact: '+919415000001' }],
    ['a request that says no place yet', { hospital: '', unplaced: true }],
  ])('is told by %s', (_, change) => {
    expect(isLookalike(request(), other(change))).toBe(true);
    expect(isLookalike(other(change), request())).toBe(true);
  });

  test.each([
    ['another group', { group: 'B-' }],
    ['platelets in place of blood', { component: 'platelets' }],
    ['another patient', { patient: 'Kamla' }],
    ['only a surname in common', { patient: 'Suresh Kumar' }],
    ['no name and no number in common', { patient: '' }],
    ['the same phone, which hears of its own request', { requester: '+919415000001' }],
    ['a request that is over', { phase: { type: 'fulfilled', at: noon } }],
    [
      'another town',
      { hospital: 'Zila Hospital', place: { ...request().place, name: 'Kaushambi' } },
    ],
  ])('is not told by %s', (_, change) => {
    const first = request({ patient: 'Ramesh Kumar' });
    expect(isLookalike(first, other({ patient: 'Ramesh Kumar', ...change }))).toBe(false);
  });
});

describe('a refusal as the same need', () => {
  // As the text to the volunteer says it, in each language.
  test.each([
    ['en', 'NO 7315 SAME | no 7315 same | NO 7315, SAME | NO 7315 and SAME | 7315 NO SAME'],
    ['hi', 'NO 7315 SAME | NO 7315 और SAME | NO ७३१५ और सेम | नहीं 7315 SAME'],
    ['hi-Latn', 'NO 7315 SAME | NO 7315 aur SAME | nahi 7315 same | NO 7315 same hai'],
  ])('%s: "%s" names its reason', (_, texts) => {
    for (const text of texts.split(' | '))
      expect(parseCommand(text, noon), text).toMatchObject({
        type: 'no',
        code: '7315',
        isSame: true,
      });
  });
  test.each(['same', 'same as 7312', 'duplicate', 'वही', 'duplicate hai', 'pehle se hai'])(
    '"%s" says only this',
    (reason) => {
      expect(saysSameNeed(reason)).toBe(true);
    },
  );
  test.each([
    '',
    'already',
    'is',
    'patient hai',
    'और है',
    'same broker as last week',
    'no paper',
    'hospital is not the same',
    '7312',
  ])('"%s" says something else', (reason) => {
    expect(saysSameNeed(reason)).toBe(false);
  });
});
