import { type Token, tokenize } from './normalize.ts';

const digitsOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'number' ? token.text : '')).join('');

const isPlus = (token: Token | undefined): boolean => token?.text === '+';
const isDivider = (token: Token | undefined): boolean => token?.text === '-' || token?.text === '.';

/** A mobile number: ten digits, the first 6 to 9, with 0, 91 or nothing before them. Or a landline with its 0. */
const isPhone = (digits: string): boolean =>
  /^(?:0|91|0091)?[6-9]\d{9}$/.test(digits) || /^0[1-9]\d{8,9}$/.test(digits);

/** "+91 11 2658 8500": after a plus, a landline too. */
const isIndian = (digits: string): boolean => /^91[1-8]\d{9}$/.test(digits);

/**
 * How many tokens from i on are one telephone number; 0 otherwise. A number has at most six pieces, each of two digits or
 * more.
 */
const phoneLength = (tokens: readonly Token[], from: number): number => {
  let i = isPlus(tokens[from]) ? from + 1 : from;
  let best = 0;
  for (let pieces = 0; pieces < 6; pieces++) {
    const token = tokens[i];
    if (token?.kind !== 'number' || (token.text.length < 2 && token.text !== '0')) break;
    i++;
    const digits = digitsOf(tokens.slice(from, i));
    if (digits.length > 14) break;
    if (isPhone(digits) || (isPlus(tokens[from]) && isIndian(digits))) best = i - from;
    // "(011) 2658 8500": the code of a town in brackets.
    if (isDivider(tokens[i]) || (pieces === 0 && tokens[i]?.text === ')')) i++;
  }
  const lone = tokens[from];
  return best > 0 || lone?.kind !== 'number' || lone.text.length < 9 ? best : 1;
};

/** True for a + that belongs to a group: "B+9415012345". In +91… it belongs to the number. */
const isPlusOfGroup = (tokens: readonly Token[], i: number): boolean =>
  isPlus(tokens[i]) && tokens[i]?.glued === true && tokens[i + 1]?.text.length === 10;

/** "01-12-2026 10 AM": a date and an hour are no number, though their digits are those of a landline. */
const isDate = (tokens: readonly Token[], i: number): boolean => {
  const [day, month, year] = [tokens[i], tokens[i + 2], tokens[i + 4]];
  const isPart = (token: Token | undefined, max: number): boolean =>
    token?.kind === 'number' && token.text.length <= 2 && Number(token.text) <= max;
  const isLink = (n: number): boolean => ['-', '.', '/'].includes(tokens[n]?.text ?? '');
  return (
    isPart(day, 31) &&
    isLink(i + 1) &&
    isPart(month, 12) &&
    isLink(i + 3) &&
    /^(19|20)\d\d$/.test(year?.text ?? '')
  );
};

/** The text's tokens. Each telephone number, and any other number of nine digits or more, is one mark 'phone'. */
export const tokenizeWithoutPhones = (raw: string): Token[] => {
  const tokens = tokenize(raw);
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (isDate(tokens, i)) {
      kept.push(...tokens.slice(i, i + 5));
      i += 4;
      continue;
    }
    const length = isPlusOfGroup(tokens, i) ? 0 : phoneLength(tokens, i);
    if (length === 0) {
      kept.push(token);
      continue;
    }
    const last = tokens[i + length - 1] ?? token;
    kept.push({ ...token, kind: 'mark', text: 'phone', end: last.end });
    i += length - 1;
  }
  return kept;
};
