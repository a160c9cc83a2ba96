import type { Json } from '../infra/synthesized.ts';
import type { Day } from './days.ts';
import { alarmsBetween } from './metrics-and-alarms.ts';
import { openRehearsal, type Rehearsal } from './rehearsal.ts';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

export type PlayedDay = {
  name: string;
  /** What was lost, doubled or refused; empty after a good day. */
  faults: string[];
  /** The alarms that began, each with the minutes until then. */
  alarms: Record<string, number>;
  missing: string[];
  unexpected: string[];
};

/** What people wrote and got since then, against what is stored. */
const faultsSince = async (hotline: Rehearsal, from: number): Promise<string[]> => {
  const { carrier, aws } = hotline;
  const items = await hotline.items();
  const ids = new Set(items.filter(({ kind }) => kind === 'incoming').map(({ id }) => id));
  const faults: string[] = [];
  for (const phone of carrier.phones()) {
    const all = carrier.messagesOf(phone).filter(({ at }) => at >= from);
    for (const { sid, at } of all.filter(({ author }) => author === 'phone')) {
      if (!ids.has(sid)) faults.push(`lost: a text of ${phone}`);
      const isAnswered = all.some((m) => m.author === 'hotline' && m.arrived && m.at >= at);
      if (!isAnswered) faults.push(`never answered: a text of ${phone}`);
    }
    const got = all.filter(({ author }) => author === 'hotline').map(({ text }) => text);
    for (const text of got.filter((one, i) => got.indexOf(one) !== i))
      faults.push(`twice to ${phone}: ${text}`);
  }
  for (const { id, kind, state, createdAt } of items)
    if (kind === 'outbox' && createdAt >= from && ['queued', 'sending', 'sent'].includes(state))
      faults.push(`a message is ${state}: ${id}`);
  for (const [id, { messages }] of aws.queues.all)
    if (messages.length > 0) faults.push(`${messages.length} left in ${id}`);
  for (const call of aws.denied) faults.push(`not allowed: ${call}`);
  return faults;
};

const playDay = async (hotline: Rehearsal, day: Day, hour: number): Promise<PlayedDay> => {
  const { time, aws } = hotline;
  aws.sleepUntil(hour + (day.beginsAt - 1) * minute);
  await aws.pass(1);
  const from = time.now();
  const stuck = await day.play(hotline).catch((error: Error) => error.message);
  hotline.recover();
  const alarms = alarmsBetween(aws.template, aws.metrics, from, time.now());
  return {
    name: day.name,
    faults: [...(stuck ? [stuck] : []), ...(await faultsSince(hotline, from))],
    alarms,
    missing: day.alarms.filter((name) => !(name in alarms)),
    unexpected: Object.keys(alarms).filter((name) => !day.alarms.includes(name)),
  };
};

export const isGood = ({ faults, missing, unexpected }: PlayedDay): boolean =>
  faults.length + missing.length + unexpected.length === 0;

/** One line, and one more for all that was wrong. */
export const renderDay = ({ name, faults, alarms, missing, unexpected }: PlayedDay): string =>
  [
    `${name}: ${Object.keys(alarms).length === 0 ? 'no alarm' : ''}${Object.entries(alarms)
      .map(([alarm, minutes]) => `${alarm} ${minutes} min`)
      .join(', ')}`,
    ...faults.map((fault) => `  FAULT ${fault}`),
    ...missing.map((alarm) => `  MISSING ${alarm}`),
    ...unexpected.map((alarm) => `  UNEXPECTED ${alarm}`),
  ].join('\n');

/** Plays the days in one account, a week apart: a donor is asked three times a week at most. */
export const playDays = async (
  options: { outdir: string; node: string; change?: (template: Json) => void },
  days: readonly Day[],
  onDay: (played: PlayedDay, hotline: Rehearsal) => unknown = () => {},
): Promise<PlayedDay[]> => {
  const hotline = await openRehearsal(options);
  try {
    const played: PlayedDay[] = [];
    const first = Math.ceil(hotline.time.now() / (60 * minute)) * 60 * minute;
    for (const day of days) {
      const result = await playDay(hotline, day, first + played.length * week);
      await onDay(result, hotline);
      played.push(result);
    }
    return played;
  } finally {
    await hotline.close();
  }
};
