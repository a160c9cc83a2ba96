import { parseDelay } from '#shared/conversation/replies/parse-own-time.ts';
import { parsePledgeReply } from '#shared/conversation/replies/parse-pledge-reply.ts';
import {
  saysBankShut,
  saysHere,
  speaksOfBankShut,
} from '#shared/conversation/replies/parse-visit-answer.ts';
import { tokenize } from '#shared/conversation/text/normalize.ts';
import { mentions, type Vocabulary } from '#shared/conversation/text/vocabulary.ts';
import { visitWords } from '#shared/conversation/words/visit-words.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { answerVisitQuestion } from './answer-visit-question.ts';
import { findHeldPledge, type HeldPledge, pledgeStatus } from './find-pledges.ts';
import { comeAtSaid } from './hear-own-time.ts';
import { tellBankShut } from './tell-bank-shut.ts';

type Phone = Person['phone'];

const says = (text: string, ...words: Vocabulary[]): boolean => {
  const tokens = tokenize(text);
  return words.some((list) => mentions(tokens, list));
};

/**
 * Handles the news of a donor who is expected: "koi nahi hai yaha" is an arrival, "jaam me fasa hu" a delay. False: no
 * confirmed pledge, or the text says something else.
 */
export const hearVisitNews = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<boolean> => {
  const held = await findHeldPledge(work, await work.person(from));
  if (held?.pledge.state !== 'confirmed') return false;
  if (saysBankShut(text)) return tellBankShut(work, from, held, saysHere(text));
  const { nobodyHere, whomToMeet, heldUp, cannotCome, atHospital, atHome, reached } = visitWords;
  // "Is the blood bank closed": by the words of the hospital alone it would count as an arrival.
  if (speaksOfBankShut(text) && !says(text, cannotCome, nobodyHere) && !parsePledgeReply(text)) {
    work.reply(pledgeStatus(held));
    return true;
  }
  if (held.pledge.arrivedAt !== undefined)
    return says(text, nobodyHere, whomToMeet) && arrive(work, from, held);
  const isThere = says(text, atHospital, reached) && !says(text, atHome);
  if (says(text, nobodyHere) && isThere) return arrive(work, from, held);
  if (!says(text, heldUp) || says(text, cannotCome) || parsePledgeReply(text)) return false;
  const at = parseDelay(text, work.now);
  if (at !== undefined) return comeAtSaid(work, from, text, at);
  work.reply({ key: 'whenComing', params: { code: held.request.code } });
  return true;
};

/** The donor hears the name to ask for. The family hears once that it should meet them. */
const arrive = (work: UnitOfWork, from: Phone, { request }: HeldPledge): Promise<boolean> =>
  answerVisitQuestion(work, from, { about: 'arrived', requestId: request.id, at: work.now }, 1);
