import { type Language, languages } from '../../terms/language.ts';
import {
  formLabels,
  languageScripts,
  politeTelltales,
  telltaleWords,
} from '../words/language-words.ts';
import { type Token, tokenize } from './normalize.ts';
import { mentions, type Vocabulary } from './vocabulary.ts';

const countWords = (tokens: readonly Token[], words: Vocabulary): number =>
  tokens.filter((_, i) => words.at(tokens, i) > 0).length;

/** The language with the most telltale words. When two have the same number, the later one in `languages`. */
const languageByWords = (tokens: readonly Token[]): Language | undefined => {
  const counted = languages.map((language) => ({
    language,
    count: countWords(tokens, telltaleWords[language]),
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  return most > 0 ? counted.findLast(({ count }) => count === most)?.language : undefined;
};

/** "Patient: …, Group: …, Hospital: …": so many English labels are a form in English. */
const leastLabels = 3;
const isEnglishForm = (tokens: readonly Token[]): boolean =>
  tokens.filter((_, i) => {
    const length = formLabels.at(tokens, i);
    return length > 0 && [':', '-', '='].includes(tokens[i + length]?.text ?? '');
  }).length >= leastLabels;

/**
 * The language of a text: Devanagari is hi, Hindi words in Latin letters are hi-Latn, English words en. undefined when
 * nothing shows it ("1", "STATUS", "B+ 2 unit SRN", another language).
 */
export const detectLanguage = (text: string): Language | undefined => {
  const tokens = tokenize(text);
  const byScript = languages.find((language) =>
    tokens.some(
      (token) => token.kind === 'word' && languageScripts[language]?.test(token.text) === true,
    ),
  );
  return (
    byScript ??
    languageByWords(tokens) ??
    (isEnglishForm(tokens) ? 'en' : undefined) ??
    languages.find((language) => mentions(tokens, politeTelltales[language]))
  );
};
