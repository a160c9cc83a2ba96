import { type PhoneNumber, parsePhoneNumber } from '../../../terms/phone-number.ts';
import { type Token, withPlainDigits } from '../../text/normalize.ts';
import { endsBefore } from '../../text/vocabulary.ts';
import { contactWords as words } from '../../words/corrections/contact-words.ts';

type Named = { from: number; to: number };
type Written = { phone: PhoneNumber; at: number };

/** A number of ten digits, the first 6 to 9, is a mobile phone. Other long numbers need a word that says so. */
const isMobile = (phone: PhoneNumber): boolean => /^\+91[6-9]\d{9}$/.test(phone);

/** The numbers that can be a person's: not a file's, not the hospital's. */
const findNumbers = (tokens: readonly Token[], raw: string): Written[] =>
  tokens.flatMap((token, at) => {
    if (token.text !== 'phone' || endsBefore(tokens, at, words.otherNumber)) return [];
    const phone = parsePhoneNumber(withPlainDigits(raw.slice(token.start, token.end)));
    return phone ? [{ phone, at }] : [];
  });

const isLink = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i]?.kind === 'mark' && tokens[i]?.text !== 'phone' && tokens[i]?.text !== '.') ||
  words.link.at(tokens, i) > 0;

/** The number beside a name: "Suresh 98…", "Suresh (mob. 98…)", "98… Suresh". */
const besideName = (
  tokens: readonly Token[],
  numbers: readonly Written[],
  { from, to }: Named,
): Written | undefined => {
  const after = numbers.find(
    ({ at }) =>
      at >= to && at < to + 8 && tokens.slice(to, at).every((_, n) => isLink(tokens, to + n)),
  );
  return (
    after ??
    numbers.findLast(
      ({ at }) =>
        at < from &&
        at > from - 6 &&
        tokens.slice(at + 1, from).every((_, n) => isLink(tokens, at + 1 + n)),
    )
  );
};

/** True for a name that stands beside a telephone number. */
export const isBesideNumber = (tokens: readonly Token[], raw: string, named: Named): boolean =>
  besideName(tokens, findNumbers(tokens, raw), named) !== undefined;

/**
 * The number to call about a request: the one beside the attendant's name, else the one after "contact", else the only
 * mobile number. Of two that no word tells apart it is undefined.
 */
export const findContact = (
  tokens: readonly Token[],
  raw: string,
  attendant: Named | undefined,
): PhoneNumber | undefined => {
  const numbers = findNumbers(tokens, raw);
  const named = attendant && besideName(tokens, numbers, attendant);
  if (named) return named.phone;
  const labelled = numbers.find(({ at }) => endsBefore(tokens, at, words.label));
  if (labelled) return labelled.phone;
  const mobiles = [...new Set(numbers.map(({ phone }) => phone).filter(isMobile))];
  return mobiles.length === 1 ? mobiles[0] : undefined;
};
