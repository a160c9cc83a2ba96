import { parseRestReason } from '../commands/parse-rest-reason.ts';
import { findUnitsLeft } from '../parse/corrections/units-left.ts';
import { beginsWithOk } from '../replies/parse-verdict.ts';
import { isUnconditionalYes } from '../replies/unconditional-yes.ts';
import { isDoubtfulSign } from '../text/decoration.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { familyNewsWords } from '../words/corrections/family-news-words.ts';
import { glossOf } from '../words/glosses/gloss-of.ts';
import { leavingWords } from '../words/leaving/leaving-words.ts';
import { dayPartWords } from '../words/time-words.ts';
import { visitWords } from '../words/visit-words.ts';
import type { ActName } from './acts/act.ts';
import type { PlainReading } from './plain-reading.ts';
import type { Situation } from './situation.ts';

/* Which acts of those that the model finds a text states without doubt. */

type Scores = ReadonlyMap<string, number>;

const promises: readonly ActName[] = ['yes', 'drop', 'gave', 'found-elsewhere'];
const ofNeed = /^(?:NEED|BLOOD|DONAT)/;
/** So sure a promise may stand beside a question, or a word of another person. */
const plainCertainty = 0.75;
/** So sure the family's news is it without a word for blood. */
const clearCertainty = 0.9;

const speaksOf = (tokens: readonly Token[], subject: RegExp): boolean =>
  tokens.some((token) => glossOf(token).some((meaning) => subject.test(meaning)));

/**
 * "SRN blood centre" alone tells of no gift, and neither does "they have got blood", "I did not give", "my brother gave in
 * my place" or "shall I send DONE?".
 */
const saysGave = (tokens: readonly Token[]): boolean =>
  speaksOf(tokens, /\.p$|^DONATION$/) &&
  (speaksOf(tokens, /^(?:GIVE|DONAT)/) || !mentions(tokens, familyNewsWords.received)) &&
  !mentions(tokens, visitWords.sentBack) &&
  !mentions(tokens, visitWords.notGiven) &&
  !mentions(tokens, visitWords.inPlace) &&
  guardWords.question.at(tokens, 0) === 0;

/** "Khoon de aaye hain": a gift, and something that has happened. */
const saysPastGift = (tokens: readonly Token[]): boolean =>
  speaksOf(tokens, /^GIVE/) && speaksOf(tokens, /\.p$/) && !mentions(tokens, visitWords.notGiven);

/** "No messages at night" wants them by day. */
const isOfNight = (text: string): boolean => mentions(tokenize(text), dayPartWords.night);

/** A condition, a doubt or another person beside a promise is asked about; so is another day beside a yes. */
const isUnconditional = (
  act: ActName,
  { text, scores, plain }: Pick<Read, 'text' | 'scores' | 'plain'>,
): boolean => {
  const isPlain = (scores.get(act) ?? 0) >= plainCertainty;
  const isClear = (scores.get(act) ?? 0) >= clearCertainty;
  const tokens = tokenize(text);
  if (act === 'gave' && !saysGave(tokens)) return false;
  // "Ok, leave it": the refusal counts.
  if (act === 'yes' && plain.reply === 'no') return false;
  const { condition, doubt, otherPerson, hearsay } = guardWords;
  // The family says so; "attendant mil gaya" is no word of the need.
  if (act === 'found-elsewhere')
    return (
      (speaksOf(tokens, ofNeed) || plain.news === 'found' || isClear) &&
      ![condition, doubt].some((words) => mentions(tokens, words))
    );
  if (isPlain && act !== 'yes') return true;
  // "They said my hemoglobin is low": the reason is the donor's own.
  const isOwn = isPlain || (act === 'drop' && parseRestReason(text) !== undefined);
  const guards = isOwn ? [condition, doubt] : [condition, doubt, otherPerson, hearsay];
  return (
    (act !== 'yes' || isUnconditionalYes(text, { mayAsk: isPlain })) &&
    !tokens.some(isDoubtfulSign) &&
    !guards.some((words) => mentions(tokens, words))
  );
};

/** Without a promise that is not certain. What then remains is taken only where it changes nothing. */
const withoutUncertain = (chosen: readonly ActName[], read: Read): ActName[] => {
  const { alert, pledge } = read.situation;
  // "We shall see in the evening" promises no hour.
  const isOpen = alert && !pledge && mentions(tokenize(read.text), guardWords.doubt);
  const kept = chosen.filter(
    (act) =>
      (!promises.includes(act) || isUnconditional(act, read)) &&
      !(isOpen && act === 'later') &&
      (act !== 'stop-messages' || !isOfNight(read.text)),
  );
  return kept.length === chosen.length || kept.every((act) => act === 'ask') ? kept : [];
};

/** The subjects of a text that wants no more messages. */
const ofMessages = /^(?:CALL|DISTURB|LIST|MESSAGE|NAME|NUMBER|PHONE|REMOVE|SEND|STOP|TROUBLE)/;

/**
 * The acts that the words support. "How many are coming?" and "we have reached the hospital" do not say that a donor is
 * there. "The certificate of my donation came" reports no gift. Only a text about messages or lists ends messages.
 */
const withoutUnsaid = (
  chosen: readonly ActName[],
  text: string,
  { as, request }: Situation,
): ActName[] => {
  const tokens = tokenize(text);
  const isDonorThere =
    mentions(tokens, familyNewsWords.donor) && !mentions(tokens, guardWords.question);
  return chosen.filter(
    (act) =>
      (act !== 'arrived' || isDonorThere) &&
      (act !== 'gave' || !mentions(tokens, visitWords.toBeGiven)) &&
      (act !== 'gave' || as !== 'donor' || request !== undefined || saysPastGift(tokens)) &&
      (act !== 'stop-messages' || (speaksOf(tokens, ofMessages) && !isOfNight(text))) &&
      (act !== 'wrong-person' ||
        speaksOf(tokens, ofMessages) ||
        mentions(tokens, guardWords.not) ||
        mentions(tokens, leavingWords.wrongPerson)),
  );
};

/** The news that a need is over. */
export const saysOver = ({ news }: PlainReading): boolean =>
  news === 'found' || news === 'died' || news === 'no-need';

/** Blood that was found in part ends no need: the units that are left are told. */
const withPart = (
  chosen: readonly ActName[],
  text: string,
  { asked, request }: Situation,
): readonly ActName[] => {
  if (
    !(asked || request) ||
    !chosen.includes('found-elsewhere') ||
    findUnitsLeft(text) === undefined
  )
    return chosen;
  const told = request ? 'correct' : 'request';
  return chosen.map((act) => (act === 'found-elsewhere' ? told : act));
};

type Read = { text: string; situation: Situation; scores: Scores; plain: PlainReading };

/** The acts of the model's choice that the text states without doubt. Empty: a careful reader would ask. */
export const sureActs = (
  chosen: readonly ActName[],
  { text, situation, scores, plain }: Read,
): readonly ActName[] => {
  const { alert, pledge } = situation;
  // "Stuck in a jam, 40 minutes more": on the way, and later.
  if (pledge && plain.isHeldUp && chosen[0] === 'yes') return ['later'];
  // A family speaks of its donor, who is another person.
  if (alert || pledge) return withoutUncertain(chosen, { text, situation, scores, plain });
  // "Spoke to the son, they have found it" verifies nothing.
  if (chosen.includes('verified') && saysOver(plain)) return [];
  // "OK 1024, will talk to the doctor later": checked, or not yet?
  if (situation.verification && chosen.includes('later') && beginsWithOk(text)) return [];
  return withPart(withoutUnsaid(chosen, text, situation), text, situation);
};
