import { setTimeout as wait } from 'node:timers/promises';
import { createRng, type Rng } from '../../faults/rng.ts';
import { codeIn, donorHeader, volunteerHeader } from '../../system/end-to-end/demo-people.ts';
import { type Received, startForeignCarrier } from '../../system/end-to-end/foreign-carrier.ts';
import { createPeople, isAlert } from '../../system/end-to-end/people.ts';
import {
  configFile,
  createServerUnderTest,
  scratch,
  until,
} from '../../system/end-to-end/server.ts';
import { tableAtRest } from '../../system/end-to-end/whole-table.ts';
import { countKills, type KillCounts } from '../../system/kills/kill-counts.ts';

const account = { accountSid: 'AC0load', authToken: 'a-token-of-theirs' };
const tableName = 'hotline';
/** Stages of so many, a minute apart: the second makes it forty for each request. */
const stageSize = 21;
const alertsBefore = 40;

export type Load = {
  requests: number;
  alerts: number;
  answers: number;
  /** Every webhook the carrier posted from the first of these families on. */
  webhooks: { path: string; status: number; ms: number }[];
  /** From the verifiers' words until the first stage of each is at the carrier, ms. */
  firstStageMs: number;
  /** From the first answer to the last, ms. */
  answersMs: number;
  /** From the first text until nothing waited any more, ms. */
  allMs: number;
  /** What the log calls an error, and how often. */
  faults: Record<string, number>;
  tally: KillCounts;
};

/**
 * A real server and its database on this machine's cores, at work already: so many families of one town at the same
 * moment, forty alerts for each in two stages, and then, while further stages go out, answers that come when they come,
 * whether the earlier ones have been heard or not.
 */
