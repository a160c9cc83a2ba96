import { type ParsedRequest, parseRequest } from '../parse/parse-request.ts';
import { parseDelay } from '../replies/parse-own-time.ts';
import { saysDoingNow } from '../replies/parse-verdict.ts';
import { isUnconditionalYes } from '../replies/unconditional-yes.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { glossOf, unknownMeaning } from '../words/glosses/gloss-of.ts';
import { type Act, type ActName, type AskedSubject, actOrder, askedSubjects } from './acts/act.ts';
import { detailsOf } from './acts/act-details.ts';
import { actOfCommand } from './acts/command-acts.ts';
import { addSpans } from './add-spans.ts';
import { saysOver, sureActs } from './certain-acts.ts';
import { chooseActs } from './choose-acts.ts';
import { storedActSets } from './models/act-sets.ts';
import { scoreLabels } from './models/linear-model.ts';
import { type ReadingModels, storedModels } from './models/stored-models.ts';
import { featuresOf } from './models/text-features.ts';
import { type PlainReading, plainAct, readPlainly } from './plain-reading.ts';
import { type ReadingContext, type Situation, topicOf } from './situation.ts';

type Scores = ReadonlyMap<string, number>;

/** A plain reading that the model holds for impossible is not taken. */
const leastForPlain = 0.1;

/** Acts that carry details of a request. */
const withDetails: readonly ActName[] = ['request', 'correct', 'more'];

/** So likely a second subject is a second question: "who are you, and what does it cost?" */
const secondQuestion = 0.6;
/** Subjects that one question has in common: "where is the donor, how far?" */
const alike: readonly (readonly AskedSubject[])[] = [
  ['where-is-donor', 'how-far', 'time-needed'],
  ['other-group', 'may-i-give'],
];

/** The likeliest subject of a question, and another that is asked beside it. */
const chooseSubjects = (scores: Scores): AskedSubject[] => {
  const scoreOf = (subject: AskedSubject): number => scores.get(`ask ${subject}`) ?? 0;
  const [first = 'other', second] = [...askedSubjects].sort((a, b) => scoreOf(b) - scoreOf(a));
  if (second === undefined || scoreOf(second) < secondQuestion) return [first];
  const isOne = alike.some((group) => group.includes(first) && group.includes(second));
  return isOne || first === 'other' || second === 'other' ? [first] : [first, second];
};

type Reader = { situation: Situation; context: ReadingContext; models: ReadingModels };
type Reading = { names: readonly ActName[]; scores: Scores };

/** What ends a need that is being told. Without a word for blood or a death it is asked. */
const endOf = (news: PlainReading['news']): readonly ActName[] =>
  news === 'died' ? ['died'] : news === 'found' ? ['found-elsewhere'] : [];

/** The acts of a text by the model, or by the plain parsers where it is not sure. Empty: a careful reader would ask. */
const readActs = (
  text: string,
  parsed: ParsedRequest,
  { situation, context, models }: Reader,
): Reading => {
  const plain = readPlainly(text, situation, context);
  const scores = scoreLabels(models.acts, featuresOf(text, situation, parsed, plain));
  const chosen = chooseActs(scores, situation, storedActSets());
  // "Khoon mil gaya", "ab zaroorat nahi hai": no answer to a question, where the answer would be empty.
  const isEmpty = chosen.length === 1 && chosen[0] === 'request' && !saysDetail(parsed);
  if (situation.asked && isEmpty && saysOver(plain)) return { names: endOf(plain.news), scores };
  // "I want to become a donor, AB+": a wish to give is no need, whatever group stands beside it.
  const [asksFor, joins] = [scores.get('request') ?? 0, scores.get('join') ?? 0];
  const isWish = joins > Math.max(asksFor, leastJoin) && !isForPatient(parsed);
  if (isWish && (chosen.length === 0 || chosen.includes('request')))
    return { names: ['join'], scores };
  // "A+ SRN wala khoon mil gaya": an unknown phone's need that is over opens no request.
  const isOver = plain.news === 'found' || plain.news === 'no-need';
  if (topicOf(situation) === 'nothing' && chosen.includes('request') && isOver)
    return { names: [], scores };
  const sure = sureActs(chosen, { text, situation, scores, plain });
  if (sure.length > 0) return { names: sure, scores };
  const fallback = plainAct(plain, situation, parsed);
  const isLikely = fallback !== undefined && (scores.get(fallback) ?? 0) >= leastForPlain;
  return { names: isLikely ? [fallback] : [], scores };
};

/** The acts of one sentence: a command in it is the shortest way to say one. */
const readSentence = (sentence: string, reader: Reader): readonly ActName[] => {
  const plain = readPlainly(sentence, reader.situation, reader.context);
  const commanded = plain.command && actOfCommand(plain.command, reader.situation, sentence);
  if (commanded) return [commanded.act];
  return readActs(sentence, parseRequest(sentence, reader.context), reader).names;
};

