// @ts-check
import { timeOf } from './words.js';

/** @typedef {import('../../simulator/calls/sim-call.ts').PhoneCall} PhoneCall */
/** @typedef {import('../phone-owner.ts').PhoneOwner['role']} Role */

/** @param {PhoneCall} call */
export const isOver = ({ status }) =>
  status !== 'queued' && status !== 'ringing' && status !== 'in-progress';

/** Of a call that has not reached the phone, the phone knows nothing. @param {PhoneCall} call */
export const isUnknownToPhone = ({ status }) => status === 'queued' || status === 'failed';

/** Rings, and may be answered. @param {PhoneCall} call */
export const isRinging = ({ direction, status }) => direction === 'out' && status === 'ringing';

const others = {
  family: 'the family',
  donor: 'a donor',
  verifier: 'a volunteer',
  coordinator: 'a volunteer',
};

/**
 * How the call stands, in a few words. `other`: who the other person is, while two talk; never a name or number.
 * @param {PhoneCall} call
 * @param {Role} other
 */
export const standingOf = ({ direction, status, talkingWith, waitsFor }, other) => {
  if (status === 'ringing') return direction === 'in' ? 'Calling …' : 'is calling';
  if (talkingWith !== null) return `Talking with ${others[other]}`;
  if (waitsFor?.type === 'record') return 'Recording: any key ends it';
  return 'On the line';
};

/** May the person say something that is heard? @param {PhoneCall} call */
export const isHeard = ({ talkingWith, waitsFor }) =>
  talkingWith !== null ||
  waitsFor?.type === 'record' ||
  (waitsFor?.type === 'keys' && waitsFor.speech);

/** A call that is over, as the phone's list tells it. @param {PhoneCall} call */
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
