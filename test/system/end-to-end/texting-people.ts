import { setTimeout as wait } from 'node:timers/promises';
import { secondTry, withOwnCodes } from '../../world/own-code.ts';
import type { ForeignCarrier, Received } from '../../world/servers/foreign-carrier.ts';

/** One text of a person, and all answers to it. */
export type SentText = {
  sid: string;
  from: string;
  body: string;
  tries: number;
  /** Replies to its webhook. */
  answers: string[];
};

export const isAlert = ({ text, messageId }: Received): boolean =>
  messageId !== '' && text.includes('1 = I can');

/** A text that came late and did nothing says so. */
const cameLate = /reached us only now/;

/**
 * Sends texts of people, as a carrier with connection overrides and a fallback does. A person whose text got no reply
 * waits for one as a text, and after `patienceMs` texts again.
 */
export const createPeople = (carrier: ForeignCarrier, { patienceMs = 60_000 } = {}) => {
  const sentTexts: SentText[] = [];
  let inHand = 0;

  const deliver = async (text: SentText): Promise<string | undefined> => {
    const { sid: MessageSid, from: From, body: Body } = text;
    const { reply, tries } = await carrier.deliver({ MessageSid, From, Body });
    text.tries += tries;
    if (reply !== undefined) text.answers.push(reply);
    return reply;
  };

  /** By the fallback or from the carrier's list (docs/adr/0025): its id begins with the text's. */
  const answerByText = async (text: SentText): Promise<string | undefined> => {
    let seen = 0;
    for (const end = Date.now() + patienceMs; Date.now() < end; await wait(100))
      for (; seen < carrier.messages.length; seen += 1) {
        const message = carrier.messages[seen];
        if (message?.messageId.startsWith(`${text.sid}-`)) return message.text;
      }
    return undefined;
  };

  const untilAnswered = async (text: SentText): Promise<string | undefined> => {
    inHand += 1;
    try {
      return (await deliver(text)) ?? (await answerByText(text));
    } finally {
      inHand -= 1;
    }
  };

  return {
    /** All texts with their answers. */
    sentTexts,
    /** Texts without an answer so far. */
    inHand: (): number => inHand,
    /** The first answer to the text, or to the one that the person sends when none comes. */
    async say(from: string, typed: string): Promise<string> {
      const read = carrier.messages.filter((m) => m.to === from).map((m) => m.text);
      const body = withOwnCodes(typed, read);
      const text: SentText = { sid: carrier.nextSid(), from, body, tries: 0, answers: [] };
      sentTexts.push(text);
      const reply = await untilAnswered(text);
      // A bare 1 may have been heard: what is open now says more than the same answer again.
      if (reply === undefined) return this.say(from, typed === '1' ? 'STATUS' : typed);
      if (cameLate.test(reply)) return this.say(from, typed);
      const again = body === typed ? secondTry(body, reply) : undefined;
      return again ? this.say(from, again) : reply;
    },
    /** Delivers the last text of this phone again although it has been answered. */
    async saysAgain(from: string): Promise<void> {
      const text = sentTexts.findLast((one) => one.from === from && one.answers.length > 0);
      if (text) await deliver(text);
    },
  };
};
