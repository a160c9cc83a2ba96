import { forgivingVocabulary, vocabulary } from '../text/vocabulary.ts';

/** January to December. */
export const monthWords = [
  vocabulary({ en: 'jan, january', hi: 'जनवरी, जन', 'hi-Latn': 'janvari, janwari' }),
  vocabulary({ en: 'feb, february', hi: 'फरवरी', 'hi-Latn': 'farvari, farwari' }),
  vocabulary({ en: 'mar, march', hi: 'मार्च', 'hi-Latn': '' }),
  vocabulary({ en: 'apr, april', hi: 'अप्रैल', 'hi-Latn': 'aprail' }),
  vocabulary({ en: 'may', hi: 'मई', 'hi-Latn': 'mai' }),
  vocabulary({ en: 'jun, june', hi: 'जून', 'hi-Latn': '' }),
  vocabulary({ en: 'jul, july', hi: 'जुलाई', 'hi-Latn': 'julai' }),
  vocabulary({ en: 'aug, august', hi: 'अगस्त', 'hi-Latn': 'agast' }),
  vocabulary({
    en: 'sep, sept, september',
    hi: 'सितंबर, सितम्बर',
    'hi-Latn': 'sitambar',
  }),
  vocabulary({
    en: 'oct, october',
    hi: 'अक्टूबर, अक्तूबर',
    'hi-Latn': 'aktubar, oktober',
  }),
  vocabulary({ en: 'nov, november', hi: 'नवंबर, नवम्बर', 'hi-Latn': 'navambar' }),
  vocabulary({ en: 'dec, december', hi: 'दिसंबर, दिसम्बर', 'hi-Latn': 'disambar' }),
];

/** Sunday to Saturday. */
export const weekdayWords = [
  forgivingVocabulary({
    en: 'sunday',
    hi: 'रविवार, इतवार, अतवार, एतवार',
    'hi-Latn': 'ravivar, raviwar, itwar, itvar, atwar, etwar',
  }),
  forgivingVocabulary({
    en: 'monday',
    hi: 'सोमवार, सोम को, सोमार, सोमार के',
    'hi-Latn': 'somvar, somwar, som ko, somar ko, somar ke',
  }),
  forgivingVocabulary({
    en: 'tuesday',
    hi: 'मंगलवार, मंगल को, मंगल की, मंगल तक, मंगल के, मंगर, मंगर के, मंगर को',
    'hi-Latn': 'mangalvar, mangalwar, mangal ko, mangal ki, mangal tak, mangar ko, mangar ke',
  }),
  forgivingVocabulary({
    en: 'wednesday',
    hi: 'बुधवार, बुध को, बुध की, बुध तक, बुध के, बुध के दिन',
    'hi-Latn': 'budhvar, budhwar, budh ko, budh ki, budh tak, budh ke',
  }),
  forgivingVocabulary({
    en: 'thursday',
    hi: 'गुरुवार, बृहस्पतिवार, वीरवार, जुमेरात, जुमेरात को, जुम्मेरात, बियफे, बिफे, बिहफै, बृहस्पति को, गुरु को',
    'hi-Latn':
      'guruvar, guruwar, brihaspativar, veervar, jumerat, jumeraat, jummerat, biyafe, bife, brihaspati ko',
  }),
  forgivingVocabulary({
    en: 'friday',
    hi: 'शुक्रवार, जुमा, जुम्मा, जुमे को, जुम्मे को, शुक्र को, शुक्क, शुक को, सुक्कर',
    'hi-Latn': 'shukravar, shukrawar, shukrwar, jumma, jumme ko, jume ko, shukra ko, juma ko, juma',
  }),
  forgivingVocabulary({
    en: 'saturday',
    hi: 'शनिवार, शनिचर, सनीचर, शनीचर, शनि को',
    'hi-Latn': 'shanivar, shaniwar, shanichar, sanichar, shani ko',
  }),
];

