import { setTimeout as wait } from 'node:timers/promises';
import type { ForeignCarrier, Received } from './foreign-carrier.ts';

/** One text somebody sent, and every answer they got to it. */
export type Said = { sid: string; from: string; body: string; tries: number; answers: string[] };

export const isAlert = ({ text, messageId }: Received): boolean =>
  messageId !== '' && text.includes('1 = I can');

/** People's texts, each sent again until it is answered, as a carrier does; and what they were told. */
export const createPeople = (carrier: ForeignCarrier) => {
  const said: Said[] = [];
  let inHand = 0;

  const untilAnswered = async (text: Said): Promise<string> => {
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
    /** Every text there was, with its answers. */
    said,
    /** Texts that have no answer yet. */
    inHand: (): number => inHand,
    /** The first answer to it. */
    async say(from: string, body: string): Promise<string> {
      const text: Said = { sid: carrier.nextSid(), from, body, tries: 0, answers: [] };
      said.push(text);
      return untilAnswered(text);
    },
    /** The last text of this phone once more, though it has been answered. */
    async saysAgain(from: string): Promise<void> {
      const text = said.findLast((one) => one.from === from);
      if (text) await untilAnswered(text);
    },
  };
};
