import { setTimeout as wait } from 'node:timers/promises';
import { createRng } from '../../faults/rng.ts';
import {
  createHotlineWithCarrier,
  donorLine,
  importPeople,
} from '../end-to-end/hotline-with-carrier.ts';
import { launch } from '../end-to-end/server.ts';
import { tableAtRest } from '../end-to-end/whole-table.ts';
import type { Evidence } from './kill-counts.ts';
import { createCrowd } from './kill-crowd.ts';

export type Killed = {
  kills: number;
  /** Kills while the hotline was starting. */
  halfStarted: number;
  /** Kills while a text waited for its answer. */
  amidAnswers: number;
  /** The longest time from a start to the ready line, in milliseconds. */
  slowestStartMs: number;
  evidence: Evidence;
};

export const account = { accountSid: 'AC0kills', authToken: 'a-token-of-theirs' };
const tableName = 'hotline';

/** Runs `npm start` on a folder of its own and kills it repeatedly while a crowd of people texts. Returns the final state. */
export const runKills = async (options: {
  kills: number;
  seed: number;
  donors: number;
  onKill?: (kills: number) => void;
}): Promise<Killed> => {
  const rng = createRng(options.seed);
  const { carrier, server, remove } = await createHotlineWithCarrier({
    account,
    carrier: {
      treat: () =>
        rng.pickWeighted([
          [94, { do: 'accept', afterMs: rng.below(80) }],
          [3, { do: 'accept-and-hang-up' }],
          [3, { do: 'refuse', status: 500 }],
        ]),
    },
    policy: (policy) => {
      policy.stages.critical = { intervalMinutes: 4, wantedChance: 0.99, maxDonors: 6 };
      policy.alertCaps = { perWeek: 1000, perMonth: 1000, restAfterYesDays: 0 };
      // Three volunteers and a few hundred donors stand for a zone.
      policy.textsPerHour = 100_000;
      policy.strangers = { ...policy.strangers, textsPerHour: 100_000 };
    },
    env: { CLOCK_SPEED: '60', TABLE_NAME: tableName },
  });

  try {
    await server.start();
    await importPeople(server, {
      donors: Array.from({ length: options.donors }, (_, i) =>
        donorLine(`D${i}`, `+91945${String(i).padStart(7, '0')}`),
      ),
      verifiers: [0, 1, 2].map((i) => ({ phone: `+91970000000${i}` })),
    });
    const crowd = createCrowd(carrier, rng);
    const halfLogs: string[] = [];
    const progress = { halfStarted: 0, amidAnswers: 0, slowestStartMs: 0 };
    for (let kills = 1; kills <= options.kills; kills += 1) {
      if (rng.happens(0.1) && kills > 1) {
        // A second kill during the start.
        const half = launch(server.env);
        await wait(rng.between(50, 1500));
        await half.kill();
        halfLogs.push(half.out(), half.err());
        progress.halfStarted += 1;
      } else {
        const began = Date.now();
        if (kills > 1) await server.start();
        progress.slowestStartMs = Math.max(progress.slowestStartMs, Date.now() - began);
        await wait(rng.between(100, 2000));
        if (crowd.inHand() > 0) progress.amidAnswers += 1;
        await server.kill();
      }
      options.onKill?.(kills);
    }
    await server.start();
    await crowd.ends(120_000);
    const items = await tableAtRest(server.dir, tableName, carrier);
    const { sentTexts, families } = crowd;
    const { heard, messages, calls } = carrier;
    const log = [...server.everyLine(), ...halfLogs.flatMap((text) => text.split('\n'))];
    return {
      kills: options.kills,
      ...progress,
      evidence: { ...account, sentTexts, families, heard, messages, calls, items, log },
    };
  } finally {
    await remove();
  }
};