/** Words of a written date: "12th of october", "12 तारीख". */
export const dateWords = {
  ordinal: vocabulary({ en: 'st, nd, rd, th', hi: '', 'hi-Latn': '' }),
  /** "12 tarikh": a day of the month. */
  dayOfMonth: vocabulary({ en: '', hi: 'तारीख, तारिख', 'hi-Latn': 'tarikh, tareekh, tarik' }),
  of: vocabulary({ en: 'of', hi: '', 'hi-Latn': '' }),
  /** Around a day without its month: "on 17th", "17 ko". */
  beforeDay: vocabulary({ en: 'on, by, till, until, before, for, to', hi: '', 'hi-Latn': '' }),
  afterDay: vocabulary({ en: '', hi: 'को', 'hi-Latn': 'ko' }),
  beside: vocabulary({
    en: 'same, morning, evening, night, afternoon, at, now, instead, only, and, not, as, so, because, due',
    hi: '',
    'hi-Latn': 'subah, shaam, sham, nahi, ki, ke',
  }),
  /** Before a number that is no day: "bed 5 ko". */
  numbered: vocabulary({
    en: 'bed, ward, room, floor, code, request, number, no, ok, unit, group',
    hi: 'बेड, वार्ड, कमरा, नंबर',
    'hi-Latn': 'kamra, nambar',
  }),
  /** Hindi for "I" as well as for May: "mai 12" names no date. */
  mayOrI: vocabulary({ en: '', hi: '', 'hi-Latn': 'mai' }),
};

/** Units of a length of time. */
export const spanWords = {
  minute: vocabulary({
    en: 'min, mins, minute, minutes',
    hi: 'मिनट, मिनिट',
    'hi-Latn': 'minat, minit',
  }),
  hour: vocabulary({
    en: 'hour, hours, hr, hrs, h',
    hi: 'घंटे, घंटा, घण्टे, घण्टा, घंटों',
    'hi-Latn': 'ghante, ghanta, ghnte, gante, ghanto, ghnta',
  }),
  day: vocabulary({ en: 'day, days', hi: 'दिन, दिनों', 'hi-Latn': 'din, dino, dinon' }),
  week: vocabulary({
    en: 'week, weeks',
    hi: 'हफ्ते, हफ्ता, हफ़्ते, सप्ताह',
    'hi-Latn': 'hafte, hafta, haftey, hafto, saptah',
  }),
  month: vocabulary({
    en: 'month, months, mnth',
    hi: 'महीने, महीना, माह, महिने',
    'hi-Latn': 'mahine, mahina, maheene, mahino, mah',
  }),
  year: vocabulary({
    en: 'year, years, yr, yrs',
    hi: 'साल, वर्ष',
    'hi-Latn': 'saal, sal, varsh, baras',
  }),
};

/** The amount before a unit: "half an hour", "1-2 ghante". */
export const spanCountWords = {
  half: vocabulary({
    en: 'half, half an',
    hi: 'आधा, आधे',
    'hi-Latn': 'aadha, adha, aadhe, adhe',
  }),
  /** "an hour". */
  article: vocabulary({ en: 'a, an', hi: '', 'hi-Latn': '' }),
  /** Between the two numbers of a range. */
  range: vocabulary({ en: '-, to, or', hi: 'से, या', 'hi-Latn': 'se, ya' }),
};

/** A day that has passed. */
export const pastDayWords = {
  today: vocabulary({
    en: 'today, now, just now',
    hi: 'आज, अभी',
    'hi-Latn': 'aaj, aj, abhi',
  }),
  yesterday: vocabulary({ en: 'yesterday, yestrday', hi: 'कल', 'hi-Latn': 'kal, kl' }),
  dayBefore: vocabulary({
    en: 'day before yesterday',
    hi: 'परसों, परसो',
    'hi-Latn': 'parso, parson, parsu',
  }),
  ago: vocabulary({
    en: 'ago, before, back',
    hi: 'पहले, पूर्व',
    'hi-Latn': 'pehle, pahle, phle, pehele',
  }),
  last: vocabulary({ en: 'last', hi: 'पिछले, पिछला', 'hi-Latn': 'pichle, pichhle, pichla' }),
};

