import type { NumberFault, PhoneFault } from '#infra/local/simulator/faults.ts';
import type { MessageKey } from '#shared/messages/message-keys.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { hours, minutes, seconds } from '#shared/terms/time.ts';
import { findMessages } from '#test/world/claims/message-meaning.ts';
import { newestOwnCode } from '../world/own-code.ts';
import { isFamily, isVolunteer, phoneNumbers } from './fault-people.ts';
import { callFaults, numberFaults } from './fault-plan.ts';
import type { Rng } from './rng.ts';

/** One action of a person. A script can be replayed from its steps alone. */
export type Step = { after: number; who: string } & (
  | { says: string; channel?: 'whatsapp' }
  /** The carrier posts the same text again. */
  | { repeats: true }
  /** From now on texts to this phone fail with this fault; undefined: they arrive. */
  | { number: NumberFault | undefined }
  /** From now on calls to this phone fail with this fault, or are answered with these keys; undefined: they are not answered. */
  | { ringing: PhoneFault | { keys: string } | undefined }
  /** Calls the hotline and presses these keys. */
  | { dials: string }
);

/** Messages that their recipients have not reacted to. */
export type Unread = { who: string; text: string }[];

/** First texts of families. */
const needs: Record<Language, string[]> = {
  en: [
    'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    'Need B+ blood 1 unit SRN hospital Prayagraj by 25/11 10 am patient Meena attendant Ravi',
    'Need B+ packed red cells 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    'Need A+ platelets 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
  ],
  hi: [
    'बी पॉजिटिव खून चाहिए 1 यूनिट एसआरएन अस्पताल प्रयागराज अर्जेंट मरीज रमेश संपर्क सुनीता',
    'बी पॉजिटिव खून चाहिए 2 यूनिट एसआरएन अस्पताल प्रयागराज अर्जेंट मरीज रमेश संपर्क सुनीता',
  ],
  'hi-Latn': [
    'B+ khoon chahiye 1 unit SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
    'B+ khoon chahiye 2 unit SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
    'B- khoon chahiye 1 unit SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
    'AB- khoon exchange me chahiye 1 unit SRN hospital Prayagraj turant mareez Ramesh attendant Sunita',
  ],
};
/** The language of a family's first text; undefined for another text. */
export const languageOfNeed = (text: string): Language | undefined =>
  languages.find((language) => needs[language].includes(text));
const aNeed = (rng: Rng): string => rng.pick(needs[rng.pick(languages)]);

const codeIn = (text: string): string => /(?<!\d)[1-9]\d{3,6}(?!\d)/.exec(text)?.[0] ?? '';

const ownCode = (text: string): string => newestOwnCode([text]) ?? codeIn(text);
const numberIn = (text: string): string => /\d{6}/.exec(text)?.[0] ?? '';

type Reaction = (text: string, rng: Rng) => string | undefined;
const one =
  (...words: (readonly [number, string | undefined])[]): Reaction =>
  (_, rng) =>
    rng.pickWeighted(words);

/** The reaction to each message; undefined: no reaction. */
const reactions: readonly (readonly [MessageKey, Reaction])[] = [
  ['requestSummary', one([20, '1'], [1, '2'], [1, 'CLOSE'])],
  ['askAttendant', one([1, '1'])],
  [
    'verifyAsk',
    (text, rng) =>
      rng.pickWeighted([
        [10, `OK ${ownCode(text)}`],
        [2, `OK ${codeIn(text)}`],
        [2, 'OK'],
        [1, `NO ${ownCode(text)} not real`],
        [0.5, 'FORGET'],
        [1, undefined],
      ]),
  ],
  [
    'verifyHow',
    (text, rng) =>
      rng.pickWeighted([
        [8, `OK ${ownCode(text)}`],
        [2, `NO ${ownCode(text)} not real`],
        [1, undefined],
      ]),
  ],
  [
    'forgetConfirm',
    (text, rng) =>
      rng.pickWeighted([
        [4, numberIn(text)],
        [1, undefined],
      ]),
  ],
  ['askFoundElsewhere', one([4, '1'], [1, '2'], [1, undefined])],
  // A verified request that turns out to be false.
  [
    'verifyThanksOk',
    (text, rng) =>
      rng.pickWeighted([
        [12, undefined],
        [1, `NO ${codeIn(text)} asks for money`],
        [0.5, 'NO'],
      ]),
  ],
  [
    'verifyTaken',
    (text, rng) =>
      rng.pickWeighted([
        [12, undefined],
        [1, `NO ${codeIn(text)} asks for money`],
      ]),
  ],
  [
    'alert',
    (text, rng) =>
      rng.pickWeighted([
        [8, '1'],
        [2, `1 ${codeIn(text)}`],
        [4, '2'],
        [0.5, 'FORGET'],
        [2, undefined],
      ]),
  ],
  [
    'alertYesConfirmed',
    one([4, undefined], [2, 'DROP'], [3, 'DONE'], [1, '2'], [1, '1'], [0.5, 'FORGET']),
  ],
  ['standbyPromoted', one([3, undefined], [1, 'DROP'], [2, 'DONE'], [1, '1'])],
  ['alertYesStandby', one([2, undefined], [1, 'DROP'], [1, 'DONE'], [1, '1'], [0.5, 'FORGET'])],
  ['askArrived', one([4, '1'], [2, '2'], [2, '3'], [1, undefined])],
  ['askGave', one([4, '1'], [2, '2'], [1, '3'], [1, undefined])],
  ['noShowNotice', one([2, '1'], [2, '2'], [1, undefined])],
  ['dropThanks', one([1, '1'], [1, '2'], [1, '4'], [1, undefined])],
  ['requestStillNeeded', one([3, '1'], [2, '2'], [1, undefined])],
  ['giftReachedAsk', one([3, '1'], [1, '2'], [2, undefined])],
  [
    'donorComing',
    one([5, undefined], [1, 'DONE'], [1, 'STATUS'], [1, 'MORE 1'], [1, 'CLOSE'], [0.5, 'FORGET']),
  ],
  ['alertCovered', one([3, undefined], [1, '1'])],
  ['alertYesCovered', one([3, undefined], [1, '1'])],
  ['alertYesReserve', one([3, undefined], [1, '1'], [1, '2'])],
  ['alertAgain', one([2, '1'], [2, '2'], [1, 'DROP'], [1, undefined])],
];

