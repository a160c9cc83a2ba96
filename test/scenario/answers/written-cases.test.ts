import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { fromCalendar, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donorOf,
  donors,
  englishPhone,
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* Texts that were once read wrongly, each with what should happen (test/fixtures/cases). Other texts of the same kinds stand in the files beside this one. */

const caseSchema = z.strictObject({
  kind: z.string(),
  who: z.enum([
    'donor with an open alert',
    'donor',
    'verifier',
    'confirmed donor',
    'stranger',
    'asked when',
    'any phone, to every reply',
  ]),
  text: z.string(),
  right: z.string(),
  // biome-ignore lint/suspicious/noThenProperty: the name is that of the file
  then: z.string().optional(),
});
type Case = z.infer<typeof caseSchema>;
const cases = readFileSync('test/fixtures/cases/texts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)));

/** The evening before the dates that the texts name. */
const evening = fromCalendar({ year: 2026, month: 11, day: 29, hour: 20 });

type Story = { phone: Phone; family?: Phone; code?: string; alert?: string };

/** The situation in which the text arrives. The phone reads English. */
const situations: Record<Case['who'], (world: World) => Promise<Story>> = {
  'donor with an open alert': async (world) => {
    const [amit] = await donors(world, 1);
    if (!amit) throw new Error('no donor');
    const { family, code } = await searchedFor(world, oneUnit);
    const alert = amit.hearsOnly(says.alert, code);
    return { phone: amit, family, code, alert };
  },
  donor: async (world) => ({ phone: await world.donor('Amit', { language: 'en' }) }),
  verifier: async (world) => {
    const { verifier, family, code } = await waitsForCheck(world);
    return { phone: verifier, family, code };
  },
  'confirmed donor': async (world) => {
    const { amit, family, code } = await amitHasAgreed(world);
    return { phone: amit, family, code };
  },
  stranger: async (world) => ({ phone: await englishPhone(world, 'Sunita') }),
  'asked when': async (world) => {
    const phone = await englishPhone(world, 'Sunita');
    await phone.texts('Need B+ blood 2 units SRN hospital Prayagraj patient Ramesh attendant Sita');
    phone.hearsOnly(/when/i);
    return { phone };
  },
  'any phone, to every reply': async (world) => ({ phone: await englishPhone(world, 'Ravi') }),
};

type Check = (world: World, story: Story, text: string) => Promise<void>;

const isAccepted: Check = async (world, { phone, code = '' }) => {
  phone.hearsOnly(says.confirmed);
  expect(await pledgeStates(world, code)).toEqual(['confirmed']);
};
const isLeftAlone: Check = async (_, { phone }) => {
  phone.hearsOnly(/ON/);
};
const endsAlerts: Check = async (world, { phone, code = '' }) => {
  phone.hearsOnly(says.wrongPerson, 'We will not ask this number for blood again');
  expect(await pledgeStates(world, code)).toEqual([]);
};
const isNeededAt =
  (when: RegExp, alsoSaid = /./): Check =>
  async (_, { phone }) => {
    const heard = phone.unread().join(' ');
    expect(heard).toMatch(when);
    expect(heard).toMatch(alsoSaid);
    expect(heard).not.toMatch(/\b(Feb|May|5 Dec)/);
  };

/** For each outcome of the file, what the phone hears and what is stored. */
const checks: Record<string, Check> = {
  'accepted as 1': isAccepted,
  'no draft is opened; 1 accepts the alert': isAccepted,
  'refused as 2': async (world, { phone, code = '' }) => {
    phone.hearsOnly(says.thanksForNo);
    expect(await pledgeStates(world, code)).toEqual([]);
  },
  'request verified': async (_, { phone, family }) => {
    phone.hears(says.thanksOk);
    family?.hears(says.verified);
  },
  'recorded as given': async (world, { phone, code = '' }) => {
    phone.hears(says.thanks);
    expect(await pledgeStates(world, code)).toEqual(['donated']);
  },
  'asked for the blood group': async (_, { phone }) => {
    phone.hearsOnly(/blood group/);
  },
  'no more alerts; told how to come back; never the alert again': isLeftAlone,
  'no more alerts; told how to come back': isLeftAlone,
  'the same as STOP': async (_, { phone }) => {
    phone.hearsOnly(says.alertsEnded);
  },
  'alert closed as refused; this number is not asked again; a coordinator may hear': endsAlerts,
  'alert closed as refused; this number is not asked again': endsAlerts,
  'condolence, and this number is never asked again': async (world, story) => {
    story.phone.hearsOnly(says.sorryForLoss);
    expect(await donorOf(world, story.phone)).not.toHaveProperty('alerts', 'on');
  },
  'needed by today; patient Ramesh': isNeededAt(/today/i, /Ramesh/),
  'urgent, not 1 Feb': isNeededAt(/as soon as possible/),
  'needed today, not 1 Feb': isNeededAt(/as soon as possible/),
  '1 Dec 10 am': isNeededAt(/1 Dec.*10/i),
  'the donor gets a number that reaches Suresh, or the family is told that its own number will be given':
    async (_, { phone }) => {
      phone.hearsOnly(/\+919415600741/);
    },
  'a few answers, then silence; not 60 an hour for ever': async (world, { phone }, text) => {
    phone.readsEverything();
    let answers = 0;
    for (let n = 0; n < 10; n += 1) {
      await phone.texts(text);
      answers += phone.hearsAll('');
      await world.clock.advance(minutes(1));
    }
    expect(answers).toBeLessThan(4);
  },
  'thanked; may give again now, no sentence about a day that is past': async (_, { phone }) => {
    expect(phone.hearsOnly(says.gaveNoted)).not.toMatch(/until|after \d/);
  },
  'paused until then, or told to send PAUSE and a number of days': async (_, { phone }) => {
    phone.hearsOnly(says.paused, /31 Dec|1 Jan/);
  },
};

describe('a text that was once read wrongly', () => {
  for (const { kind, who, text, right, then } of cases)
    scenario(
      `${kind}: "${text}" of a ${who} is ${right}`,
      async (world) => {
        const check = checks[right];
        if (!check) throw new Error(`no check for: ${right}`);
        const story = await situations[who](world);
        const said = text
          .replace('CODE', story.code ?? '')
          .replace('THE ALERT AS IT WAS SENT', story.alert ?? '');
        await story.phone.texts(said);
        if (then) {
          story.phone.readsEverything();
          await story.phone.texts(then);
        }
        await check(world, story, said);
        readAllMessages(world);
      },
      { start: evening },
    );
});
