import { type ParsedRequest, parseRequest } from '../parse/parse-request.ts';
import { isUnconditionalYes } from '../replies/unconditional-yes.ts';
import { isDoubtfulSign } from '../text/decoration.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { type Act, type ActName, type AskedSubject, actOrder, askedSubjects } from './acts/act.ts';
import { detailsOf } from './acts/act-details.ts';
import { actOfCommand } from './acts/command-acts.ts';
import { certaintyFor, isPossible } from './acts/possible-acts.ts';
import { addSpans } from './add-spans.ts';
import { scoreLabels } from './models/linear-model.ts';
import { type ReadingModels, storedModels } from './models/stored-models.ts';
import { featuresOf } from './models/text-features.ts';
import { plainAct, readPlainly } from './plain-reading.ts';
import type { ReadingContext, Situation } from './situation.ts';

type Scores = ReadonlyMap<string, number>;

const courtesy: readonly ActName[] = ['thanks', 'greeting'];

/** Courtesy beside something else is no act of its own. */
const withoutCourtesy = (acts: readonly ActName[]): ActName[] => {
  const others = acts.filter((act) => !courtesy.includes(act));
  return others.length > 0 ? others : acts.slice(0, 1);
};

/** The acts that are sure enough, in the order in which they are taken. Empty: the text is unclear. */
const chooseActs = (scores: Scores, situation: Situation): ActName[] => {
  const scoreOf = (act: ActName): number => scores.get(act) ?? 0;
  const possible = actOrder.filter((act) => act !== 'unclear' && isPossible(act, situation));
  const best = possible.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  if (scoreOf(best) < certaintyFor(best) || scoreOf('unclear') > scoreOf(best)) return [];
  return withoutCourtesy(
    withoutRuledOut(possible.filter((act) => act === best || scoreOf(act) >= besideCertainty)),
  );
};

/** The least probability of a second act beside the best one. */
const besideCertainty = 0.5;
/** A plain reading that the model holds for impossible is not taken. */
const leastForPlain = 0.1;

/** Acts that carry details of a request. */
const withDetails: readonly ActName[] = ['request', 'correct', 'more'];

/** The likeliest subject of a question. */
const chooseSubject = (scores: Scores): AskedSubject => {
  const scoreOf = (subject: AskedSubject): number => scores.get(`ask ${subject}`) ?? 0;
  return askedSubjects.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a), 'other');
};

/**
 * Acts that another one beside them rules out: the number of another person says no "no" of the donor's own, and a family
 * that still needs blood, or changes its need, closes nothing.
 */
const ruledOut: Partial<Record<ActName, readonly ActName[]>> = {
  no: ['wrong-person'],
  verified: ['died'],
  'found-elsewhere': ['correct', 'more'],
  close: ['found-elsewhere', 'gave', 'died', 'correct', 'more'],
};

const withoutRuledOut = (acts: readonly ActName[]): ActName[] =>
  acts.filter((act) => !acts.some((other) => ruledOut[act]?.includes(other)));

const promises: readonly ActName[] = ['yes', 'drop', 'gave'];

/** A condition, a doubt or another person beside a promise is asked about; so is another day beside a yes. */
const isUnconditional = (act: ActName, text: string): boolean => {
  const tokens = tokenize(text);
  const { condition, doubt, otherPerson, hearsay } = guardWords;
  return (
    (act !== 'yes' || isUnconditionalYes(text)) &&
    !tokens.some(isDoubtfulSign) &&
    ![condition, doubt, otherPerson, hearsay].some((words) => mentions(tokens, words))
  );
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
  // Signs alone say too little: a heart below an alert may be a thank-you.
  const isOnlySigns = !tokenize(text).some(({ kind }) => kind === 'word');
  if (isOnlySigns && !situation.asked) return [{ act: 'unclear' }];
  const scores = scoreLabels(models.acts, featuresOf(text, situation, parsed, plain));
  // A family speaks of its donor, who is another person.
  const isDonor = situation.alert === true || situation.pledge === true;
  const sure = chooseActs(scores, situation).filter(
    (act) => !(isDonor && promises.includes(act)) || isUnconditional(act, text),
  );
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
