import { isDoubtfulSign } from '../text/decoration.ts';
import { isMadeOf } from '../text/made-of.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { guardWords as guards } from '../words/answers/guard-words.ts';
import { verdictWords as words } from '../words/answers/verdict-words.ts';
import { commandWords } from '../words/command-words.ts';

/**
 * What a volunteer says of a request, without a command. 'unclear': the words are about a verdict and do not decide it,
 * or refuse it; a refusal needs its code and reason.
 */
export type SpokenVerdict = 'genuine' | 'not-reached' | 'later' | 'unclear';

/** A longer text is a report, and a person must read it. */
const maxVerdictTokens = 30;

const withoutPhrases = (tokens: readonly Token[], phrases: Vocabulary): Token[] => {
  const rest: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = phrases.at(tokens, i);
    const token = tokens[i];
    if (length === 0 && token) rest.push(token);
    i += Math.max(1, length);
  }
  return rest;
};

/** True when a volunteer says yes to a request beside other words, without a condition, a doubt or a question. */
export const saysOk = (text: string): boolean => {
  const tokens = tokenize(text);
  const isOk = mentions(tokens, commandWords.ok) || mentions(tokens, words.genuine);
  const isDoubted = [guards.question, guards.condition, guards.doubt, guards.hearsay].some((list) =>
    mentions(tokens, list),
  );
  return isOk && !isDoubted && !tokens.some(isDoubtfulSign) && !mentions(tokens, words.refusing);
};

/** "Same as 7312", "duplicate hai": the reason of a refusal that says nothing else. */
export const saysSameNeed = (reason: string): boolean => {
  const said = tokenize(reason).filter(({ kind }) => kind !== 'number' && kind !== 'mark');
  return mentions(said, words.sameNeed) && isMadeOf(said, [words.sameNeed, words.besideSame]);
};

/** "OK Ramesh", "Ramesh no": a verdict of a few words that are no command. */
export const beginsVerdict = (text: string): boolean => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'mark');
  const isVerdict = (at: number): boolean =>
    commandWords.ok.at(tokens, at) > 0 || commandWords.no.at(tokens, at) > 0;
  return tokens.length <= 4 && (isVerdict(0) || isVerdict(tokens.length - 1));
};

/** "Abhi karta hu", "doing it now": a volunteer who checks at once, not later. */
export const saysDoingNow = (text: string): boolean => {
  const tokens = tokenize(text);
  return (
    mentions(tokens, words.atOnce) &&
    !mentions(tokens, words.busy) &&
    !tokens.some(({ kind }) => kind === 'number')
  );
};

/** "OK 1024, …". */
export const beginsWithOk = (text: string): boolean => {
  const [first, second] = tokenize(text);
  return (
    first !== undefined &&
    commandWords.ok.at([first], 0) > 0 &&
    /^\d{4,7}$/.test(second?.text ?? '')
  );
};

/** The verdict in a text; undefined when it says nothing of one. A positive word counts only when nothing contradicts it. */
export const parseVerdict = (text: string): SpokenVerdict | undefined => {
  const tokens = withoutPhrases(tokenize(text), guards.noProblem);
  const has = (phrases: Vocabulary): boolean => mentions(tokens, phrases);
  const hasAny = (...lists: Vocabulary[]): boolean => lists.some(has);
  const [isGenuine, isRefusing] = [has(words.genuine), has(words.refusing)];
  const [isUnanswered, isLater] = [has(words.notReached), has(words.later)];
  if (!(isGenuine || isRefusing || isUnanswered || isLater))
    return has(words.stem) ? 'unclear' : undefined;
  const { question, condition, doubt, not, but, hearsay } = guards;
  if (
    tokens.length > maxVerdictTokens ||
    tokens.some(isDoubtfulSign) ||
    isRefusing ||
    hasAny(question, condition)
  )
    return isLater && !isGenuine && !isUnanswered && !isRefusing ? undefined : 'unclear';
  if (isUnanswered)
    return isGenuine || hasAny(words.reached, words.mine) ? 'unclear' : 'not-reached';
  // "OK 1024, will talk to the doctor later": checked, or not yet?
  if (!isGenuine) return beginsWithOk(text) ? 'unclear' : 'later';
  const isContradicted = hasAny(not, doubt, but, hearsay, words.toBeDone, words.ofAPart);
  return isLater || isContradicted ? 'unclear' : 'genuine';
};
