import { parsePhoneNumber } from '../../terms/phone-number.ts';
import { commandWords } from '../words/command-words.ts';
import { type CommandParsers, type CommandText, isShort, wordAlone } from './command-text.ts';

/** "TRUST 94150 12345": the word, and a telephone number or nothing. */
const trustWord =
  <T extends 'trust' | 'untrust'>(type: T) =>
  (text: CommandText) => {
    const length = isShort(text) ? commandWords[type].at(text.words, 0) : 0;
    if (length === 0) return undefined;
    const number = text.words.slice(length);
    const isNumber = number.every(
      (token) => token.kind === 'number' || ['+', '-'].includes(token.text),
    );
    if (!isNumber) return undefined;
    const rest = text.raw.slice(text.words[length - 1]?.end ?? 0);
    const digits = number.map((token) => token.text).join('');
    const phone = rest.length < 40 ? parsePhoneNumber(digits) : undefined;
    return phone ? { type, phone } : { type };
  };

/** The commands of coordinators. */
export const volunteerCommands: CommandParsers<'trust' | 'untrust' | 'audit'> = {
  untrust: trustWord('untrust'),
  trust: trustWord('trust'),
  audit: wordAlone('audit'),
};
