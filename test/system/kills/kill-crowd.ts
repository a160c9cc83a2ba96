import { setTimeout as wait } from 'node:timers/promises';
import type { Rng } from '../../faults/rng.ts';
import type { ForeignCarrier, Received } from '../../world/servers/foreign-carrier.ts';
import { codeIn, says } from '../end-to-end/demo-people.ts';
import { createPeople, isAlert } from '../end-to-end/texting-people.ts';

/** A family with its code. */
export type CodedFamily = { phone: string; code: string };

const hasCode = /(?<![\d+])[1-9]\d{3,6}(?!\d)/;

const ownCodeAsked = (text: string): string | undefined => /\bOK (\d{4,})/.exec(text)?.[1];

/** The time between new families, and the most families at once. */
const everyMs = 300;
const mostAtOnce = 20;

/** Families, volunteers and donors who continue to text whether the server runs or not. */
export const createCrowd = (carrier: ForeignCarrier, rng: Rng) => {
  // Half a minute is half an hour at clock speed sixty: the list is read every five minutes.
  const people = createPeople(carrier, { patienceMs: 30_000 });
  const families: CodedFamily[] = [];
  let lastFamily = 0;
  let open = true;
  const underWay = new Set<Promise<unknown>>();
  const begin = (work: Promise<unknown>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  const say = async (from: string, body: string): Promise<string> => {
    const reply = await people.say(from, body);
    // Sometimes a carrier repeats an answered text.
    if (rng.happens(0.1)) begin(wait(rng.between(0, 3000)).then(() => people.saysAgain(from)));
    return reply;
  };

  /** Asks, confirms, and asks again when what comes back names no code: an answer may have been lost. */
  const openRequest = async (phone: string, units: number): Promise<string> => {
    for (;;) {
      await say(
        phone,
        `Need B+ blood ${units} units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita`,
      );
      const reply = await say(phone, '1');
      if (hasCode.test(reply)) return codeIn(reply);
    }
  };

  const live = async (phone: string): Promise<void> => {
    const code = await openRequest(phone, 1 + rng.below(2));
    families.push({ phone, code });
    const isAsked = (): boolean => carrier.messages.some((m) => isAlert(m) && says(code)(m));
    while (!isAsked()) await wait(100);
    await wait(rng.between(500, 6000));
    await say(phone, `CLOSE ${code}`);
  };

  const answerAlert = async ({ to, text }: Received): Promise<void> => {
    const code = codeIn(text);
    await wait(rng.between(50, 2500));
    if (!rng.happens(0.5)) return;
    const isYes = rng.happens(0.6);
    const reply = await say(to, `${isYes ? 1 : 2} ${code}`);
    const family = families.find((one) => one.code === code);
    if (!isYes || !family || !reply.includes(family.phone)) return;
    await wait(rng.between(200, 3000));
    if (rng.happens(0.6)) await say(to, `DONE ${code}`);
    else if (rng.happens(0.3)) await say(to, `DROP ${code}`);
  };

  const verify = async (volunteer: string, code: string): Promise<void> => {
    await wait(rng.between(20, 400));
    const reply = await say(volunteer, `OK ${code}`);
    // The answer to a verdict may ask about the next request.
    const next = ownCodeAsked(reply);
    if (next) await verify(volunteer, next);
  };

  const hear = (message: Received): void => {
    const verified = ownCodeAsked(message.text);
    if (isAlert(message)) begin(answerAlert(message));
    else if (verified && message.messageId !== '') begin(verify(message.to, verified));
  };
  let heard = 0;
  const ears = setInterval(() => {
    for (; heard < carrier.messages.length; heard += 1) {
      const message = carrier.messages[heard];
      if (message) hear(message);
    }
  }, 20);
  const living = new Set<Promise<void>>();
  const door = setInterval(() => {
    if (!open || living.size >= mostAtOnce) return;
    lastFamily += 1;
    const life = live(`+91981${String(lastFamily).padStart(7, '0')}`);
    living.add(life);
    void life.finally(() => living.delete(life));
  }, everyMs);

  return {
    sentTexts: people.sentTexts,
    families,
    inHand: people.inHand,
    /** Stops new families and waits until the others have ended. Throws when one does not end. */
    async ends(withinMs: number): Promise<void> {
      open = false;
      clearInterval(door);
      for (const end = Date.now() + withinMs; living.size + underWay.size > 0; await wait(50))
        if (Date.now() > end)
          throw new Error(
            `${living.size} families and ${underWay.size} others still wait; codes: ${families.map(({ code }) => code).join(' ')}`,
          );
      clearInterval(ears);
    },
  };
};