/** So many sentences are read one by one; a longer text is a story. */
const mostSentences = 4;
/** How likely an act of one sentence must be by the whole text. Those that are missing end or refuse something: the whole decides. */
const leastBeside: Partial<Record<ActName, number>> = {
  yes: 0.2,
  arrived: 0.1,
  gave: 0.3,
  no: 0.4,
  request: 0.1,
  verified: 0.1,
  died: 0.3,
  'stop-messages': 0.3,
  pause: 0.2,
  ask: 0.3,
  join: 0.3,
  status: 0.3,
};
const courtesies: readonly ActName[] = ['greeting', 'thanks', 'unclear'];

const saysDetail = (says: ParsedRequest): boolean =>
  [says.group, says.units, says.hospital, says.hospitalName, says.place, says.patient].some(
    (detail) => detail !== undefined,
  );

/** So likely a text without a patient, an attendant or units is a wish to join. */
const leastJoin = 0.9;
const isForPatient = ({ units, patient, attendant }: ParsedRequest): boolean =>
  units !== undefined || patient !== undefined || attendant !== undefined;

/** A need with one of its details, beside another act of an unknown phone. */
const saysNeed = (says: ParsedRequest): boolean => says.isRequest && saysDetail(says);

/**
 * "Yes. What shall I bring?": where the whole says one act or none, its sentences may say several. They count when people
 * say them together at such a moment, and the whole says none that they do not.
 */
const readBySentences = (text: string, whole: Reading, reader: Reader): readonly ActName[] => {
  const topic = topicOf(reader.situation);
  if (whole.names.length > 1 || topic === 'donor') return whole.names;
  const isGiving = topic === 'alert' || topic === 'pledge';
  const breaks = isGiving ? /(?<=[.?!।,])\s+|\n+/ : /(?<=[.?!।])\s+|\n+/;
  const sentences = text.split(breaks).filter((one) => /[\p{L}\p{N}]/u.test(one));
  if (sentences.length < 2 || sentences.length > mostSentences) return whole.names;
  const said = new Set(
    sentences
      .flatMap((sentence) => readSentence(sentence, reader))
      .filter((act) => !courtesies.includes(act)),
  );
  const isKnown = (storedActSets().get(topic) ?? []).some(
    ({ acts }) => acts.length === said.size && acts.every((act) => said.has(act)),
  );
  const added = [...said].filter((act) => !whole.names.includes(act));
  const mayJoin = added.every((act) => (whole.scores.get(act) ?? 0) >= (leastBeside[act] ?? 2));
  const isPlain = !said.has('yes') || isUnconditionalYes(text, { mayAsk: true });
  // "Spoke to the son. They have found it": the news decides, and nothing is to be verified.
  const ends = ['found-elsewhere', 'died', 'close', 'refused'] as const;
  if (said.has('verified') && ends.some((act) => said.has(act)))
    return actOrder.filter((act) => said.has(act) && act !== 'verified');
  const isMore = whole.names.every((act) => said.has(act));
  // "Do you sell blood?" asks; a need says of what, or where.
  if (added.includes('request') && !saysNeed(parseRequest(text, reader.context)))
    return whole.names;
  // A time is no answer beside a yes: it is the yes.
  if (said.has('later')) return whole.names;
  // "When does he come?" is a question and asks for the state: one of the two.
  if (said.has('ask') && said.has('status')) return whole.names;
  // A hindrance before a question is no refusal yet; "not till Holi" is one.
  if (added.includes('no') && !said.has('pause')) return whole.names;
  if (said.size < 2 || !isKnown || !mayJoin || !isPlain || !isMore) return whole.names;
  return actOrder.filter((act) => said.has(act));
};

/** Something is to change, and it is not read what: a careful reader asks, also before a verdict beside it. */
const isEmptyCorrection = (act: Act, { asked }: Situation): boolean =>
  act.act === 'correct' && asked === undefined && Object.keys(act.changes).length === 0;

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
  if (mentions(tokenize(text), guardWords.automatic)) return [{ act: 'unclear' }];
  const reader = { situation, context, models };
  const whole = readActs(text, parsed, reader);
  const names = readBySentences(text, whole, reader);
  const subjects = chooseSubjects(whole.scores);
  const hasDetails = names.some((act) => withDetails.includes(act));
  const says = hasDetails ? (known ?? addSpans(parsed, text, context, models, situation)) : parsed;
  const acts: readonly ActName[] = names.length > 0 ? names : ['unclear'];
  const said = acts.flatMap((name) => {
    const isChecking = situation.verification && !situation.alert && !situation.pledge;
    const isNow =
      name === 'later' &&
      isChecking &&
      saysDoingNow(text) &&
      parseDelay(text, context.now) === undefined;
    const act = isNow ? 'yes' : name;
    const details = { text, says, situation, context };
    return (act === 'ask' ? subjects : subjects.slice(0, 1)).map((subject) =>
      detailsOf(act, { ...details, subject }),
    );
  });
  return said.some((act) => isEmptyCorrection(act, situation)) ? [{ act: 'unclear' }] : said;
};
