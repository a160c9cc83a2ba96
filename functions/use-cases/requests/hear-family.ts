import { parseCorrection } from '#shared/conversation/replies/parse-correction.ts';
import {
  type FamilyNews,
  meansAllRequests,
  parseFamilyNews,
  saysStop,
  speaksOfDonor,
} from '#shared/conversation/replies/parse-family-news.ts';
import { hasPledged } from '#shared/people/donor-updates.ts';
import { dialogueOf, withQuestion } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import {
  type FamilyQuestion,
  familyQuestion,
} from '#shared/request/corrections/family-questions.ts';
import { countDonated } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { agreedTime } from '#shared/request/request-messages.ts';
import { epochMs } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import { hearFurtherNeed } from '../intake/further-need.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { askToClose, closeAsked } from './ask-to-close.ts';
import { proposeCorrection } from './correct-request.ts';
import { findOwnRequests, statusMessage } from './family-commands.ts';

type Phone = Person['phone'];

/**
 * Hears the news and the corrections of a family with an open request, in its own words. Returns false when the text
 * says neither, when an unfinished request or registration waits for words, and for a donor with a pledge.
 */
export const hearFamily = async (work: UnitOfWork, from: Phone, text: string): Promise<boolean> => {
  const person = await work.person(from);
  if (dialogueOf(person) || hasPledged(person) || !person.requests.some((r) => r.open))
    return false;
  const requests = await findOwnRequests(work, from);
  const named = saysStop(text) ? namedRequests(requests, text) : [];
  const request = named.length > 1 ? undefined : meantRequest(requests, text);
  if (!request) return hearOfAll(work, from, requests, text);
  if (await hearOtherNumber(work, from, request, text)) return true;
  const news = parseFamilyNews(text);
  if (news) return hearNews(work, from, request, news);
  if (await hearFurtherNeed(work, from, request, text)) return true;
  const { gazetteer } = work.services;
  const read = parseCorrection(text, request, { gazetteer, now: work.now });
  if (read === 'group-unclear') {
    work.reply({ key: 'groupUnclear', params: {} });
    return true;
  }
  return read !== undefined && proposeCorrection(work, from, request, read.changes);
};

const names = (text: string, code: string): boolean =>
  new RegExp(`(?<!\\d)${code}(?!\\d)`).test(text);

/** All of them, or those whose codes stand in the text. */
const namedRequests = (requests: Request[], text: string): Request[] =>
  meansAllRequests(text) ? requests : requests.filter(({ code }) => names(text, code));

/** News that ends several requests: the patient of all of them has died, or nothing is needed. */
const hearOfAll = async (
  work: UnitOfWork,
  from: Phone,
  requests: Request[],
  text: string,
): Promise<boolean> => {
  const news = parseFamilyNews(text);
  const [first, ...others] = requests;
  const [named, ...alsoNamed] = saysStop(text) ? namedRequests(requests, text) : [];
  const isOnePatient = others.every(({ patient }) => patient === first?.patient);
  if (!first) return false;
  if (news?.type === 'died' && isOnePatient) {
    work.reply({ key: 'sorryForLoss', params: {} });
    const also = others.map(({ id }) => id);
    if (news.stops) await closeAsked(work, from, first, also);
    else await askToClose(work, from, first, { also: others, loss: true });
    return true;
  }
  if (named && (alsoNamed.length > 0 || news?.type === 'no-need')) {
    await askToClose(work, from, named, { also: alsoNamed });
    return true;
  }
  if (news?.type !== 'no-need') return false;
  work.reply({ key: 'whichRequest', params: { codes: requests.map(({ code }) => code) } });
  return true;
};

/** "Mera phone band ho raha hai, 98… par call karein": the number to call, and no news of a donor. */
const hearOtherNumber = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  text: string,
): Promise<boolean> => {
  const { contact, attendant, isRequest } = parseRequestOnce(work, text);
  const isDonors = request.pledges.some(({ donor }) => donor?.phone === contact);
  if (!contact || contact === from || isRequest || isDonors || speaksOfDonor(text)) return false;
  return proposeCorrection(work, from, request, { contact, ...(attendant && { attendant }) });
};

/** The only open request, or the one whose code the text names. */
export const meantRequest = (requests: Request[], text: string): Request | undefined =>
  requests.length === 1 ? requests[0] : requests.find(({ code }) => names(text, code));

/** Acts on the news of a family about its open request. */
export const hearNews = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  news: FamilyNews,
): Promise<boolean> => {
  switch (news.type) {
    case 'died':
      work.reply({ key: 'sorryForLoss', params: {} });
      if (news.stops) await closeAsked(work, from, request);
      else await askToClose(work, from, request, { loss: true });
      return true;
    case 'no-need':
      await askToClose(work, from, request);
      return true;
    case 'nobody-came':
      await askDonors(work, request);
      return true;
    case 'found':
      await askToClose(work, from, request);
      return true;
    case 'received':
      return hearReceived(work, from, request, news);
    default:
      return news satisfies never;
  }
};

const ask = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  question: FamilyQuestion,
): Promise<true> => {
  work.change(withQuestion(await work.person(from), question));
  work.reply(familyQuestion(question, request));
  return true;
};

/** The family sees no donor: the donors who are on their way are asked, and the family hears how many there are. */
const askDonors = async (work: UnitOfWork, request: Request): Promise<void> => {
  const { code } = request;
  const confirmed = request.pledges.filter(({ state }) => state === 'confirmed');
  const expected = confirmed.filter(({ arrivedAt }) => arrivedAt === undefined);
  if (confirmed.length === 0) return work.reply(await statusMessage(work, request));
  if (expected.length === 0)
    return work.reply({ key: 'donorsThere', params: { code, count: confirmed.length } });
  await applyDecision(work, request, { type: 'ask-coming' });
  const arriveBy = epochMs(
    Math.max(...expected.map((pledge) => pledge.arriveBy ?? request.neededBy)),
  );
  const ownTime = expected.some((pledge) => pledge.ownTime);
  const time = agreedTime(request, { arriveBy, ownTime });
  work.reply({ key: 'donorsExpected', params: { code, confirmed: expected.length, ...time } });
};

/** Some units have come: from a donor of ours, or from elsewhere, so that fewer are needed. */
const hearReceived = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  { units, elsewhere }: Extract<FamilyNews, { type: 'received' }>,
): Promise<boolean> => {
  const about = { requestId: request.id, at: work.now };
  const given = countDonated(request);
  const isComing = request.pledges.some(({ state }) => state === 'confirmed');
  if (!elsewhere && isComing)
    return ask(work, from, request, { about: 'received', ...about, units });
  if (!elsewhere && given >= units) {
    work.reply(await statusMessage(work, request));
    return true;
  }
  if (units >= request.units - given) return ask(work, from, request, { about: 'close', ...about });
  return proposeCorrection(work, from, request, { units: request.units - units });
};
