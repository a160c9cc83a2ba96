import type { MessageKey } from '#shared/messages/message-keys.ts';
import type { Request } from '#shared/request/request.ts';
import type { Errand, Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import { count, isOver, lacks, type RuleOptions } from './expectations.ts';
import { meaningsIn } from './message-meaning.ts';

/** What must be stored of whoever hears it: how their promise stands, or how the request does. */
const truths: Partial<Record<MessageKey, (request: Request, phone: string) => boolean>> = {
  alertYesConfirmed: (r, phone) => pledgeOf(r, phone) === 'confirmed',
  alreadyConfirmed: (r, phone) => pledgeOf(r, phone) === 'confirmed',
  alertYesStandby: (r, phone) => pledgeOf(r, phone) === 'standby',
  alreadyStandby: (r, phone) => pledgeOf(r, phone) === 'standby',
  alreadyGiven: (r, phone) => pledgeOf(r, phone) === 'donated',
  donationThanks: (r, phone) => pledgeOf(r, phone) === 'donated',
  dropThanks: (r, phone) => pledgeOf(r, phone) === 'dropped',
  // "Enough donors": whoever hears so is not waited for, and nobody is missing; the end stays an end, whatever is denied later.
  alertYesCovered: (r, phone) =>
    !isKept(r, phone) && (['covered', 'fulfilled'].includes(r.phase.type) || !lacks(r)),
  alertYesClosed: (r, phone) => !isKept(r, phone) && r.phase.type === 'closed',
  alertThanksNo: (r, phone) => !isKept(r, phone) && r.phase.type === 'searching',
  alertNoLate: (r, phone) => !isKept(r, phone) && r.phase.type !== 'searching',
  // Also to "2" (not needed any more) after it has been fulfilled: true, and the end all the same.
  requestClosed: isOver,
  requestFulfilled: ({ phase }) => phase.type === 'fulfilled',
  verifyThanksOk: ({ phase }) => phase.type === 'searching',
  verifyThanksNo: ({ phase }) => phase.type === 'closed' && phase.reason === 'refused',
};
const pledgeOf = (request: Request, phone: string) =>
  request.pledges.find((p) => p.donor?.phone === phone)?.state;
const isKept = (request: Request, phone: string): boolean =>
  ['confirmed', 'standby'].includes(pledgeOf(request, phone) ?? '');

/** What a donor must hear whose own text has brought their promise there. */
const mustHear: Partial<Record<string, MessageKey>> = {
  confirmed: 'alertYesConfirmed',
  standby: 'alertYesStandby',
  dropped: 'dropThanks',
  donated: 'donationThanks',
};

/** The carrier's own words, which it answers itself. */
const carriersWords = ['STOP', 'START'];

/** Every text is answered once, and what the answer says is what is stored. */
export const createAnswerRules = ({ ledger, now, mustHold }: RuleOptions) => {
  /** Why these texts may go without an answer. */
  const silences = new Map<string, 'a word of the carrier' | 'stopped'>();
  const answers = new Map<string, { words: string; at: number }>();

  /** Nobody else has had a hand in it since this text was looked at. */
  const isOwnDoing = (request: Request, { writes, errand, lastChange }: Saved): boolean =>
    writes.some((w) => 'put' in w && w.put.kind === 'request' && w.put.id === request.id) ||
    (lastChange(request.id) ?? 0) <= (errand?.began ?? 0);

  const repliesAreTrue = (reply: string, from: string, saved: Saved): void => {
    for (const line of reply.split('\n')) {
      const request = ledger.requests().find(({ code }) => new RegExp(`\\b${code}\\b`).test(line));
      if (!request || !isOwnDoing(request, saved)) continue;
      for (const { key } of meaningsIn(line))
        mustHold(
          truths[key]?.(request, from) ?? true,
          `${nameOf(from)} hears ${key}, and of ${request.code} is stored: ${request.phase.type}, ${pledgeOf(request, from) ?? 'no promise'}, ${count(request, 'confirmed', 'donated')} of ${request.units}`,
        );
    }
  };

  /** Whoever has brought it about hears so at once. */
  const promiseIsAnswered = (reply: string, from: string, { writes, before }: Saved): void => {
    const heard = meaningsIn(reply).map(({ key }) => key);
    for (const write of writes) {
      if (!('put' in write) || write.put.kind !== 'request') continue;
      const state = pledgeOf(write.put, from);
      const old = before(write.put);
      if (!state || (old?.kind === 'request' && pledgeOf(old, from) === state)) continue;
      const wanted = mustHear[state];
      mustHold(
        wanted === undefined || heard.includes(wanted),
        `${nameOf(from)} is ${state} by their own text, and hears ${heard.join(', ') || reply}`,
      );
    }
  };

  const mayBeSilent = ({ says = '', from }: Errand, { writes, before }: Saved): void => {
    const sid = writes.flatMap((w) => ('add' in w && w.add.kind === 'incoming' ? [w.add.id] : []));
    const isStopped = writes.some((w) => {
      const person = 'put' in w ? w.put : 'remove' in w ? before(w.remove) : undefined;
      return person?.kind === 'person' && person.phone === from && person.optedOut;
    });
    const [id] = sid;
    if (id === undefined) return;
    if (carriersWords.includes(says)) silences.set(id, 'a word of the carrier');
    else if (isStopped) silences.set(id, 'stopped');
  };

  /** Who is erased is erased part by part: to do so twice changes nothing. */
  const erasures = new Set<string>();

  return {
    saved(saved: Saved): void {
      const { errand, writes } = saved;
      if (!errand?.sid || !errand.from) return;
      if (errand.says === 'FORGET') erasures.add(errand.sid);
      const reply = writes.flatMap((w) => ('add' in w && w.add.kind === 'reply' ? [w.add] : []))[0];
      if (!reply) {
        mayBeSilent(errand, saved);
        return;
      }
      repliesAreTrue(reply.text, errand.from, saved);
      promiseIsAnswered(reply.text, errand.from, saved);
    },
    /** What went back to the carrier. 5xx: it comes once more. */
    answered(sid: string, status: number, words: string): void {
      if (status >= 500) return;
      const before = answers.get(sid);
      const isOld = before !== undefined && now() - before.at > 24 * 3_600_000;
      mustHold(status === 200 || (status === 403 && isOld), `a text is answered with ${status}`);
      if (status !== 200) return;
      mustHold(
        before === undefined || before.words === words,
        'the same text gets two different answers',
      );
      if (!before) answers.set(sid, { words, at: now() });
      mustHold(
        words.includes('<Message>') || silences.has(sid),
        'a text is taken, and goes without an answer',
      );
    },
    end(): void {
      for (const [sid, saves] of ledger.savesOfText())
        mustHold(
          saves <= 1 || erasures.has(sid),
          `one text (${sid.slice(0, 2)}) is acted on twice`,
        );
      for (const sid of answers.keys())
        mustHold(ledger.savesOfText().has(sid), 'a text is answered, and nothing of it is kept');
    },
  };
};