/** Texts that people send without a question. */
const ownWords = {
  family: [
    'STATUS',
    'STATUS',
    'MORE 1',
    'MORE 2',
    'CLOSE',
    'DONE',
    'STOP',
    'START',
    'FORGET',
    'hello',
  ],
  volunteer: ['OFF', 'ON', 'OK', 'OK', 'STATUS', 'NO', 'FORGET'],
  donor: [
    '1',
    '2',
    'DROP',
    'DONE',
    'PAUSE 30',
    'ON',
    'GAVE 20/11',
    'STOP',
    'START',
    'FORGET',
    'CALLS',
    'STATUS',
  ],
};

const pauses = [
  [6, 0],
  [3, seconds(3)],
  [4, seconds(40)],
  [4, minutes(4)],
  [3, minutes(20)],
  [2, hours(1)],
  [1, hours(4)],
] as const;

/** The first steps: one to three families need blood, and some donors prefer calls. */
export const firstSteps = (rng: Rng): Step[] => {
  const channel = rng.happens(0.2) ? { channel: 'whatsapp' as const } : {};
  const steps: Step[] = [{ after: 0, who: 'Sunita', says: aNeed(rng), ...channel }];
  if (rng.happens(0.3))
    for (const who of ['Amit', 'Bina'])
      steps.unshift(
        { after: 0, who, says: 'CALLS' },
        { after: 0, who, ringing: { keys: rng.pick(['1', '1', '2', '3']) } },
      );
  for (const who of ['Ravi', 'Leela'])
    if (rng.happens(0.3)) steps.push({ after: rng.pickWeighted(pauses), who, says: aNeed(rng) });
  return steps;
};

const reactionTo = (text: string): Reaction | undefined => {
  const means = findMessages(text).map(({ key }) => key);
  return reactions.find(([key]) => means.includes(key))?.[1];
};

/** Takes a random message that has a reaction. Messages without one are dropped. */
const takeOne = (rng: Rng, unread: Unread) => {
  while (unread.length > 0) {
    const [heard] = unread.splice(rng.below(unread.length), 1);
    const reaction = heard && reactionTo(heard.text);
    if (reaction) return { ...heard, reaction };
  }
  return undefined;
};

/** Draws the next step, mostly a reaction to an unread message, which is then removed. */
export const drawStep = (rng: Rng, unread: Unread, people: string[]): Step | undefined => {
  const after = rng.pickWeighted(pauses);
  if (unread.length > 0 && rng.happens(0.8)) {
    const heard = takeOne(rng, unread);
    const words = heard?.reaction(heard.text, rng);
    if (!heard || words === undefined) return undefined;
    const channel = rng.happens(0.1) ? { channel: 'whatsapp' as const } : {};
    return { after, who: heard.who, says: words, ...channel };
  }
  const who = rng.pick(people);
  if (rng.happens(0.1)) return { after, who, repeats: true };
  if (rng.happens(0.25))
    return { after, who, number: rng.happens(0.3) ? undefined : rng.pick(numberFaults) };
  if (rng.happens(0.2)) {
    const keys = { keys: rng.pick(['1', '1', '2', '9']) };
    return { after, who, ringing: rng.happens(0.7) ? keys : rng.pick(callFaults) };
  }
  if (rng.happens(0.15))
    return { after, who, dials: rng.pick(['1', '11', '2', '12', '9', '', '3']) };
  const role = isFamily(who) ? 'family' : isVolunteer(who) ? 'volunteer' : 'donor';
  return rng.happens(0.6) ? { after, who, says: rng.pick(ownWords[role]) } : undefined;
};

/** Renders the steps as TypeScript for a test. */
export const renderSteps = (steps: Step[]): string =>
  steps
    .map(
      (step) =>
        `      ${JSON.stringify(step, (_, value) => value ?? 'undefined')
          .replace(/"(\w+)":/g, ' $1: ')
          .replaceAll('"', "'")
          .replace("'undefined'", 'undefined')
          .replace(/\}$/, ' },')}`,
    )
    .join('\n');

export const phoneOf = (who: string) => {
  const phone = phoneNumbers[who];
  if (!phone) throw new Error(`there is no person called ${who}`);
  return phone;
};
