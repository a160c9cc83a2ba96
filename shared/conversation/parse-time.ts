import {
  after,
  days,
  type EpochMs,
  epochMs,
  fromCalendar,
  hours,
  minutes,
  toCalendar,
} from '../terms/time.ts';
import type { Urgency } from '../terms/urgency.ts';
import { tokenizeWithoutPhones } from './find-phones.ts';
import type { Token } from './normalize.ts';
import { smallNumber } from './number-words.ts';
import { type CalendarDay, completeDate, dateAt, spanAt, weekdayAt } from './read-calendar.ts';
import { endsBefore, vocabulary } from './vocabulary.ts';

export type NeededBy = { neededBy: EpochMs; urgency: Urgency };

/** "Urgent" without a time. */
const urgentWithin = hours(6);
/** Sooner than this wakes people at night. */
const criticalWithin = hours(6);
const urgentDay = hours(24);
/** Dates further away than this in a request are something else (admission, birth). */
const farthest = days(90);
const morning = 9;

const urgentWords = vocabulary(
  `urgent, urgently, urgnt, urgnet, urgant, urgen, urjent, arjent, arjant, argent, argnt, ugrent, urg, emergency, emergancy, emergncy, emrgency, emergeny, imergency, imarjensi, immediate, immediately, immidiate, immediatly, immidiately, immdtly, immed, asap, now, right now, at once, critical, serious, jaldi, jldi, jaldi se, jald, jaldii, turant, turnt, turent, trnt, fauran, foran, abhi, abi, tatkal, jaan bachao, jan bachao, jaan bacha, jan bacha, jaan bachaiye, life saving, life threatening, gambhir, gambheer, sos, quickly,
  अर्जेंट, अर्जेन्ट, अर्जेंन्ट, अरजेंट, अर्जेंटली, इमरजेंसी, इमर्जेंसी, इमरजेन्सी, आपातकाल, तुरंत, तुरन्त, फौरन, फ़ौरन, जल्दी, जल्द, अभी, तत्काल, जान बचाओ, जान बचा, जान बचाइए, गंभीर, सीरियस, क्रिटिकल, शीघ्र, अविलंब`,
);
const notUrgentAfter = vocabulary(
  'bhi, tak, contact, contact number, number, care, nahi, nhi, not, भी, तक, नहीं, केयर, no, nhi h, department',
  true,
);
const notUrgentBefore = vocabulary('not, non, no, till, until, as of, नहीं, not so, not very', true);

const todayWords = vocabulary('today, aaj, aj, aaaj, आज, tonight, tonite', true);
const tomorrowWords = vocabulary(
  'tomorrow, tomorow, tommorow, tommorrow, tomorrw, tmrw, tmr, tmrow, tomo, kal, kl, कल',
  true,
);
const dayAfterWords = vocabulary('day after tomorrow, parso, parson, parsu, परसों, परसो', true);
/** "kal se bharti hai", "kal raat accident hua": yesterday. */
const since = vocabulary('se, से, raat se, subah se, रात से', true);
const past = vocabulary(
  'hua, hui, hue, tha, thi, hue the, gaya, gya, gayi, gyi, kiya, huwa, mila, हुआ, हुई, हुए, था, थी, थे, गया, गई, गयी, admit hua',
  true,
);
const greeting = vocabulary('good, gud, shubh, gd, very good, शुभ, गुड', true);

