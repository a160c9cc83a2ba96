import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { epochMs, fromCalendar, minutes, toCalendar } from '#shared/terms/time.ts';
import {
  createHotlineWithCarrier,
  donorLine,
  importPeople,
} from '../end-to-end/hotline-with-carrier.ts';
import { until } from '../end-to-end/server.ts';
import { wholeTable } from '../end-to-end/whole-table.ts';

/*
 * The door of a large camp: eight volunteers text 400 check-ins in ten minutes of hotline time, every second one twice,
 * and the server and its database are killed twice meanwhile.
 */

const account = { accountSid: 'AC0door', authToken: 'a-token-of-theirs' };
const table = 'hotline';
const speed = 20;
const lanes = 8;
const checkIns = 400;
const perLane = checkIns / lanes;
const coordinator = '+919700000099';
const volunteers = Array.from({ length: lanes }, (_, i) => `+91970000000${i}`);
const donors = Array.from({ length: checkIns }, (_, i) => `+91945${String(i).padStart(7, '0')}`);
const real = (hotlineMs: number): number => hotlineMs / speed;
const isSentBack = (n: number): boolean => n % 4 === 3;

type Hotline = Awaited<ReturnType<typeof createHotlineWithCarrier>>;

/** Half past nine on the day after tomorrow: a camp may be opened for it now. */
const campDay = () => {
  const { year, month, day } = toCalendar(epochMs(Date.now()));
  return fromCalendar({ year, month, day: day + 2, hour: 9, minute: 30 });
};

const opensCamp = async ({ carrier }: Hotline, at: ReturnType<typeof campDay>): Promise<void> => {
  const { year, month, day } = toCalendar(at);
  const answers = ['CAMP', 'SRN Blood Centre', 'Police Lines 211001', `${day}/${month}/${year}`];
  let reply = '';
  for (const body of [...answers, '9-20', '9', '400', '1'])
    ({ reply } = await carrier.texts(coordinator, body));
  expect(reply).toContain('is open');
};

/** Stops the server, and starts it again when its clock shows this time. */
const startsAt = async ({ server }: Hotline, at: ReturnType<typeof campDay>): Promise<void> => {
  await server.stop();
  await until('the server has stopped', () => server.hasEnded());
  const clock = { hotline: at, real: Date.now(), speed };
  writeFileSync(join(server.dir, 'clock.json'), JSON.stringify(clock));
  await server.start();
};

/** Each donor stands at the door; returns their digits, in the order of the donors. */
const fillsTheDoor = async ({ carrier }: Hotline): Promise<string[]> => {
  const numbers: string[] = [];
  const lane = async (from: string, first: number): Promise<void> => {
    for (let i = first; i < checkIns; i += lanes) {
      const { reply } = await carrier.texts(from, `NEW O- ${donors[i]?.slice(3)}`);
      const number = reply.match(/(?<!\d)[1-9]\d{3}(?!\d)/)?.[0];
      expect(number, reply).toBeDefined();
      numbers[i] = number ?? '';
    }
  };
  await Promise.all(volunteers.map((from, i) => lane(from, i)));
  return numbers;
};

const seatsIn = async ({ server }: Hotline) =>
  (await wholeTable(server.dir, table)).filter(({ kind }) => kind === 'seat');

describe.skipIf(!isDynoxideInstalled())('the door of a camp under kill -9', () => {
  test('400 check-ins from eight phones, half of them sent twice, count once each and none is lost', {
    timeout: 600_000,
  }, async () => {
    const hotline = await createHotlineWithCarrier({
      account,
      policy: (policy) => {
        policy.textsPerHour = 100_000;
        policy.strangers = { ...policy.strangers, textsPerHour: 100_000 };
      },
      env: { CLOCK_SPEED: String(speed), TABLE_NAME: table },
    });
    const { carrier, server, remove } = hotline;
    try {
      await server.start();
      await importPeople(server, {
        donors: [],
        verifiers: volunteers.map((phone) => ({ phone })),
        coordinators: [{ phone: coordinator }],
      });
      const at = campDay();
      await opensCamp(hotline, at);
      await startsAt(hotline, at);
      await importPeople(server, {
        donors: donors.map((phone, i) => donorLine(`D${i}`, phone, { group: 'O-' })),
        verifiers: [],
      });
      const numbers = await fillsTheDoor(hotline);
      expect(new Set(numbers).size).toBe(checkIns);

      let tries = 0;
      let unheard = 0;
      const sends = async (From: string, Body: string, sid: string): Promise<void> => {
        const sent = await carrier.deliver({ From, Body, MessageSid: sid });
        tries += sent.tries;
        if (sent.reply === undefined) unheard += 1;
      };
      const begun = Date.now();
      const pace = real(minutes(10)) / perLane;
      const lane = async (from: string, first: number): Promise<void> => {
        const sent: Promise<void>[] = [];
        for (let round = 0; round < perLane; round += 1) {
          await wait(Math.max(0, begun + round * pace - Date.now()));
          const n = first + round * lanes;
          const body = `${isSentBack(n) ? 'BACK' : 'GAVE'} ${numbers[n]}${isSentBack(n) ? ' HB' : ''}`;
          const sid = carrier.nextSid();
          sent.push(sends(from, body, sid));
          // Every second one again: as the carrier repeats a webhook, or as a person who is not sure.
          if (round % 2 === 0)
            sent.push(sends(from, body, round % 4 === 0 ? sid : carrier.nextSid()));
        }
        await Promise.all(sent);
      };
      const door = Promise.all(volunteers.map((from, i) => lane(from, i)));
      for (const share of [1 / 3, 2 / 3]) {
        await wait(Math.max(0, begun + share * real(minutes(10)) - Date.now()));
        await server.kill();
        await server.start();
      }
      await door;
      const took = (Date.now() - begun) * speed;

      const isRecorded = ({ state }: Record<string, unknown>) =>
        state === 'gave' || state === 'back';
      await until(
        'every check-in is recorded',
        async () => (await seatsIn(hotline)).filter(isRecorded).length === checkIns,
      );
      // What the carrier still repeats, and its list again: nothing may count again.
      await wait(real(minutes(8)));
      const items = await wholeTable(server.dir, table);
      const seats = items.filter(({ kind }) => kind === 'seat');
      const of = (state: string) => seats.filter((seat) => seat['state'] === state).length;
      expect([seats.length, of('gave'), of('back')]).toEqual([checkIns, 300, 100]);
      const gifts = donors.map((phone) => {
        const person = items.find((item) => item['kind'] === 'person' && item['phone'] === phone);
        const donor = person?.['donor'] as { gifts?: unknown[]; donations: number } | undefined;
        return [donor?.gifts?.length ?? 0, donor?.donations];
      });
      const given = gifts.filter(([count, donations]) => count === 1 && donations === 1);
      const none = gifts.filter(([count, donations]) => count === 0 && donations === 0);
      expect([given.length, none.length]).toEqual([300, 100]);
      console.log(
        `${checkIns} check-ins of ${lanes} phones in ${Math.round(took / minutes(1))} minutes, ${tries} webhooks, 2 kills, ${unheard} texts without an answer by webhook: 300 gave, 100 sent back`,
      );
    } finally {
      await remove();
    }
  });
});
