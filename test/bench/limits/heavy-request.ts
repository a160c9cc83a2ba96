import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { importVolunteer } from '#functions/use-cases/donors/import-people.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { days, fromCalendar, minutes } from '#shared/terms/time.ts';
import { withOwnCodes } from '#test/world/own-code.ts';
import { openMeasuredHotline } from '../cost/measured-hotline.ts';
import type { DatabaseCall } from '../metered-table.ts';
import { createCrowd } from '../stage/donor-crowd.ts';
import { createLoads, type Loads } from './loads.ts';

/** A Monday, 7:00 in India: the whole day is left. */
const start = fromCalendar({ year: 2026, month: 11, day: 23, hour: 7 });
const family = '+917000000001';
const verifier = phoneNumberSchema.parse('+918000000001');

export type HeavyRequest = Loads & {
  alerts: number;
  answers: number;
  drops: number;
  pledges: number;
  timeline: number;
};

/** The largest stage that the policy's schema allows. */
export const largestStage = 30;

/**
 * Runs the heaviest possible request through the real functions on the embedded database: as many units and as large a
 * stage as the policy allows. Every donor who says yes withdraws, so that the search continues until this many donors
 * have been asked. Of ten donors seven say no and are replaced, two are silent and are called, and one says yes. All
 * answer a minute after their text, so a whole stage answers within one second.
 */
export const runHeaviestRequest = async (alerts: number): Promise<HeavyRequest> => {
  const file = JSON.parse(readFileSync('hotline.config.json', 'utf8'));
  const config = hotlineConfigSchema.parse(file);
  config.policy.stages.critical.maxDonors = largestStage;
  const gazetteer = createGazetteer(config);
  const crowd = createCrowd(config, gazetteer, start);
  const dir = mkdtempSync(join(tmpdir(), 'hotline-limits-'));
  const loads = createLoads();
  const onCall = (call: DatabaseCall): void => loads.add(call, hotline.clock.now());
  const hotline = await openMeasuredHotline({ dir, config, gazetteer, start, seed: 1, onCall });
  const { carrier, later } = hotline;
  const text = (phone: string, body: string, afterMs: number): void =>
    later(afterMs, () => void carrier.text(phone, body));
  try {
    const size = Math.min(crowd.smallest, 4 * alerts);
    await hotline.fill(Array.from({ length: size }, (_, i) => crowd.itemOf(i)));
    const cells = crowd.cellItems(size);
    await hotline.fill(cells);
    const line = { phone: verifier, name: 'Kavita', language: 'en', role: 'verifier' } as const;
    await importVolunteer(hotline.services, { ...line, zone: zoneIdSchema.parse('prayagraj') });

    let asked = 0;
    let answers = 0;
    let drops = 0;
    const verified = new Set<string>();
    carrier.onMessage(({ phone, text: words, author }, news) => {
      if (news !== 'arrived' || author !== 'hotline') return;
      const { key, code } = hotline.meaningOf(phone, words) ?? {};
      if (key === 'verifyAsk' && code !== undefined && !verified.has(code)) {
        verified.add(code);
        text(phone, withOwnCodes(`OK ${code}`, [words]), minutes(1));
      }
      if (key !== 'alert') return;
      asked += 1;
      const turn = asked % 10;
      if (turn === 3 || turn === 6) return;
      answers += 1;
      text(phone, turn === 0 ? '1' : '2', minutes(1));
      if (turn !== 0) return;
      drops += 1;
      text(phone, 'DROP', minutes(4));
    });
    const { maxUnits } = config.policy;
    const need = `Need B+ blood ${maxUnits} units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita`;
    void carrier.text(family, need);
    text(family, '1', minutes(1));
    await hotline.until(start + days(1), () => asked >= alerts);
    return { ...loads.heaviest(), ...countsOf(hotline.record.stored()), answers, drops };
  } finally {
    await hotline.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

type Stored = ReturnType<Awaited<ReturnType<typeof openMeasuredHotline>>['record']['stored']>;
const countsOf = (stored: Stored) => ({
  alerts: stored.filter(({ kind }) => kind === 'alert').length,
  pledges: stored.flatMap((entity) => (entity.kind === 'request' ? entity.pledges : [])).length,
  timeline: stored.filter(({ kind }) => kind === 'timeline').length,
});
