import { wordList } from '../../../terms/language.ts';
import { vocabulary } from '../../text/vocabulary.ts';

/** Around the hour at which a donor will come (parse-own-time.ts). */
export const ownTimeWords = {
  /** Between two times, the later of which counts: "5 ya 6 baje". */
  betweenTimes: ['-', '–', ...wordList({ en: 'to, or', hi: 'से, या', 'hi-Latn': 'se, ya' })],
  /** Before a bare hour: "after duty 8". */
  beforeHour: vocabulary({
    en: `after, by, at, around, about, before, approx, after duty, after work, after office, reach by,
      come by, come at, coming at, coming by`,
    hi: 'करीब, लगभग',
    'hi-Latn':
      'kareeb, karib, lagbhag, duty ke baad, duty ke bad, duty baad, shaam, sham, subah, raat, dopahar',
  }),
  /** After a bare hour: "7 ke baad". */
  afterHour: vocabulary({
    en: '',
    hi: 'के बाद, बाद, तक',
    'hi-Latn': 'ke baad, ke bad, k baad, k bad, baad, tak, ke around, ke aaspas, ke aas paas',
  }),
  /** Only after that hour can the donor set out. */
  notBefore: vocabulary({
    en: 'after',
    hi: 'के बाद, बाद',
    'hi-Latn': 'ke baad, ke bad, k baad, k bad, baad',
  }),
  until: vocabulary({ en: 'till, until, upto, up to', hi: 'तक', 'hi-Latn': 'tak' }),
  occupied: vocabulary({
    en: 'duty, office, work, shift, class, meeting, exam, busy, free',
    hi: 'ड्यूटी, ऑफिस, काम, शिफ्ट, मीटिंग, व्यस्त, खाली, फ्री',
    'hi-Latn': 'kaam, kam, chhutti, chutti, khali, fri',
  }),
  /** What has happened is no time to come. */
  past: vocabulary({
    en: 'gave, given, donated, was, did, had, ago, yesterday',
    hi: 'था, थी, दिया, किया, गया, गई, हुआ, पहले',
    'hi-Latn': 'tha, thi, diya, kiya, gaya, gayi, gya, hua, pehle, pahle, khaya, li thi',
  }),
  /** Between the words of a time that says nothing else. */
  beside: vocabulary({
    en: `a, an, half, in, within, by, at, around, about, after, before, approx, approximately, only, then, on, the,
      pm, am, p, m, o, clock, oclock, today, tonight, hour, hours, hr, hrs, minute, minutes, min, mins, time, reach,
      duty, office, work`,
    hi: `में, तक, के, बाद, करीब, लगभग, आज, घंटे, घंटा, मिनट, बजे, आधे, आधा, ड्यूटी, ऑफिस, काम, से, पर, को, साढ़े,
      सवा, पौने`,
    'hi-Latn': `me, mein, tak, ke, k, baad, bad, kareeb, karib, lagbhag, aaj, aj, ghante, ghanta, ghnte, ghnta, ghante,
      minat, baje, bje, aadhe, aadha, adhe, ko, par, pe, se, aas, paas, andar, saade, sade, sadhe, sava, sawa,
      paune, kaam`,
  }),
  late: vocabulary({ en: 'late', hi: 'लेट', 'hi-Latn': '' }),
  lateBy: vocabulary({ en: 'late by, delayed by', hi: '', 'hi-Latn': '' }),
  /** The end of a span before "late". */
  minuteOrHour: vocabulary({
    en: 'm, min, mins, minute, minutes, h, hr, hrs, hour, hours',
    hi: 'मिनट, घंटा, घंटे',
    'hi-Latn': 'minut, ghanta, ghante, ghanti',
  }),
};
