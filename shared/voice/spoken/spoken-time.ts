import { type FormattedTime, formatTime } from '../../messages/format/format-time.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import { type Day, type EpochMs, minutes, startOfDay, toCalendar } from '../../terms/time.ts';
import { countInWords } from './spoken-numbers.ts';

/* Moments as people say them: "कल सुबह दस बजे", "आज शाम साढ़े पाँच बजे", "tomorrow morning at ten". */

const months = {
  en: 'January February March April May June July August September October November December',
  hi: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
} as const;
const monthName = (month: number, language: SpokenLanguage): string =>
  months[language].split(' ')[month - 1] ?? '';

/** English says which day of the month, Hindi how many: "twelfth December", "बारह दिसंबर". */
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ordinal = (day: number): string => {
  if (day <= 20) return ordinals[day - 1] ?? '';
  return day === 30 ? 'thirtieth' : `${day < 30 ? 'twenty' : 'thirty'} ${ordinals[(day % 10) - 1]}`;
};

const dayOfMonth: Record<SpokenLanguage, (day: number) => string> = {
  en: ordinal,
  hi: (day) => countInWords(day, 'hi'),
};

const dateInWords = (day: number, month: number, language: SpokenLanguage): string =>
  `${dayOfMonth[language](day)} ${monthName(month, language)}`;

/** A day of the calendar, at most a year away: "बारह दिसंबर", "twelfth December". */
export const dayInWords = (day: Day, language: SpokenLanguage): string => {
  const { day: date, month } = toCalendar(startOfDay(day));
  return dateInWords(date, month, language);
};

const hourAndMinute = ({ clock }: FormattedTime): { hour: number; minute: number } => {
  const [hour = 12, minute = 0] = clock.split(':').map(Number);
  return { hour, minute };
};

const nextHour = (hour: number): number => (hour % 12) + 1;

/** साढ़े पाँच, सवा, पौने; one and a half and two and a half have names of their own. */
const hindiClock = (time: FormattedTime): string => {
  const { hour, minute } = hourAndMinute(time);
  const of = (n: number) => countInWords(n, 'hi');
  switch (minute) {
    case 0:
      return `${of(hour)} बजे`;
    case 15:
      return `सवा ${of(hour)} बजे`;
    case 30:
      return hour === 1 ? 'डेढ़ बजे' : hour === 2 ? 'ढाई बजे' : `साढ़े ${of(hour)} बजे`;
    case 45:
      return `पौने ${of(nextHour(hour))} बजे`;
    default:
      return `${of(hour)} बजकर ${of(minute)} मिनट`;
  }
};

const englishClock = (time: FormattedTime): string => {
  const { hour, minute } = hourAndMinute(time);
  const of = (n: number) => countInWords(n, 'en');
  switch (minute) {
    case 0:
      return of(hour);
    case 15:
      return `quarter past ${of(hour)}`;
    case 30:
      return `half past ${of(hour)}`;
    case 45:
      return `quarter to ${of(nextHour(hour))}`;
    case 5:
      return `five past ${of(hour)}`;
    default:
      return `${of(hour)} ${of(minute)}`;
  }
};

const hindiParts = { morning: 'सुबह', noon: 'दोपहर', evening: 'शाम', night: 'रात' } as const;
const hindiDays = { today: 'आज', night: 'आज', tomorrow: 'कल' } as const;

const inHindi = (time: FormattedTime): string => {
  const day = time.when === 'date' ? dateInWords(time.day, time.month, 'hi') : hindiDays[time.when];
  return `${day} ${hindiParts[time.part]} ${hindiClock(time)}`;
};

const englishParts = {
  morning: 'in the morning',
  noon: 'in the afternoon',
  evening: 'in the evening',
  night: 'at night',
} as const;
const englishTomorrow = {
  morning: 'tomorrow morning',
  noon: 'tomorrow afternoon',
  evening: 'tomorrow evening',
  night: 'tomorrow night',
} as const;

/** Fits after "by" and "until". */
const inEnglish = (time: FormattedTime): string => {
  const clock = englishClock(time);
  if (time.when === 'night' || (time.when === 'today' && time.part === 'night'))
    return `tonight at ${clock}`;
  const isNoon = time.clock === '12' && time.part === 'noon';
  if (time.when === 'tomorrow')
    return isNoon ? 'tomorrow at noon' : `${englishTomorrow[time.part]} at ${clock}`;
  const day = time.when === 'date' ? dateInWords(time.day, time.month, 'en') : 'today';
  return isNoon ? `${day} at noon` : `${day} at ${clock} ${englishParts[time.part]}`;
};

const momentInWords: Record<SpokenLanguage, (time: FormattedTime) => string> = {
  en: inEnglish,
  hi: inHindi,
};

/** The hour alone, where the day is known: "सुबह साढ़े नौ बजे", "half past nine in the morning". */
export const clockInWords = (at: EpochMs, language: SpokenLanguage): string => {
  const time = formatTime(at, undefined, minutes(15));
  return language === 'hi'
    ? `${hindiParts[time.part]} ${hindiClock(time)}`
    : `${englishClock(time)} ${englishParts[time.part]}`;
};

/** A moment as seen from `now`, to the quarter hour: so people say it. */
export const timeInWords = (at: EpochMs, now: EpochMs, language: SpokenLanguage): string =>
  momentInWords[language](formatTime(at, now, minutes(15)));
