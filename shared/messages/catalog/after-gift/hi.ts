import { phrases } from '../phrases.ts';
import type { AfterGiftCatalog } from './after-gift-catalog.ts';

const w = phrases.hi;

export const hiAfterGiftMessages: AfterGiftCatalog = {
  giftCertificate: ({ count, link }) =>
    `परिवार ने बताया कि आपने खून दिया। हमारी जानकारी में यह दान नंबर ${count} है। धन्यवाद! आपका प्रमाण पत्र: ${link}`,
  giftNews: ({ hospital, place }, context) =>
    `आपके खून देने से ${w.where({ hospital, place }, context)} के मरीज को जरूरत का खून मिल गया। यह परिवार ने बताया है। हम सबकी ओर से धन्यवाद। आपको कुछ करना नहीं है। ${context.groupName}`,
  giftLongAgo: () =>
    'आपने कुछ साल पहले खून दिया था: धन्यवाद। पास के किसी मरीज को जरूरत होगी तो फिर पूछेंगे। इसकी याद दोबारा नहीं दिलाएंगे।',
};
