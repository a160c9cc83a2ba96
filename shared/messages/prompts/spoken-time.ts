import type { SpokenLanguage } from '../../terms/spoken-language.ts';
import { type Day, type EpochMs, startOfDay, toCalendar } from '../../terms/time.ts';
import { type SaidTime, saidTime } from '../said-time.ts';
import { countInWords } from './spoken-numbers.ts';

/* Moments as people say them: "कल सुबह दस बजे", "आज शाम साढ़े पाँच बजे", "tomorrow morning at ten". */

const months = {
  en: 'January February March April May June July August September October November December',
  hi: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
} as const;
const monthName = (month: number, language: SpokenLanguage): string =>
  months[language].split(' ')[month - 1] ?? '';

/** A day of the calendar: "बारह दिसंबर", "the 12th" would be "twelve December". */
export const dayInWords = (day: Day, language: SpokenLanguage): string => {
  const { day: date, month } = toCalendar(startOfDay(day));
  return `${countInWords(date, language)} ${monthName(month, language)}`;
};

const hourAndMinute = ({ clock }: SaidTime): { hour: number; minute: number } => {
  const [hour = 12, minute = 0] = clock.split(':').map(Number);
  return { hour, minute };
};

const nextHour = (hour: number): number => (hour % 12) + 1;

/** साढ़े पाँच, सवा, पौने; one and a half and two and a half have names of their own. */
const hindiClock = (said: SaidTime): string => {
  const { hour, minute } = hourAndMinute(said);
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
      return `${of(hour)} बजकर ${of(minute)} मिनट पर`;
  }
};

const englishClock = (said: SaidTime): string => {
  const { hour, minute } = hourAndMinute(said);
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
    default:
      return `${of(hour)} ${of(minute)}`;
  }
};

const hindiParts = { morning: 'सुबह', noon: 'दोपहर', evening: 'शाम', night: 'रात' } as const;
const hindiDays = { today: 'आज', night: 'आज', tomorrow: 'कल' } as const;

const inHindi = (said: SaidTime): string => {
  const date = `${countInWords(said.day, 'hi')} ${monthName(said.month, 'hi')}`;
  const day = said.when === 'date' ? date : hindiDays[said.when];
  return `${day} ${hindiParts[said.part]} ${hindiClock(said)}`;
};

const englishParts = {
  morning: 'in the morning',
  noon: 'in the afternoon',
  evening: 'in the evening',
  night: 'at night',
} as const;

const inEnglish = (said: SaidTime): string => {
  const clock = englishClock(said);
  if (said.when === 'night') return `tonight at ${clock}`;
  if (said.when === 'tomorrow' && said.part === 'morning') return `tomorrow morning at ${clock}`;
  const date = `${countInWords(said.day, 'en')} ${monthName(said.month, 'en')}`;
  const day = said.when === 'date' ? `on ${date}` : said.when;
  return `${day} at ${clock} ${englishParts[said.part]}`;
};

/** A moment as seen from `now`. */
export const timeInWords = (at: EpochMs, now: EpochMs, language: SpokenLanguage): string =>
  language === 'hi' ? inHindi(saidTime(at, now)) : inEnglish(saidTime(at, now));
