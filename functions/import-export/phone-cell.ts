import { tokenize } from '#shared/conversation/text/normalize.ts';
import { listWords } from '#shared/conversation/words/lists/list-words.ts';
import { isOfCountries, type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { cell } from './cell.ts';

/** 9.4156E+09: a spreadsheet's number. */
const spreadsheetNumber = /^\d[\d.]*e\+?\d+$/i;
/** 9.415600718E9 still has all its digits; 9.4156E+09 has lost some. */
const unfold = (raw: string): string => {
  const [, whole = '', rest = '', exponent] = /^(\d)\.(\d+)e\+?(\d+)$/i.exec(raw) ?? [];
  return rest.length === Number(exponent) ? whole + rest : raw;
};
/** A number that a spreadsheet has stored with decimals, all of them zero. */
const withDecimals = /^([\d+]+)\.0+$/;
/** 91, 091, 0091 or +91 in front of an Indian number, once or twice; then 0 or nothing. */
const indian = /^(?:(?:\+|00?)?91){0,2}0?([1-9]\d{9})$/;

/** The numbers in a cell as their digits, each with its plus; undefined when other words stand there. */
const cutNumbers = (raw: string): string[] | undefined => {
  const tokens = tokenize(raw);
  const numbers = [''];
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] ?? { kind: 'mark', text: '' };
    const label = listWords.phoneLabel.at(tokens, i);
    const isBetween = '/,;&|\n'.includes(text) || listWords.or.at(tokens, i) > 0;
    if (isBetween) numbers.push('');
    else if (label > 0) i += label - 1;
    else if (kind === 'word' || !/^[\d+().:#'-]/.test(text)) return undefined;
    else if (kind === 'number' || text === '+') numbers.push(`${numbers.pop() ?? ''}${text}`);
  }
  return numbers.filter((number) => number !== '');
};

const parseNumber = (digits: string): PhoneNumber | undefined => {
  const national = indian.exec(digits.replace(/\+(?=\+)|(?<=\d)\+/g, ''))?.[1];
  if (national) return parsePhoneNumber(`+91${national}`);
  const phone = parsePhoneNumber(digits);
  return phone?.startsWith('+91') ? undefined : phone;
};

/** Two numbers with only a space between them. */
const cutInTwo = (raw: string): string[] => {
  const pieces = raw.trim().split(/\s+/);
  const middle = pieces.length / 2;
  return [pieces.slice(0, middle), pieces.slice(middle)].map((half) => half.join(' '));
};

/** The different numbers in a cell, as people write them. Indian numbers have ten digits, mobile or with their area code. */
const parsePhones = (raw: string): PhoneNumber[] => {
  const numbers =
    cutNumbers(unfold(raw.trim()).replace(withDecimals, '$1'))?.map(parseNumber) ?? [];
  const phones = numbers.filter((phone) => phone !== undefined);
  return phones.length === numbers.length ? [...new Set(phones)] : [];
};

const hasTwo = (raw: string): boolean =>
  parsePhones(raw).length > 1 || cutInTwo(raw).every((half) => parsePhones(half).length === 1);

const phoneReason = (raw: string): string => {
  if (raw === '') return 'phone is missing';
  if (spreadsheetNumber.test(raw))
    return `phone "${raw}" was cut short by the spreadsheet: make its column text`;
  return hasTwo(raw)
    ? `phone "${raw}" is more than one phone number: keep one`
    : `phone "${raw}" is not a phone number`;
};

/** Refuses numbers that the hotline would never text or call. */
export const phoneCell = (countries: readonly string[]) =>
  cell<PhoneNumber>((raw) => {
    const [phone, other] = parsePhones(raw);
    return other === undefined ? phone : undefined;
  }, phoneReason).refine((phone) => isOfCountries(phone, countries), {
    error: ({ input }) => `phone "${input}" is of none of the countries ${countries.join(', ')}`,
  });
