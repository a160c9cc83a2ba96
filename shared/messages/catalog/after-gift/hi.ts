import { longestStory } from '../../../terms/after-gift/story-rules.ts';
import { asWritten } from '../../format/truncate.ts';
import { phrases } from '../phrases.ts';
import type { AfterGiftCatalog } from './after-gift-catalog.ts';

const { personName, truncate } = asWritten;
const w = phrases.hi;

export const hiAfterGiftMessages: AfterGiftCatalog = {
  giftCertificate: ({ count, link }) =>
    `परिवार ने बताया कि आपने खून दिया। हमारी जानकारी में यह दान नंबर ${count} है। धन्यवाद! आपका प्रमाण पत्र: ${link}`,
  giftNews: ({ hospital, place }, context) =>
    `आपके खून देने से ${w.where({ hospital, place }, context)} के मरीज को जरूरत का खून मिल गया। यह परिवार ने बताया है। हम सबकी ओर से धन्यवाद। आपको कुछ करना नहीं है। ${context.groupName}`,
  giftReachedAsk: ({ code }, { groupName }) =>
    `${groupName}: क्या हमारे दाताओं का खून आपके मरीज को मिल गया (कोड ${code})? 1 = हाँ, 2 = नहीं। बस एक बार पूछ रहे हैं।`,
  giftReachedThanks: ({ reached }) =>
    reached
      ? 'बताने के लिए धन्यवाद। हम यह खून देने वालों को बिना नाम के बताएंगे। मरीज को हमारी शुभकामनाएं।'
      : 'बताने के लिए धन्यवाद, हमें अफसोस है। बात करनी हो तो फोन करके 0 दबाएं। अभी खून चाहिए तो BLOOD भेजें।',
  giftLongAgo: () =>
    'आपने कुछ साल पहले खून दिया था: धन्यवाद। पास के किसी मरीज को जरूरत होगी तो फिर पूछेंगे। इसकी याद दोबारा नहीं दिलाएंगे।',
  storyAsk: ({ code }, { groupName }) =>
    `${groupName}: कुछ दिन पहले हमारे दाताओं ने आपके मरीज के लिए खून दिया (कोड ${code})। क्या हम दूसरों को बताएं कि कैसा रहा, ताकि और लोग दें? 1 = हाँ, 2 = नहीं। बस एक बार पूछ रहे हैं।`,
  storyWords: () =>
    'धन्यवाद। एक मैसेज में लिखें, या फोन करके बताएं। हम न नाम दिखाते हैं, न नंबर। अभी खून चाहिए तो BLOOD भेजें।',
  storyNo: () => 'ठीक है। हम कुछ नहीं बताएंगे, और कुछ नहीं रखेंगे। आपको शुभकामनाएं।',
  storyReadBack: ({ story, name = '' }) =>
    `हम यह दिखाएंगे: "${truncate(story, longestStory)}" 1 = बिना नाम दिखाएं, 2 = न दिखाएं${personName(name) ? `, 3 = ${personName(name)} नाम के साथ दिखाएं` : ''}। या फिर से लिखें। खून चाहिए? BLOOD`,
  storyUnsafe: () => 'कृपया फोन नंबर, लिंक और पैसे की बात के बिना फिर लिखें: ये हम आगे नहीं भेजते।',
  storyWaits: () =>
    'धन्यवाद। हमारे एक साथी पढ़ेंगे, फिर यह हमारे पेज पर आएगी। हटाना हो तो कभी भी UNTELL भेजें।',
  storyHeard: () =>
    'धन्यवाद। हमारे एक साथी सुनकर आपके शब्द लिखेंगे। फिर आप पढ़कर या सुनकर तय करेंगे कि दिखाना है या नहीं।',
  storySpoken: ({ seconds, link }) =>
    `एक परिवार ने फोन पर बताया कि कैसा रहा (${seconds} सेकंड)। सुनें और बिना नाम उनके शब्द लिखें: ${link}`,
  storyWritten: () => 'धन्यवाद। परिवार ये शब्द पढ़कर और सुनकर तय करेगा।',
  storyShown: ({ link }) =>
    `आपकी कहानी हमारे पेज पर है: ${link} इससे और लोग खून देने आ सकते हैं। हटाने के लिए UNTELL भेजें।`,
  storyNotShown: () =>
    'आपकी कहानी के लिए धन्यवाद। हमारे साथियों ने इसे न दिखाने का फैसला किया है, और इसका कुछ नहीं रखा। आपको शुभकामनाएं।',
  storyDown: () => 'आपकी कहानी हटा दी गई, उसका कुछ नहीं रखा।',
  storyUnknown: () => 'ऐसी कोई कहानी हमारे पास नहीं है।',
  storyCheck: ({ story, own, name = '' }) =>
    `एक परिवार बताता है: "${truncate(story, longestStory)}" ${personName(name) ? `नाम: ${personName(name)}।` : 'बिना नाम।'} किसी और का नाम या दुख देने वाली बात तो नहीं? दिखाएं: STORY ${own}, न दिखाएं: UNTELL ${own}। कंसोल में भी।`,
  storyDone: ({ shown }) =>
    shown
      ? 'कहानी दिखाई गई, परिवार को बता दिया।'
      : 'कहानी नहीं दिखाई और मिटा दी। परिवार को बता दिया।',
  storyDecided: () => 'इस कहानी का फैसला हो चुका है, या परिवार अभी लिख रहा है।',
};
