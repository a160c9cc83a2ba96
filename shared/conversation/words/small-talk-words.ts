import { vocabulary } from '../text/vocabulary.ts';

/** Polite words that may stand before or after a command. */
export const courtesyWords = vocabulary({
  en: 'sir, please, plz, pls, madam, thanks, thank you',
  hi: 'जी, सर, कृपया, भाई, धन्यवाद',
  'hi-Latn': 'ji, jee, bhai, bhaiya',
});

/** Takes note of what was said. */
export const assentWords = vocabulary({
  en: 'ok, okay, okey, k, fine, alright, all right, noted, sir, thanks, thank you',
  hi: 'ठीक है, ठीक, अच्छा, ओके, जी, सर, धन्यवाद',
  'hi-Latn':
    'theek hai, thik hai, theek h, thik h, theek, thik, achha, accha, acha, ji, bhai, bhaiya',
});

/** What people write beside the matter. */
export const smallTalkWords = {
  greeting: vocabulary({
    en: `hello, helo, hallo, hi, hii, hey, good morning, good evening, good afternoon, help me,
      please help`,
    hi: 'नमस्ते, नमस्कार, हेलो, हैलो, सलाम, राम राम, जय हिंद, मदद',
    'hi-Latn': `namaste, namaskar, namaskaar, salaam, salam, assalamualaikum, ram ram, jai hind, koi hai`,
  }),
  /** The person greeted. */
  addressed: vocabulary({
    en: 'sir, madam',
    hi: 'जी, सर, भाई, मैडम',
    'hi-Latn': 'ji, jee, bhai, bhaiya, didi',
  }),
  thanks: vocabulary({
    en: 'thanks, thanku, thank you, thanx, thnx, god bless',
    hi: 'धन्यवाद, शुक्रिया, आभार, भगवान भला करे',
    'hi-Latn': 'dhanyavaad, dhanyawad, dhanyavad, shukriya, bhagwan bhala kare',
  }),
  money: vocabulary({
    en: `rupees, rupee, rs, cost, costs, price, charge, charges, payment, pay, fees, fee, money`,
    hi: 'पैसे, पैसा, रुपये, रुपए, रुपया, खर्चा, खर्च, कितना लगेगा, कितने का, फीस, दाम',
    'hi-Latn': `paise, paisa, paisay, rupaye, rupay, kitne ka, kitna lagega, kitna kharcha, kharcha,
      kharch, free hai`,
  }),
  wantsToDonate: vocabulary({
    en: `want to donate, wants to donate, wish to donate, like to donate, want to give blood,
      ready to donate, can donate, i donate, become a donor, be a donor, register as donor`,
    hi: 'खून देना, खून दूंगा, खून दूंगी, रक्तदान, रक्त दान, ब्लड देना, डोनेट करना',
    'hi-Latn': `donate karna, donate karunga, donate karungi, donate kar sakta, donate kar sakti,
      khoon dena, khun dena, khoon doonga, khoon dunga, khoon dungi, blood dena, blood dunga,
      blood dungi, raktdan, rakt daan, raktdaan`,
  }),
  /** A patient has died. "death ho jayegi" (will die) asks for blood, so it is not here. */
  death: vocabulary({
    en: `died, has died, passed away, is dead, patient dead, is no more, patient expired,
      has expired, he expired, she expired`,
    hi: `मौत हो गई, मौत हो गयी, मृत्यु हो गई, मृत्यु हो गयी, डेथ हो गई, डेथ हो गयी, देहांत हो गया,
      एक्सपायर हो गया, एक्सपायर हो गए, एक्सपायर हो गई, मरीज नहीं रहे, मरीज नहीं रहा,
      मरीज नहीं रही, पापा नहीं रहे, मां नहीं रही, अब नहीं रहे, अब नहीं रही, गुजर गए, गुजर गया,
      गुजर गई, चल बसे, चल बसी`,
    'hi-Latn': `death ho gayi, death ho gai, death ho gyi, death ho gaya, death ho chuki, maut ho gayi,
      maut ho gai, mrityu ho gayi, dehant ho gaya, expire ho gaya, expire ho gaye,
      expire ho gayi, expire ho gye, patient nahi rahe, patient nahi rahi, patient nahi raha,
      mareez nahi rahe, mareez nahi raha, mariz nahi rahe, papa nahi rahe, mummy nahi rahi,
      ab nahi rahe, ab nahi rahi, guzar gaye, guzar gaya, guzar gayi, gujar gaye, gujar gaya,
      gujar gayi, chal base, mar gaya, mar gayi, mar gaye`,
  }),
  /** Things that "die" too. */
  thing: vocabulary({
    en: 'phone, mobile, battery, bike, car, network',
    hi: 'फोन, मोबाइल, बैटरी, गाड़ी',
    'hi-Latn': '',
  }),
};