/** A time to come, and what shows that a word of time is about something else. */
export const timeWords = {
  /** Beside a weekday: not the one of this week. */
  nextWeek: vocabulary({
    en: 'next week, coming week',
    hi: 'अगले हफ्ते, अगले हफ़्ते, अगले सप्ताह, अगला हफ्ता',
    'hi-Latn': 'agle hafte, agle hafta, agle saptah, agla hafta, agle week',
  }),
  today: vocabulary({ en: 'today, tonight, tonite', hi: 'आज', 'hi-Latn': 'aaj, aj, aaaj' }),
  tomorrow: vocabulary({
    en: 'tomorrow, tomorow, tommorow, tommorrow, tomorrw, tmrw, tmr, tmrow, tomo',
    hi: 'कल, काल, कल्ल, काल्ह, काल्हि',
    'hi-Latn': 'kal, kl, kaal, kalh',
  }),
  dayAfter: vocabulary({
    en: 'day after tomorrow',
    hi: 'परसों, परसो',
    'hi-Latn': 'parso, parson, parsu',
  }),
  /** "kal se bharti hai": since yesterday. */
  since: vocabulary({ en: '', hi: 'से, रात से', 'hi-Latn': 'se, raat se, subah se' }),
  /** "kal raat accident hua": it happened yesterday. */
  happened: vocabulary({
    en: '',
    hi: 'हुआ, हुई, हुए, था, थी, थे, गया, गई, गयी',
    'hi-Latn':
      'hua, hui, hue, tha, thi, hue the, gaya, gya, gayi, gyi, kiya, huwa, mila, admit hua',
  }),
  /** "Last night". */
  last: vocabulary({ en: 'last, previous, yesterday', hi: 'पिछली', 'hi-Latn': 'pichhli, pichli' }),
  /** "2 baje ki jagah 4 baje": the later hour counts. */
  instead: vocabulary({
    en: '',
    hi: 'की जगह, के बजाय, की बजाय, के बदले',
    'hi-Latn': 'ki jagah, ki jgh, ki jaga, ke bajay, ki bajay, ke badle',
  }),
  /** "good morning". */
  greeting: vocabulary({ en: 'good, gud, gd, very good', hi: 'शुभ, गुड', 'hi-Latn': 'shubh' }),
  oclock: vocabulary({
    en: "o'clock, oclock, o clock",
    hi: 'बजे, बजें, बजेतक',
    'hi-Latn': 'baje, bje, bajy, baj, bajey, baje tak',
  }),
  within: vocabulary({
    en: 'in, within, in next, next, withing, with in, after, in the next, need in',
    hi: 'अगले',
    'hi-Latn': 'agle',
  }),
  withinAfter: vocabulary({
    en: 'later, max, maximum, time',
    hi: 'में, तक, के अंदर, अंदर, के भीतर, बाद, के बाद, मे',
    'hi-Latn': `me, mein, main, m, mai, tak, ke andar, k andar, andar, ke bheetar, baad, bad, ke baad,
      k bad`,
  }),
  midnight: vocabulary({
    en: 'midnight, mid night',
    hi: 'आधी रात, आधी रात तक',
    'hi-Latn': 'aadhi raat, adhi raat, aadhi rat',
  }),
  /** After an hour without "baje": "6 se pehle". */
  hourLimit: vocabulary({
    en: "o'clock",
    hi: 'से पहले, के पहले, तक',
    'hi-Latn': `se pehle, se pahle, se phle, se pehele, ke pehle, ke pahle, k pehle, tak`,
  }),
  /** Before an hour without "o'clock": "surgery at 10". */
  beforeHour: vocabulary({
    en: 'at, by, before, till, until, around, about, upto',
    hi: '',
    'hi-Latn': '',
  }),
  afterHour: vocabulary({
    en: 'today, tomorrow, in, sharp, on, the, need, needed, urgent, for',
    hi: '',
    'hi-Latn': 'aaj, kal, parso, ko',
  }),
  /** After a number that counts, and is neither an hour nor a date. */
  counted: vocabulary({
    en: `unit, units, unt, unts, bottle, bottles, btl, bag, bags, pint, packet, pkt, donor, donors,
      people, persons, km, kg, ml, g, gm, mg, yrs, yr, years, days, day, hours, hrs, min, blood, prbc, ffp,
      sdp, rdp, platelet, platelets, plasma, a, b, ab, o, received, more, and`,
    hi: 'यूनिट, बोतल, डोनर, लोग, लोगों, दिन, घंटे, साल, ए, बी, ओ, एबी, और',
    'hi-Latn': 'log, logo, din, ghante, saal, sal, aur, botal, bottal, mil, mila',
  }),
  /** Before a patient's blood count or pressure, or a ward. */
  measure: vocabulary({
    en: `hb, h b, bp, b p, haemoglobin, hemoglobin, hgb, pulse, temp, fever, sugar, spo2, plt, platelet,
      platelets, count, tlc, wbc, weight, age, ward, bed, room, no, number, floor, cabin, score, gcs`,
    hi: 'एचबी, बीपी, हीमोग्लोबिन, उम्र, वार्ड, बेड, नं',
    'hi-Latn': 'umar, umr',
  }),
  /** After a day that is a date: "1/2 ko", "1/2 tak". */
  afterDate: vocabulary({
    en: 'at, by, morning, evening, before, night, am, pm',
    hi: 'को, तक, सुबह, शाम, से',
    'hi-Latn': 'ko, tak, subah, shaam, sham, se',
  }),
  /** A need that comes again and again: "har 10 din". */
  every: vocabulary({
    en: 'every, each, after every, once in, once every, once in every',
    hi: 'हर, प्रत्येक',
    'hi-Latn': 'har, hr, prati',
  }),
  /** After a length of time: "15 din me ek baar", "10 din me lagta hai". */
  habit: vocabulary({
    en: 'once, one time',
    hi: 'एक बार, लगता है, लगती है, चढ़ता है, चढ़ती है, पर लगता है, लगता',
    'hi-Latn': `ek baar, ek bar, lagta hai, lagta h, lagti hai, chadhta hai, chadta hai, chadhti hai,
      chadhta h, pe lagta hai, par lagta hai, lagta`,
  }),
  /** After these a date is a ward, a birth or an admission. */
  otherDate: vocabulary({
    en: 'ward, bed, room, no, number, flat, house, dob, born, admitted, admitted on',
    hi: 'वार्ड, बेड, नं',
    'hi-Latn': '',
  }),
};

