import { describe, expect, test } from 'vitest';
import { parseFamilyNews } from '#shared/conversation/replies/parse-family-news.ts';

describe('news of a family with an open request', () => {
  test.each([
    'koi nahi aaya',
    'nobody came yet',
    'no one has come',
    'donor phone nahi utha raha',
    'donor is not picking up',
    'कोई नहीं आया',
    'डोनर फोन नहीं उठा रहा',
    'abhi tak koi nahi pahuncha',
  ])('"%s" says that no donor came', (text) => {
    expect(parseFamilyNews(text)).toEqual({ type: 'nobody-came' });
  });

  test.each([
    'blood bank se mil gaya',
    'we got it from the blood bank',
    'खून मिल गया है, धन्यवाद',
    'blood mil gaya thank you',
    'intezam ho gaya',
    'blood arranged thanks',
  ])('"%s" says that blood was found', (text) => {
    expect(parseFamilyNews(text)).toEqual({ type: 'found' });
  });

  test.each([
    ['1 unit mil gaya 1 aur chahiye', 1, false],
    ['got one unit, one more needed', 1, false],
    ['1 mil gaya', 1, false],
    ['एक यूनिट मिल गया', 1, false],
    ['blood bank se 2 unit mil gaya', 2, true],
    ['received 1 unit from blood bank', 1, true],
  ])('"%s" counts %i units', (text, units, elsewhere) => {
    expect(parseFamilyNews(text)).toEqual({ type: 'received', units, elsewhere });
  });

  test.each(['patient died', 'mareez nahi rahe', 'मरीज नहीं रहे'])('"%s" is a death', (text) => {
    expect(parseFamilyNews(text)).toEqual({ type: 'died' });
  });

  test.each([
    'koi donor mila?',
    'khoon nahi mila',
    'we are waiting here',
    'kya khoon mil gaya',
    'donor ka number nahi mila',
    'B+ nahi B- hai',
    'shift to Beli hospital',
  ])('"%s" is no news', (text) => {
    expect(parseFamilyNews(text)).toBeUndefined();
  });
});
