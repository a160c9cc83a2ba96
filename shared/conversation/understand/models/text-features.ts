import type { ParsedRequest } from '../../parse/parse-request.ts';
import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import type { Token } from '../../text/normalize.ts';
import { phoneticForm } from '../../text/phonetic-form.ts';
import { mentions, type Vocabulary } from '../../text/vocabulary.ts';
import { guardWords } from '../../words/answers/guard-words.ts';
import { questionWords } from '../../words/answers/question-words.ts';
import { replyWords } from '../../words/answers/reply-words.ts';
import { verdictWords } from '../../words/answers/verdict-words.ts';
import { answerWords } from '../../words/command-words.ts';
import { changedRequestWords } from '../../words/corrections/changed-request-words.ts';
import { familyNewsWords } from '../../words/corrections/family-news-words.ts';
import { deferralWords } from '../../words/deferral-words.ts';
import { glossOf } from '../../words/glosses/gloss-of.ts';
import { leavingWords } from '../../words/leaving/leaving-words.ts';
import { requestWords } from '../../words/request-words.ts';
import { smallTalkWords } from '../../words/small-talk-words.ts';
import { visitWords } from '../../words/visit-words.ts';
import type { PlainReading } from '../plain-reading.ts';
import { type Situation, topicOf } from '../situation.ts';

/* What the model sees of a text: its words, pieces of words, the concepts that the word lists find, and the readings of the plain parsers. */

const concepts: Record<string, Record<string, Vocabulary>> = {
  guard: guardWords,
  question: questionWords,
  reply: replyWords,
  verdict: verdictWords,
  answer: answerWords,
  changed: changedRequestWords,
  news: familyNewsWords,
  deferral: deferralWords,
  leaving: leavingWords,
  request: requestWords,
  talk: smallTalkWords,
  visit: visitWords,
};

/** A longer text adds no more words to the features. */
const maxTokens = 120;

const wordOf = ({ kind, text }: Token): string =>
  kind === 'number' ? (text.length > 2 ? '#n' : `#${Number(text) > 20 ? 'n' : text}`) : text;

const wordFeatures = (tokens: readonly Token[]): string[] => {
  const words = tokens.slice(0, maxTokens).map(wordOf);
  const found: string[] = [];
  words.forEach((word, i) => {
    found.push(`w ${word}`);
    const next = words[i + 1];
    if (next !== undefined) found.push(`b ${word} ${next}`);
    const after = words[i + 2];
    if (after !== undefined) found.push(`s ${word} ${after}`);
    if (tokens[i]?.kind !== 'word' || word.length < 4) return;
    const padded = `^${word}$`;
    for (let n = 0; n + 4 <= padded.length; n++) found.push(`c ${padded.slice(n, n + 4)}`);
  });
  if (words[0] !== undefined)
    found.push(`first ${words[0]}`, `first2 ${words[0]} ${words[1] ?? ''}`);
  const last = words.at(-1);
  if (last !== undefined) found.push(`last ${last}`);
  return found;
};

/** The words as they sound, alone and in pairs: one form for Hindi in both scripts. */
const soundFeatures = (tokens: readonly Token[]): string[] => {
  const sounds = tokens
    .slice(0, maxTokens)
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => (token.kind === 'word' ? phoneticForm(token.text) : wordOf(token)));
  return sounds.flatMap((sound, i) => {
    const [next, after] = [sounds[i + 1], sounds[i + 2]];
    return [
      `z ${sound}`,
      ...(next === undefined ? [] : [`y ${sound} ${next}`]),
      ...(after === undefined ? [] : [`x ${sound} ${after}`]),
      ...(after === undefined ? [] : [`v ${sound} ${next} ${after}`]),
    ];
  });
};

/** Says little by itself: it stands between the words that count. */
const fillers = new Set([
  'EMPH',
  'ADDRESS',
  'BE',
  'BE.g',
  'OF',
  'TO',
  'PLEASE',
  'VERY',
  'the',
  '.',
  ',',
  '!',
  '\n',
]);

