import type { Write } from '#functions/ports/store.ts';
import type { MessageKey } from '#shared/messages/message-keys.ts';
import type { Request } from '#shared/request/request.ts';
import { claims } from '#test/world/claims/claims.ts';
import { findMessages } from '#test/world/claims/message-meaning.ts';
import type { HandlerTask, Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import { countPledges, type RuleOptions } from './expectations.ts';

const pledgeOf = (request: Request, phone: string) =>
  request.pledges.find((p) => p.donor?.phone === phone)?.state;

/** The message that a donor must get when their own text has changed their pledge to this state. */
const mustHear: Partial<Record<string, MessageKey>> = {
  confirmed: 'alertYesConfirmed',
  standby: 'alertYesStandby',
  dropped: 'dropThanks',
  donated: 'donationThanks',
};

/** The reply to a text: kept for its repetitions, or queued for one that came late. */
const replyIn = (writes: Write[], sid: string): string | undefined => {
  const lines = writes.flatMap((w) => {
    if ('add' in w && w.add.kind === 'reply') return [w.add.text];
    const isLate = 'put' in w && w.put.kind === 'outbox' && w.put.id.startsWith(`${sid}-`);
    return isLate && w.put.kind === 'outbox' ? [w.put.text ?? ''] : [];
  });
  return lines.length > 0 ? lines.join('\n') : undefined;
};

/** True when the reply is kept for repetitions of the text. */
const isStored = (writes: Write[]): boolean =>
  writes.some((w) => 'add' in w && w.add.kind === 'reply');

/** Keywords that the carrier answers itself. */
const carrierKeywords = ['STOP', 'START'];

/** Every text gets one reply, and the reply agrees with what is stored. */
export const createAnswerRules = ({ events, now, mustHold }: RuleOptions) => {
  /** Texts that need no reply, with the reason. */
  const silences = new Map<string, 'carrier keyword' | 'opted out' | 'answered by a text'>();
  const answers = new Map<string, { words: string; at: number }>();

  /** True when no other handler has changed the request since this one began. */
  const isOwnDoing = (request: Request, { writes, task, lastChange }: Saved): boolean =>
    writes.some((w) => 'put' in w && w.put.kind === 'request' && w.put.id === request.id) ||
    (lastChange(request.id) ?? 0) <= (task?.began ?? 0);

  const repliesAreTrue = (reply: string, from: string, saved: Saved): void => {
    for (const line of reply.split('\n')) {
      const request = events.requests().find(({ code }) => new RegExp(`\\b${code}\\b`).test(line));
      if (!request || !isOwnDoing(request, saved)) continue;
      for (const { key } of findMessages(line))
        mustHold(
          claims[key]?.({ request, phone: from }) ?? true,
          `${nameOf(from)} hears ${key}, but ${request.code} is stored as: ${request.phase.type}, ${pledgeOf(request, from) ?? 'no pledge'}, ${countPledges(request, 'confirmed', 'donated')} of ${request.units}`,
        );
    }
  };

  /** What is queued for others is true when it is queued. */
  const newsIsTrue = (saved: Saved): void => {
    for (const write of saved.writes) {
      if (!('put' in write) || write.put.kind !== 'outbox' || write.put.version > 0) continue;
      const { message, to } = write.put;
      if (!message || !to || !('code' in message.params)) continue;
      const { key, params } = message;
      const { code } = message.params;
      const request = events.requests().findLast((one) => one.code === code);
      if (!request || !isOwnDoing(request, saved)) continue;
      mustHold(
        claims[key]?.({ request, phone: to, params }) ?? true,
        `${nameOf(to)} is to hear ${key} ${JSON.stringify(params)}, but ${request.code} is stored as: ${request.phase.type}, ${pledgeOf(request, to) ?? 'no pledge'}`,
      );
    }
  };

  /** A donor whose text changes their pledge hears so at once. */
  const pledgeIsAnswered = (reply: string, from: string, { writes, before }: Saved): void => {
    const heard = findMessages(reply).map(({ key }) => key);
    for (const write of writes) {
      if (!('put' in write) || write.put.kind !== 'request') continue;
      const state = pledgeOf(write.put, from);
      const old = before(write.put);
      if (!state || (old?.kind === 'request' && pledgeOf(old, from) === state)) continue;
      const wanted = mustHear[state];
      mustHold(
        wanted === undefined || heard.includes(wanted),
        `${nameOf(from)} is ${state} by their own text, but hears ${heard.join(', ') || reply}`,
      );
    }
  };

  const mayBeSilent = ({ says = '', from }: HandlerTask, { writes, before }: Saved): void => {
    const sid = writes.flatMap((w) => ('add' in w && w.add.kind === 'incoming' ? [w.add.id] : []));
    const isStopped = writes.some((w) => {
      const person = 'put' in w ? w.put : 'remove' in w ? before(w.remove) : undefined;
      return person?.kind === 'person' && person.phone === from && person.optedOut;
    });
    const [id] = sid;
    if (id === undefined) return;
    if (carrierKeywords.includes(says)) silences.set(id, 'carrier keyword');
    else if (isStopped) silences.set(id, 'opted out');
  };

  /** FORGET erases in several saves, and a repetition changes nothing. */
  const erasures = new Set<string>();

  return {
    saved(saved: Saved): void {
      const { task, writes } = saved;
      newsIsTrue(saved);
      if (!task?.sid || !task.from) return;
      if (task.says === 'FORGET') erasures.add(task.sid);
      const reply = replyIn(writes, task.sid);
      if (reply === undefined) {
        mayBeSilent(task, saved);
        return;
      }
      if (!isStored(writes)) silences.set(task.sid, 'answered by a text');
      repliesAreTrue(reply, task.from, saved);
      pledgeIsAnswered(reply, task.from, saved);
    },
    /** The response to the carrier. After 5xx the text comes again, or by another road. */
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
        'a text is accepted, but gets no reply',
      );
    },
    end(texts: string[]): void {
      for (const sid of texts) mustHold(events.savesOfText().has(sid), 'a text is lost');
      for (const [sid, saves] of events.savesOfText())
        mustHold(
          saves <= 1 || erasures.has(sid),
          `one text (${sid.slice(0, 2)}) is processed twice`,
        );
      for (const sid of answers.keys())
        mustHold(events.savesOfText().has(sid), 'a text is answered, but not stored');
    },
  };
};
