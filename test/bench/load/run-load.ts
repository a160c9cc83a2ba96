import { setTimeout as wait } from 'node:timers/promises';
import { createRng, type Rng } from '../../faults/rng.ts';
import { codeIn } from '../../system/end-to-end/demo-people.ts';
import {
  createHotlineWithCarrier,
  donorLine,
  importPeople,
} from '../../system/end-to-end/hotline-with-carrier.ts';
import { until } from '../../system/end-to-end/server.ts';
import { createPeople, isAlert } from '../../system/end-to-end/texting-people.ts';
import { tableAtRest } from '../../system/end-to-end/whole-table.ts';
import { countKills, type KillCounts } from '../../system/kills/kill-counts.ts';
import type { Received } from '../../world/servers/foreign-carrier.ts';
import { openConsole, type Reload, reloadConsole } from './reload-console.ts';

const account = { accountSid: 'AC0load', authToken: 'a-token-of-theirs' };
const tableName = 'hotline';
/** The size of a stage. The second stage, a minute later, makes it forty alerts for each request. */
const stageSize = 21;
const alertsBefore = 40;

export type Load = {
  requests: number;
  alerts: number;
  answers: number;
  /** All webhooks from the first of these families on. */
  webhooks: { path: string; status: number; ms: number }[];
  /** The reloads of the console. */
  looks: Reload[];
  /** Milliseconds from the verdicts until the first stage of each request is at the carrier. */
  firstStageMs: number;
  /** Milliseconds from the first answer to the last. */
  answersMs: number;
  /** Milliseconds from the first text until no item waited. */
  allMs: number;
  /** The errors in the log with their counts. */
  faults: Record<string, number>;
  counts: KillCounts;
};

/**
 * Runs a real server with its database on this machine: this many families of one city at the same time, forty alerts
 * for each in two stages, and then, while further stages are sent, answers at random times, whether earlier ones have
 * been answered or not.
 */
export const runLoad = async (options: {
  requests: number;
  answersAMinute: number;
  /** How often the console's list is loaded meanwhile. */
  reloads: number;
  seed: number;
  notice: (line: string) => void;
}): Promise<Load> => {
  const { requests, answersAMinute, reloads, notice } = options;
  const rng = createRng(options.seed);
  const { carrier, server, remove } = await createHotlineWithCarrier({
    account,
    carrier: { treat: () => ({ do: 'accept', afterMs: 20 + rng.below(80) }) },
    policy: (policy) => {
      policy.stages.critical = { intervalMinutes: 1, wantedChance: 0.9999, maxDonors: stageSize };
      // A stage of one minute has no half-time calls.
      policy.calls.halfTime = [];
      // Five volunteers stand for a city, and all families come in the same hour.
      policy.textsPerHour = 100_000;
      policy.strangers = { ...policy.strangers, textsPerHour: 100_000 };
    },
    env: { TABLE_NAME: tableName },
  });
  const people = createPeople(carrier);
  const phones = Array.from({ length: requests }, (_, i) => `+91981${String(i).padStart(7, '0')}`);
  const before = Array.from({ length: 50 }, (_, i) => `+91982${String(i).padStart(7, '0')}`);
  const coordinator = '+919700000009';
  const verifiers = [0, 1, 2, 3, 4].map((i) => `+91970000000${i}`);

  try {
    await server.start();
    const imported = await importPeople(server, {
      donors: Array.from({ length: requests * stageSize * 3 }, (_, i) =>
        donorLine(`D${i}`, `+91945${String(i).padStart(7, '0')}`),
      ),
      verifiers: verifiers.map((phone) => ({ phone })),
      ...(reloads > 0 && { coordinators: [{ phone: coordinator }] }),
    });
    notice(imported.out.trim());
    const need =
      'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';
    // Some earlier families warm the process up and close their requests.
    for (const phone of before) for (const text of [need, 'CLOSE']) await people.say(phone, text);
    const console =
      reloads > 0 ? await openConsole(server.publicUrl, coordinator, carrier) : undefined;
    const earlier = carrier.webhooks.length;
    const began = Date.now();
    const looking = console ? reloadConsole(server.publicUrl, console, reloads) : [];

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
    // Ten times the load on two slow cores is slow; what never happens still fails.
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
    const looks = await looking;
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
      looks,
      firstStageMs,
      answersMs,
      allMs,
      faults: faultsIn(server.everyLine()),
      counts: countKills({ ...known, items, log: server.everyLine() }),
    };
  } finally {
    await remove();
  }
};

/** Counts the errors in the log by event and exception. */
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

/** This many random times within a minute, in milliseconds. */
const moments = (rng: Rng, count: number): number[] =>
  Array.from({ length: count }, () => rng.between(0, 60_000)).sort((a, b) => a - b);