type Part = 'morning' | 'noon' | 'evening' | 'night';
const parts: readonly (readonly [Part, number, ReturnType<typeof vocabulary>])[] = [
  [
    'morning',
    morning,
    vocabulary(
      'morning, mrng, mng, subah, subha, subeh, savere, sawere, saver, सुबह, सवेरे, प्रातः, early morning',
      true,
    ),
  ],
  ['noon', 13, vocabulary('noon, afternoon, dopahar, dopehar, dophar, dupahar, दोपहर', true)],
  [
    'evening',
    18,
    vocabulary('evening, evng, eve, shaam, sham, sam, shyam ko, saam, शाम, सायं', true),
  ],
  [
    'night',
    21,
    vocabulary('night, raat, rat, rat ko, ratri, रात, tonight, tonite, midnight', true),
  ],
];
const oclock = vocabulary(
  "baje, bje, bajy, baj, bajey, baje tak, o'clock, oclock, बजे, बजें, बजेतक",
  true,
);
const halves: readonly (readonly [number, ReturnType<typeof vocabulary>])[] = [
  [30, vocabulary('saade, sade, sadhe, साढ़े, साढे', true)],
  [15, vocabulary('sava, sawa, सवा', true)],
  [-15, vocabulary('paune, pone, पौने', true)],
];
const within = vocabulary(
  'in, within, in next, next, agle, withing, with in, अगले, after, in the next, need in',
  true,
);
const withinAfter = vocabulary(
  'me, mein, main, m, mai, tak, ke andar, k andar, andar, ke bheetar, baad, bad, later, ke baad, k bad, में, तक, के अंदर, अंदर, के भीतर, बाद, के बाद, मे, max, maximum, time',
  true,
);

type Clock = { hour: number; minute: number; half?: 'am' | 'pm'; length: number };

const halfAt = (
  tokens: readonly Token[],
  i: number,
): { half: 'am' | 'pm'; length: number } | undefined => {
  const text = tokens[i]?.text;
  if (text === 'am' || text === 'pm') return { half: text, length: 1 };
  const isDotted =
    (text === 'a' || text === 'p') && tokens[i + 1]?.text === '.' && tokens[i + 2]?.text === 'm';
  return isDotted
    ? { half: text === 'a' ? 'am' : 'pm', length: tokens[i + 3]?.text === '.' ? 4 : 3 }
    : undefined;
};

/** "6 baje", "6:30", "5 pm", "6.30 बजे", "साढ़े छह बजे", "18:00". A bare number is no time. */
const clockAt = (tokens: readonly Token[], i: number): Clock | undefined => {
  const shift = halves.find(([, words]) => words.at(tokens, i) > 0)?.[0];
  const at = shift === undefined ? i : i + 1;
  const hour = smallNumber(tokens[at]) ?? 99;
  if (hour > 24 || (tokens[at]?.kind === 'number' && (tokens[at]?.text.length ?? 9) > 2))
    return undefined;
  const mark = tokens[at + 1];
  const second = tokens[at + 2];
  const hasMinutes =
    (mark?.text === ':' || mark?.text === '.') &&
    mark.glued &&
    second?.glued &&
    second.kind === 'number' &&
    second.text.length === 2 &&
    Number(second.text) < 60;
  const next = hasMinutes ? at + 3 : at + 1;
  const half = halfAt(tokens, next);
  const word = half ? 0 : oclock.at(tokens, next);
  if (!half && word === 0 && !(hasMinutes && mark?.text === ':')) return undefined;
  if (half && (hour > 12 || tokens[at]?.kind === 'word')) return undefined;
  const total = hour * 60 + (hasMinutes ? Number(second?.text) : 0) + (shift ?? 0);
  const length = next + (half?.length ?? word) - i;
  const time = { hour: Math.floor(total / 60), minute: ((total % 60) + 60) % 60, length };
  return half ? { ...time, half: half.half } : time;
};

type Heard = {
  day?: CalendarDay;
  /** Days from today, when said in words. */
  ahead?: number;
  clock?: Clock;
  part?: Part;
  at?: EpochMs;
  isDayOnlyToday?: boolean;
};

const isPast = (tokens: readonly Token[], i: number): boolean => {
  if (since.at(tokens, i) > 0) return true;
  for (let n = i; n < i + 5; n++) {
    if (!tokens[n] || tokens[n]?.kind === 'mark') return false;
    if (past.at(tokens, n) > 0) return true;
  }
  return false;
};

