import type { Language } from '#shared/terms/language.ts';

const en = {
  nearby: 'Blood camps nearby',
  all: 'All camps, and how to say yes',
  title: 'Blood donation camps',
  lead: 'On these days a blood centre takes donations at a place near you. You may come without a patient of your own.',
  none: 'No camp is planned just now. The next one will be listed here.',
  hours: (from: string, to: string) => `${from} to ${to}`,
  heldBy: (centre: string) => `Held by ${centre}`,
  howTitle: 'How to say yes',
  how: (number: string): readonly string[] => [
    'Did we invite you? Answer the text with 1, then choose a half hour; or call us, or say it on My page. You get a number for the door.',
    'If you cannot come after all, text DROP: another donor gets your half hour.',
    `Not a donor with us yet? Text JOIN to ${number}, or call it and press the key for giving blood. Then we can invite you.`,
    'Nobody invited you? Come to the door all the same, with your phone: our volunteer takes you down there.',
    `Is your group negative, or Bombay? We spare it for patients. Please call ${number} first.`,
    'Eat before, drink water, bring an ID. The doctor at the camp sees whether giving is safe for you that day.',
  ],
  neverPaid: 'Blood is never paid for. Never pay anyone, and take no money for it.',
};
export type OpenCampsWords = typeof en;

const hi: OpenCampsWords = {
  nearby: 'पास के रक्तदान कैंप',
  all: 'सब कैंप, और हाँ कैसे कहें',
  title: 'रक्तदान कैंप',
  lead: 'इन दिनों ब्लड सेंटर आपके पास की जगह पर खून लेता है। आप बिना किसी मरीज के भी आ सकते हैं।',
  none: 'अभी कोई कैंप तय नहीं है। अगला कैंप यहीं दिखेगा।',
  hours: (from, to) => `${from} से ${to} तक`,
  heldBy: (centre) => `कैंप लगाएगा: ${centre}`,
  howTitle: 'हाँ कैसे कहें',
  how: (number) => [
    'हमने बुलाया है? मैसेज के जवाब में 1 भेजें, फिर आधे घंटे का समय चुनें; या फोन करें, या “मेरा पेज” पर बताएँ। गेट का नंबर मिल जाएगा।',
    'बाद में न आ सकें तो DROP भेजें: वह समय किसी और दाता को मिलेगा।',
    `अभी हमारे दाता नहीं हैं? ${number} पर JOIN भेजें, या फोन करके खून देने वाला बटन दबाएँ। फिर हम बुला सकते हैं।`,
    'किसी ने नहीं बुलाया? फिर भी फोन साथ लेकर गेट पर आएँ: हमारे साथी वहीं नाम लिख लेंगे।',
    `आपका ग्रुप नेगेटिव या बॉम्बे है? उसे हम मरीजों के लिए बचाकर रखते हैं। पहले ${number} पर फोन करें।`,
    'खाना खाकर, पानी पीकर, ID लेकर आएँ। उस दिन खून देना आपके लिए ठीक है या नहीं, यह कैंप के डॉक्टर देखेंगे।',
  ],
  neverPaid: 'खून के पैसे कभी नहीं। न किसी को दें, न किसी से लें।',
};

const hiLatn: OpenCampsWords = {
  nearby: 'Paas ke blood camp',
  all: 'Sab camp, aur haan kaise kahein',
  title: 'Blood donation camp',
  lead: 'In dinon blood centre aapke paas ki jagah par khoon leta hai. Aap bina kisi mareez ke bhi aa sakte hain.',
  none: 'Abhi koi camp tay nahin hai. Agla camp yahin dikhega.',
  hours: (from, to) => `${from} se ${to} tak`,
  heldBy: (centre) => `Camp lagayega: ${centre}`,
  howTitle: 'Haan kaise kahein',
  how: (number) => [
    'Humne bulaya hai? Message ke jawaab mein 1 bhejein, phir aadhe ghante ka samay chunein; ya phone karein, ya “Mera page” par batayein. Gate ka number mil jayega.',
    'Baad mein na aa sakein to DROP bhejein: woh samay kisi aur daata ko milega.',
    `Abhi hamare daata nahin hain? ${number} par JOIN bhejein, ya phone karke khoon dene wala button dabayein. Phir hum bula sakte hain.`,
    'Kisi ne nahin bulaya? Phir bhi phone saath lekar gate par aayein: hamare saathi wahin naam likh lenge.',
    `Aapka group negative ya Bombay hai? Use hum mareezon ke liye bachakar rakhte hain. Pehle ${number} par phone karein.`,
    'Khana khakar, paani peekar, ID lekar aayein. Us din khoon dena aapke liye theek hai ya nahin, yeh camp ke doctor dekhenge.',
  ],
  neverPaid: 'Khoon ke paise kabhi nahin. Na kisi ko dein, na kisi se lein.',
};

/** The words about the camps ahead, on the public pages. */
export const openCampsWords: Record<Language, OpenCampsWords> = { en, hi, 'hi-Latn': hiLatn };
