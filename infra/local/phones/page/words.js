// @ts-check

/** @typedef {import('../../simulator/calls/sim-call.ts').SimCall} SimCall */
/** @typedef {import('../phone-owner.ts').PhoneOwner['role']} Role */

const zone = 'Asia/Kolkata';
const timeFormat = new Intl.DateTimeFormat('en-IN', {
  timeZone: zone,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const dayFormat = new Intl.DateTimeFormat('en-IN', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** @param {number} at "10:05 am" */
export const timeOf = (at) => timeFormat.format(at);
/** @param {number} at "Mon, 23 Nov" */
export const dayNameOf = (at) => dayFormat.format(at);

/** @param {number} n @param {string} one */
export const several = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** "7:10 pm", with the day unless it is today. @param {number} at @param {number} now */
export const momentOf = (at, now) =>
  dayNameOf(at) === dayNameOf(now) ? timeOf(at) : `${timeOf(at)}, ${dayNameOf(at)}`;

/** The language tag for screen readers and fonts. @param {string} text */
export const scriptLanguageOf = (text) => (/[\u0900-\u097f]/.test(text) ? 'hi' : 'en');

/** +915550000101 as people read it: +91 55500 00101. @param {string} phone */
export const spaced = (phone) => phone.replace(/^(\+91)(\d{5})(\d{5})$/, '$1 $2 $3');

/** @param {SimCall} call */
export const isOver = ({ status }) =>
  status !== 'queued' && status !== 'ringing' && status !== 'in-progress';

/** True while a call has not reached the phone. @param {SimCall} call */
export const isUnknownToPhone = ({ status }) => status === 'queued' || status === 'failed';

/** True while the call rings and can be answered. @param {SimCall} call */
export const isRinging = ({ direction, status }) => direction === 'out' && status === 'ringing';

const others = {
  family: 'the family',
  donor: 'a donor',
  verifier: 'a volunteer',
  coordinator: 'a volunteer',
};

/**
 * The state of the call in a few words. `other`: the role of the other person while two talk; never a name or number.
 * @param {SimCall} call
 * @param {Role} other
 */
export const standingOf = ({ direction, status, talkingWith, waitsFor }, other) => {
  if (status === 'ringing') return direction === 'in' ? 'Calling …' : 'is calling';
  if (talkingWith !== null) return `Talking with ${others[other]}`;
  if (waitsFor?.type === 'record') return 'Recording: any key ends it';
  return 'On the line';
};

/** True while spoken words reach someone. @param {SimCall} call */
export const isHeard = ({ talkingWith, waitsFor }) =>
  talkingWith !== null ||
  waitsFor?.type === 'record' ||
  (waitsFor?.type === 'keys' && waitsFor.speech);

/** One line for a call that is over. @param {SimCall} call */
export const lineOf = (call) => {
  const { direction, status, answeredAt, startedAt, rejected } = call;
  const ended = call.endedAt ?? startedAt;
  if (answeredAt !== undefined) return `Call ${lastingOf(ended - answeredAt)} · ${timeOf(ended)}`;
  if (direction === 'in') {
    return `${rejected ? 'Rang, not answered' : 'Rang, hung up'} · ${timeOf(startedAt)}`;
  }
  return `${status === 'busy' ? 'Call not taken' : 'Missed call'} · ${timeOf(startedAt)}`;
};

/** "40 s", "1 min", "1 h 5 min". @param {number} ms */
const lastingOf = (ms) => {
  const minutes = Math.round(ms / 60_000);
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
};
