import { type BackReason, backReasons } from '../../camp/seat.ts';
import { seatNumberSchema } from '../../terms/ids.ts';
import { parsePhoneNumber } from '../../terms/phone-number.ts';
import { parseBloodGroup } from '../parse/parse-blood-group.ts';
import type { Token } from '../text/normalize.ts';
import { backReasonWords, doorWords } from '../words/camps/camp-words.ts';
import {
  type CommandParsers,
  type CommandText,
  isShort,
  matchWhole,
  wordAlone,
} from './command-text.ts';
import type { TextCommandOf } from './text-command.ts';

/** The word, four digits in any order, and what is left. */
const beside = (
  { words }: CommandText,
  word: (typeof doorWords)['in'],
): { seat: TextCommandOf['campIn']['seat']; rest: readonly Token[] } | undefined => {
  const at = words.findIndex((_, i) => word.at(words, i) > 0);
  if (at < 0) return undefined;
  const length = word.at(words, at);
  const others = [...words.slice(0, at), ...words.slice(at + length)];
  const digits = others.findIndex(({ text }) => seatNumberSchema.safeParse(text).success);
  const seat = seatNumberSchema.safeParse(others[digits]?.text).data;
  return seat && { seat, rest: others.filter((_, i) => i !== digits) };
};

const alone =
  <T extends 'campIn' | 'campGave'>(type: T, word: (typeof doorWords)['in']) =>
  (text: CommandText) => {
    const found = isShort(text) ? beside(text, word) : undefined;
    return found && found.rest.length === 0 ? { type, seat: found.seat } : undefined;
  };

const reasonOf = (words: readonly Token[]): BackReason | undefined => {
  const [only] = words;
  if (words.length === 1 && only?.kind === 'number') return backReasons[Number(only.text) - 1];
  return backReasons.find(
    (reason) => words.length > 0 && backReasonWords[reason].at(words, 0) === words.length,
  );
};

/** "BACK 4821 1", "BACK 4821 HB"; without a reason that is one of the six, the reason is asked. */
const parseBack = (text: CommandText): TextCommandOf['back'] | undefined => {
  const whole = matchWhole(text, doorWords.back);
  if (whole && whole.code === undefined) return { type: 'back' };
  const found = isShort(text) ? beside(text, doorWords.back) : undefined;
  if (!found) return undefined;
  const reason = reasonOf(found.rest);
  if (found.rest.length > 0 && !reason) return undefined;
  return { type: 'back', seat: found.seat, ...(reason && { reason }) };
};

/** "NEW B+ 94150 12345": a person at the door who is no donor of ours. */
const parseNew = (text: CommandText): TextCommandOf['new'] | undefined => {
  const length = isShort(text) ? doorWords.new.at(text.words, 0) : 0;
  if (length === 0) return undefined;
  if (length === text.words.length) return { type: 'new' };
  const rest = text.raw.slice(text.words[length - 1]?.end ?? 0);
  const group = parseBloodGroup(rest);
  if (group?.type !== 'found') return undefined;
  const digits = `${rest.slice(0, group.start)} ${rest.slice(group.end)}`;
  const phone = /^[\s\d+()-]+$/.test(digits) ? parsePhoneNumber(digits.trim()) : undefined;
  return phone && { type: 'new', group: group.group, phone };
};

/** A coordinator opens a camp; volunteers record at its door. */
export const campCommands: CommandParsers<'camp' | 'campIn' | 'campGave' | 'back' | 'new'> = {
  camp: wordAlone('camp'),
  campIn: alone('campIn', doorWords.in),
  campGave: alone('campGave', doorWords.gave),
  back: parseBack,
  new: parseNew,
};