/** What the words from i on say of the time, and how many they are. */
const hearAt = (
  tokens: readonly Token[],
  i: number,
  now: EpochMs,
): (Heard & { length: number }) | undefined => {
  const today = toCalendar(now);
  const span = spanAt(tokens, i);
  if (span) {
    const length = {
      minute: minutes(1),
      hour: hours(1),
      day: days(1),
      week: days(7),
      month: days(30),
      year: days(365),
    }[span.unit];
    const isAhead = endsBefore(tokens, i, within) || withinAfter.at(tokens, i + span.length) > 0;
    const isNear = span.unit !== 'month' && span.unit !== 'year';
    return isAhead && isNear && span.count < 100
      ? { at: after(now, span.count * length), length: span.length }
      : { length: span.length };
  }
  const written = dateAt(tokens, i);
  if (written) {
    const day = completeDate(written, now, 'next');
    const isNear = day !== undefined && fromCalendar(day) - now < farthest;
    return {
      ...(isNear && !endsBefore(tokens, i, numbered) ? { day } : {}),
      length: written.length,
    };
  }
  const clock = clockAt(tokens, i);
  if (clock) return { clock, length: clock.length };
  const dayAfter = dayAfterWords.at(tokens, i);
  if (dayAfter > 0)
    return { ...(isPast(tokens, i + dayAfter) ? {} : { ahead: 2 }), length: dayAfter };
  const tomorrow = tomorrowWords.at(tokens, i);
  if (tomorrow > 0)
    return { ...(isPast(tokens, i + tomorrow) ? {} : { ahead: 1 }), length: tomorrow };
  const part = parts.find(([, , words]) => words.at(tokens, i) > 0);
  const isToday = todayWords.at(tokens, i);
  if (part) {
    const length = part[2].at(tokens, i);
    const isOther = endsBefore(tokens, i, greeting) || isPast(tokens, i + length);
    return isOther ? { length } : { part: part[0], ...(isToday > 0 ? { ahead: 0 } : {}), length };
  }
  if (isToday > 0)
    return tokens[i + 1]?.text === 'se' ? { length: 1 } : { ahead: 0, length: isToday };
  const named = weekdayAt(tokens, i);
  if (!named) return undefined;
  return { ahead: (named.weekday - today.weekday + 7) % 7 || 7, length: named.length };
};
const numbered = vocabulary(
  'ward, bed, room, no, number, flat, house, वार्ड, बेड, नं, dob, born, admitted, admitted on',
  true,
);

/** The first of each kind of statement counts. */
const hear = (tokens: readonly Token[], now: EpochMs): Heard => {
  const all: Heard = {};
  for (let i = 0; i < tokens.length; i++) {
    const here = hearAt(tokens, i, now);
    if (!here) continue;
    if (here.day && !all.day) all.day = here.day;
    if (here.ahead !== undefined && all.ahead === undefined) all.ahead = here.ahead;
    if (here.clock && !all.clock) all.clock = here.clock;
    if (here.part && !all.part) all.part = here.part;
    if (here.at && !all.at) all.at = here.at;
    i += Math.max(1, here.length) - 1;
  }
  return all;
};

/** Does it say "urgent" in any way? "abhi bhi" (still) and "critical care" do not. */
export const isUrgentSaid = (tokens: readonly Token[]): boolean =>
  tokens.some((_, i) => {
    const length = urgentWords.at(tokens, i);
    return (
      length > 0 &&
      notUrgentAfter.at(tokens, i + length) === 0 &&
      !endsBefore(tokens, i, notUrgentBefore)
    );
  });

/** The hours a clock time can mean; without am, pm or a part of the day both halves of the day. */
const hoursOf = ({ hour, half }: Clock, part: Part | undefined): number[] => {
  const h = hour % 12;
  if (hour > 12 && hour < 24) return [hour];
  if (hour === 24 || (hour === 0 && !half)) return [24];
  if (half) return [half === 'am' ? h : h + 12];
  if (part === 'morning') return [h];
  if (part === 'noon') return [h < 6 || hour === 12 ? h + 12 : h];
  if (part === 'evening') return [h + 12];
  // Night goes on after midnight: "raat 2 baje" is early on the next day.
  if (part === 'night') return [h >= 6 ? h + 12 : h + 24];
  return [h, h + 12];
};

