import type { Token } from '../text/normalize.ts';
import { endsBefore, mentions, vocabulary } from '../text/vocabulary.ts';
import { bloodWords, needWords, otherBlood } from '../words/request-words.ts';
import { saysUrgent } from './parse-needed-by.ts';

/** "I want to donate", "khoon de sakta hu": somebody offers. */
const offers = vocabulary(
  `want to donate, wants to donate, wanna donate, like to donate, willing to donate, ready to donate, wish to donate, interested in donating, want to give, ready to give, i can donate, i can give, i will donate, i will give, i ll donate, i ll give, i could donate, can i donate, can i give, can i still donate, still donate, i donate, i donated, i gave, have donated, donated blood, i am a donor, i m a donor, am donor, i have donated, want to register, want to join, become a donor, be a donor, want to be donor, available to donate, we can donate, we can give, we want to donate,
  donate karna hai, donate karna h, donate karna chahta, donate karna chahti, donate karna chahte, donate krna chahta, donate krna h, donate kar sakta hu, donate kar sakta hoon, donate kar sakti hu, donate kr skta hu, donate karunga, donate karungi, donate kiya, donate kar diya, dena chahta, dena chahti, dena chahte, dena chahata, de sakta hu, de sakta hoon, de sakta hun, de sakti hu, de sakti hoon, de skta hu, de skti hu, de dunga, de dungi, dunga, de doonga, dene ko taiyar, dene ko taiyaar, dene ke liye taiyar, diya tha, khoon diya, blood diya, donor banna, donor hu, donor hoon, daan karna, daan dena, raktdan karna, raktdaan karna,
  दान करना, रक्तदान करना, देना चाहता, देना चाहती, देना चाहते, दे सकता हूं, दे सकता हूँ, दे सकता हु, दे सकती हूं, दे सकती हूँ, दूंगा, दूँगा, दूंगी, दे दूंगा, खून दिया, ब्लड दिया, दिया था, देने को तैयार, देने के लिए तैयार, डोनेट करना चाहता, डोनेट करना चाहती, डोनेट करना है, डोनेट कर सकता हूं, डोनेट कर सकता हूँ, डोनर हूं, डोनर हूँ, रक्तदाता बनना, रक्तदान किया`,
  true,
);
/** "If anyone needs …, I can": with an offer this need is somebody else's. */
const conditions = vocabulary(
  'if, if anyone, whenever, agar, jab, jab bhi, kabhi, yadi, do you need, anyone needs, anyone need, any one needs, kisi ko, jisko, jise, अगर, यदि, जब, कभी, किसी को, जिसको, जिसे',
  true,
);
/** It is over, or asked by somebody who was asked. */
const over = vocabulary(
  `no longer, not needed, not required, no need, dont need, don t need, do not need, not need, already arranged, arranged thanks, got blood, got the blood, blood arranged, still needed, still required, still need, mil gaya, mil gya, mil gayi, ho gaya thank, nahi chahiye, nhi chahiye, nahin chahiye, nahi chaiye, nhi chaiye, nai chahiye, zaroorat nahi, jarurat nahi, jarurat nhi, zarurat nahi, ki jarurat nahi, abhi bhi khoon, ab bhi khoon, abhi bhi chahiye, abhi bhi blood, ab bhi chahiye,
  मिल गया, मिल गई, नहीं चाहिए, जरूरत नहीं, ज़रूरत नहीं, आवश्यकता नहीं, अभी भी चाहिए, अभी भी खून, अब भी खून, अब भी चाहिए`,
  true,
);
/** "blood bank ka number chahiye": something about blood, not blood. */
const aboutThings = vocabulary(
  'number chahiye, number chaiye, address chahiye, ka number, ka pata, ka address, phone number of, number of blood bank, नंबर चाहिए, का नंबर, का पता',
  true,
);
const joining = vocabulary('join, जॉइन, ज्वाइन, जुड़ना, judna, jodo, register', true);
const patientWords = vocabulary(
  'patient, pt, mareez, mariz, marij, मरीज, रोगी, पेशेंट, hospital, admitted',
  true,
);
/** "available?" is a question for blood, "available" may be an offer. */
const availability = vocabulary('available, uplabdh, hai kya, उपलब्ध', true);
const asking = vocabulary(
  'give me, give us, who can donate, can anyone donate, anyone donate, please donate, plz donate, pls donate, kindly donate, anyone can donate, koi donate, de sakta hai kya, de sakta h kya, donate kar sakta hai, donate kar do, donate kare, donate karen, donate kar sakta है, डोनेट कर सकता है, डोनेट करें, डोनेट कर दे, दे सकता है क्या, दान करें',
  true,
);

export type Evidence = {
  hasGroup: boolean;
  hasComponent: boolean;
  hasUnits: boolean;
  hasHospital: boolean;
};

const isBloodSaid = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (_, i) =>
      bloodWords.at(tokens, i) > 0 &&
      otherBlood.at(tokens, i) === 0 &&
      !endsBefore(tokens, i + 2, otherBlood),
  );

/** A blood group, component or blood itself, and a need for it that is the sender's own and not over. */
export const isRequestText = (tokens: readonly Token[], evidence: Evidence): boolean => {
  const isBlood = evidence.hasGroup || evidence.hasComponent || isBloodSaid(tokens);
  if (!isBlood || joining.at(tokens, 0) > 0) return false;
  const isNeeded = mentions(tokens, needWords) || mentions(tokens, asking);
  const isOffered = mentions(tokens, offers) && !mentions(tokens, asking);
  if (isOffered && (!isNeeded || mentions(tokens, conditions) || !evidence.hasUnits)) return false;
  if (mentions(tokens, over)) return mentions(tokens, overButStill) && isNeeded;
  if (mentions(tokens, aboutThings) && !evidence.hasUnits && !evidence.hasGroup) return false;
  if (isNeeded) return true;
  const isAsked = mentions(tokens, availability) && tokens.some((token) => token.text === '?');
  const isUrged = saysUrgent(tokens) && (evidence.hasGroup || isBloodSaid(tokens));
  const isForSomebody = mentions(tokens, patientWords) && evidence.hasHospital && evidence.hasGroup;
  return evidence.hasUnits || isAsked || isUrged || isForSomebody;
};
/** "1 mil gaya, 1 aur chahiye", "still need 2 units". */
const overButStill = vocabulary(
  'aur chahiye, aur chaiye, more needed, more required, need more, still need, और चाहिए',
  true,
);
