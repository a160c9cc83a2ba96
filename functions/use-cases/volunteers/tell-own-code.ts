import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import {
  areCodesPaused,
  isPauseNew,
  type OwnCode,
  ownCodeOf,
  withOwnCode,
  withWrongCode,
} from '#shared/people/proof/own-codes.ts';
import type { Request } from '#shared/request/request.ts';
import { type RequestCode, requestCodeSchema } from '#shared/terms/ids.ts';
import { maskPhoneNumber, type PhoneNumber } from '#shared/terms/phone-number.ts';
import { callOwner } from '../calls/missed-call.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* A volunteer's own code for a request, which only texts to that phone say. */

/** The volunteer's own code for this request, made when first needed. Undefined for a person who is no volunteer. */
export const ownCodeFor = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  request: Request,
): Promise<RequestCode | undefined> => {
  const person = await work.otherPerson(phone);
  if (!person?.volunteer) return undefined;
  const known = ownCodeOf(person.ownCodes, request.id);
  if (known) return known;
  const code = freeCode(work, person, request);
  work.change({
    ...person,
    ownCodes: withOwnCode(person.ownCodes, { requestId: request.id, code, at: work.now }),
  });
  return code;
};

/** The request that this phone's own code is for; undefined for every other code, the request's included. */
export const findOwnCode = (person: Person, code: string | undefined): OwnCode | undefined =>
  person.ownCodes?.find((known) => known.code === code);

/** As long as the request's. It differs from every other code that this phone has. */
const freeCode = (work: UnitOfWork, person: Person, { code }: Request): RequestCode => {
  const taken = new Set<string>([
    code,
    ...[...(person.ownCodes ?? []), ...person.alerts, ...person.requests].map(
      (known) => known.code,
    ),
  ]);
  const lowest = 10 ** (code.length - 1);
  for (;;) {
    const own = requestCodeSchema.parse(String(lowest + work.services.ids.randomBelow(9 * lowest)));
    if (!taken.has(own)) return own;
  }
};

/** A message to a volunteer about this request, with the volunteer's own code where it names one. */
export const withOwnCodeIn = async (
  work: UnitOfWork,
  to: PhoneNumber,
  message: Message,
  request: Request,
): Promise<Message> => {
  switch (message.key) {
    case 'verifyAsk':
      return { key: message.key, params: { ...message.params, ...(await own(work, to, request)) } };
    case 'verifyCorrected':
      return { key: message.key, params: { ...message.params, ...(await own(work, to, request)) } };
    case 'verifyNotReached':
      return { key: message.key, params: { ...message.params, ...(await own(work, to, request)) } };
    default:
      return message;
  }
};

const own = async (work: UnitOfWork, to: PhoneNumber, request: Request) => {
  const code = await ownCodeFor(work, to, request);
  return code === undefined ? {} : { own: code };
};

/** The reply to a verdict without the volunteer's own code. It goes to the volunteer's phone, where a forger does not read it. */
export const howToVerify = async (
  work: UnitOfWork,
  from: PhoneNumber,
  request: Request,
): Promise<Message<'verifyHow'>> => ({
  key: 'verifyHow',
  params: { code: request.code, ...(await own(work, from, request)) },
});

/** True when so many wrong codes came from this phone that none counts for a while. */
export const arePaused = ({ wrongCodes }: Person, { now }: UnitOfWork): boolean =>
  areCodesPaused(wrongCodes, now);

/** Counts a code that no request has given this phone. After too many the phone is called: in our own call its keys count. */
export const hearWrongCode = async (work: UnitOfWork, from: PhoneNumber): Promise<boolean> => {
  const person = await work.person(from);
  const wrongCodes = withWrongCode(person.wrongCodes, work.now);
  work.change({ ...person, wrongCodes });
  if (isPauseNew(wrongCodes)) {
    work.logAfterSave('volunteer-codes-paused', { who: maskPhoneNumber(from) });
    callOwner(work, await work.person(from));
  }
  return areCodesPaused(wrongCodes, work.now);
};

/** True for an own code that was texted to this phone. A wrong one counts as a try to guess it. */
export const isOwnCode = async (
  work: UnitOfWork,
  from: PhoneNumber,
  code: string,
): Promise<boolean> => {
  const person = await work.person(from);
  if (arePaused(person, work)) return false;
  if (person.ownCodes?.some((own) => own.code === code)) return true;
  await hearWrongCode(work, from);
  return false;
};
