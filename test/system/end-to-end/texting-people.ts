import { setTimeout as wait } from 'node:timers/promises';
import { secondTry, withOwnCodes } from '../../world/own-code.ts';
import type { ForeignCarrier, Received } from '../../world/servers/foreign-carrier.ts';

/** One text of a person, and all answers to it. */
export type SentText = {
  sid: string;
  from: string;
  body: string;
  tries: number;
  answers: string[];
};

export const isAlert = ({ text, messageId }: Received): boolean =>
  messageId !== '' && text.includes('1 = I can');

/** Sends texts of people, and repeats each until it is answered, as a carrier does. */
export const createPeople = (carrier: ForeignCarrier) => {
  const sentTexts: SentText[] = [];
  let inHand = 0;

  const untilAnswered = async (text: SentText): Promise<string> => {
    inHand += 1;
    try {
      for (;;) {
        text.tries += 1;
        const fields = { MessageSid: text.sid, From: text.from, Body: text.body };
        const answer = await carrier
          .post('/twilio/sms', { ...fields, To: '+915320000000' })
          .catch(() => undefined);
        if (answer?.status === 200) {
          text.answers.push(answer.reply);
          return answer.reply;
        }
        await wait(150);
      }
    } finally {
      inHand -= 1;
    }
  };

  return {
    /** All texts with their answers. */
    sentTexts,
    /** Texts without an answer so far. */
    inHand: (): number => inHand,
    /** The first answer to the text. */
    async say(from: string, typed: string): Promise<string> {
      const read = carrier.messages.filter((m) => m.to === from).map((m) => m.text);
      const body = withOwnCodes(typed, read);
      const text: SentText = { sid: carrier.nextSid(), from, body, tries: 0, answers: [] };
      sentTexts.push(text);
      const reply = await untilAnswered(text);
      const again = body === typed ? secondTry(body, reply) : undefined;
      return again ? this.say(from, again) : reply;
    },
    /** Repeats the last text of this phone although it has been answered. */
    async saysAgain(from: string): Promise<void> {
      const text = sentTexts.findLast((one) => one.from === from);
      if (text) await untilAnswered(text);
    },
  };
};
