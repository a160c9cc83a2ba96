import { deferralReasonKeys } from '../../messages/message-keys.ts';
import type { Question } from '../../people/person.ts';
import { parseRestReason } from '../commands/parse-rest-reason.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { guardWords as guards } from '../words/answers/guard-words.ts';
import { replyWords } from '../words/answers/reply-words.ts';
import type { RestReason } from '../words/answers/rest-reason-words.ts';
import { visitWords } from '../words/visit-words.ts';
import { parseAlertReply } from './parse-alert-reply.ts';
import { saysDonated } from './parse-pledge-reply.ts';
import { isPlainAgreement, saysClose } from './plain-agreement.ts';

/*
 * Words in answer to a question that asks for a digit: "pahunch gaya" to "have you reached?". Used only when a text is
 * no command, and only while that question is open.
 */

/** The words of each digit; the first that a text mentions counts. `no`: they count in a sentence that says no, too. */
const digitWords: Partial<
  Record<Question['about'], readonly (readonly [Vocabulary, number, 'no'?])[]>
> = {
  arrived: [
    [visitWords.sentBack, 3, 'no'],
    [visitWords.reached, 1],
    [visitWords.onTheWay, 2],
  ],
  gave: [
    [visitWords.sentBack, 2, 'no'],
    [visitWords.notYet, 3, 'no'],
  ],
  'still-needed': [[visitWords.stillNeeded, 1]],
};

/** A longer sentence says more than an answer. */
const maxWords = 9;

const replyDigit = (reply: 'yes' | 'no' | undefined): number | undefined =>
  reply && { yes: 1, no: 2 }[reply];

const offered: readonly string[] = deferralReasonKeys;
/** The digit of the reason among those that the hotline offers. */
const reasonDigit = (reason: RestReason | undefined): number | undefined =>
  reason && offered.indexOf(offered.includes(reason) ? reason : 'illness') + 1;

/** In answer to "what was the reason?": the donor comes after all. No key says it. */
export const comesAfterAll = 0;

/** "Nahi nahi main aa raha hu", "pahunch gaya", and nothing that says no or asks. */
const saysComing = (tokens: readonly Token[]): boolean =>
  [visitWords.onTheWay, visitWords.reached, replyWords.agreeing].some((words) =>
    mentions(tokens, words),
  ) &&
  ![visitWords.cannotCome, replyWords.declining, guards.question, guards.condition].some((words) =>
    mentions(tokens, words),
  );

/** The digit that a text means as an answer to that question; undefined when it says something else. */
export const parseVisitAnswer = (about: Question['about'], text: string): number | undefined => {
  if (about === 'alert' || about === 'still-coming')
    return replyDigit(parseAlertReply(text, about !== 'alert'));
  const tokens = tokenize(text);
  if (tokens.length > maxWords) return undefined;
  if (about === 'drop-reason')
    return saysComing(tokens) ? comesAfterAll : reasonDigit(parseRestReason(text));
  if (about === 'gave' && saysDonated(text)) return 1;
  if (about === 'arrived' && parseAlertReply(text, true) === 'no') return 3;
  if (about === 'close' && saysClose(text)) return 1;
  if (about === 'correct' || about === 'close') return isPlainAgreement(text) ? 1 : undefined;
  const saysNo = mentions(tokens, visitWords.not);
  if (about === 'reached' && mentions(tokens, visitWords.received)) return saysNo ? 2 : 1;
  if (about === 'reached') return replyDigit(parseAlertReply(text, true));
  return digitWords[about]?.find(
    ([words, , evenNo]) => (evenNo || !saysNo) && mentions(tokens, words),
  )?.[1];
};

const clausesOf = (tokens: readonly Token[]): Token[][] => {
  const clauses: Token[][] = [[]];
  for (const token of tokens)
    if (token.kind === 'mark' && /^[,.;!।\n]$/.test(token.text)) clauses.push([]);
    else clauses.at(-1)?.push(token);
  return clauses;
};

/** "Is the blood bank closed": "is blood bank ki machine kharab hai" begins with the Hindi word. */
const beginsQuestion = (clause: readonly Token[]): boolean => {
  const first = clause.findIndex((_, i) => visitWords.address.at(clause, i) === 0);
  return visitWords.askingVerb.at(clause, first) > 0 && !mentions(clause, visitWords.hindiVerb);
};

const withoutFillers = (tokens: readonly Token[]): Token[] =>
  tokens.filter((_, i) => visitWords.betweenShut.at(tokens, i) === 0);

const saysShutNow = (clause: readonly Token[]): boolean => {
  const said = withoutFillers(clause);
  const at = said.findIndex((_, i) => visitWords.bankShut.at(said, i) > 0);
  if (at < 0) return false;
  const before = said.slice(0, at);
  const after = said.slice(at + visitWords.bankShut.at(said, at));
  const isSupposed = mentions(before, guards.condition) && !mentions(before, visitWords.reached);
  return !(
    isSupposed ||
    mentions(before, guards.doubt) ||
    mentions(after.slice(0, 3), guards.doubt) ||
    mentions(after.slice(0, 2), guards.not) ||
    mentions(clause, visitWords.notShutNow) ||
    beginsQuestion(clause)
  );
};

/** True when a text names a closed blood bank: as news, or as a question, doubt or condition. */
export const speaksOfBankShut = (text: string): boolean =>
  mentions(withoutFillers(tokenize(text)), visitWords.bankShut);

/** "The blood bank is closed": now, and neither asked, doubted, denied nor supposed. */
export const saysBankShut = (text: string): boolean => {
  const tokens = tokenize(text);
  return (
    !text.includes('?') && !mentions(tokens, guards.question) && clausesOf(tokens).some(saysShutNow)
  );
};

/** True when a donor says of a place that they are there. */
export const saysHere = (text: string): boolean => {
  const tokens = tokenize(text);
  const isThere = mentions(tokens, visitWords.standsHere) || mentions(tokens, visitWords.reached);
  return isThere && !mentions(tokens, visitWords.atHome);
};
