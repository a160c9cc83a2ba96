import type { BloodGroup } from '../../terms/blood-group.ts';
import type { Component } from '../../terms/component.ts';
import type { Language } from '../../terms/language.ts';
import { type Day, type EpochMs, startOfDay, toCalendar } from '../../terms/time.ts';
import { type FormattedTime, formatTime } from '../format/format-time.ts';
import { asWritten, inLatinLetters } from '../format/truncate.ts';
import type { MessageContext } from './catalog.ts';

/** What a request needs, as the parameters of its messages carry it. */
type Need = {
  group: BloodGroup;
  component: Component;
  units: number;
  exchange?: boolean | undefined;
};

/** The building blocks of sentences, in one language. */
export type Phrases = {
  group(group: BloodGroup): string;
  component(component: Component): string;
  units(count: number): string;
  /** "2 units B+ blood", and that any group's donation serves where it does. */
  need(need: Need): string;
  /** The same for a donor: what they give, and which groups are asked. */
  needForDonor(need: Need): string;
  /** "today 6 pm"; without `now`, by its date. Digits are Latin in every language. */
  time(at: EpochMs, now?: EpochMs): string;
  /** "by today 6 pm"; "as soon as possible" for what is needed as soon as can be, of which no sentence says the end. */
  by(at: EpochMs, asap: boolean | undefined, now?: EpochMs): string;
  /** "6 pm" */
  clock(at: EpochMs): string;
  /** "12 Dec 2026" */
  day(day: Day): string;
  /** Who works the command line. */
  operator: string;
  /** Where to send the answer; ends a text that asks. */
  answerTo(number: string): string;
  /** "SRN Hospital, Prayagraj"; the town only once. */
  where(
    at: { hospital: string; place: string },
    context: Pick<MessageContext, 'placeName'>,
  ): string;
};

type Parts = Pick<Phrases, 'group' | 'component' | 'units' | 'operator' | 'answerTo'> & {
  language: Language;
  /** How its readers see what people wrote. */
  written: typeof asWritten;
  months: readonly string[];
  until(time: string): string;
  soon: string;
  clock(time: FormattedTime): string;
  when: Record<Exclude<FormattedTime['when'], 'date'>, string>;
  anyGroup: string;
  inExchange: string;
};

const group = (value: BloodGroup): string => (value === 'Oh' ? 'Bombay (Oh)' : value);

const createPhrases = (parts: Parts): Phrases => {
  const month = (n: number) => parts.months[n - 1] ?? '';
  const timeOf = (at: EpochMs, now?: EpochMs) => {
    const time = formatTime(at, now);
    const day = time.when === 'date' ? `${time.day} ${month(time.month)}` : parts.when[time.when];
    return `${day} ${parts.clock(time)}`;
  };
  const bare = ({ units, component, ...need }: Need) =>
    `${parts.units(units)} ${parts.group(need.group)} ${parts.component(component)}`;
  const { hospitalName, placeName } = parts.written;
  return {
    group: parts.group,
    component: parts.component,
    units: parts.units,
    operator: parts.operator,
    answerTo: parts.answerTo,
    need: (need) => `${bare(need)}${need.exchange ? ` (${parts.inExchange})` : ''}`,
    needForDonor: (need) => {
      // The blood centre makes packed red cells itself; a donor gives whole blood.
      const component = need.component === 'red-cells' ? 'whole-blood' : need.component;
      return need.exchange
        ? `${parts.units(need.units)} ${parts.component(component)} (${parts.anyGroup})`
        : bare({ ...need, component });
    },
    time: timeOf,
    by: (at, asap, now) => (asap ? parts.soon : parts.until(timeOf(at, now))),
    clock: (at) => parts.clock(formatTime(at)),
    day: (value) => {
      const { day, month: m, year } = toCalendar(startOfDay(value));
      return `${day} ${month(m)} ${year}`;
    },
    where: ({ hospital, place }, context) => {
      const [house, town] = [hospitalName(hospital), placeName(place)];
      if (house === '' || hospital === place)
        return placeName(context.placeName?.(place, parts.language) ?? town);
      const said = placeName(context.placeName?.(place, parts.language) ?? town);
      const isNamed = [town, said].some((one) => house.toLowerCase().includes(one.toLowerCase()));
      return town === '' || isNamed ? house : `${house}, ${said}`;
    },
  };
};

const latinMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const en = createPhrases({
  language: 'en',
  written: inLatinLetters,
  operator: 'operator',
  answerTo: (number) => `Answer: ${number}`,
  group,
  component: (value) =>
    ({
      'whole-blood': 'blood',
      'red-cells': 'packed red cells',
      platelets: 'platelets',
      plasma: 'plasma',
    })[value],
  units: (count) => (count === 1 ? '1 unit' : `${count} units`),
  months: latinMonths,
  clock: ({ clock, isMorningHalf }) => {
    if (clock === '12' && !isMorningHalf) return '12 noon';
    return `${clock} ${isMorningHalf ? 'am' : 'pm'}`;
  },
  when: { today: 'today', night: 'tonight', tomorrow: 'tomorrow' },
  until: (time) => `by ${time}`,
  soon: 'as soon as possible',
  anyGroup: 'any group',
  inExchange: 'any group in exchange',
});

const hi = createPhrases({
  language: 'hi',
  written: asWritten,
  operator: 'ऑपरेटर',
  answerTo: (number) => `जवाब: ${number}`,
  group,
  component: (value) =>
    ({
      'whole-blood': 'खून',
      'red-cells': 'पैक्ड रेड सेल',
      platelets: 'प्लेटलेट',
      plasma: 'प्लाज्मा',
    })[value],
  units: (count) => `${count} यूनिट`,
  months: 'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' '),
  clock: ({ part, clock, isWholeHour }) => {
    const time = { morning: 'सुबह', noon: 'दोपहर', evening: 'शाम', night: 'रात' }[part];
    return `${time} ${clock}${isWholeHour ? ' बजे' : ''}`;
  },
  when: { today: 'आज', night: 'आज', tomorrow: 'कल' },
  until: (time) => `${time} तक`,
  soon: 'जल्द से जल्द',
  anyGroup: 'कोई भी ग्रुप',
  inExchange: 'बदले में कोई भी ग्रुप',
});

const hiLatn = createPhrases({
  language: 'hi-Latn',
  written: inLatinLetters,
  operator: 'operator',
  answerTo: (number) => `Jawab: ${number}`,
  group,
  component: (value) =>
    ({
      'whole-blood': 'khoon',
      'red-cells': 'packed red cells',
      platelets: 'platelets',
      plasma: 'plasma',
    })[value],
  units: (count) => `${count} unit`,
  months: latinMonths,
  clock: ({ part, clock, isWholeHour }) => {
    const time = { morning: 'subah', noon: 'dopahar', evening: 'shaam', night: 'raat' }[part];
    return `${time} ${clock}${isWholeHour ? ' baje' : ''}`;
  },
  when: { today: 'aaj', night: 'aaj', tomorrow: 'kal' },
  until: (time) => `${time} tak`,
  soon: 'jald se jald',
  anyGroup: 'koi bhi group',
  inExchange: 'badle mein koi bhi group',
});

export const phrases: Record<Language, Phrases> = { en, hi, 'hi-Latn': hiLatn };