export const runLoad = async (options: {
  requests: number;
  answersAMinute: number;
  seed: number;
  notice: (line: string) => void;
}): Promise<Load> => {
  const { requests, answersAMinute, notice } = options;
  const rng = createRng(options.seed);
  const carrier = await startForeignCarrier({
    ...account,
    hotlineNumber: '+915320000000',
    treat: () => ({ do: 'accept', afterMs: 20 + rng.below(80) }),
  });
  const files = scratch();
  const config = configFile(files.dir, ({ policy }) => {
    policy.stages.critical = { intervalMinutes: 1, wantedChance: 0.9999, maxDonors: stageSize };
    // A stage that lasts a minute has no half-time.
    policy.calls.halfTime = [];
    // Five volunteers do the work of a town here, and all families come in the same hour.
    policy.textsPerHour = 100_000;
    policy.strangers = { ...policy.strangers, textsPerHour: 100_000 };
  });
  const server = await createServerUnderTest({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_URL: carrier.url,
    HOTLINE_CONFIG: config,
    TABLE_NAME: tableName,
  });
  carrier.webhooksAt(server.publicUrl);
  const people = createPeople(carrier);
  const phones = Array.from({ length: requests }, (_, i) => `+91981${String(i).padStart(7, '0')}`);
  const before = Array.from({ length: 50 }, (_, i) => `+91982${String(i).padStart(7, '0')}`);
  const verifiers = [0, 1, 2, 3, 4].map((i) => `+91970000000${i}`);

  try {
    await server.start();
    const imported = await server.imports(
      'donors',
      donorHeader,
      Array.from(
        { length: requests * stageSize * 3 },
        (_, i) => `D${i},+91945${String(i).padStart(7, '0')},B+,M,1990,211001,en,,70,`,
      ),
    );
    await server.imports(
      'volunteers',
      volunteerHeader,
      verifiers.map((phone) => `${phone},Veena,prayagraj,verifier,en`),
    );
    notice(imported.out.trim());
    const need =
      'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';
    // Crowds do not come in the first second of a process: it has had people before, who think better of it.
    for (const phone of before) for (const text of [need, 'CLOSE']) await people.say(phone, text);
    const earlier = carrier.webhooks.length;
    const began = Date.now();

    const families = await Promise.all(
      phones.map(async (phone) => {
        await people.say(phone, need);
        return { phone, code: codeIn(await people.say(phone, '1')) };
      }),
    );
    notice(`${families.length} requests after ${Date.now() - began} ms`);

    const verified = Date.now();
    const left = families.map(({ code }) => code);
    const alerts: Received[] = [];
    let heard = 0;
    const hear = (): void => {
      for (; heard < carrier.messages.length; heard += 1) {
        const message = carrier.messages[heard];
        if (message && isAlert(message)) alerts.push(message);
      }
    };
    const isOut = (each: number) => (): boolean => {
      hear();
      return alerts.length >= requests * each;
    };
    const state = (): string => `${alerts.length} alerts`;
    // Ten times as much on two slow cores takes its time; what never comes still fails.
    const withinMs = 30 * 60_000;
    const patience = { withinMs, state };
    await Promise.all(
      verifiers.map(async (phone) => {
        for (let code = left.pop(); code; code = left.pop()) await people.say(phone, `OK ${code}`);
      }),
    );
    await until('the first stage of each', isOut(stageSize), patience);
    const firstStageMs = Date.now() - verified;
    notice(`${state()} after ${firstStageMs} ms`);
    await until('the second', isOut(alertsBefore), patience);
    notice(`${state()} after ${Date.now() - verified} ms`);

    const wanted = answersAMinute;
    const answering: Promise<void>[] = [];
    const answersBegan = Date.now();
    const answered = new Set<string>();
    const moment = moments(rng, wanted).map(async (afterMs) => {
      await wait(afterMs);
      hear();
      const one = rng.pick(alerts.filter(({ to }) => !answered.has(to)));
      answered.add(one.to);
      answering.push(answer(one));
    });
    const comes: { phone: string; code: string }[] = [];
    const answer = async ({ to, text }: Received): Promise<void> => {
      const code = codeIn(text);
      const isYes = rng.happens(0.5);
      const reply = await people.say(to, `${isYes ? 1 : 2} ${code}`);
      const family = families.find((one) => one.code === code)?.phone ?? '';
      if (isYes && reply.includes(family)) comes.push({ phone: to, code });
    };
    await Promise.all(moment);
    await Promise.all(answering);
    const answersMs = Date.now() - answersBegan;
    notice(`${wanted} answers in ${answersMs} ms, ${comes.length} come`);

    for (const { phone, code } of comes) await people.say(phone, `DONE ${code}`);
    for (const { phone, code } of families) await people.say(phone, `CLOSE ${code}`);
    const items = await tableAtRest(server.dir, tableName, carrier, withinMs);
    const allMs = Date.now() - began;
    const { messages, calls } = carrier;
    const known = {
      ...account,
      sentTexts: people.sentTexts,
      families,
      heard: carrier.heard,
      messages,
      calls,
    };
    return {
      requests: families.length,
      alerts: alerts.length,
      answers: wanted,
      webhooks: carrier.webhooks.slice(earlier),
      firstStageMs,
      answersMs,
      allMs,
      faults: faultsIn(server.everyLine()),
      tally: countKills({ ...known, items, log: server.everyLine() }),
    };
  } finally {
    await server.remove();
    await carrier.close();
    files.remove();
  }
};

/** Errors in the log by what they are and what was thrown. */
const faultsIn = (lines: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const line of lines.filter((one) => one.startsWith('{'))) {
    const { level, what, path, error } = JSON.parse(line) as Record<string, string>;
    if (level !== 'error') continue;
    const name = [what, path, error].filter((part) => part !== undefined).join(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

/** So many moments of one minute, ms: each by chance, as people answer. */
const moments = (rng: Rng, count: number): number[] =>
  Array.from({ length: count }, () => rng.between(0, 60_000)).sort((a, b) => a - b);
