import { describe, expect, test } from 'vitest';
import { parseNameAnswer } from '#shared/conversation/parse/contact/parse-name-answer.ts';

describe('the answer to "what is the name?"', () => {
  test.each([
    ['pinky, meri behan', 'Pinky'],
    ['mai hu uska dost, Aman', 'Aman'],
    ['me only, Deepa his friend', 'Deepa'],
    ['my name Ritu', 'Ritu'],
    ['मैं ही हूँ साथ में सुनीता', 'सुनीता'],
    ['मैं उसकी माँ सुनीता देवी', 'सुनीता देवी'],
    ['मैं रहूँगा साथ में मोहित', 'मोहित'],
    ['पति का नाम राजेश कुमार है', 'राजेश कुमार'],
    ['मरीज मेरी दादी हैं कमला देवी', 'कमला देवी'],
    ['मैं हूँ ना रेखा', 'रेखा'],
    ['Ramesh Kumar', 'Ramesh Kumar'],
    ['mera naam sita hai', 'Sita'],
  ])('"%s" names %s', (text, name) => expect(parseNameAnswer(text)).toBe(name));

  test.each([
    'main hi hu',
    'मैं ही हूँ',
    'uski maa',
    'my brother will come tomorrow from Kanpur by bus',
  ])('"%s" has no name', (text) => expect(parseNameAnswer(text)).toBeUndefined());
});
