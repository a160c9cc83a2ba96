import type { Message } from '../messages/message-keys.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { EpochMs } from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import { mayTellFamily } from './lifecycle/refusal-reason.ts';
import { countDonated, countMissing, countSecured } from './pledge-counts.ts';
import type { Request } from './request.ts';

/* The parts of messages that show a request. */

/** The needed blood; part of every message about a request. */
export const requestParams = (r: Request) => ({
  group: r.group,
  component: r.component,
  units: r.units,
  ...(r.exchange && { exchange: true }),
});
/** Where the blood is needed, and by when. */
export const placeParams = (r: Request) => ({
  hospital: r.hospital,
  place: r.place.name,
  ...wholeTime(r),
});
/** By when all of it is needed: the last day, if it is needed over several. */
export const wholeTime = ({
  days,
  neededBy,
  asap,
}: Pick<Request, 'days' | 'neededBy' | 'asap'>): { neededBy: EpochMs; asap?: true } => ({
  neededBy: days?.at(-1)?.neededBy ?? neededBy,
  ...(asap && !days && { asap: true }),
});
/** The progress of a request, for its family. */
export const progressParams = (r: Request) => ({
  code: r.code,
  confirmed: countSecured(r),
  given: countDonated(r),
  units: r.units,
});

const alertParams = (r: Request, arriveBy: EpochMs) => {
  const { neededBy: _, ...where } = placeParams(r);
  // What is missing now: no donor reads of units that others have promised.
  const units =
    countMissing(r) || (r.days?.find((day) => day.neededBy === r.neededBy)?.units ?? r.units);
  const asap = r.asap && { asap: true };
  return { code: r.code, ...requestParams(r), units, ...where, ...asap, arriveBy };
};

/** The alert; the same for every donor of a stage. `arriveBy`: `arrivalTime` of this donor. */
export const alertMessage = (r: Request, arriveBy: EpochMs): Message<'alert'> => ({
  key: 'alert',
  params: alertParams(r, arriveBy),
});

/** The alert to a donor who was told that no more donors were needed: a place has opened. */
export const alertAgainMessage = (r: Request, arriveBy: EpochMs): Message<'alertAgain'> => ({
  key: 'alertAgain',
  params: alertParams(r, arriveBy),
});

type Appointment = { arriveBy?: EpochMs | undefined; ownTime?: boolean | undefined };

/** The time that a confirmed donor was told: as soon as can be stays that, until the donor names a time. */
export const agreedTime = (
  { asap, neededBy }: Pick<Request, 'asap' | 'neededBy'>,
  { arriveBy = neededBy, ownTime }: Appointment,
): { arriveBy: EpochMs; asap?: true } => ({
  arriveBy,
  ...(asap && !ownTime && { asap: true }),
});

/** What a confirmed donor needs to know to come. */
export const comingDetails = (r: Request, appointment: Appointment) => ({
  code: r.code,
  hospital: r.hospital,
  place: r.place.name,
  attendant: r.attendant || r.patient,
  ...agreedTime(r, appointment),
  ...(r.attendant === '' && r.patient === '' && r.spoken?.attendant && { said: true as const }),
});

/** The question to a volunteer. `phone`: the family's, called when the family names no other number. */
export const verificationMessage = (r: Request, phone: PhoneNumber): Message<'verifyAsk'> => ({
  key: 'verifyAsk',
  params: {
    code: r.code,
    ...requestParams(r),
    ...placeParams(r),
    patient: r.patient,
    phone: r.contact ?? phone,
    ...(r.attendant && { attendant: r.attendant }),
    ...(r.unplaced && { unplaced: true }),
    ...(r.patient === '' && r.spoken?.patient && { said: true }),
  },
});

type Refused = Extract<RequestEvent, { type: 'refused' }>;

/** To the family, with the volunteer's reason unless its words accuse (docs/adr/0046). */
export const refusalMessage = (code: Request['code'], { reason, why, aloud }: Refused): Message => {
  if (aloud) return { key: 'requestRefusedAloud', params: { code } };
  const told = reason && mayTellFamily(reason) ? { reason } : {};
  return { key: 'requestRefused', params: { code, ...(why ? { why } : told) } };
};

/** To the volunteer who refused. */
export const refusalThanks = (
  code: Request['code'],
  { reason }: Refused,
): Message<'verifyThanksNo'> => ({
  key: 'verifyThanksNo',
  params: { code, ...(reason && !mayTellFamily(reason) && { kept: true }) },
});

/** Beside the message that says which hospital, when the family has said where it is there. */
export const wardMessages = ({ code, ward }: Request): Message<'familyIsAt'>[] =>
  ward ? [{ key: 'familyIsAt', params: { code, hospital: ward } }] : [];

/** The question to a volunteer, and what stands beside it. */
export const verificationMessages = (r: Request, phone: PhoneNumber): Message[] => [
  verificationMessage(r, phone),
  ...wardMessages(r),
  ...(r.days
    ? [{ key: 'needsByDay', params: { code: r.code, byDay: r.days } } satisfies Message]
    : []),
];
