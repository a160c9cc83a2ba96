import { type AskedAbout, parseQuestion } from '#shared/conversation/replies/parse-question.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { hasPledged, openAlert } from '#shared/people/donor-updates.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import { findHeldPledge } from '../pledges/find-pledges.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Phone = Person['phone'];

/** The one true sentence for each question; undefined when nothing is known to answer it. */
const answers: Record<AskedAbout, (request: Request | undefined) => Message | undefined> = {
  who: () => ({ key: 'whoWeAre', params: {} }),
  far: (request) =>
    request && {
      key: 'whereToCome',
      params: { code: request.code, hospital: request.hospital, place: request.place.name },
    },
  bring: () => ({ key: 'whatToBring', params: {} }),
  'may-give': () => ({ key: 'doctorDecides', params: {} }),
  'other-group': (request) =>
    request && { key: 'groupNeeded', params: { code: request.code, group: request.group } },
  'how-long': () => ({ key: 'howLongItTakes', params: {} }),
  'call-me': (request) => request && { key: 'callUsInstead', params: {} },
};

/** Answers a question of a donor or a stranger. Returns false when the text asks none, or an unfinished dialogue goes on. */
export const answerAsked = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<boolean> => {
  const about = parseQuestion(text);
  return about !== undefined && answerAbout(work, from, about);
};

/** Answers a question of this subject. False: nothing is known that answers it, or an unfinished dialogue goes on. */
export const answerAbout = async (
  work: UnitOfWork,
  from: Phone,
  about: AskedAbout,
): Promise<boolean> => {
  const person = await work.person(from);
  if (dialogueOf(person) && about !== 'who') return false;
  const message = answers[about](await findAskedRequest(work, person));
  if (!message) return false;
  work.reply(message);
  return true;
};

/** The request that this donor is asked for or has agreed to. */
const findAskedRequest = async (work: UnitOfWork, person: Person): Promise<Request | undefined> => {
  const held = hasPledged(person) ? await findHeldPledge(work, person) : undefined;
  if (held) return held.request;
  const asked = openAlert(person, work.now);
  return asked && work.request(asked.requestId);
};