const partHour = (part: Part): number => parts.find(([name]) => name === part)?.[1] ?? morning;

/** On a named day an hour without am or pm is by daylight: 7–11 in the morning, 12–6 in the afternoon. */
const byDaylight = (choices: readonly number[]): number =>
  choices.find((hour) => hour >= 7 && hour <= 18) ?? choices[0] ?? morning;

const momentOf = (heard: Heard, now: EpochMs): EpochMs | undefined => {
  if (heard.at && !heard.clock) return heard.at;
  const today = toCalendar(now);
  const isNamedDay = heard.day !== undefined || (heard.ahead ?? 0) > 0;
  const base = heard.day ?? {
    year: today.year,
    month: today.month,
    day: today.day + (heard.ahead ?? 0),
  };
  const at = (hour: number, minute = 0, plus = 0): EpochMs =>
    fromCalendar({ ...base, day: base.day + plus, hour, minute });
  const choices = heard.clock
    ? hoursOf(heard.clock, heard.part)
    : heard.part
      ? [partHour(heard.part)]
      : [];
  const minute = heard.clock?.minute ?? 0;
  if (choices.length > 0) {
    if (isNamedDay) {
      const moment = at(byDaylight(choices), minute);
      return moment > now ? moment : at(byDaylight(choices), minute, isSameDay(base, now) ? 1 : 0);
    }
    const upcoming = [-1, 0, 1]
      .flatMap((plus) => choices.map((hour) => at(hour, minute, plus)))
      .filter((moment) => moment > now);
    return upcoming.reduce<EpochMs | undefined>(
      (a, b) => (a !== undefined && a <= b ? a : b),
      undefined,
    );
  }
  if (isNamedDay) {
    const moment = at(morning);
    return moment > now ? moment : endOfToday(now);
  }
  return heard.ahead === 0 ? endOfToday(now) : undefined;
};

const isSameDay = (day: CalendarDay, now: EpochMs): boolean => {
  const today = toCalendar(now);
  return today.year === day.year && today.month === day.month && today.day === day.day;
};

/** "Today": by eight in the evening, or three hours from now when it is late. */
const endOfToday = (now: EpochMs): EpochMs => {
  const { year, month, day } = toCalendar(now);
  const evening = fromCalendar({ year, month, day, hour: 20 });
  const soon = after(now, hours(3));
  return epochMs(Math.max(evening, soon));
};

const isOnlyToday = (heard: Heard): boolean =>
  heard.ahead === 0 && !heard.clock && !heard.part && !heard.at && !heard.day;

export const findNeededBy = (tokens: readonly Token[], now: EpochMs): NeededBy | undefined => {
  const heard = hear(tokens, now);
  const moment = momentOf(heard, now);
  const urgent = isUrgentSaid(tokens);
  if (urgent && (moment === undefined || isOnlyToday(heard)))
    return { neededBy: after(now, urgentWithin), urgency: 'critical' };
  if (moment === undefined) return undefined;
  if (isOnlyToday(heard)) return { neededBy: moment, urgency: 'urgent' };
  const wait = moment - now;
  const isToday = heard.ahead === 0 || wait <= urgentDay || urgent;
  const urgency = wait <= criticalWithin ? 'critical' : isToday ? 'urgent' : 'planned';
  return { neededBy: moment, urgency };
};

/**
 * By when the blood must be there, Indian time. "urgent" alone: critical, within 6 hours. A time said wins over
 * the word, which then lifts it to urgent at least. Within 6 hours critical, within 24 urgent, later planned.
 * A day without an hour means nine in the morning, today eight in the evening; "kal" is tomorrow; a clock
 * time that has passed is its next occurrence; of "1-2 hours" the shorter.
 */
export const parseNeededBy = (text: string, now: EpochMs): NeededBy | undefined =>
  findNeededBy(tokenizeWithoutPhones(text), now);
