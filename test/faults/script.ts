import type { NumberFault, PhoneFault } from '#infra/local/simulator/faults.ts';
import type { MessageKey } from '#shared/messages/message-keys.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { hours, minutes, seconds } from '#shared/terms/time.ts';
import { cast, isFamily, isVolunteer } from './fault-people.ts';
import { callFaults, numberFaults } from './fault-plan.ts';
import type { Dice } from './rng.ts';
import { meaningsIn } from './rules/message-meaning.ts';

/** What people do, one thing after the other; a story can be played again from its steps alone. */
export type Step = { after: number; who: string } & (
  | { says: string; channel?: 'whatsapp' }
  /** The same text is posted once more by the carrier. */
  | { repeats: true }
  /** From now on texts to this phone fail so; undefined: no more. */
  | { number: NumberFault | undefined }
  /** From now on calls to this phone fail so, or are picked up and these keys pressed; undefined: it rings for nobody. */
  | { ringing: PhoneFault | { keys: string } | undefined }
  /** Calls the hotline and presses these keys, one after the other. */
  | { dials: string }
);

/** What a phone shows and its holder has not acted on. */
export type Unread = { who: string; text: string }[];

/** How families say it. */
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
/** In which language a family has told its need; undefined: it is another text. */
export const languageOfNeed = (text: string): Language | undefined =>
  languages.find((language) => needs[language].includes(text));
const aNeed = (dice: Dice): string => dice.pick(needs[dice.pick(languages)]);

const codeIn = (text: string): string => /(?<!\d)[1-9]\d{3,6}(?!\d)/.exec(text)?.[0] ?? '';

type Reaction = (text: string, dice: Dice) => string | undefined;
const one =
  (...words: (readonly [number, string | undefined])[]): Reaction =>
  (_, dice) =>
    dice.weigh(words);

/** What somebody answers to what they have heard; undefined: nothing. */
const reactions: readonly (readonly [MessageKey, Reaction])[] = [
  ['requestSummary', one([20, '1'], [1, '2'], [1, 'CLOSE'])],
  ['askAttendant', one([1, '1'])],
  [
    'verifyAsk',
    (text, dice) =>
      dice.weigh([
        [10, `OK ${codeIn(text)}`],
        [4, 'OK'],
        [1, `NO ${codeIn(text)} not real`],
        [0.5, 'FORGET'],
        [1, undefined],
      ]),
  ],
  // Checked, and found untrue afterwards.
  [
    'verifyThanksOk',
    (text, dice) =>
      dice.weigh([
        [12, undefined],
        [1, `NO ${codeIn(text)} asks for money`],
        [0.5, 'NO'],
      ]),
  ],
  [
    'verifyTaken',
    (text, dice) =>
      dice.weigh([
        [12, undefined],
        [1, `NO ${codeIn(text)} asks for money`],
      ]),
  ],
  [
    'alert',
    (text, dice) =>
      dice.weigh([
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
  [
    'donorComing',
    one([5, undefined], [1, 'DONE'], [1, 'STATUS'], [1, 'MORE 1'], [1, 'CLOSE'], [0.5, 'FORGET']),
  ],
  ['alertCovered', one([3, undefined], [1, '1'])],
  ['alertYesCovered', one([3, undefined], [1, '1'])],
];

/** What somebody may say of their own accord. */
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

/** The first thing that happens: a family needs blood, and sometimes another, and a third; some donors want to be called. */
export const firstSteps = (dice: Dice): Step[] => {
  const channel = dice.lands(0.2) ? { channel: 'whatsapp' as const } : {};
  const steps: Step[] = [{ after: 0, who: 'Sunita', says: aNeed(dice), ...channel }];
  if (dice.lands(0.3))
    for (const who of ['Amit', 'Bina'])
      steps.unshift(
        { after: 0, who, says: 'CALLS' },
        { after: 0, who, ringing: { keys: dice.pick(['1', '1', '2', '3']) } },
      );
  for (const who of ['Ravi', 'Leela'])
    if (dice.lands(0.3)) steps.push({ after: dice.weigh(pauses), who, says: aNeed(dice) });
  return steps;
};

const reactionTo = (text: string): Reaction | undefined => {
  const means = meaningsIn(text).map(({ key }) => key);
  return reactions.find(([key]) => means.includes(key))?.[1];
};

/** Any of what can be answered; what cannot is read and forgotten on the way. */
const takeOne = (dice: Dice, unread: Unread) => {
  while (unread.length > 0) {
    const [heard] = unread.splice(dice.below(unread.length), 1);
    const reaction = heard && reactionTo(heard.text);
    if (reaction) return { ...heard, reaction };
  }
  return undefined;
};

/** What somebody does next, mostly in answer to what they have heard; they are then done with it. */
export const drawStep = (dice: Dice, unread: Unread, people: string[]): Step | undefined => {
  const after = dice.weigh(pauses);
  if (unread.length > 0 && dice.lands(0.8)) {
    const heard = takeOne(dice, unread);
    const words = heard?.reaction(heard.text, dice);
    if (!heard || words === undefined) return undefined;
    const channel = dice.lands(0.1) ? { channel: 'whatsapp' as const } : {};
    return { after, who: heard.who, says: words, ...channel };
  }
  const who = dice.pick(people);
  if (dice.lands(0.1)) return { after, who, repeats: true };
  if (dice.lands(0.25))
    return { after, who, number: dice.lands(0.3) ? undefined : dice.pick(numberFaults) };
  if (dice.lands(0.2)) {
    const keys = { keys: dice.pick(['1', '1', '2', '9']) };
    return { after, who, ringing: dice.lands(0.7) ? keys : dice.pick(callFaults) };
  }
  if (dice.lands(0.15))
    return { after, who, dials: dice.pick(['1', '11', '2', '12', '9', '', '3']) };
  const role = isFamily(who) ? 'family' : isVolunteer(who) ? 'volunteer' : 'donor';
  return dice.lands(0.6) ? { after, who, says: dice.pick(ownWords[role]) } : undefined;
};

/** As it stands in a test that plays it again. */
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
  const phone = cast[who];
  if (!phone) throw new Error(`nobody is called ${who}`);
  return phone;
};