/** Parts of the day. */
export const dayPartWords = {
  morning: vocabulary({
    en: 'morning, mrng, mng, early morning',
    hi: 'सुबह, सवेरे, सबेरे, सकारे, भिनसारे, भुनसारे, भोर, भोरे, प्रातः',
    'hi-Latn': 'subah, subha, subeh, savere, sawere, sabere, saver, bhor',
  }),
  noon: vocabulary({
    en: 'noon, afternoon',
    hi: 'दोपहर, दुपहर, दुपैर, दुपहरिया',
    'hi-Latn': 'dopahar, dopehar, dophar, dupahar, dupaher',
  }),
  evening: vocabulary({
    en: 'evening, evng, eve',
    hi: 'शाम, सायं, संझा, सांझ, साँझ',
    'hi-Latn': 'shaam, sham, sam, shyam ko, saam, sanjh, saanjh, sanjha',
  }),
  night: vocabulary({
    en: 'night, tonight, tonite',
    hi: 'रात',
    'hi-Latn': 'raat, rat, rat ko, ratri',
  }),
};

/** Quarters and halves of an hour. */
export const hourPartWords = {
  halfPast: vocabulary({ en: '', hi: 'साढ़े, साढे', 'hi-Latn': 'saade, sade, sadhe' }),
  quarterPast: vocabulary({ en: '', hi: 'सवा', 'hi-Latn': 'sava, sawa' }),
  quarterTo: vocabulary({ en: '', hi: 'पौने', 'hi-Latn': 'paune, pone' }),
  /** Half past one and half past two have words of their own. */
  halfPastOne: vocabulary({ en: '', hi: 'डेढ़, डेढ', 'hi-Latn': 'dedh, derh, dedhh' }),
  halfPastTwo: vocabulary({ en: '', hi: 'ढाई, अढ़ाई', 'hi-Latn': 'dhai, dhaai, adhai' }),
  halfPastEnglish: vocabulary({ en: 'half past', hi: '', 'hi-Latn': '' }),
  quarterPastEnglish: vocabulary({ en: 'quarter past', hi: '', 'hi-Latn': '' }),
  quarterToEnglish: vocabulary({ en: 'quarter to', hi: '', 'hi-Latn': '' }),
};