/** The meanings of the words, alone and in order: one form for all languages. */
const glossFeatures = (tokens: readonly Token[]): string[] => {
  const all = tokens.slice(0, maxTokens).map(glossOf);
  const seq = all.map(([main = '?']) => main).filter((tag) => !fillers.has(tag));
  const pairs = seq.flatMap((tag, i) => {
    const [next, after] = [seq[i + 1], seq[i + 2]];
    return [
      ...(next === undefined ? [] : [`h ${tag} ${next}`]),
      ...(after === undefined ? [] : [`i ${tag} ${after}`, `j ${tag} ${next} ${after}`]),
    ];
  });
  return [
    ...all
      .flat()
      .flatMap((tag) => [`g ${tag}`, ...(/\.[fpgc]$/.test(tag) ? [`g ${tag.slice(0, -2)}`] : [])]),
    ...pairs,
    `gfirst ${seq[0] ?? ''}`,
    `gfirst2 ${seq[0] ?? ''} ${seq[1] ?? ''}`,
    `glast ${seq.at(-1) ?? ''}`,
  ];
};

const lengthOf = (count: number): string =>
  String([2, 4, 7, 12, 20, 35, 60].findIndex((limit) => count <= limit));

const conceptFeatures = (tokens: readonly Token[]): string[] =>
  Object.entries(concepts).flatMap(([list, entries]) =>
    Object.entries(entries).flatMap(([name, words]) =>
      mentions(tokens, words) ? [`k ${list}.${name}`] : [],
    ),
  );

const requestFeatures = (says: ParsedRequest): string[] => {
  const { isRequest, corrects, denied, groupUnclear, componentUnclear, ...fields } = says;
  const names = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  return [
    ...names.map((name) => `q ${name}`),
    `q fields ${Math.min(names.length, 5)}`,
    ...(isRequest ? ['q request'] : []),
    ...(corrects || denied ? ['q corrects'] : []),
    ...(groupUnclear ? ['q group unclear'] : []),
  ];
};

const parserFeatures = ({ command, hasOwnTime, isHeldUp, ...plain }: PlainReading): string[] => {
  const readings: Record<string, string | undefined> = {
    ...plain,
    command: command && (command.type === 'answer' ? `answer ${command.digit}` : command.type),
    time: hasOwnTime ? 'own' : isHeldUp ? 'held up' : undefined,
  };
  return Object.entries(readings).flatMap(([parser, reading]) =>
    reading === undefined ? [] : [`p ${parser} ${reading}`],
  );
};

/**
 * The features of a text in a situation, each with and without the topic of the situation. Linear in the text's length.
 */
export const featuresOf = (
  text: string,
  situation: Situation,
  says: ParsedRequest,
  plain: PlainReading,
): string[] => {
  const tokens = tokenizeWithoutPhones(text);
  const topic = topicOf(situation);
  const found = new Set([
    ...wordFeatures(tokens),
    ...soundFeatures(tokens),
    ...glossFeatures(tokens),
    ...conceptFeatures(tokens),
    ...requestFeatures(says),
    ...parserFeatures(plain),
    `length ${lengthOf(tokens.length)}`,
    ...(tokens.some(({ text: sign }) => sign === '?') ? ['question mark'] : []),
    ...(tokens.some(({ text: sign }) => sign === 'phone') ? ['phone'] : []),
  ]);
  const asked = situation.asked ? [`asked ${situation.asked}`] : [];
  return [
    'always',
    `topic ${topic}`,
    `as ${situation.as}`,
    ...asked,
    ...found,
    ...[...found].filter((f) => !/^[cv] /.test(f)).map((feature) => `${topic}|${feature}`),
    ...(situation.asked
      ? [...found].filter((f) => !f.startsWith('c ')).map((f) => `${situation.asked}|${f}`)
      : []),
  ];
};
