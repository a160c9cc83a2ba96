import {
  after,
  dayOf,
  type EpochMs,
  epochMs,
  fromCalendar,
  hours,
  minutes,
  toCalendar,
} from '../../terms/time.ts';

/** A moment as people say it: the day, the part of the day, the hour. */
export type FormattedTime = {
  /** 'night': the night after today, or the current one after midnight. 'date': named by its date. */
  when: 'today' | 'night' | 'tomorrow' | 'date';
  day: number;
  /** 1–12 */
  month: number;
  part: 'morning' | 'noon' | 'evening' | 'night';
  /** "6", "6:30": on the twelve-hour clock. */
  clock: string;
  isMorningHalf: boolean;
  isWholeHour: boolean;
};

/** Until this hour the night belongs to the evening before. */
const nightEnds = 4;

/** A deadline is rounded down, never up. Midnight is one step earlier, so that no reader takes it for the day after. */
const roundDown = (at: EpochMs, step: number): EpochMs => {
  const rounded = epochMs(at - (at % step));
  const { hour, minute } = toCalendar(rounded);
  return hour === 0 && minute === 0 ? epochMs(rounded - step) : rounded;
};

const partOf = (hour: number): FormattedTime['part'] => {
  if (hour < nightEnds || hour >= 20) return 'night';
  if (hour < 12) return 'morning';
  return hour < 16 ? 'noon' : 'evening';
};

const whenOf = (at: EpochMs, now: EpochMs | undefined): FormattedTime['when'] => {
  if (now === undefined) return 'date';
  const evening = (moment: EpochMs) => dayOf(epochMs(Math.max(0, moment - hours(nightEnds))));
  if (toCalendar(at).hour < nightEnds) return evening(at) === evening(now) ? 'night' : 'date';
  if (dayOf(at) === dayOf(now)) return 'today';
  return dayOf(at) === dayOf(after(now, hours(24))) ? 'tomorrow' : 'date';
};

/** How to say a moment as seen from `now`; without `now`, by its date. Rounded down to `step`, five minutes in texts. */
export const formatTime = (
  moment: EpochMs,
  now?: EpochMs,
  step: number = minutes(5),
): FormattedTime => {
  const at = roundDown(moment, step);
  const { day, month, hour, minute } = toCalendar(at);
  const onTheClock = hour % 12 === 0 ? 12 : hour % 12;
  return {
    when: whenOf(at, now),
    day,
    month,
    part: partOf(hour),
    clock: minute === 0 ? `${onTheClock}` : `${onTheClock}:${String(minute).padStart(2, '0')}`,
    isMorningHalf: hour < 12,
    isWholeHour: minute === 0,
  };
};

/** Ten in the morning, the day after tomorrow: an example of how to write a time. */
export const exampleTime = (now: EpochMs): EpochMs => {
  const { year, month, day } = toCalendar(now);
  return fromCalendar({ year, month, day: day + 2, hour: 10 });
};

/** True for a moment that is worth naming: what is due within two minutes is due now. */
export const isAhead = (at: EpochMs | undefined, now: EpochMs): at is EpochMs =>
  at !== undefined && at - now >= minutes(2);
