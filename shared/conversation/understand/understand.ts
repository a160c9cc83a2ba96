import { type ParsedRequest, parseRequest } from '../parse/parse-request.ts';
import { isUnconditionalYes } from '../replies/unconditional-yes.ts';
import { isDoubtfulSign } from '../text/decoration.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { glossOf, unknownMeaning } from '../words/glosses/gloss-of.ts';
import { type Act, type ActName, type AskedSubject, askedSubjects } from './acts/act.ts';
import { detailsOf } from './acts/act-details.ts';
import { actOfCommand } from './acts/command-acts.ts';
import { addSpans } from './add-spans.ts';
import { chooseActs } from './choose-acts.ts';
import { storedActSets } from './models/act-sets.ts';
import { scoreLabels } from './models/linear-model.ts';
import { type ReadingModels, storedModels } from './models/stored-models.ts';
import { featuresOf } from './models/text-features.ts';
import { plainAct, readPlainly } from './plain-reading.ts';
import type { ReadingContext, Situation } from './situation.ts';

type Scores = ReadonlyMap<string, number>;

/** A plain reading that the model holds for impossible is not taken. */
const leastForPlain = 0.1;

/** Acts that carry details of a request. */
const withDetails: readonly ActName[] = ['request', 'correct', 'more'];

/** The likeliest subject of a question. */
const chooseSubject = (scores: Scores): AskedSubject => {
  const scoreOf = (subject: AskedSubject): number => scores.get(`ask ${subject}`) ?? 0;
  return askedSubjects.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a), 'other');
};

const promises: readonly ActName[] = ['yes', 'drop', 'gave'];
/** So sure a promise may stand beside a question, or a word of another person. */
const plainCertainty = 0.85;

/** "SRN blood centre" alone tells of no gift. */
const saysWhatHappened = (token: Token): boolean =>
  glossOf(token).some((meaning) => meaning.endsWith('.p') || meaning === 'DONATION');

/** A condition, a doubt or another person beside a promise is asked about; so is another day beside a yes. */
const isUnconditional = (
  act: ActName,
  { text, chosen, scores }: { text: string; chosen: readonly ActName[]; scores: Scores },
): boolean => {
  const isPlain = (scores.get(act) ?? 0) >= plainCertainty;
  const tokens = tokenize(text);
  if (act === 'gave' && !tokens.some(saysWhatHappened)) return false;
  if (isPlain && act !== 'yes') return true;
  const { condition, doubt, otherPerson, hearsay } = guardWords;
  const guards = isPlain ? [condition, doubt] : [condition, doubt, otherPerson, hearsay];
  return (
    (act !== 'yes' || isUnconditionalYes(text, { mayAsk: isPlain && chosen.includes('ask') })) &&
    !tokens.some(isDoubtfulSign) &&
    !guards.some((words) => mentions(tokens, words))
  );
};

/** Without a promise that is not certain. What then remains is taken only where it changes nothing. */
const withoutUncertain = (chosen: readonly ActName[], text: string, scores: Scores): ActName[] => {
  const kept = chosen.filter(
    (act) => !promises.includes(act) || isUnconditional(act, { text, chosen, scores }),
  );
  return kept.length === chosen.length || kept.every((act) => act === 'ask') ? kept : [];
};

/**
 * What is known before. `parsed`: the plain parser's reading. `says`: the same with names and places. `models`: others than
 * those that the hotline carries.
 */
type Known = {
  models?: ReadingModels | undefined;
  parsed?: ParsedRequest;
  says?: ParsedRequest | undefined;
};

/**
 * What a person means by a text, in the order in which it is taken: one act or several, `unclear` alone where a careful
 * reader would ask. Pure; never throws; linear in the text's length.
 */
export const understand = (
  text: string,
  situation: Situation,
  context: ReadingContext,
  { models = storedModels(), parsed = parseRequest(text, context), says: known }: Known = {},
): Act[] => {
  const plain = readPlainly(text, situation, context);
  const commanded = plain.command && actOfCommand(plain.command, situation, text);
  if (commanded) return [commanded];
  // Signs alone say too little: a heart below an alert may be a thank-you. So do words that no example has.
  const words = tokenize(text).filter(({ kind }) => kind === 'word');
  const saysNothing = words.every((word) => glossOf(word).includes(unknownMeaning));
  if (saysNothing && !situation.asked) return [{ act: 'unclear' }];
  const scores = scoreLabels(models.acts, featuresOf(text, situation, parsed, plain));
  // A family speaks of its donor, who is another person.
  const isDonor = situation.alert === true || situation.pledge === true;
  const chosen = chooseActs(scores, situation, storedActSets());
  const sure = isDonor ? withoutUncertain(chosen, text, scores) : chosen;
  const fallback = plainAct(plain, situation, parsed);
  const isLikely = fallback !== undefined && (scores.get(fallback) ?? 0) >= leastForPlain;
  const names: ActName[] = sure.length > 0 ? sure : isLikely ? [fallback] : ['unclear'];
  const subject = chooseSubject(scores);
  const hasDetails = names.some((act) => withDetails.includes(act));
  const says = hasDetails
    ? (known ?? addSpans(parsed, text, context, models.spans, situation.asked))
    : parsed;
  return names.map((act) => detailsOf(act, { text, says, situation, context, subject }));
};
