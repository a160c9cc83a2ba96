import type { Token } from '../text/normalize.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { departmentWords, wardNumberWords, wardWords } from './ward-words.ts';

const isNumber = (token: Token | undefined): token is Token =>
  token !== undefined && /^(?:[a-z]?\d{1,4}|[a-z])$/.test(token.text);

/** "ward no 5", "5 no ward". */
const numberAt = (tokens: readonly Token[], i: number, word: Vocabulary): string | undefined => {
  const length = word.at(tokens, i);
  if (length === 0) return undefined;
  let next = i + length + wardNumberWords.at(tokens, i + length);
  while (tokens[next]?.kind === 'mark' && '-#:.'.includes(tokens[next]?.text ?? '')) next += 1;
  const after = tokens[next];
  if (isNumber(after)) return after.text.toUpperCase();
  const before = tokens[i - 2];
  return wardNumberWords.at(tokens, i - 1) === 1 && before?.kind === 'number'
    ? before.text
    : undefined;
};

const firstOf = <T>(
  tokens: readonly Token[],
  read: (i: number) => T | undefined,
): T | undefined => {
  for (let i = 0; i < tokens.length; i++) {
    const found = read(i);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Where in the hospital the family is, in a few words of ours: "ICU ward 5 bed 12". Undefined when the text does not say. */
export const parseWard = (tokens: readonly Token[]): string | undefined => {
  const departments = Object.entries(departmentWords).flatMap(([name, word]) =>
    tokens.some((_, i) => word.at(tokens, i) > 0) ? [name] : [],
  );
  const places = Object.entries(wardWords).flatMap(([name, word]) => {
    const number = firstOf(tokens, (i) => numberAt(tokens, i, word));
    return number === undefined ? [] : [`${name} ${number}`];
  });
  return [...departments.slice(0, 1), ...places].join(' ').slice(0, 40) || undefined;
};
