import { tokenize } from '../text/normalize.ts';
import { mentions, vocabulary } from '../text/vocabulary.ts';

/*
 * What people say beside the matter: a calm volunteer answers it and goes on. Looked at only when a text is no
 * command and asks for no blood.
 */
const money = vocabulary(
  `paise, paisa, paisay, rupaye, rupay, rupees, rupee, rs, kitne ka, kitna lagega, kitna kharcha, kharcha, kharch, cost, costs, price, charge, charges, payment, pay, fees, fee, money, free hai, पैसे, पैसा, रुपये, रुपए, रुपया, खर्चा, खर्च, कितना लगेगा, कितने का, फीस, दाम`,
  true,
);
const wantsToGive = vocabulary(
  `want to donate, wants to donate, wish to donate, like to donate, want to give blood, ready to donate, can donate, i donate, become a donor, be a donor, register as donor, donate karna, donate karunga, donate karungi, donate kar sakta, donate kar sakti, khoon dena, khun dena, khoon doonga, khoon dunga, khoon dungi, blood dena, blood dunga, blood dungi, raktdan, rakt daan, raktdaan, खून देना, खून दूंगा, खून दूंगी, रक्तदान, रक्त दान, ब्लड देना, डोनेट करना`,
  true,
);
const greeting = vocabulary(
  `hello, helo, hallo, hi, hii, hey, namaste, namaskar, namaskaar, salaam, salam, assalamualaikum, ram ram, jai hind, good morning, good evening, good afternoon, help me, please help, koi hai, नमस्ते, नमस्कार, हेलो, हैलो, सलाम, राम राम, जय हिंद, मदद`,
  true,
);
const thanks = vocabulary(
  `thanks, thanku, thank you, thanx, thnx, dhanyavaad, dhanyawad, dhanyavad, shukriya, god bless, bhagwan bhala kare, धन्यवाद, शुक्रिया, आभार, भगवान भला करे`,
  true,
);

/** Whom one greets. */
const addressed = vocabulary('sir, ji, jee, bhai, bhaiya, didi, madam, जी, सर, भाई, मैडम', true);

/** Nothing but a greeting: in "2 hi", "aaj hi" and "Abdul Salam" the same letters say something else. */
export const isOnlyGreeting = (text: string): boolean => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'mark');
  let i = 0;
  while (i < tokens.length) {
    const length = greeting.at(tokens, i) || addressed.at(tokens, i);
    if (length === 0) return false;
    i += length;
  }
  return true;
};

/** Of a patient, and that it has happened: "death ho jayegi" is a cry for blood. */
const death = vocabulary(
  `died, has died, passed away, is dead, patient dead, is no more, patient expired, has expired, he expired, she expired, death ho gayi, death ho gai, death ho gyi, death ho gaya, death ho chuki, maut ho gayi, maut ho gai, mrityu ho gayi, dehant ho gaya, expire ho gaya, expire ho gaye, expire ho gayi, expire ho gye, patient nahi rahe, patient nahi rahi, patient nahi raha, mareez nahi rahe, mareez nahi raha, mariz nahi rahe, papa nahi rahe, mummy nahi rahi, ab nahi rahe, ab nahi rahi, guzar gaye, guzar gaya, guzar gayi, gujar gaye, gujar gaya, gujar gayi, chal base, mar gaya, mar gayi, mar gaye, मौत हो गई, मौत हो गयी, मृत्यु हो गई, मृत्यु हो गयी, डेथ हो गई, डेथ हो गयी, देहांत हो गया, एक्सपायर हो गया, एक्सपायर हो गए, एक्सपायर हो गई, मरीज नहीं रहे, मरीज नहीं रहा, मरीज नहीं रही, पापा नहीं रहे, मां नहीं रही, अब नहीं रहे, अब नहीं रही, गुजर गए, गुजर गया, गुजर गई, चल बसे, चल बसी`,
  true,
);
const lifeless = vocabulary(
  'phone, mobile, battery, bike, car, network, फोन, मोबाइल, बैटरी, गाड़ी',
  true,
);

export type SmallTalk = 'death' | 'money' | 'wants-to-give' | 'greeting' | 'thanks';

/** The first of these that a text speaks of. A greeting or thanks is short; a long text has something else to say. */
export const parseSmallTalk = (text: string): SmallTalk | undefined => {
  const tokens = tokenize(text);
  const isShort = tokens.length <= 12;
  if (isShort && mentions(tokens, death) && !mentions(tokens, lifeless)) return 'death';
  if (mentions(tokens, wantsToGive)) return 'wants-to-give';
  if (mentions(tokens, money)) return 'money';
  if (tokens.length > 8) return undefined;
  if (mentions(tokens, thanks)) return 'thanks';
  return mentions(tokens, greeting) ? 'greeting' : undefined;
};
