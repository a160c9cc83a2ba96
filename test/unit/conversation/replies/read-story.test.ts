import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeStory, readStory } from '#shared/conversation/replies/read-story.ts';
import { longestStory } from '#shared/terms/after-gift/story-rules.ts';
import { anyText } from '#test/property/any-text.ts';

describe('the words of a story', () => {
  test.each([
    ['Amit gave for my father Ramesh.', '... gave for my father ....'],
    ['AMIT came. Amita did not.', '... came. Amita did not.'],
    ['अमित जी रात में आए', '... जी रात में आए'],
    ['Hamare Amit bhai, shukriya', 'Hamare ... bhai, shukriya'],
    ['Everyone was kind', 'Everyone was kind'],
  ])('lose the names that the request knows, in any script: %s', (text, shown) => {
    expect(readStory(text, ['Amit', 'Ramesh', ''])).toBe(shown);
  });

  test.each([
    'Call 94150 12345 for more',
    'Read more at www.example.com/us',
    'Please send Rs 500 to help others',
    'नौ चार एक पांच शून्य एक दो',
  ])('are not taken with a number, a link or money: %s', (text) => {
    expect(readStory(text, [])).toBe('unsafe');
  });

  test('are at most as long as a page shows, whatever was written', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 900 }), (text) => {
        const read = readStory(text, ['Amit']);
        expect(read.length).toBeLessThanOrEqual(longestStory);
        expect(read).not.toContain('\n');
      }),
    );
  });

  test('are no story while they are short, nor while they may be a new need', () => {
    expect(mayBeStory('thank you', false)).toBe(false);
    expect(mayBeStory('They came at night and gave.', false)).toBe(true);
    expect(mayBeStory('Need O+ 1 unit SRN hospital urgent patient Hari', true)).toBe(false);
    expect(mayBeStory(`We needed two units of B+ at SRN. ${'They came. '.repeat(10)}`, true)).toBe(
      true,
    );
  });
});
