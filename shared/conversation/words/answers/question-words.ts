import { vocabulary } from '../../text/vocabulary.ts';

/** What donors and strangers ask (parse-question.ts). */
export const questionWords = {
  who: vocabulary({
    en: `who are you, who is this, who r u, who are u, who is it, who sent this, what is this number,
      who are you people, which group is this, who am i talking to, where did you get my number,
      how did you get my number`,
    hi: `आप कौन, कौन हो, कौन हैं आप, कौन बोल, ये कौन, यह कौन, तुम कौन, किसका नंबर, मेरा नंबर कहां से`,
    'hi-Latn': `aap kaun, aap kon, kaun ho, kon ho, kaun hai aap, kon hai aap, kaun bol, kon bol, ye kaun, yeh kaun,
      ye kon, tum kaun, tum kon, kiska number, mera number kaha se, mera number kahan se, aap log kaun,
      aap log kon`,
  }),
  far: vocabulary({
    en: `how far, what distance, distance, where is it, where is the hospital, which hospital, where to come,
      where should i come, where do i come, where do i have to come, what is the address, hospital address,
      location, which city, which place`,
    hi: 'कितनी दूर, कितना दूर, कहां आना, कहाँ आना, किस अस्पताल, कौन सा अस्पताल, कौनसा अस्पताल, पता क्या, कहां है',
    'hi-Latn': `kitni dur, kitni door, kitna dur, kitna door, kaha aana, kahan aana, kidhar aana, kis hospital,
      kaun sa hospital, konsa hospital, kon sa hospital, kaunsa hospital, address kya, pata kya, kaha hai,
      kahan hai, kaha pe hai, kaha par hai`,
  }),
  bring: vocabulary({
    en: `what to bring, what should i bring, what do i bring, bring anything, what to carry, need to bring,
      which documents, what documents, any documents, which id, what id`,
    hi: 'क्या लाना, क्या लेकर, क्या साथ लाना, कौन सा कागज, क्या कागज',
    'hi-Latn': `kya lana, kya laana, kya lekar, kya leke, kya le kar, kya sath lana, kya kagaz, konsa kagaz,
      kaun sa document, konsa document, koi document, kya document`,
  }),
  mayGive: vocabulary({
    en: `can i give, can i donate, may i give, may i donate, am i eligible, am i allowed, is it ok to donate,
      is it safe, can diabetic, can a diabetic, allowed to donate, eligible, still donate, still give`,
    hi: `क्या मैं दे सकता, क्या मैं दे सकती, दे सकता हूं क्या, दे सकती हूं क्या, खून दे सकता, खून दे सकती,
      ब्लड दे सकता, ब्लड दे सकती, दे सकते हैं क्या, क्या दे सकते`,
    'hi-Latn': `kya main de sakta, kya main de sakti, kya mai de sakta, kya me de sakta, de sakta hu kya,
      de sakti hu kya, de skta hu kya, kya de sakta, kya de sakti, khoon de sakta, khoon de sakti,
      khun de sakta, blood de sakta, blood de sakti, de sakte hai kya, kya de sakte, kya blood de`,
  }),
  /** Between the donor and the doctor. */
  illness: vocabulary({
    en: 'diabetes, diabetic, sugar, insulin, thyroid, blood pressure, bp, heart, asthma, hepatitis, jaundice, hiv',
    hi: 'डायबिटीज, शुगर, मधुमेह, थायराइड, बीपी, पीलिया, हेपेटाइटिस, दमा',
    'hi-Latn': 'sugar, madhumeh, thyroid, bp, peeliya, piliya, dama, dil ki bimari',
  }),
  age: vocabulary({
    en: 'what age, age limit, which age, maximum age, minimum age, age is, years old, year old',
    hi: 'उम्र, कितने साल',
    'hi-Latn': 'umar, umr, age kitni, kitne saal, kitni age',
  }),
  otherGroup: vocabulary({
    en: `my group is, my blood group is, other group, another group, different group, i am not, any group,
      which group, wrong group, group is different`,
    hi: 'मेरा ग्रुप, मेरा ब्लड ग्रुप, दूसरा ग्रुप, कौन सा ग्रुप, कोई भी ग्रुप',
    'hi-Latn': `mera group, mera blood group, dusra group, doosra group, konsa group, kaun sa group, kon sa group,
      koi bhi group, group alag`,
  }),
  howLong: vocabulary({
    en: 'how long, how much time, how many minutes, how many hours, time will it take, time it takes, time does it take',
    hi: 'कितना समय, कितना टाइम, कितनी देर, कितना वक्त',
    'hi-Latn': 'kitna time, kitna samay, kitni der, kitna waqt, kitna tym, kitne ghante, kitne der',
  }),
  callMe: vocabulary({
    en: 'call me, phone me, please call, pls call, plz call, can you call, give me a call, ring me',
    hi: 'कॉल करो, फोन करो, फोन करें, फोन कीजिए, कॉल कीजिए, मुझे फोन, मुझे कॉल',
    'hi-Latn': `call karo, call kro, call kare, call kijiye, phone karo, phone kro, phone kare, phone kijiye,
      mujhe call, mujhe phone, call kar lo, call krna, call karna`,
  }),
};
