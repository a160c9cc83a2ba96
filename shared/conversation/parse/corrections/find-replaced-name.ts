import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import { mentions } from '../../text/vocabulary.ts';
import { correctionWords } from '../../words/corrections/correction-words.ts';
import { peopleWords } from '../../words/people-words.ts';
import { nameAt, renderName } from '../parse-name.ts';

/** "The name is wrong, Sunita nahi Sumitra": the second of two names, where no attendant is mentioned. */
export const findReplacedName = (text: string): string | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  if (!mentions(tokens, peopleWords.nameLabel) || mentions(tokens, peopleWords.attendant))
    return undefined;
  const isFree = (): boolean => false;
  for (let i = 1; i < tokens.length; i++) {
    const length = correctionWords.notAfter.at(tokens, i);
    const before = length > 0 ? nameAt(tokens, i - 1, isFree) : undefined;
    const after = before?.next === i ? nameAt(tokens, i + length, isFree) : undefined;
    if (after) return renderName(after.words, text);
  }
  return undefined;
};
