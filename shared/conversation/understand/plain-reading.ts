import { parseCommand } from '../commands/parse-command.ts';
import type { TextCommand } from '../commands/text-command.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { parseAlertReply } from '../replies/parse-alert-reply.ts';
import { parseFamilyNews } from '../replies/parse-family-news.ts';
import { parseLeaving } from '../replies/parse-leaving.ts';
import { parseDelay, parseOwnTime } from '../replies/parse-own-time.ts';
import { parsePledgeReply } from '../replies/parse-pledge-reply.ts';
import { parseQuestion } from '../replies/parse-question.ts';
import { parseVerdict } from '../replies/parse-verdict.ts';
import { parseSmallTalk } from '../replies/small-talk.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { visitWords } from '../words/visit-words.ts';
import type { ActName } from './acts/act.ts';
import type { ReadingContext, Situation } from './situation.ts';

/** What the plain parsers read: they say nothing unless a text is made of words that they know. */
export type PlainReading = {
  command: TextCommand | undefined;
  verdict: ReturnType<typeof parseVerdict>;
  reply: ReturnType<typeof parseAlertReply>;
  pledge: ReturnType<typeof parsePledgeReply>;
  question: ReturnType<typeof parseQuestion>;
  talk: ReturnType<typeof parseSmallTalk>;
  leaving: ReturnType<typeof parseLeaving>;
  news: NonNullable<ReturnType<typeof parseFamilyNews>>['type'] | undefined;
  hasOwnTime: boolean;
  /** "Stuck, half an hour more". */
  isHeldUp: boolean;
};

export const readPlainly = (
  text: string,
  { pledge, name }: Situation,
  { now }: ReadingContext,
): PlainReading => ({
  command: parseCommand(text, now),
  verdict: parseVerdict(text),
  reply: parseAlertReply(text, pledge),
  pledge: parsePledgeReply(text),
  question: parseQuestion(text),
  talk: parseSmallTalk(text),
  leaving: parseLeaving(text, name),
  news: parseFamilyNews(text)?.type,
  hasOwnTime: parseOwnTime(text, now) !== undefined,
  isHeldUp: mentions(tokenize(text), visitWords.heldUp) && parseDelay(text, now) !== undefined,
});

const pledgeActs = { 'cannot-come': 'drop', given: 'gave', arrived: 'arrived' } as const;
const leavingActs = {
  'stop-messages': 'stop-messages',
  'wrong-person': 'wrong-person',
  'donor-died': 'died',
} as const;
const newsActs = {
  died: 'died',
  'nobody-came': 'nobody-came',
  found: 'found-elsewhere',
  received: undefined,
  'no-need': 'close',
} as const;
const verdictActs = {
  genuine: 'verified',
  'not-reached': 'unreachable',
  later: 'later',
  unclear: undefined,
} as const;

/** The act of the plain reading that fits the situation; undefined where it decides nothing. */
export const plainAct = (
  { verdict, reply, pledge, question, talk, leaving, news, hasOwnTime, isHeldUp }: PlainReading,
  { alert, pledge: isPledged, verification, request }: Situation,
  { isRequest }: ParsedRequest,
): ActName | undefined => {
  // "Spoke to the son: they have found it" is no "all is true".
  if (verification && (news === 'found' || news === 'died')) return newsActs[news];
  if (verification && verdict) return verdictActs[verdict];
  if ((alert || isPledged) && hasOwnTime) return 'later';
  if (isPledged && isHeldUp && pledge !== 'cannot-come') return 'later';
  if (leaving && !isRequest) return leavingActs[leaving];
  if (isPledged && pledge) return pledgeActs[pledge];
  if (isPledged && news === 'no-need') return 'found-elsewhere';
  if ((alert || isPledged) && reply) return reply === 'no' && isPledged ? 'drop' : reply;
  if (request && news) return newsActs[news];
  if (question && !isRequest) return 'ask';
  if (isRequest && !request) return 'request';
  return talk === 'thanks' || talk === 'greeting' ? talk : undefined;
};
