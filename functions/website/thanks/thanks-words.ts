import type { Language } from '#shared/terms/language.ts';

const en = {
  title: 'Thank you',
  certificate: 'Certificate',
  isTrue: 'This certificate is true.',
  gave: (group: string, day: string, place: string) =>
    `On ${day} a unit of blood was given at a camp of ${group} in ${place}. A life may be saved by it.`,
  gaveToPatient: (day: string, where: string) =>
    `On ${day} a unit of blood was given for a patient at ${where}. The family has confirmed it.`,
  heldBy: (centre: string) => `Held by ${centre}.`,
  yours: (name: string) => `This gift is ${name}'s.`,
  yoursUnnamed: 'This gift is yours.',
  count: (n: number) => `Gift ${n} that we know of.`,
  milestone: (n: number) => `A milestone: ${n} ${n === 1 ? 'gift' : 'gifts'}.`,
  unknown: 'We know no such certificate. It may have been erased.',
  pdf: 'Certificate as PDF',
  print: 'To print it, use the menu of your browser.',
  mine: 'My certificates',
  initialsThere:
    'Senior officers read who has given. Your milestone stands there by your initials.',
  namedThere: 'Senior officers read who has given. This milestone stands there by your name.',
  useName: 'Show my name for this milestone',
  useInitials: 'Show my initials only',
};
export type ThanksWords = typeof en;

const hi: ThanksWords = {
  title: 'धन्यवाद',
  certificate: 'प्रमाण पत्र',
  isTrue: 'यह प्रमाण पत्र सच है।',
  gave: (group, day, place) =>
    `${day} को ${place} में ${group} के कैंप में एक यूनिट खून दिया गया। इससे किसी की जान बच सकती है।`,
  gaveToPatient: (day, where) =>
    `${day} को ${where} के मरीज के लिए एक यूनिट खून दिया गया। परिवार ने इसकी पुष्टि की है।`,
  heldBy: (centre) => `कैंप लगाया: ${centre}।`,
  yours: (name) => `यह दान ${name} का है।`,
  yoursUnnamed: 'यह दान आपका है।',
  count: (n) => `हमारी जानकारी में दान नंबर ${n}।`,
  milestone: (n) => `एक पड़ाव: ${n} दान।`,
  unknown: 'ऐसा कोई प्रमाण पत्र नहीं मिला। हो सकता है मिटा दिया गया हो।',
  pdf: 'प्रमाण पत्र PDF में',
  print: 'छापने के लिए ब्राउज़र के मेन्यू से प्रिंट चुनें।',
  mine: 'मेरे प्रमाण पत्र',
  initialsThere: 'वरिष्ठ अधिकारी खून देने वालों की सूची देखते हैं। आपका पड़ाव वहाँ नाम के पहले अक्षरों से है।',
  namedThere: 'वरिष्ठ अधिकारी खून देने वालों की सूची देखते हैं। यह पड़ाव वहाँ आपके नाम से है।',
  useName: 'इस पड़ाव के लिए मेरा नाम दिखाएँ',
  useInitials: 'सिर्फ पहले अक्षर दिखाएँ',
};

const hiLatn: ThanksWords = {
  title: 'Dhanyavaad',
  certificate: 'Praman patra',
  isTrue: 'Yeh praman patra sach hai.',
  gave: (group, day, place) =>
    `${day} ko ${place} mein ${group} ke camp mein ek unit khoon diya gaya. Isse kisi ki jaan bach sakti hai.`,
  gaveToPatient: (day, where) =>
    `${day} ko ${where} ke mareez ke liye ek unit khoon diya gaya. Parivaar ne iski pushti ki hai.`,
  heldBy: (centre) => `Camp lagaya: ${centre}.`,
  yours: (name) => `Yeh daan ${name} ka hai.`,
  yoursUnnamed: 'Yeh daan aapka hai.',
  count: (n) => `Hamari jaankari mein daan number ${n}.`,
  milestone: (n) => `Ek padaav: ${n} daan.`,
  unknown: 'Aisa koi praman patra nahi mila. Ho sakta hai mita diya gaya ho.',
  pdf: 'Praman patra PDF mein',
  print: 'Chhapne ke liye browser ke menu se print chunein.',
  mine: 'Mere praman patra',
  initialsThere:
    'Senior adhikari khoon dene walon ki soochi dekhte hain. Aapka padaav wahan naam ke pehle aksharon se hai.',
  namedThere:
    'Senior adhikari khoon dene walon ki soochi dekhte hain. Yeh padaav wahan aapke naam se hai.',
  useName: 'Is padaav ke liye mera naam dikhayein',
  useInitials: 'Sirf pehle akshar dikhayein',
};

/** The words of certificates. */
export const thanksWords: Record<Language, ThanksWords> = { en, hi, 'hi-Latn': hiLatn };