export const urgencyWords = {
  urgent: forgivingVocabulary({
    en: `urgent, urgently, urgnt, urgnet, urgant, urgen, urjent, arjent, arjant, argent, argnt,
      ugrent, urg, emergency, emergancy, emergncy, emrgency, emergeny, imergency, imarjensi,
      immediate, immediately, immidiate, immediatly, immidiately, immdtly, immed, asap, as soon as possible, now,
      right now, at once, critical, serious, life saving, life threatening, sos, quickly`,
    hi: `अर्जेंट, अर्जेन्ट, अर्जेंन्ट, अरजेंट, अर्जेंटली, इमरजेंसी, इमर्जेंसी, इमरजेन्सी, आपातकाल,
      तुरंत, तुरन्त, तुरंतै, फौरन, फ़ौरन, जल्दी, जल्द, अभी, अबहीं, अबहिंए, अबहिए, अबै, अभिए, तत्काल, जान बचाओ, जान बचा, जान बचाइए, गंभीर, नाजुक, नाज़ुक,
      सीरियस, क्रिटिकल, शीघ्र, अविलंब`,
    'hi-Latn': `jaldi, jldi, jaldi se, jald, jaldii, turant, turnt, turent, trnt, fauran, foran, abhi,
      abi, tatkal, najuk, nazuk, naazuk, jaan bachao, jan bachao, jaan bacha, jan bacha, jaan bachaiye, gambhir,
      gambheer`,
  }),
  /** With a day to come these say that the need is planned. */
  planned: forgivingVocabulary({
    en: `operation, surgery, bypass, transplant, hysterectomy, hip replacement, knee replacement, transfusion, dialysis,
      thalassemia, planned, no hurry, no emergency`,
    hi: 'ऑपरेशन, आपरेशन, सर्जरी, बाइपास, बायपास, प्रत्यारोपण, थैलेसीमिया, डायलिसिस, कोई जल्दी नहीं',
    'hi-Latn': 'opreshan, koi jaldi nahi',
  }),
  /** "abhi bhi" (still), "critical care": not urgent. */
  notUrgentAfter: vocabulary({
    en: 'contact, contact number, number, care, not, no, department',
    hi: 'भी, तक, नहीं, समय है, वक्त है, टाइम है, केयर, से बता, से बोल, कोई, की जरूरत नहीं',
    'hi-Latn': 'bhi, tak, nahi, nhi, nhi h, se bata, se bol, koi',
  }),
  notUrgentBefore: vocabulary({
    en: 'not, non, no, till, until, as of, not so, not very',
    hi: 'नहीं',
    'hi-Latn': '',
  }),
};
